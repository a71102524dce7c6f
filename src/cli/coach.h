/*
 * What the commands of the coach have in common.
 */
#ifndef CLI_COACH_H
#define CLI_COACH_H

#include "model/coach.h"

/* The rule of this name; NULL with a sentence that lists the names. */
const struct rule *coach_rule(const char *name, struct err *err);

#endif
