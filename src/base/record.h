/*
 * Records: lines of words, for small files of our own.
 *
 * A word is any text; tabs stand between words, and what would be taken for
 * the end of a word or a line is written with a backslash.
 */
#ifndef BASE_RECORD_H
#define BASE_RECORD_H

#include <stdbool.h>

#include "base/strbuf.h"

enum { RECORD_WORDS = 8 };

/* Append one record of the words; the last argument is NULL. */
void record_write(struct strbuf *out, const char *first, ...)
	__attribute__((sentinel));

struct record {
	const char *word[RECORD_WORDS];         /* "" for those not there */
	struct strbuf text;                     /* what they point into */
};

#define RECORD_INIT { { NULL }, STRBUF_INIT }

/* Read the record at *s and go on behind it; false at the end.  Whoever
 * wrote it, the words are clean text (see utf8_clean). */
bool record_read(struct record *r, const char **s);
void record_release(struct record *r);

#endif
