/*
 * What a sheet has gathered of a map; see sheet.h.
 */
#ifndef FORMAT_SHEET_PARTS_H
#define FORMAT_SHEET_PARTS_H

#include <jansson.h>

#include "base/utf8.h"
#include "format/columns.h"
#include "format/sheet.h"

struct sheet_said {
	size_t touchpoint;      /* of the part, from 1; 0: of all of it */
	int label;              /* number in `labels`, -1: in none of them */
	long line;
	char *name, *text;      /* owned; a name may be NULL */
};

struct sheet_section {
	enum sheet_part part;
	char *title;            /* owned */
	long line;
	int pass;               /* in which it was told last */
	size_t same;            /* the next stage of this title, or 0 */
	size_t touchpoints;
	struct sheet_said *said;
	size_t count, cap;
};

struct sheet {
	struct project *into;
	struct report *report;
	const char *name;       /* of the source */
	char *title;            /* of the map; NULL: none is begun */
	long line;
	struct sheet_section *sections;
	size_t count, cap;
	int passes;
	size_t open;            /* the section that is told now */
	size_t touchpoint;      /* of it, or 0 */
	json_t *stages;         /* number of the first of a folded title */
	struct columns labels;
	json_t *numbers;        /* of labels, by their names */
	json_t *known;          /* what sheet_knows() found out */
	size_t numbered;        /* titles whose number was taken off */
	char *an_example;       /* of these; NULL: none */
	bool guess;             /* words for emotions become values */
	size_t moods, guessed;  /* emotions that are words; with a value */
	size_t nameless;        /* stages in which nothing happens */
	struct strbuf rank;     /* of the last map */
	bool any;               /* a stage or touchpoint was put */
	struct utf8_report mended;
};

/* The field with a label of its own that this is in English, Vietnamese or
 * the user's language, -1 for none. */
int sheet_field(enum entity e, const char *label);

/* The label, or the key of the field that it is in Vietnamese. */
const char *sheet_key(const char *label);

/* Bytes of the number that a stage's title begins with: "2.1 ", "Stage 3: ",
 * in any language; 0 if there is none or nothing else. */
size_t sheet_number(const char *title);

/* Put the map into the project. */
void sheet_put(struct sheet *s);

#endif
