/*
 * A map as others draw it: parts with a title, and in each what a label says.
 *
 * A reader tells what stands where; the sheet gathers a map, decides what its
 * labels mean (see columns.h), and puts rows into the project when the next
 * map begins or sheet_end() is called.
 *
 * What is said of a stage belongs to its touchpoint if there is just one;
 * without any the stage gets one of its name; of several nobody knows which,
 * so it becomes a cell of a lane of that name.  Labels that no field has are
 * lanes, too, or stand in the notes of the touchpoint they are said of.  A
 * value its field cannot have is kept in the notes, and what fits nowhere in
 * the notes of one parked touchpoint.  All of this is reported.
 */
#ifndef FORMAT_SHEET_H
#define FORMAT_SHEET_H

#include "format/format.h"

enum sheet_part {
	SHEET_FACTS,            /* of the map */
	SHEET_PERSONA,
	SHEET_STAGE,
	SHEET_PARKED,
	SHEET_IMPROVEMENTS,     /* told as touchpoints are */
	SHEET_REST              /* what is no part of a map */
};

struct sheet;

struct sheet *sheet_new(const struct source *in, struct project *into,
			struct report *report);
void sheet_free(struct sheet *s);

/* Begin a map; then a part of it.  Lines are for remarks, 0: not known. */
void sheet_map(struct sheet *s, const char *title, long line);
void sheet_part(struct sheet *s, enum sheet_part part, const char *title,
		long line);

/* The same for a stage.  A number ahead of its title is taken off.  If there
 * is one of that title, which was not yet told in this pass, that is meant;
 * pass 0: whichever it is.  A pass is one table, or all headings. */
int sheet_pass(struct sheet *s);
void sheet_stage(struct sheet *s, const char *title, int pass, long line);

/* What comes is said of a new touchpoint of this part; of the n-th one of it
 * (from 1), false if there is none; of the part again. */
void sheet_touchpoint(struct sheet *s);
bool sheet_touchpoint_again(struct sheet *s, size_t n);
void sheet_whole(struct sheet *s);

/* The label says the text; several lines are several things.  NULL: there is
 * no label. */
void sheet_say(struct sheet *s, const char *label, const char *text,
	       long line);

/* Whether a label is a field of touchpoints or stages; whether it means the
 * name of a stage. */
bool sheet_knows(struct sheet *s, const char *label);
bool sheet_is_stage(const char *label);

/* Whether it is a field of maps. */
bool sheet_is_fact(const char *label);

/* Whether it is "Stage 3: ..." in any language, or "3. ...". */
bool sheet_is_numbered(const char *title);

/* Put the last map into the project.  Fails when there is no map with a
 * stage or touchpoint at all. */
bool sheet_end(struct sheet *s, struct err *err);

#endif
