#include "format/markdown_sections.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "format/markdown_table.h"

int section_level(const struct section *s)
{
	return s->heading ? s->heading->level : 0;
}

static void add_section(struct sections *s, const struct block *heading,
			const struct block *from)
{
	s->at = xgrow(s->at, s->count, &s->cap, sizeof *s->at);
	s->at[s->count++] = (struct section){
		.heading = heading, .from = from, .to = from,
		.title = heading ? block_plain(heading->text) : xstrdup(""),
	};
}

static void divide(struct sections *s, const struct blocks *b)
{
	add_section(s, NULL, b->at);
	for (size_t i = 0; i < b->count; i++) {
		const struct block *at = &b->at[i];

		if (at->kind == BLOCK_HEADING)
			add_section(s, at, at + 1);
		else
			s->at[s->count - 1].to = at + 1;
	}
}

static bool is_called(const char *title, const char *msgid)
{
	bool is = utf8_same(title, msgid) || utf8_same(title, _(msgid));

	if (!is && strcmp(i18n_language(), "vi") != 0) {
		i18n_push("vi");
		is = utf8_same(title, _(msgid));
		i18n_pop();
	}
	return is;
}

const char *section_persona(const struct section *s)
{
	static const char word[] = "Persona: ";

	return strncmp(s->title, word, strlen(word)) ? NULL :
						       s->title + strlen(word);
}

/* Whether a line of a stage says something that a map has room for. */
static bool line_tells(struct sheet *sheet, const struct block *b)
{
	char *label, *text = NULL;
	bool known;

	if (b->kind != BLOCK_ITEM && b->kind != BLOCK_TEXT)
		return false;
	if (!block_label(b->text, &label, &text))
		label = block_plain(b->text);
	known = sheet_knows(sheet, label);
	free(label);
	free(text);
	return known;
}

static enum section_kind kind_of_block(struct sheet *sheet,
				       const struct block *b, bool bare)
{
	enum table_kind table;

	if (b->kind != BLOCK_TABLE)
		return line_tells(sheet, b) ? SECTION_STAGE : SECTION_PROSE;
	table = markdown_table_kind(sheet, b, bare);
	if (table == TABLE_STAGES_ACROSS || table == TABLE_STAGES_DOWN)
		return SECTION_MAP;
	return table == TABLE_UNKNOWN ? SECTION_PROSE : SECTION_STAGE;
}

static bool has_only_bullets(const struct section *s)
{
	for (const struct block *b = s->from; b < s->to; b++)
		if (b->kind != BLOCK_ITEM && b->kind != BLOCK_QUOTE)
			return false;
	return s->from < s->to;
}

static enum section_kind kind_of(const struct section *s,
				 struct sheet *sheet, bool bare)
{
	enum section_kind kind = SECTION_PROSE;

	if (section_persona(s))
		return SECTION_PERSONA;
	if (is_called(s->title, N_("Parking lot")))
		return SECTION_PARKED;
	if (is_called(s->title, N_("Improvements")))
		return SECTION_IMPROVEMENTS;
	for (const struct block *b = s->from; !kind && b < s->to; b++)
		kind = kind_of_block(sheet, b, bare);
	if (!kind && bare && s->heading && has_only_bullets(s))
		kind = SECTION_STAGE;
	return kind;
}

static bool any_map(const struct sections *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->at[i].kind == SECTION_MAP ||
		    s->at[i].kind == SECTION_STAGE)
			return true;
	return false;
}

static void classify(struct sections *s, struct sheet *sheet)
{
	for (size_t i = 0; i < s->count; i++)
		s->at[i].kind = kind_of(&s->at[i], sheet, s->bare);
}

/* Stages are the headings of the level that most of them have. */
static void find_stage_level(struct sections *s)
{
	size_t number[7] = { 0 };

	for (size_t i = 0; i < s->count; i++)
		if (s->at[i].kind == SECTION_STAGE)
			number[section_level(&s->at[i])]++;
	for (int level = 6; level > 0; level--)
		if (number[level] && (!s->stage_level ||
				      number[level] > number[s->stage_level]))
			s->stage_level = level;
}

/* The facts of a map stand below its title, and look like a stage. */
static void find_facts(struct sections *s)
{
	for (size_t i = 0; i + 1 < s->count; i++) {
		struct section *at = &s->at[i];

		if (at->kind == SECTION_STAGE &&
		    section_level(at) < s->stage_level &&
		    section_level(at + 1) > section_level(at))
			at->kind = SECTION_PROSE;
	}
}

/* "Stage 5: ..." or "5. ..." is one whatever is said of it; and a part of a
 * stage that has headings of its own makes it one. */
static void find_other_stages(struct sections *s)
{
	struct section *last = s->at;

	for (size_t i = 0; i < s->count; i++) {
		struct section *at = &s->at[i];
		int level = section_level(at);

		if (level <= s->stage_level)
			last = at;
		if (section_level(last) != s->stage_level ||
		    last->kind != SECTION_PROSE)
			continue;
		if (last == at ? sheet_is_numbered(at->title) :
				 at->kind == SECTION_STAGE)
			last->kind = SECTION_STAGE;
	}
}

/* Whether what stands here belongs to a map of which the heading tells. */
static bool is_part(const struct sections *s, const struct section *at)
{
	if (at->kind == SECTION_STAGE)
		return section_level(at) <= s->stage_level;
	return at->kind > SECTION_STAGE ||
	       is_called(at->title, N_("Overview"));
}

/* A map of which nothing is told but its facts. */
static bool is_bare_map(const struct sections *s, const struct section *at)
{
	bool facts = at->kind == SECTION_PROSE && at->from < at->to &&
		     section_level(at) == 1 && s->stage_level > 1;

	for (const struct block *b = at->from; facts && b < at->to; b++) {
		char *label, *text;

		facts = b->kind == BLOCK_ITEM &&
			block_label(b->text, &label, &text);
		if (!facts)
			break;
		facts = sheet_is_fact(label);
		free(label);
		free(text);
	}
	return facts;
}

/* Let the heading above each stage begin a map, and each table of stages. */
static void find_maps(struct sections *s)
{
	struct section *last[7] = { NULL };     /* of each level */

	for (size_t i = 0; i < s->count; i++) {
		struct section *at = &s->at[i], *above = NULL;
		int level = section_level(at);

		for (int k = 1; k < level; k++)
			if (last[k] && (!above || last[k] > above))
				above = last[k];
		if (is_part(s, at) && above)
			above->leads = true;
		else if (!is_part(s, at) && (at->kind == SECTION_MAP ||
					     is_bare_map(s, at)))
			at->leads = true;
		last[level] = at;
	}
}

bool sections_find(struct sections *s, const struct blocks *b,
		   struct sheet *sheet)
{
	divide(s, b);
	classify(s, sheet);
	if (!any_map(s)) {
		s->bare = true;
		classify(s, sheet);
	}
	if (!any_map(s))
		return false;
	find_stage_level(s);
	find_facts(s);
	find_other_stages(s);
	find_maps(s);
	return true;
}

void sections_release(struct sections *s)
{
	while (s->count)
		free(s->at[--s->count].title);
	free(s->at);
	*s = (struct sections)SECTIONS_INIT;
}
