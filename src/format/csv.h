/*
 * Comma-separated values (RFC 4180), record by record.
 *
 *	struct csv c;
 *
 *	csv_open(&c, in);
 *	while (csv_next(&c))
 *		puts(csv_text(&c, 0));
 *	ok = csv_close(&c, err);
 *
 * Between the cells stands a comma, a semicolon or a tab: whichever the first
 * line has most of, or what a first line "sep=;" says.  A cell in quotation
 * marks may hold line ends; lines without any cell are passed over.  A text
 * that ends inside a quotation is the only failure: csv_next() is false then,
 * as at the end, and csv_close() tells.
 *
 * Spreadsheets take a cell that begins with = + - @ for a formula, so those
 * that write for them put an apostrophe before it; csv_unguard() takes it off
 * again.
 */
#ifndef FORMAT_CSV_H
#define FORMAT_CSV_H

#include <stdio.h>

#include "base/strbuf.h"
#include "format/format.h"

struct csv_cell {
	size_t start, len;      /* in `text`; a NUL is behind it */
	const char *at;         /* where it begins in the source */
};

struct csv {
	const char *name, *start, *at, *end;    /* of the source */
	char delimiter;
	long line;                      /* where the record begins, from 1 */
	long lines;                     /* line ends before `at` */
	struct csv_cell *cells;         /* of the record */
	size_t count, cap;
	struct strbuf text;
	struct err err;
};

void csv_open(struct csv *c, const struct source *in);
bool csv_next(struct csv *c);
bool csv_close(struct csv *c, struct err *err);

/* The text of a cell of this record, "" where it has none; borrowed until
 * the next record. */
const char *csv_text(const struct csv *c, size_t cell);

/* Where the cell begins: its line and column, from 1. */
void csv_place(const struct csv *c, size_t cell, long *line, long *column);

/* The text without the apostrophe of csv_write(). */
const char *csv_unguard(const char *text);

/* How cells are written. */
struct csv_style {
	char delimiter;
	const char *end;        /* of a line */
	bool raw;               /* no apostrophes */
};

/* What the options ask for; begins the file. */
struct csv_style csv_begin(const struct write_options *o, FILE *out);

void csv_write(const struct csv_style *s, const char *text, FILE *out);

#endif
