/*
 * Projects to try formats on.  The caller frees them with project_free().
 */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include <stdio.h>

#include "format/format.h"
#include "model/project.h"

/* A small one with something of each entity; ids are fixed. */
struct project *sample_project(void);

/* One whose every row has every field, filled with what a careless format
 * would trip over.  Titles repeat. */
struct project *sample_nasty(void);

/* One read from an outline without its first line. */
struct project *sample_outline(const char *text);

/* What the writer prints of it: all of it, or one map.  The caller frees. */
typedef bool sample_writer(const struct project *p,
			   const struct write_options *o, FILE *out,
			   struct err *err);
char *sample_print(sample_writer *write, const struct project *p,
		   int64_t map);

/* The text as a source called "in". */
struct source sample_source(const char *text);

/* The file of this name in tests/golden; the caller frees it. */
char *sample_golden(const char *name);

#endif
