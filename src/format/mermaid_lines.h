/*
 * The lines of a Mermaid file, without what is not for the diagram:
 * comments, `%%{init: ...}%%`, the front matter.
 */
#ifndef FORMAT_MERMAID_LINES_H
#define FORMAT_MERMAID_LINES_H

#include "format/mermaid_text.h"

struct mermaid_lines {
	const char *at;         /* the rest of the text */
	long line;              /* of the line taken last, from 1 */
	bool endless;           /* no `}%%` stands in the rest */
	struct span comment;    /* our comment's JSON, else empty */
	long dropped;           /* where the first comment was dropped, or 0 */
	long directive;         /* the same of a directive */
};

/* The next line, trimmed, whatever it is; false at the end. */
bool mermaid_line_any(struct mermaid_lines *l, struct span *line);

/* The next line with something on it that is no comment.  One of ours,
 * `%% cjm {...}`, comes as an empty line with `comment` set. */
bool mermaid_line(struct mermaid_lines *l, struct span *line);

#endif
