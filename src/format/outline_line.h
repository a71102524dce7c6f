/*
 * The lines of an outline, and how a text of any kind fits into them.
 *
 * An entry is a line together with the lines beginning with `|` that
 * continue its value.  Blank lines and comments are no entries.
 */
#ifndef FORMAT_OUTLINE_LINE_H
#define FORMAT_OUTLINE_LINE_H

#include <stdbool.h>

#include "base/strbuf.h"

enum outline_kind {
	OUTLINE_MAP,            /* # value */
	OUTLINE_STAGE,          /* ## value */
	OUTLINE_TOUCHPOINT,     /* - value, a capture line left as it is */
	OUTLINE_PAIR,           /* key: value */
	OUTLINE_OTHER           /* none of these; the value is the line */
};

struct outline_entry {
	enum outline_kind kind;
	long line;              /* in the text, from 1 */
	int indent;             /* columns; a tab is two */
	struct strbuf key;
	struct strbuf value;
};

#define OUTLINE_ENTRY_INIT { OUTLINE_OTHER, 0, 0, STRBUF_INIT, STRBUF_INIT }

/* What is left to read of a clean text (see utf8_clean). */
struct outline_lines {
	const char *at;
	long line;              /* of the line taken last */
};

/* Read the next entry into `e`, which is used again and again and released
 * with outline_entry_release().  False at the end. */
bool outline_next(struct outline_lines *l, struct outline_entry *e);
void outline_entry_release(struct outline_entry *e);

/* Append s as the value of an entry; the lines that continue it stand
 * `indent` columns in. */
void outline_escape(const char *s, int indent, struct strbuf *out);

#endif
