/*
 * Text inside XML: the pages, pictures and slides are all written in it.
 */
#ifndef FORMAT_XML_H
#define FORMAT_XML_H

#include "base/strbuf.h"

/* Append a text so that it stays text, between tags and in an attribute in
 * double quotes: marks are escaped, characters that XML cannot hold or that
 * disguise what is written are left out. */
void xml_text(struct strbuf *out, const char *s);

#endif
