#include "format/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"

static bool ends_line(const struct csv *c, const char *s)
{
	return s >= c->end || *s == '\n' || *s == '\r';
}

/* Go behind the line end at `at`, if there is one. */
static void pass_line_end(struct csv *c)
{
	if (c->at < c->end && *c->at == '\r')
		c->at++;
	if (c->at < c->end && *c->at == '\n')
		c->at++;
	c->lines++;
}

static char most_frequent(const struct csv *c)
{
	static const char delimiters[] = ",;\t";
	size_t count[3] = { 0 };
	bool quoted = false;
	int best = 0;

	for (const char *s = c->at; quoted ? s < c->end : !ends_line(c, s);
	     s++) {
		const char *d = strchr(delimiters, *s);

		if (*s == '"')
			quoted = !quoted;
		else if (*s && d && !quoted)
			count[d - delimiters]++;
	}
	for (int i = 1; i < 3; i++)
		if (count[i] > count[best])
			best = i;
	return delimiters[best];
}

static void find_delimiter(struct csv *c)
{
	static const char sep[] = "sep=";

	if (!strncmp(c->at, sep, 4) && c->end - c->at > 4 &&
	    ends_line(c, c->at + 5)) {
		c->delimiter = c->at[4];
		c->at += 5;
		pass_line_end(c);
	} else {
		c->delimiter = most_frequent(c);
	}
}

void csv_open(struct csv *c, const struct source *in)
{
	*c = (struct csv){ .name = in->name, .text = STRBUF_INIT };
	c->start = c->at = in->text + source_mark(in);
	c->end = in->text + in->len;
	find_delimiter(c);
}

bool csv_close(struct csv *c, struct err *err)
{
	bool ok = !*c->err.msg;

	if (!ok)
		err_set(err, "%s", c->err.msg);
	free(c->cells);
	strbuf_release(&c->text);
	return ok;
}

static long columns(const char *from, const char *to)
{
	long n = 1;

	for (; from < to; from++)
		n += ((unsigned char)*from & 0xC0) != 0x80;
	return n;
}

static const char *line_start(const struct csv *c, const char *at)
{
	while (at > c->start && at[-1] != '\n' && at[-1] != '\r')
		at--;
	return at;
}

void csv_place(const struct csv *c, size_t cell, long *line, long *column)
{
	const char *at, *first = c->cells[0].at;

	at = cell < c->count ? c->cells[cell].at : first;
	*line = c->line;
	for (const char *s = first; s < at; s++)
		*line += *s == '\n' || (*s == '\r' && s[1] != '\n');
	*column = columns(line_start(c, at), at);
}

static bool unclosed(struct csv *c, const char *open)
{
	err_set(&c->err, _("the quotation mark that opens here is never "
			   "closed"));
	return err_at(&c->err, c->name, c->lines + 1,
		      columns(line_start(c, open), open));
}

/* What stands between quotation marks; `at` is behind the first. */
static bool read_quoted(struct csv *c, const char *open)
{
	for (;;) {
		const char *s = memchr(c->at, '"', (size_t)(c->end - c->at));

		if (!s)
			return unclosed(c, open);
		strbuf_add(&c->text, c->at, (size_t)(s - c->at));
		c->at = s + 1;
		if (c->at >= c->end || *c->at != '"')
			return true;
		strbuf_addch(&c->text, '"');
		c->at++;
	}
}

static size_t line_ends(const char *s, size_t len)
{
	size_t n = 0;

	for (const char *end = s + len; (s = memchr(s, '\n',
						    (size_t)(end - s))); s++)
		n++;
	return n;
}

static bool read_cell(struct csv *c)
{
	struct csv_cell *cell;
	const char *plain, *open = c->at;

	c->cells = xgrow(c->cells, c->count, &c->cap, sizeof *c->cells);
	cell = &c->cells[c->count++];
	*cell = (struct csv_cell){ c->text.len, 0, c->at };
	if (c->at < c->end && *c->at == '"') {
		c->at++;
		if (!read_quoted(c, open))
			return false;
		c->lines += (long)line_ends(open, (size_t)(c->at - open));
	}
	plain = c->at;
	while (!ends_line(c, c->at) && *c->at != c->delimiter)
		c->at++;
	strbuf_add(&c->text, plain, (size_t)(c->at - plain));
	cell->len = c->text.len - cell->start;
	strbuf_addch(&c->text, '\0');
	return true;
}

static bool read_record(struct csv *c)
{
	strbuf_clear(&c->text);
	c->count = 0;
	c->line = c->lines + 1;
	while (read_cell(c)) {
		if (ends_line(c, c->at)) {
			pass_line_end(c);
			return true;
		}
		c->at++;
	}
	return false;
}

static bool is_blank(const struct csv *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->cells[i].len)
			return false;
	return true;
}

bool csv_next(struct csv *c)
{
	while (c->at < c->end && !*c->err.msg) {
		if (!read_record(c))
			return false;
		if (!is_blank(c))
			return true;
	}
	c->count = 0;
	return false;
}

const char *csv_text(const struct csv *c, size_t cell)
{
	return cell < c->count ? c->text.s + c->cells[cell].start : "";
}

/* The characters that make a formula of a cell. */
static bool is_active(char c)
{
	return c && strchr("=+-@\t\r", c);
}

/* A spreadsheet takes -2 for what it is, and +2 for an emotion that lost its
 * plus; but +84 is how a telephone number begins. */
static bool is_plain_number(const char *s)
{
	size_t whole;

	if (*s == '+')
		return s[1] >= '0' && s[1] <= '9' && !s[2];
	s += *s == '-';
	whole = strspn(s, "0123456789");
	s += whole;
	if (whole && (*s == '.' || *s == ',') && s[1])
		s += 1 + strspn(s + 1, "0123456789");
	return whole && !*s;
}

static bool needs_guard(const char *text)
{
	size_t guards = strspn(text, "'");

	return is_active(text[guards]) && (guards || !is_plain_number(text));
}

const char *csv_unguard(const char *text)
{
	return *text == '\'' && is_active(text[strspn(text, "'")]) ?
	       text + 1 : text;
}

struct csv_style csv_begin(const struct write_options *o, FILE *out)
{
	struct csv_style s = { ',', "\n", o->raw };

	if (o->excel) {
		fputs("\xEF\xBB\xBF", out);
		s.delimiter = ';';
		s.end = "\r\n";
	}
	return s;
}

void csv_write(const struct csv_style *s, const char *text, FILE *out)
{
	const char special[] = { s->delimiter, '"', '\n', '\r', '\0' };
	size_t plain = strcspn(text, special);

	if (!s->raw && needs_guard(text)) {
		putc_unlocked(text[plain] ? '"' : '\'', out);
		if (text[plain])
			putc_unlocked('\'', out);
	} else if (text[plain]) {
		putc_unlocked('"', out);
	}
	fwrite(text, 1, plain, out);
	if (!text[plain])
		return;
	for (text += plain; *text; text++) {
		if (*text == '"')
			putc_unlocked('"', out);
		putc_unlocked(*text, out);
	}
	putc_unlocked('"', out);
}
