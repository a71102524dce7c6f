/*
 * A Markdown text by its headings, and what stands below each.
 */
#ifndef FORMAT_MARKDOWN_SECTIONS_H
#define FORMAT_MARKDOWN_SECTIONS_H

#include "format/markdown_block.h"
#include "format/sheet.h"

enum section_kind {
	SECTION_PROSE,
	SECTION_MAP,            /* a table that is a whole map */
	SECTION_STAGE,
	SECTION_PERSONA, SECTION_PARKED, SECTION_IMPROVEMENTS
};

struct section {
	const struct block *heading;    /* NULL: ahead of the first */
	char *title;
	const struct block *from, *to;  /* its blocks */
	enum section_kind kind;
	bool leads;             /* a map begins here */
};

struct sections {
	struct section *at;
	size_t count, cap;
	int stage_level;        /* of headings that are stages; 0: none are */
	bool bare;              /* there are no labels that we know: bullets
				 * are touchpoints, and so on */
};

#define SECTIONS_INIT { NULL, 0, 0, 0, false }

/* Divide the blocks, which must live as long, and tell what each part is; the
 * sheet is only asked.  False when nothing in it looks like a map. */
bool sections_find(struct sections *s, const struct blocks *b,
		   struct sheet *sheet);
void sections_release(struct sections *s);

int section_level(const struct section *s);     /* 0: it has no heading */

/* Who "Persona: Lan" is about, as we write it; NULL. */
const char *section_persona(const struct section *s);

#endif
