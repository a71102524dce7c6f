/*
 * What readers of formats make of a text.
 */
#ifndef TESTS_READINGS_H
#define TESTS_READINGS_H

#include "format/format.h"
#include "sample.h"

struct reading {
	struct project *p;
	struct report report;
	struct err err;         /* "" if it was read */
};

typedef bool readings_reader(const struct source *in, struct project *into,
			     struct report *report, struct err *err);

/* Read a text, called "in", or a source; release the result. */
struct reading readings_read(readings_reader *read, const char *text);
struct reading readings_source(readings_reader *read,
			       const struct source *in);
void readings_release(struct reading *r);

/* What the writer prints with these options; the caller frees it. */
char *readings_print(sample_writer *write, const struct project *p,
		     const struct write_options *o);

/* The touchpoint of this title; there is one. */
const struct row *readings_touchpoint(const struct reading *r,
				      const char *title);

/* The stages of the first map: "Need: one, two | Use: | -: parked". */
void assert_titles(const struct reading *r, const char *wanted);

/* There is a remark on this line that holds the text. */
void assert_remark(const struct reading *r, long line, const char *part);

#endif
