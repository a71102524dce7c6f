/*
 * What stands in the cells of other people's tables, on its way into rows.
 *
 * A text that its column's field cannot hold is not lost: another field that
 * the column may mean takes it, else the notes.  What was done so is counted,
 * and told once at the end.
 */
#ifndef FORMAT_CELLS_H
#define FORMAT_CELLS_H

#include "format/columns.h"
#include "format/draft.h"
#include "format/format.h"

/* How a column of numbers says what emotions say. */
enum scale {
	SCALE_OURS,             /* -2 ... 2; others are off it */
	SCALE_FIVE,             /* 1 ... 5 */
	SCALE_UNCLEAR           /* some 1, some 2: it may be either */
};

struct scaling {
	double least, most;
	size_t count;           /* of numbers */
	bool sign;              /* one of them has a plus */
};

struct cells {
	const struct source *in;
	struct report *report;
	enum scale scale;
	size_t words, guessed;  /* emotions in words; those with a value */
	size_t numbers;         /* emotions off their scale */
	size_t kept;            /* texts that their fields cannot hold */
	size_t untitled;        /* rows that had no title */
	size_t stripped;        /* characters that no text may hold */
	long first_words, first_numbers, first_kept, first_untitled;
};

/* Take notice of an emotion, before any is read. */
void scaling_see(struct scaling *s, const char *text);
enum scale scaling_end(const struct scaling *s);

/* Say what kind of scale it was. */
void cells_tell_scale(enum scale scale, struct report *report);

/* The emotion that a number of the scale means, or unknown. */
int cells_number(enum scale scale, const char *text);

/* The key of a field's choice, however it is spelt; else the text itself. */
const char *cells_choice(const struct field *f, const char *text);

/* Put the text of a cell, of a table that is `ours` or not, into the draft of
 * a touchpoint. */
void cells_put(struct cells *c, struct draft *d, const struct column *column,
	       bool ours, const char *text, long line);

/* When all cells of a row are in: the first text there is becomes its title
 * if it has none.  False: there is no text. */
bool cells_row(struct cells *c, struct draft *d, long line);

/* Put what was counted into the report. */
void cells_end(struct cells *c);

#endif
