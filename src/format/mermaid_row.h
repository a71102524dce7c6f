/*
 * Rows as Mermaid comments, `%% cjm {"stage":{"id":1,...}}`, and how their
 * fields look in the visible lines.
 *
 * The map a row belongs to is the diagram's, so a comment does not say it.
 */
#ifndef FORMAT_MERMAID_ROW_H
#define FORMAT_MERMAID_ROW_H

#include "base/strbuf.h"
#include "format/draft.h"
#include "format/report.h"

enum { MERMAID_VERSION = 1 };           /* of {"cjm":1} */
enum { MERMAID_MIDDLE = 3 };            /* drawn for an unknown emotion */
#define MERMAID_NO_NAME "…"             /* drawn for a title of blanks */

/* Append the JSON, without `%`, `<`, `>`, `&`. */
void mermaid_row_write(const struct row *r, struct strbuf *out);

/* Read a comment's JSON.  False when it holds no row, or none that can be
 * read; what is wrong with it goes into the report.  Else release the
 * draft; its id is 0 when the comment had none. */
bool mermaid_row_read(const char *json, long line, struct draft *d,
		      struct report *report);

/* Append the actors one by one: trimmed, none of them empty, with `between`
 * between them; each is appended by `add`. */
void mermaid_actors(const char *actors, const char *between,
		    void (*add)(const char *s, size_t len,
				struct strbuf *out),
		    struct strbuf *out);

/* Whether a visible line says what the field of a comment says. */
bool mermaid_same(enum entity e, int field, const char *visible,
		  const char *comment);

#endif
