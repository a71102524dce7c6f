/*
 * A Mermaid journey, taken apart into what its lines say.
 *
 * Nothing of our model is known here.  Texts are decoded, never NULL unless
 * said so, and owned by the struct.
 */
#ifndef FORMAT_MERMAID_PARSE_H
#define FORMAT_MERMAID_PARSE_H

#include "base/err.h"
#include "format/mermaid_task.h"

enum mermaid_kind { MERMAID_SECTION, MERMAID_TASK, MERMAID_COMMENT };

struct mermaid_item {
	enum mermaid_kind kind;
	long line;
	struct mermaid_task task;       /* of the others only the name: the
					 * label, the JSON of `%% cjm {...}` */
};

/* A text that is there once; NULL and line 0 when it is not. */
struct mermaid_text {
	char *text;
	long line;
};

struct mermaid {
	struct mermaid_text title, front_title, accessible_title;
	struct mermaid_text description;        /* accDescr */
	struct mermaid_item *items;             /* in the order of the file */
	size_t count, cap;
	long wrong;             /* the line that was refused */
};

/* Take apart a text that utf8_clean() made.  Each repair and all that is
 * dropped goes into the report.  False when Mermaid and we both cannot say
 * what is meant, in the line m->wrong.  Release `m` in any case. */
bool mermaid_parse(const char *text, struct mermaid *m, struct report *report,
		   struct err *err);
void mermaid_release(struct mermaid *m);

/* Whether the text has what comes before a journey, and the word. */
bool mermaid_begins(const char *text);

#endif
