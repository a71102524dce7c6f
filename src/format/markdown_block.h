/*
 * A Markdown text as blocks: headings, tables, and lines.
 *
 * We read it ourselves, since what libraries hand out has lost what must not
 * be lost: cells beyond the header's, and the column where something stands.
 */
#ifndef FORMAT_MARKDOWN_BLOCK_H
#define FORMAT_MARKDOWN_BLOCK_H

#include <stdbool.h>

#include "base/strbuf.h"

enum block_kind {
	BLOCK_HEADING,          /* level 1 to 6; text */
	BLOCK_TABLE,            /* rows */
	BLOCK_ITEM,             /* of a list; level: columns it is set in by */
	BLOCK_QUOTE,
	BLOCK_TEXT              /* a line of it, its marks still there; also
				 * what an item's and a quote's text is */
};

struct block_row {
	char **cells;           /* as they read, without marks */
	size_t count, cap;
	long line;
};

struct block {
	enum block_kind kind;
	int level;
	long line;              /* from 1 */
	char *text;             /* NULL for a table */
	struct block_row *rows; /* the header first */
	size_t count, cap;
};

struct blocks {
	struct block *at;
	size_t count, cap;
	char *title;            /* of the front matter; NULL: none */
};

#define BLOCKS_INIT { NULL, 0, 0, NULL }

/* Read a clean text (see utf8_clean). */
void blocks_read(struct blocks *b, const char *text);
void blocks_release(struct blocks *b);

/* Tell "**Label:** text" or "Label: text" apart, both as they read and the
 * caller's.  Without a colon in a line that is not bold, false; the text may
 * be "". */
bool block_label(const char *raw, char **label, char **text);

/* What a raw line reads as; the caller frees it. */
char *block_plain(const char *raw);

#endif
