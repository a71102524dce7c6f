/*
 * The capture line: one touchpoint on one line.
 *
 *   [stage >] title @channel ~context +need !pain *opportunity "quote"
 *             =owner #tag :emotion
 *
 * The grammar is the same on the screen, in `cjm add` and in the outline
 * format.  Sigils come from the fields table.  Nothing here fails: what is
 * no sigil is text, and a stage nobody knows parks the touchpoint.
 *
 * Nothing typed is lost either.  A field of one value keeps the last one
 * given; what it replaces goes to the notes with its sigil ("@Zalo").  On a
 * line that adds there is no title: words that belong to no sigil, as in
 * "#urgent call back", go to the notes too.
 */
#ifndef MODEL_CAPTURE_H
#define MODEL_CAPTURE_H

#include "base/strbuf.h"
#include "model/project.h"

struct capture {
	char *stage;            /* the text before `>`; NULL: there is none */
	char *whole;            /* the title if that stage is not found: `>`
				 * and what is before it too; never NULL */
	char *text[TOUCHPOINT_FIELDS];  /* by field; NULL: not given */
	bool adds;              /* the line begins with a sigil, or `card` */
	int card_stage, card;   /* "5.3 =Lan": both from 1; 0: none.  Stage 0
				 * with a card: the parking lot (0.2) */
};

/* Read one line.  Release it with capture_release(). */
void capture_parse(const char *line, struct capture *c);
void capture_release(struct capture *c);

/* The stage of the map that a text means: its number, its exact title, the
 * beginning of it, the beginning of one of its words.  NULL when there is
 * none; *ambiguous then tells whether there were several. */
const struct row *capture_stage(const struct project *p, int64_t map,
				const char *text, bool *ambiguous);

/* Whether it says nothing of a touchpoint: nothing at all, or a stage. */
bool capture_is_empty(const struct capture *c);

/* The touchpoint that people call `stage.card`, both from 1; stage 0 is the
 * parking lot.  NULL: there is none. */
const struct row *capture_card(const struct project *p, int64_t map,
			       int stage, int card);

/* Append the line that reads back as this touchpoint, without a stage.
 * Fields that no capture line can carry are left out: those without a sigil,
 * with line breaks, tabs or blanks at an end, a tag of more than one word, a
 * need, owner or tag that begins with no letter.  `done` says which fields
 * were written; empty ones were not. */
void capture_write(const struct row *touchpoint, struct strbuf *out,
		   bool done[TOUCHPOINT_FIELDS]);

/* Append how the line is read, in words: `5 Mua hàng · @MoMo (new)`, or
 * `no stage "X": parking lot`; for an empty line, the sigils.  `here` is the
 * stage a line without `>` goes to, 0 for the parking lot. */
void capture_explain(const struct project *p, int64_t map, int64_t here,
		     const char *line, struct strbuf *out);

#endif
