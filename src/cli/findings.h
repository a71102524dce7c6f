/*
 * What the coach found, printed for people: place by place along the
 * journey, then what each rule is about, once.
 */
#ifndef CLI_FINDINGS_H
#define CLI_FINDINGS_H

#include <stdio.h>

#include "model/coach.h"

void findings_print(FILE *out, const struct coach *c,
		    const struct findings *found);

#endif
