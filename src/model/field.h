/*
 * The fields table: what every entity has, said once.
 *
 * The form, the capture line, every format, the schema, the history and the
 * manual read these rows.  A field's number is its place in its entity's
 * table, so that row_text(row, STAGE_TITLE) is a plain index.  In memory
 * every field is a text, empty when nothing is known.
 */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum entity {
	PROJECT, PERSONA, MAP, STAGE, TOUCHPOINT, LANE, CELL, IMPROVEMENT,
	MEASURE, VOTE, ANSWER, SNAPSHOT, CONFLICT,
	ENTITIES
};

enum field_type {
	FIELD_LINE,             /* text on one line */
	FIELD_TEXT,             /* text of any number of lines */
	FIELD_WORDS,            /* a list: parts joined with "; " */
	FIELD_CHOICE,           /* the key of one of `choices` */
	FIELD_EMOTION,          /* -2 ... 2 */
	FIELD_INTEGER,          /* a whole number */
	FIELD_NUMBER,           /* a decimal number, kept as it was written */
	FIELD_DAY,              /* YYYY-MM-DD */
	FIELD_RANK,             /* see base/rank.h */
	FIELD_REF,              /* id of a row of `target` that must exist */
	FIELD_LINK              /* id of a row that may be gone */
};

struct choice {
	const char *key;        /* in the file and in formats, never changes */
	const char *label;      /* msgid */
};

struct field {
	const char *key;        /* column, JSON key, outline key */
	enum field_type type;
	char sigil;             /* of the capture line, or 0 */
	unsigned longest;       /* bytes; 0: the type's own limit */
	const char *label;      /* msgid; NULL: never shown in a form */
	const char *help;       /* msgid */
	const struct choice *choices;   /* ends with a NULL key */
	enum entity target;     /* of FIELD_REF and FIELD_LINK */
	bool required;          /* a row cannot be without it */
};

struct entity_info {
	const char *key;        /* table, JSON and change.entity */
	const char *label;      /* msgid */
	const struct field *fields;
	int count;
	int title;              /* the field a row is called by, or -1 */
	int rank;               /* the field of its order, or -1 */
	int parent;             /* the field of the row it hangs on, or -1 */
};

enum { FIELDS_MOST = 32, FIELD_LONGEST = 100000 };

enum { PROJECT_TITLE, PROJECT_LANGUAGE, PROJECT_UID, PROJECT_SETTINGS };
enum { PERSONA_NAME, PERSONA_NEEDS, PERSONA_GOALS, PERSONA_MOTIVES,
       PERSONA_PREFERENCES, PERSONA_BEHAVIOURS, PERSONA_QUOTE };
enum { MAP_TITLE, MAP_STATE, MAP_PERSONA, MAP_BRAND, MAP_GOAL, MAP_LANGUAGE,
       MAP_RANK, MAP_DERIVED };
enum { STAGE_MAP, STAGE_TITLE, STAGE_KIND, STAGE_PHASE, STAGE_WANT,
       STAGE_RANK };
enum { TOUCHPOINT_MAP, TOUCHPOINT_STAGE, TOUCHPOINT_TITLE, TOUCHPOINT_CHANNEL,
       TOUCHPOINT_CONTEXT, TOUCHPOINT_NEED, TOUCHPOINT_EMOTION,
       TOUCHPOINT_PAIN, TOUCHPOINT_OPPORTUNITY, TOUCHPOINT_QUOTE,
       TOUCHPOINT_CONTENT, TOUCHPOINT_GOAL, TOUCHPOINT_PLACE, TOUCHPOINT_FORM,
       TOUCHPOINT_MEDIA, TOUCHPOINT_ORIGIN, TOUCHPOINT_DIRECTION,
       TOUCHPOINT_WHEN, TOUCHPOINT_DECISION, TOUCHPOINT_EXPECTATION,
       TOUCHPOINT_EVIDENCE, TOUCHPOINT_SOURCE, TOUCHPOINT_ACTORS,
       TOUCHPOINT_OWNER, TOUCHPOINT_TAGS, TOUCHPOINT_REVIEW,
       TOUCHPOINT_NOTES, TOUCHPOINT_RANK, TOUCHPOINT_DERIVED,
       TOUCHPOINT_FIELDS };
enum { LANE_MAP, LANE_TITLE, LANE_RANK };
enum { CELL_LANE, CELL_STAGE, CELL_TEXT };
enum { IMPROVEMENT_MAP, IMPROVEMENT_TOUCHPOINT, IMPROVEMENT_TEXT,
       IMPROVEMENT_KIND, IMPROVEMENT_PRACTICE, IMPROVEMENT_REFERENCE,
       IMPROVEMENT_OWNER, IMPROVEMENT_DUE, IMPROVEMENT_STEP,
       IMPROVEMENT_MEASURE, IMPROVEMENT_UNIT, IMPROVEMENT_BEFORE,
       IMPROVEMENT_TARGET, IMPROVEMENT_AFTER, IMPROVEMENT_VERDICT,
       IMPROVEMENT_PLAN_B, IMPROVEMENT_RANK };
enum { MEASURE_TOUCHPOINT, MEASURE_NAME, MEASURE_UNIT, MEASURE_DAY,
       MEASURE_VALUE };
enum { VOTE_TOUCHPOINT, VOTE_VOTER, VOTE_NUMBER };
enum { ANSWER_RULE, ANSWER_PLACE, ANSWER_NOTE };
enum { SNAPSHOT_NAME, SNAPSHOT_EDIT };
enum { CONFLICT_ENTITY, CONFLICT_ROW, CONFLICT_FIELD, CONFLICT_OURS,
       CONFLICT_THEIRS };

extern const struct entity_info entities[ENTITIES];

const struct field *field_of(enum entity e, int field);

/* Whether the file and JSON hold it as a whole number, not as a text. */
bool field_is_integer(const struct field *f);

/* The number of the field or entity with this key, or -1. */
int field_find(enum entity e, const char *key, size_t len);
int entity_find(const char *key, size_t len);

/* The field that people call by this name, or -1: its key, its label in the
 * user's language, or another name for it (see alias.h), without regard to
 * case and marks.  "painPoints" and "Pain points (top 3)" are "pain points". */
int field_named(enum entity e, const char *name);

/* All that it may be, a bit for each field: "touchpoint" is what happens and
 * where. */
uint32_t fields_named(enum entity e, const char *name);

/* Whether `text` may be the field's value: its type's form, its length, one
 * of its choices.  The sentence names the field by its label. */
bool field_check(enum entity e, int field, const char *text, struct err *err);

/* Whether it is a day of the calendar, as FIELD_DAY wants it. */
bool field_is_day(const char *text);

/* The choice's label in the user's language, or the text itself. */
const char *field_shown(const struct field *f, const char *text);

/* An emotion's text as a number; "" and anything else are unknown. */
enum { EMOTION_UNKNOWN = 99 };
int emotion_value(const char *text);
const char *emotion_text(int value);    /* "-2" ... "2", "" */
const char *emotion_shown(int value);   /* "-2" ... "+2", "?" */
const char *emotion_label(int value);   /* in words, translated */

#endif
