#include "format/markdown.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "format/markdown_table.h"
#include "format/markdown_sections.h"
#include "format/sheet.h"

struct reader {
	struct sheet *sheet;
	struct sections sections;
	bool in_stage;          /* of a heading */
	int pass;               /* of the headings */
	char *label;            /* what a line above says of those below */
	int indent;             /* of the item that has it, -1: of none */
};

static void forget_label(struct reader *r)
{
	free(r->label);
	r->label = NULL;
	r->indent = -1;
}

/* "1.2": the number of a touchpoint, as we write it. */
static size_t touchpoint_number(const char *text)
{
	char *end;
	long stage = strtol(text, &end, 10), n = 0;

	if (isdigit((unsigned char)*text) && stage >= 0 && *end == '.' &&
	    isdigit((unsigned char)end[1]))
		n = strtol(end + 1, &end, 10);
	return *end || n < 1 ? 0 : (size_t)n;
}

/* A line by itself that speaks of the lines below it. */
static void begin_label(struct reader *r, const struct block *b, char *label)
{
	size_t n = touchpoint_number(label);

	forget_label(r);
	if (n && sheet_touchpoint_again(r->sheet, n)) {
		free(label);
		return;
	}
	r->label = label;
	r->indent = b->kind == BLOCK_ITEM ? b->level : -1;
}

/* Whether items follow that are set in, or stand below a line of text. */
static bool has_items(const struct block *b, const struct block *to)
{
	return b + 1 < to && b[1].kind == BLOCK_ITEM &&
	       (b->kind == BLOCK_TEXT || b[1].level > b->level);
}

/* Whether the label of a line above still holds for this one. */
static bool belongs(const struct reader *r, const struct block *b)
{
	return r->label && b->kind == BLOCK_ITEM && b->level > r->indent;
}

static void say_line(struct reader *r, const struct block *b,
		     const struct block *to, bool stage)
{
	char *label = NULL, *text = NULL, *plain = block_plain(b->text);

	if (belongs(r, b)) {
		sheet_say(r->sheet, r->label, plain, b->line);
	} else if (has_items(b, to) && (touchpoint_number(plain) ||
			   !block_label(b->text, &label, &text) || !*text)) {
		if (!label)
			label = xstrdup(plain);
		begin_label(r, b, label);
		label = NULL;
	} else if (!label && !block_label(b->text, &label, &text)) {
		bool bare = stage && r->sections.bare && b->kind == BLOCK_ITEM;

		forget_label(r);
		sheet_say(r->sheet, bare ? "title" : NULL, plain, b->line);
	} else if (*text && (sheet_knows(r->sheet, label) ||
			     !strncmp(b->text, "**", 2))) {
		if (b->kind != BLOCK_ITEM || b->level <= r->indent)
			forget_label(r);
		sheet_say(r->sheet, label, text, b->line);
	} else {
		sheet_say(r->sheet, NULL, plain, b->line);
	}
	free(label);
	free(text);
	free(plain);
}

static void say_quote(struct reader *r, const struct block *b, bool stage)
{
	char *plain = block_plain(b->text);

	forget_label(r);
	sheet_say(r->sheet, stage ? "quote" : NULL, plain, b->line);
	free(plain);
}

/* Each row is an improvement, whatever its columns are called. */
static void say_blocks(struct reader *r, const struct section *s)
{
	bool stage = s->kind == SECTION_STAGE;

	forget_label(r);
	for (const struct block *b = s->from; b < s->to; b++) {
		if (b->kind == BLOCK_TABLE) {
			forget_label(r);
			markdown_table_say(r->sheet, b, s->kind ==
				SECTION_IMPROVEMENTS ? TABLE_TOUCHPOINTS :
				markdown_table_kind(r->sheet, b,
						    r->sections.bare));
		} else if (b->kind == BLOCK_QUOTE) {
			say_quote(r, b, stage);
		} else {
			say_line(r, b, s->to, stage);
		}
	}
	forget_label(r);
}

/* Prose keeps its heading. */
static void say_prose(struct reader *r, const struct section *s)
{
	sheet_part(r->sheet, SHEET_REST, "", section_level(s) ? s->heading->line :
							   1);
	if (*s->title)
		sheet_say(r->sheet, NULL, s->title, s->heading->line);
	say_blocks(r, s);
}

/* What stands below a heading inside a stage belongs to the stage; what
 * belongs to no map is kept all the same. */
static void say_other(struct reader *r, const struct section *s, long line)
{
	bool inside = r->in_stage &&
		      section_level(s) > r->sections.stage_level;

	if (inside)
		sheet_say(r->sheet, NULL, s->title, line);
	if (!inside && !s->leads && s->from < s->to &&
	    s->kind == SECTION_PROSE)
		say_prose(r, s);
	else
		say_blocks(r, s);
}

static void say_section(struct reader *r, const struct section *s)
{
	long line = s->heading ? s->heading->line : 1;

	if (s->leads && s->heading)
		sheet_map(r->sheet, s->title, line);
	if (section_level(s) <= r->sections.stage_level)
		r->in_stage = s->kind == SECTION_STAGE;
	switch (s->kind) {
	case SECTION_STAGE:
		if (section_level(s) <= r->sections.stage_level && s->heading)
			sheet_stage(r->sheet, s->title, r->pass, line);
		break;
	case SECTION_PERSONA:
		sheet_part(r->sheet, SHEET_PERSONA, section_persona(s), line);
		break;
	case SECTION_PARKED:
		sheet_part(r->sheet, SHEET_PARKED, "", line);
		break;
	case SECTION_IMPROVEMENTS:
		sheet_part(r->sheet, SHEET_IMPROVEMENTS, "", line);
		break;
	default:
		say_other(r, s, line);
		return;
	}
	say_blocks(r, s);
}

static void release(struct reader *r)
{
	sections_release(&r->sections);
	free(r->label);
	sheet_free(r->sheet);
}

bool markdown_read(const struct source *in, struct project *into,
		   struct report *report, struct err *err)
{
	struct reader r = { .sheet = sheet_new(in, into, report),
			    .indent = -1 };
	struct blocks blocks = BLOCKS_INIT;
	struct strbuf clean = STRBUF_INIT;
	struct utf8_report mended = { 0, 0 };
	size_t mark = source_mark(in);
	bool ok;

	r.pass = sheet_pass(r.sheet);
	utf8_clean(in->text + mark, in->len - mark, &clean, &mended);
	if (mended.bad || mended.stripped)
		report_add(report, 0, _("characters that no text may hold "
					"were taken out"));
	blocks_read(&blocks, clean.s);
	if (blocks.title)
		sheet_map(r.sheet, blocks.title, 1);
	if (sections_find(&r.sections, &blocks, r.sheet))
		for (size_t i = 0; i < r.sections.count; i++)
			say_section(&r, &r.sections.at[i]);
	ok = sheet_end(r.sheet, err);
	release(&r);
	blocks_release(&blocks);
	strbuf_release(&clean);
	return ok;
}

/* A heading, or a table: "|" and below it a rule. */
bool markdown_looks(const struct source *in)
{
	const char *s = in->text + source_mark(in);
	size_t level;

	s += strspn(s, " \t\r\n");
	level = strspn(s, "#");
	if (level)
		return level < 7 && s[level] == ' ';
	if (*s != '|')
		return false;
	s += strcspn(s, "\n");
	s += *s == '\n';
	return *s == '|' && s[strspn(s, "|:- \t\r")] == '\n';
}
