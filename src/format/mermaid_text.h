/*
 * Text as it stands in a Mermaid file: white space as JavaScript knows it,
 * entities such as `#35;`, and the characters that must be written so.
 */
#ifndef FORMAT_MERMAID_TEXT_H
#define FORMAT_MERMAID_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

struct span {                   /* a part of somebody's text */
	const char *s;
	size_t len;
};

struct span span_of(const char *s);
struct span span_from(struct span t, size_t start);
struct span span_to(struct span t, size_t end);
struct span span_trim(struct span t);
size_t span_blank(struct span t);       /* bytes of the blank it begins with */
bool span_equal(struct span a, struct span b);
/* Whether it begins with the word, in any case. */
bool span_begins(struct span t, const char *word);

/* Bytes of the entity at the beginning, 0 if there is none.  `codepoint` is
 * 0 for `#name;` with a name nobody knows: that is text, but whole. */
size_t mermaid_entity(struct span t, unsigned *codepoint);

/* Where the first of `marks` stands outside entities, or t.len. */
size_t mermaid_find(struct span t, const char *marks);

/* The trimmed text with its entities resolved; `<br>` becomes a newline when
 * `lines` is set, else a blank.  The caller frees it. */
char *mermaid_decoded(struct span t, bool lines);

/* Append text so that Mermaid takes it as nothing but text. */
enum mermaid_place {
	MERMAID_TITLE,          /* title, accDescr */
	MERMAID_SECTION_NAME, MERMAID_TASK_NAME, MERMAID_ACTOR
};
void mermaid_encode(struct span t, enum mermaid_place place,
		    struct strbuf *out);

#endif
