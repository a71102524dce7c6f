#include "format/markdown_block.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "format/markdown_text.h"

struct reader {
	struct blocks *into;
	const char *s, *end;    /* the line, without its line end */
	long line;
	bool in_table;          /* the block before is one, right above */
	char fence;             /* inside code: what ends it; or 0 */
};

static struct block *add(struct reader *r, enum block_kind kind, int level)
{
	struct blocks *b = r->into;

	b->at = xgrow(b->at, b->count, &b->cap, sizeof *b->at);
	b->at[b->count] = (struct block){ .kind = kind, .level = level,
					  .line = r->line };
	return &b->at[b->count++];
}

static void add_text(struct reader *r, enum block_kind kind, int level,
		     const char *s)
{
	const char *end = r->end;

	while (s < end && strchr(" \t", *s))
		s++;
	while (end > s && strchr(" \t", end[-1]))
		end--;
	add(r, kind, level)->text = xstrndup(s, (size_t)(end - s));
}

static int indent(const struct reader *r)
{
	int columns = 0;

	for (const char *s = r->s; s < r->end && strchr(" \t", *s); s++)
		columns += *s == '\t' ? 4 - columns % 4 : 1;
	return columns;
}

static const char *skip_blanks(const struct reader *r)
{
	const char *s = r->s;

	while (s < r->end && strchr(" \t", *s))
		s++;
	return s;
}

/* Whether the line holds nothing but these characters. */
static bool is_only(const char *s, const char *end, const char *of)
{
	while (s < end && strchr(of, *s))
		s++;
	return s == end;
}

/* "|---|:--:|" */
static bool is_rule_of_table(const char *s, const char *end)
{
	return memchr(s, '-', (size_t)(end - s)) &&
	       is_only(s, end, "|:- \t");
}

static void add_cell(struct block_row *row, const char *s, const char *end)
{
	struct strbuf text = STRBUF_INIT;

	while (s < end && strchr(" \t", *s))
		s++;
	while (end > s && strchr(" \t", end[-1]))
		end--;
	markdown_plain(s, (size_t)(end - s), &text);
	row->cells = xgrow(row->cells, row->count, &row->cap,
			   sizeof *row->cells);
	row->cells[row->count++] = strbuf_detach(&text);
}

static void add_cells(struct block_row *row, const char *s, const char *end)
{
	const char *start = s += *s == '|';

	for (; s < end; s++) {
		if (*s == '\\' && s + 1 < end) {
			s++;
		} else if (*s == '|') {
			add_cell(row, start, s);
			start = s + 1;
		}
	}
	if (!is_only(start, end, " \t"))
		add_cell(row, start, end);
}

static void add_row(struct reader *r, const char *s)
{
	struct block *b = r->in_table ?
			  &r->into->at[r->into->count - 1] :
			  add(r, BLOCK_TABLE, 0);
	struct block_row *row;

	r->in_table = true;
	b->rows = xgrow(b->rows, b->count, &b->cap, sizeof *b->rows);
	row = &b->rows[b->count++];
	*row = (struct block_row){ .line = r->line };
	add_cells(row, s, r->end);
}

/* Whether the next line is the rule below a table's header. */
static bool rule_follows(const struct reader *r)
{
	const char *s = *r->end ? r->end + 1 : r->end;
	const char *end = s + strcspn(s, "\n");

	return memchr(s, '|', (size_t)(end - s)) && is_rule_of_table(s, end);
}

static bool read_table(struct reader *r, const char *s)
{
	size_t len = (size_t)(r->end - s);
	bool table = *s == '|' || (memchr(s, '|', len) &&
				   (r->in_table || rule_follows(r)));

	if (!table)
		return false;
	if (!r->in_table || !is_rule_of_table(s, r->end))
		add_row(r, s);
	return true;
}

static bool read_heading(struct reader *r, const char *s)
{
	size_t level = strspn(s, "#");
	const char *end = r->end;

	if (!level || level > 6 || (s + level < end &&
				    !strchr(" \t", s[level])))
		return false;
	while (end > s && strchr(" \t", end[-1]))
		end--;
	while (end > s + level && end[-1] == '#' && end[-2] != '\\')
		end--;
	r->end = end;
	add_text(r, BLOCK_HEADING, (int)level, s + level);
	return true;
}

/* A line of = or - makes a heading of the text above it. */
static bool read_underline(struct reader *r, const char *s)
{
	struct blocks *b = r->into;
	struct block *last = b->count ? &b->at[b->count - 1] : NULL;
	bool above = last && last->kind == BLOCK_TEXT &&
		     last->line == r->line - 1;

	if (s == r->end || !strchr("=-*_", *s))
		return false;
	if (above && (is_only(s, r->end, "= ") || is_only(s, r->end, "- "))) {
		last->kind = BLOCK_HEADING;
		last->level = *s == '=' ? 1 : 2;
		return true;
	}
	return r->end - s > 2 && (is_only(s, r->end, "- ") ||
				  is_only(s, r->end, "* ") ||
				  is_only(s, r->end, "_ "));
}

