/*
 * The history: edits as they were written, and undo and redo made of them.
 *
 * Undo and redo are edits like any other.  Each author has a stack of their
 * own, which is a query, so it survives a restart.
 */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "store/store.h"

struct entry {
	int64_t seq;
	int64_t time;           /* UTC, milliseconds */
	const char *author;
	const char *kind;       /* "plain", "undo", "import" ... */
	int64_t ref;            /* the edit it takes back, or 0 */
	const char *label;      /* for edit_shown() */
	int64_t changes;        /* how many */
};

const char *history_kind(enum edit_kind kind);
bool history_kind_known(const char *text);

/* Every edit after `after`, oldest first.  The entry lives for the call,
 * which must not wait for anybody: the file is being read meanwhile. */
bool history_each(struct store *s, int64_t after,
		  void (*visit)(const struct entry *entry, void *arg),
		  void *arg, struct err *err);

/* Which edits are meant: those of one author, those that changed one thing;
 * NULL and none stand for any. */
struct history_filter {
	const char *author;
	struct thing thing;
};

/* The last edits numbered below `before` that are meant, at most `most`, the
 * latest first.  The entry lives for the call, as above. */
bool history_back(struct store *s, int64_t before, int most,
		  const struct history_filter *filter,
		  void (*visit)(const struct entry *entry, void *arg),
		  void *arg, struct err *err);

/* Every other author with edits of their own numbered above `after` that are
 * not older than `since`: how many, and the time of the last; the latest comes
 * first.  Times are UTC in milliseconds; the name lives for the call. */
bool history_others(struct store *s, int64_t after, int64_t since,
		    void (*visit)(const char *author, int64_t edits,
				  int64_t last, void *arg),
		    void *arg, struct err *err);

/* Whether the edit changed this row. */
bool history_touches(struct store *s, int64_t seq, enum entity e,
		     int64_t id);

/* One edit with its changes, into an EDIT_INIT. */
bool history_read(struct store *s, int64_t seq, struct edit *out,
		  struct err *err);

/* All of the project as it was after an edit: the history up to there,
 * replayed from nothing.  NULL with a sentence when it does not hold. */
struct project *history_at(struct store *s, int64_t seq, struct err *err);

/* Take back the author's last edit, or the last undo.  `what` (may be NULL)
 * is appended the label of what was taken back or done again, as shown.
 * Refused, with who and what, when a later edit stands in the way. */
bool history_undo(struct store *s, struct strbuf *what, struct err *err);
bool history_redo(struct store *s, struct strbuf *what, struct err *err);

/* The field whose later text stood in the way of the last undo or redo, and
 * what it was to become; NULL: there was none, or something else did. */
struct refused {
	struct thing thing;
	int field;
	char *text;
};
const struct refused *history_refused(const struct store *s);

#endif
