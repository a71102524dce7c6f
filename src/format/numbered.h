/*
 * Lines that begin with a number or another mark of a list: "2. pays",
 * "- pays", "• pays".
 */
#ifndef FORMAT_NUMBERED_H
#define FORMAT_NUMBERED_H

#include <stddef.h>

/* Bytes of the mark that the text begins with, blanks behind it included, or
 * 0.  Its number goes to `number` (may be NULL), 0 for a mark without one. */
size_t numbered_mark(const char *text, long *number);

/* The number of the touchpoint, up to `most`, that the line at s is of, if it
 * comes behind `last`; else 0.  What follows is at s + *len. */
long numbered_line(const char *s, long last, long most, size_t *len);

#endif
