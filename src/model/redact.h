/*
 * Leaving out what is not for everyone's eyes: customers' quotes, who is in
 * charge, notes.
 */
#ifndef MODEL_REDACT_H
#define MODEL_REDACT_H

#include "model/project.h"

enum { REDACT_QUOTES = 1, REDACT_OWNERS = 2, REDACT_NOTES = 4 };

/* Read "quotes,notes", the value of --redact, into bits. */
bool redact_read(const char *words, unsigned *bits, struct err *err);

/* Take the values of the fields that `bits` name out of a row's. */
void redact_values(unsigned bits, enum entity e, struct values *v);

/* A copy of the project without them; the caller frees it. */
struct project *redact_project(const struct project *p, unsigned bits);

#endif
