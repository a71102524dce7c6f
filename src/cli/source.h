/*
 * A text from outside, read as a project.
 */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include "base/strbuf.h"
#include "format/format.h"

/* What a source is called in messages: "-" is standard input. */
const char *source_name(const char *path);

struct reading {
	const struct format *format;    /* NULL: what the ending tells, else
					 * what the text looks like */
	bool guess_emotion;
	const char *columns;            /* see struct source */
	struct project *into;           /* empty */
	struct origin origin;           /* comes back */
};

/* Read the file, or standard input for "-".  What the reader repaired or left
 * out is said. */
bool source_read(const char *path, struct reading *r, struct err *err);

/* Append "outline, json": the formats that can be read, or be written. */
void source_formats(bool read, struct strbuf *out);

#endif
