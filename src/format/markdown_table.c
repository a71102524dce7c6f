#include "format/markdown_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

static const char *cell(const struct block_row *row, size_t i)
{
	return i < row->count ? row->cells[i] : "";
}

/* Whether people put the number of a row into this column. */
static bool is_number(const char *name)
{
	return !strcmp(name, "#") || utf8_same(name, "No.") ||
	       utf8_same(name, "No");
}

/* Known names in the header, and in the first column. */
static size_t known_across(struct sheet *s, const struct block *b,
			   size_t first)
{
	size_t known = 0;

	for (size_t i = first; i < b->rows[0].count; i++)
		known += sheet_knows(s, b->rows[0].cells[i]);
	return known;
}

static size_t known_down(struct sheet *s, const struct block *b)
{
	size_t known = 0;

	for (size_t i = 1; i < b->count; i++)
		known += sheet_knows(s, cell(&b->rows[i], 0));
	return known;
}

enum table_kind markdown_table_kind(struct sheet *s, const struct block *b,
				    bool guess)
{
	const char *corner = cell(&b->rows[0], 0);
	bool stages = sheet_is_stage(corner);
	size_t across = known_across(s, b, 1), down = known_down(s, b);

	if (b->count < 2 || b->rows[0].count < 2)
		return TABLE_UNKNOWN;
	if (stages && down > across)
		return TABLE_STAGES_ACROSS;
	if (stages && (across || guess))
		return TABLE_STAGES_DOWN;
	if (sheet_knows(s, corner) || (is_number(corner) && across))
		return TABLE_TOUCHPOINTS;
	if (down > across)
		return b->rows[0].count == 2 ? TABLE_OF_STAGE :
					       TABLE_STAGES_ACROSS;
	return TABLE_UNKNOWN;
}

/* Stages may stand a second time in a table, so each is found by its place
 * among those of its title. */
static void say_across(struct sheet *s, const struct block *b, int pass)
{
	size_t columns = b->rows[0].count;

	for (size_t i = 1; i < b->count; i++)
		if (b->rows[i].count > columns)
			columns = b->rows[i].count;
	for (size_t c = 1; c < columns; c++) {
		sheet_stage(s, cell(&b->rows[0], c), pass, b->line);
		for (size_t i = 1; i < b->count; i++)
			sheet_say(s, cell(&b->rows[i], 0),
				  cell(&b->rows[i], c), b->rows[i].line);
	}
}

static void say_row(struct sheet *s, const struct block *b,
		    const struct block_row *row, size_t first)
{
	for (size_t c = first; c < row->count; c++) {
		struct strbuf label = STRBUF_INIT;

		strbuf_addstr(&label, cell(&b->rows[0], c));
		if (c >= b->rows[0].count)
			strbuf_addf(&label, _("Column %zu"), c + 1);
		sheet_say(s, label.s, row->cells[c], row->line);
		strbuf_release(&label);
	}
}

/* A stage that comes again in the next row goes on with another touchpoint;
 * where none does, a row speaks of all of its stage. */
static void say_down(struct sheet *s, const struct block *b, int pass)
{
	bool again = false;

	for (size_t i = 2; i < b->count; i++)
		again |= !*cell(&b->rows[i], 0) ||
			 !strcmp(cell(&b->rows[i], 0),
				 cell(&b->rows[i - 1], 0));
	for (size_t i = 1; i < b->count; i++) {
		const char *title = cell(&b->rows[i], 0);
		bool same = i > 1 && (!*title || !strcmp(title,
					cell(&b->rows[i - 1], 0)));

		if (!same)
			sheet_stage(s, title, pass, b->rows[i].line);
		if (again)
			sheet_touchpoint(s);
		say_row(s, b, &b->rows[i], 1);
	}
}

static void say_touchpoints(struct sheet *s, const struct block *b)
{
	for (size_t i = 1; i < b->count; i++) {
		sheet_touchpoint(s);
		say_row(s, b, &b->rows[i], 0);
	}
	sheet_whole(s);
}

static void say_of_stage(struct sheet *s, const struct block *b)
{
	for (size_t i = 1; i < b->count; i++)
		for (size_t c = 1; c < b->rows[i].count; c++)
			sheet_say(s, cell(&b->rows[i], 0),
				  b->rows[i].cells[c], b->rows[i].line);
}

static void say_unknown(struct sheet *s, const struct block *b)
{
	for (size_t i = 0; i < b->count; i++) {
		struct strbuf line = STRBUF_INIT;

		for (size_t c = 0; c < b->rows[i].count; c++)
			strbuf_addf(&line, "%s%s", c ? " | " : "",
				    b->rows[i].cells[c]);
		sheet_say(s, NULL, line.s, b->rows[i].line);
		strbuf_release(&line);
	}
}

void markdown_table_say(struct sheet *s, const struct block *b,
			enum table_kind kind)
{
	switch (kind) {
	case TABLE_STAGES_ACROSS:
		say_across(s, b, sheet_pass(s));
		break;
	case TABLE_STAGES_DOWN:
		say_down(s, b, sheet_pass(s));
		break;
	case TABLE_OF_STAGE:
		say_of_stage(s, b);
		break;
	case TABLE_TOUCHPOINTS:
		say_touchpoints(s, b);
		break;
	case TABLE_UNKNOWN:
		say_unknown(s, b);
		break;
	}
}