static bool read_item(struct reader *r, const char *s)
{
	size_t len = strspn(s, "0123456789");

	if (len && len < 10 && (s[len] == '.' || s[len] == ')'))
		len++;
	else if (!len && s < r->end && strchr("-*+", *s))
		len = 1;
	else
		return false;
	if (s + len < r->end && !strchr(" \t", s[len]))
		return false;
	add_text(r, BLOCK_ITEM, indent(r), s + len);
	return true;
}

static bool read_fence(struct reader *r, const char *s)
{
	if (s + 3 > r->end || (strncmp(s, "```", 3) && strncmp(s, "~~~", 3)))
		return false;
	if (r->fence && r->fence != *s)
		return false;
	r->fence = r->fence ? '\0' : *s;
	return true;
}

static void read_line(struct reader *r)
{
	const char *s = skip_blanks(r);

	if (!read_fence(r, s)) {
		if (r->fence) {
			add_text(r, BLOCK_TEXT, 0, s);
		} else if (s == r->end) {
			r->in_table = false;
			return;
		} else if (read_table(r, s)) {
			return;
		} else if (*s == '>') {
			add_text(r, BLOCK_QUOTE, 0, s + strspn(s, "> "));
		} else if (!read_heading(r, s) && !read_underline(r, s) &&
			   !read_item(r, s)) {
			add_text(r, BLOCK_TEXT, indent(r), s);
		}
	}
	r->in_table = false;
}

/* "title: Coffee" of the front matter. */
static void take_title(struct reader *r)
{
	static const char key[] = "title:";
	const char *s = r->s + strlen(key), *end = r->end;

	if (strncmp(r->s, key, strlen(key)) || r->into->title)
		return;
	while (s < end && strchr(" \t\"'", *s))
		s++;
	while (end > s && strchr(" \t\"'", end[-1]))
		end--;
	r->into->title = xstrndup(s, (size_t)(end - s));
}

static bool next_line(struct reader *r, const char **text)
{
	if (!**text)
		return false;
	r->s = *text;
	r->end = r->s + strcspn(r->s, "\n");
	r->line++;
	*text = r->end + (*r->end == '\n');
	return true;
}

/* Front matter stands between two lines "---"; without the second it is no
 * front matter. */
static void skip_front(struct reader *r, const char **text)
{
	const char *end = strstr(*text, "\n---\n");

	if (strncmp(*text, "---\n", 4) || !end)
		return;
	while (*text < end + 5 && next_line(r, text))
		take_title(r);
}

void blocks_read(struct blocks *b, const char *text)
{
	struct reader r = { .into = b };

	skip_front(&r, &text);
	while (next_line(&r, &text))
		read_line(&r);
}

static void release_block(struct block *b)
{
	while (b->count) {
		struct block_row *row = &b->rows[--b->count];

		while (row->count)
			free(row->cells[--row->count]);
		free(row->cells);
	}
	free(b->rows);
	free(b->text);
}

void blocks_release(struct blocks *b)
{
	while (b->count)
		release_block(&b->at[--b->count]);
	free(b->at);
	free(b->title);
	*b = (struct blocks)BLOCKS_INIT;
}

char *block_plain(const char *raw)
{
	struct strbuf text = STRBUF_INIT;

	markdown_plain(raw, strlen(raw), &text);
	return strbuf_detach(&text);
}

/* Bytes of the label, and where the text begins; 0: there is no label. */
static size_t label_length(const char *s, size_t *text)
{
	static const char wide[] = "：";
	size_t colon = strcspn(s, ":");
	const char *other = strstr(s, wide);

	if (other && (size_t)(other - s) < colon) {
		*text = (size_t)(other - s) + strlen(wide);
		return (size_t)(other - s);
	}
	*text = colon + (s[colon] == ':');
	return s[colon] && strncmp(s + colon, "://", 3) ? colon : 0;
}

bool block_label(const char *raw, char **label, char **text)
{
	const char *end = strncmp(raw, "**", 2) ? NULL : strstr(raw + 2, "**");
	char *plain = block_plain(raw);
	size_t start, len;

	if (end && !end[2]) {                   /* all of it is bold */
		*label = plain;
		*text = xstrdup("");
		return true;
	}
	len = label_length(plain, &start);
	if (!len || len > 100) {
		free(plain);
		return false;
	}
	*label = xstrndup(plain, len);
	*text = xstrdup(plain + start + strspn(plain + start, " "));
	free(plain);
	return true;
}
