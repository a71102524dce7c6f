/*
 * Text as it stands in Markdown: what must be escaped to stay text, and what
 * a reader would see of somebody's marks.
 */
#ifndef FORMAT_MARKDOWN_TEXT_H
#define FORMAT_MARKDOWN_TEXT_H

#include "base/strbuf.h"

/* Append text so that it is nothing but text anywhere in a line, except where
 * the line begins: no mark, no link, no formula, no emoji code, no HTML.  A
 * new line becomes `new_line`, a tab a blank. */
void markdown_escape(const char *s, const char *new_line, struct strbuf *out);

/* Append what `len` bytes of one line say: without emphasis, with escapes
 * and entities resolved, <br> as a new line, "[text](address)" as
 * "text (address)".  What is no mark stays as it is. */
void markdown_plain(const char *s, size_t len, struct strbuf *out);

#endif
