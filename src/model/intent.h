/*
 * Intents: what somebody wants, before it is an edit.
 *
 * A key, a subcommand or an import fills one of these structs and hands it
 * to the store, which asks it to build the edit from the model as it is now;
 * if another process got in between, it is asked again.  So an intent holds
 * ids and borrowed texts, never rows.  Each begins with a struct intent.
 *
 * build() appends changes to the edit and sets its label.  It fails with a
 * sentence when what is wanted makes no sense (a row that is gone, a value
 * that is not allowed); it may build an edit without changes, then nothing
 * is written.
 */
#ifndef MODEL_INTENT_H
#define MODEL_INTENT_H

#include "model/change.h"

struct intent {
	bool (*build)(const struct intent *self, const struct project *p,
		      struct edit *e, struct err *err);
};

/* Set fields of one row: pairs of field and text. */
struct set_intent {
	struct intent intent;
	enum entity entity;
	int64_t id;
	const char *verb;               /* msgid; NULL: "Edit <entity>" */
	int count;
	struct { int field; const char *text; } set[FIELDS_MOST];
};
void intent_set(struct set_intent *i, enum entity e, int64_t id);
void intent_set_field(struct set_intent *i, int field, const char *text);

/* Add one row under a parent, at a place in its list. */
enum { AT_END = -1 };
struct add_intent {
	struct intent intent;
	enum entity entity;
	int64_t id;                     /* of the new row, chosen by init */
	long at;                        /* index, or AT_END */
	struct values values;           /* parent fields included, no rank */
};
void intent_add(struct add_intent *i, enum entity e);

/* Delete one row and what hangs on it.  The touchpoints of a stage go to the
 * parking lot; those of a map go with it. */
struct delete_intent {
	struct intent intent;
	enum entity entity;
	int64_t id;
};
void intent_delete(struct delete_intent *i, enum entity e, int64_t id);

/* Move a row to a place in the list of `parent`.  For a touchpoint `parent`
 * is a stage, or 0 for the parking lot; else it is ignored. */
struct move_intent {
	struct intent intent;
	enum entity entity;
	int64_t id;
	int64_t parent;
	long at;                        /* index with the row taken out */
};
void intent_move(struct move_intent *i, enum entity e, int64_t id,
		 int64_t parent, long at);

/* Several intents as one edit, in order.  Each finds the rows as they were
 * before all of them, but lists as those before it leave them; of several
 * that set a field the last one counts. */
struct many_intent {
	struct intent intent;
	const char *verb, *subject;
	const struct intent **parts;
	size_t count;
};
void intent_many(struct many_intent *i, const char *verb, const char *subject,
		 const struct intent **parts, size_t count);

/* What a lane of the map's own says of a stage; "" empties the cell. */
struct cell_intent {
	struct intent intent;
	int64_t lane, stage;
	const char *text;
};
void intent_cell(struct cell_intent *i, int64_t lane, int64_t stage,
		 const char *text);

/* What a text that was read tells of the rows in it. */
struct origin {
	bool ids;                       /* ids are its own, not made for it */
	uint32_t told[ENTITIES];        /* fields, a bit each, that are meant
					 * to be empty where they are */
};

/* It tells of all fields; of ranks, too, or only of the order. */
void origin_all(struct origin *o, bool ranks);

/* Put everything of another project into this one: rows that are here (see
 * import_match.h) are brought to the other's values, the rest is inserted;
 * nothing is deleted.  Maps keep their place, new ones come last. */
struct import_intent {
	struct intent intent;
	const struct project *from;
	const char *source;             /* for the label */
	struct origin origin;           /* ids and ranks, unless it is set */
	int64_t map;                    /* what its first map is here, or 0 */
};
void intent_import(struct import_intent *i, const struct project *from,
		   const char *source);

#endif
