/*
 * Calls of cjm that tests make again and again.
 */
#ifndef TESTS_CLI_CALLS_H
#define TESTS_CLI_CALLS_H

#include "run.h"

/* A call that must succeed without a word on standard error; what it
 * printed, which the caller frees. */
char *said(const char *const words[]);

/* The same; what it printed does not matter. */
void calls(const char *const words[]);

/* A call that must end with this status, print nothing, and explain itself
 * in one line that begins with "cjm: " and holds `part`. */
void refused(const char *const words[], int status, const char *part);

/* A new file with the default template's map, in English. */
const char *new_map(void);

void assert_has(const char *text, const char *part);
void assert_has_not(const char *text, const char *part);

#endif
