/*
 * The minutes of a workshop, in Markdown: what became of a map between two
 * moments, grouped by stage.
 *
 * Only the outcome is told, not each step: what was added and taken out
 * again in between does not appear.
 */
#ifndef FORMAT_MINUTES_H
#define FORMAT_MINUTES_H

#include <stdbool.h>
#include <stdio.h>

#include "model/project.h"

struct minutes {
	const struct project *before, *after;   /* with all their rows */
	int64_t map;            /* of one of them at least */
	const char *people;     /* who worked on it and when; "": unknown */
};

/* Whether anything on the map differs. */
bool minutes_due(const struct minutes *m);

/* Print them.  Labels come in the language that is spoken now. */
void minutes_write(const struct minutes *m, FILE *out);

#endif
