#include "format/outline_line.h"

#include <string.h>

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

/* One line without its end and without the blanks before it. */
struct line {
	const char *s;
	size_t len;
	int indent;
	const char *next;
};

static bool look_at_line(const char *at, struct line *line)
{
	size_t len = strcspn(at, "\n");

	if (!*at)
		return false;
	line->next = at + len + (at[len] == '\n');
	line->indent = 0;
	for (; len && blank(*at); at++, len--)
		line->indent += *at == '\t' ? 2 : 1;
	line->s = at;
	line->len = len;
	return true;
}

static void skip(struct line *line, size_t n)
{
	line->s += n;
	line->len -= n;
}

static void skip_blanks(struct line *line)
{
	while (line->len && blank(*line->s))
		skip(line, 1);
}

static void unescape(const struct line *line, struct strbuf *out)
{
	size_t keep = out->len;

	for (size_t i = 0; i < line->len; i++) {
		bool plain = line->s[i] == '\\' && i + 1 < line->len;

		i += plain;
		strbuf_addch(out, line->s[i]);
		if (plain || !blank(line->s[i]))
			keep = out->len;
	}
	strbuf_truncate(out, keep);
}

static enum outline_kind read_heading(struct line *line,
				      struct outline_entry *e)
{
	size_t marks = 0;

	while (marks < line->len && line->s[marks] == '#')
		marks++;
	if (marks > 2) {
		strbuf_add(&e->value, line->s, line->len);
		return OUTLINE_OTHER;
	}
	skip(line, marks);
	skip_blanks(line);
	unescape(line, &e->value);
	return marks == 1 ? OUTLINE_MAP : OUTLINE_STAGE;
}

static enum outline_kind read_pair(struct line *line, struct outline_entry *e)
{
	const char *colon = memchr(line->s, ':', line->len);

	if (!colon || *line->s == '|') {
		strbuf_add(&e->value, line->s, line->len);
		return OUTLINE_OTHER;
	}
	strbuf_add(&e->key, line->s, (size_t)(colon - line->s));
	strbuf_trim(&e->key);
	skip(line, (size_t)(colon - line->s) + 1);
	skip_blanks(line);
	unescape(line, &e->value);
	return OUTLINE_PAIR;
}

static enum outline_kind read_entry(struct line *line,
				    struct outline_entry *e)
{
	if (*line->s == '#')
		return read_heading(line, e);
	if (*line->s != '-' || (line->len > 1 && !blank(line->s[1])))
		return read_pair(line, e);
	skip(line, 1);
	skip_blanks(line);
	strbuf_add(&e->value, line->s, line->len);
	return OUTLINE_TOUCHPOINT;
}

bool outline_next(struct outline_lines *l, struct outline_entry *e)
{
	struct line line;

	strbuf_clear(&e->key);
	strbuf_clear(&e->value);
	do {
		if (!look_at_line(l->at, &line))
			return false;
		l->at = line.next;
		l->line++;
	} while (!line.len || *line.s == '%');
	e->line = l->line;
	e->indent = line.indent;
	e->kind = read_entry(&line, e);
	while (look_at_line(l->at, &line) && line.len && *line.s == '|') {
		l->at = line.next;
		l->line++;
		skip(&line, line.len > 1 && line.s[1] == ' ' ? 2 : 1);
		strbuf_addch(&e->value, '\n');
		unescape(&line, &e->value);
	}
	return true;
}

void outline_entry_release(struct outline_entry *e)
{
	strbuf_release(&e->key);
	strbuf_release(&e->value);
}

/* Blanks that the reader would take for none of the text's. */
static bool at_edge(const char *start, const char *s)
{
	return s == start || !s[1] || s[1] == '\n';
}

void outline_escape(const char *s, int indent, struct strbuf *out)
{
	for (const char *c = s; *c; c++) {
		if (*c == '\n') {
			strbuf_addf(out, "\n%*s|%s", indent, "",
				    c[1] && c[1] != '\n' ? " " : "");
			continue;
		}
		if (*c == '\\' || (blank(*c) && at_edge(s, c)))
			strbuf_addch(out, '\\');
		strbuf_addch(out, *c);
	}
}
