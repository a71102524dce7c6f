/*
 * The table of formats, and the one way in and out.
 *
 * A writer prints rows of a project; a reader makes a project of its own
 * from a text.  Neither knows the file, the screen or the clock: the same
 * map gives the same bytes, always.
 */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include <stdio.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "format/report.h"
#include "model/project.h"

struct filter;

struct write_options {
	int64_t map;            /* 0: all maps */
	int width;              /* columns of text; 0: the format's own */
	bool ascii;
	const struct filter *filter;    /* of text; NULL: all is shown */
	const char *lanes;      /* of tables, see model/lanes.h; NULL: usual */
	const char *preset;     /* of slides: for whom; NULL: for all */
	bool excel;             /* tables as Excel likes them */
	bool raw;               /* ... with nothing put before = + - @ */
	/* Print all edits, oldest first, as JSON with commas between them;
	 * NULL: they are not wanted. */
	bool (*history)(FILE *out, void *arg, struct err *err);
	void *history_arg;
};

/* A text to read: `len` bytes, NUL behind them, as they came in; and what
 * the user tells of it. */
struct source {
	const char *name;       /* for messages */
	const char *text;
	size_t len;
	bool guess_emotion;     /* words such as "happy" become values */
	const char *columns;    /* "NAME=field" lines: what columns mean */
};

/* Bytes of the byte order mark that the text begins with: 3 or 0. */
size_t source_mark(const struct source *in);

/* Whether it is a text at all, in UTF-8; to be asked before any reader.  The
 * sentence says what it is instead, and where that shows. */
bool source_check(const struct source *in, struct err *err);

/* What the file is called without its folder and its ending, as a title. */
void source_title(const struct source *in, struct strbuf *out);

/* Without --map all maps are written; what is written is not text. */
enum { FORMAT_ALL_MAPS = 1, FORMAT_BINARY = 2 };

struct format {
	const char *name;       /* of --to and --from */
	const char *endings;    /* "mmd|mermaid"; the first is the usual one */
	const char *help;       /* msgid */
	int flags;
	bool (*write)(const struct project *p, const struct write_options *o,
		      FILE *out, struct err *err);
	bool (*read)(const struct source *in, struct project *into,
		     struct report *report, struct err *err);
	bool (*looks)(const struct source *in);  /* is the text of this kind? */
};

extern const struct format formats[];   /* ends with a NULL name */

const struct format *format_find(const char *name);
const struct format *format_by_ending(const char *path);
const struct format *format_by_content(const struct source *in);

#endif
