/*
 * A text from outside, read as a project.
 */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include "base/strbuf.h"
#include "format/format.h"

/* What a source is called in messages: "-" is standard input. */
const char *source_name(const char *path);

/* Read the file, or standard input for "-", into an empty project.  The
 * format is `f`, else what the ending tells, else what the text looks like.
 * What the reader repaired or left out is said. */
bool source_read(const char *path, const struct format *f,
		 struct project *into, struct err *err);

/* Append "outline, json": the formats that can be read, or be written. */
void source_formats(bool read, struct strbuf *out);

#endif
