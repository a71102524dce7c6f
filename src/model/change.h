/*
 * Changes and edits: the one way anything is altered.
 *
 * A change is one row inserted, one row deleted, or one field of a row set.
 * An edit is a labelled list of changes that belong together; it is what
 * goes through the store's door, into the history, and back by undo.  An
 * edit owns its changes, and a change its texts and row.  No field of a row
 * is set twice in one edit.
 */
#ifndef MODEL_CHANGE_H
#define MODEL_CHANGE_H

#include "base/strbuf.h"
#include "model/project.h"

enum change_op { CHANGE_SET, CHANGE_INSERT, CHANGE_DELETE };

struct change {
	enum change_op op;
	enum entity entity;
	int64_t id;
	int field;              /* of a set */
	char *old, *new;        /* of a set */
	struct row *row;        /* inserted, or as it was when deleted */
};

enum edit_kind {
	EDIT_PLAIN, EDIT_UNDO, EDIT_REDO, EDIT_IMPORT, EDIT_MERGE, EDIT_BASE,
	EDIT_RESTORE
};

struct edit {
	enum edit_kind kind;
	int64_t ref;            /* undo, redo: the edit it takes back */
	char *label;            /* "Rename stage: Need"; see edit_shown() */
	struct change *changes;
	size_t count, cap;
	bool parts;             /* made of parts; see edit_settle() */
};

#define EDIT_INIT { EDIT_PLAIN, 0, NULL, NULL, 0, 0, false }

/* A label is a verb (an msgid marked with N_) and what it was done to. */
void edit_label(struct edit *e, const char *verb, const char *subject);
/* The label in the user's language, appended to `out`. */
void edit_shown(const char *label, struct strbuf *out);

/* One change in words, appended to `out`: "Phase: before -> after (stage
 * "Need")" with that arrow.  `after` is the project with the change done. */
void change_shown(const struct change *c, const struct project *after,
		  const char *arrow, struct strbuf *out);

/* Add a change.  A set to the value already there is left out. */
void edit_set(struct edit *e, const struct row *r, int field,
	      const char *text);
void edit_insert(struct edit *e, struct row *r);        /* takes r */
void edit_delete(struct edit *e, const struct row *r);
void edit_add(struct edit *e, const struct change *c);  /* takes its parts */

/* For an edit whose parts may set the same field: begin with edit_parts(),
 * and edit_settle() leaves only the last one's text, if it is another. */
void edit_parts(struct edit *e);
void edit_settle(struct edit *e);

/* Append the changes that take `e` back, in reverse order. */
void edit_invert(struct edit *out, const struct edit *e);

/* Alter the model.  False when a row or an old value is not as the change
 * says; the changes before it are then taken back. */
bool edit_apply(const struct edit *e, struct project *p);

void edit_release(struct edit *e);

#endif
