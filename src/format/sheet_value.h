/*
 * Values as others write them, on their way into a field.
 */
#ifndef FORMAT_SHEET_VALUE_H
#define FORMAT_SHEET_VALUE_H

#include "format/draft.h"
#include "format/report.h"

/* Give the field the text, behind what it has already.  Choices may be called
 * by their labels, in any language of ours; titles that are too long are cut.
 * What is cut or what the field cannot have is kept in the notes under the
 * label and reported; false if the row has no notes: then it is nowhere. */
bool sheet_set(struct draft *d, int field, const char *label,
	       const char *text, long line, struct report *report);

/* An emotion's value in "+1", "-2" or "0"; EMOTION_UNKNOWN for any word. */
int sheet_emotion(const char *text);

/* Append to the text a row has in its notes; a label may be NULL. */
void sheet_note(struct draft *d, const char *label, const char *text);

#endif
