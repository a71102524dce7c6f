/*
 * Text on a page: it stays text, its lines break where they did, and web and
 * mail addresses in it can be clicked.
 */
#ifndef FORMAT_HTML_TEXT_H
#define FORMAT_HTML_TEXT_H

#include "base/strbuf.h"

void html_text(struct strbuf *out, const char *s);

#endif
