/*
 * How much room text takes in a proportional font.
 *
 * Nobody knows in which font a slide or a picture will be shown, so widths
 * are estimates: those of the usual fonts without serifs, rather too wide
 * than too narrow.  They are thousandths of the letters' size.
 */
#ifndef FORMAT_TYPESET_H
#define FORMAT_TYPESET_H

#include "layout/wrap.h"

/* The width of a text on one line. */
int typeset_width(const char *s);

/* Break a text into lines of at most this width: the lines come from
 * wrap_next(), and this is how many there are. */
void typeset_start(struct wrap *w, const char *text, int width);
int typeset_lines(const char *text, int width);

#endif
