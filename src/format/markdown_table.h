/*
 * What a table in a Markdown text tells of a map, and telling it.
 */
#ifndef FORMAT_MARKDOWN_TABLE_H
#define FORMAT_MARKDOWN_TABLE_H

#include "format/markdown_block.h"
#include "format/sheet.h"

enum table_kind {
	TABLE_UNKNOWN,
	TABLE_STAGES_ACROSS,    /* a column for each stage, lanes down */
	TABLE_STAGES_DOWN,      /* a row for each stage or touchpoint of it */
	TABLE_OF_STAGE,         /* two columns: label, text */
	TABLE_TOUCHPOINTS       /* a row for each touchpoint of one stage */
};

/* A table of stages in which no other name is known is one only if `guess`
 * is set. */
enum table_kind markdown_table_kind(struct sheet *s, const struct block *b,
				    bool guess);

/* Tell the sheet what stands in it. */
void markdown_table_say(struct sheet *s, const struct block *b,
			enum table_kind kind);

#endif
