/*
 * Times of the day as people read them.
 */
#ifndef TUI_CLOCK_H
#define TUI_CLOCK_H

#include <stdint.h>

#include "base/strbuf.h"

/* Append "14:02", or with its day when that is not today, of a time in
 * seconds since 1970. */
void clock_text(int64_t seconds, struct strbuf *out);

#endif
