/*
 * Whether a text is well-formed XML, as far as our writers go: one tree of
 * elements with quoted attributes, of which none is given twice; no comments
 * or sections of raw text.
 */
#ifndef TESTS_XML_CHECK_H
#define TESTS_XML_CHECK_H

#include <stddef.h>

/* Fails the test with what is wrong and where. */
void assert_xml(const char *text);

/* How often a part occurs. */
size_t count_of(const char *text, const char *part);

#endif
