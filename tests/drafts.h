/*
 * What the program keeps of what was being typed.
 */
#ifndef TESTS_DRAFTS_H
#define TESTS_DRAFTS_H

#include <stdbool.h>

/* From now on programs have a new HOME, with no draft in it. */
void drafts_new_home(void);

const char *drafts_folder(void);

/* The path of a draft, "" if there is none; more than one is wrong. */
const char *draft(void);
bool draft_holds(const char *text);

#endif
