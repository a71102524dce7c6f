#include "format/json_other.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "format/json_value.h"
#include "format/sheet.h"

enum { DEEPEST = 4 };           /* where maps are looked for */

/* What others call the text that an object is about; a touchpoint's stage is
 * not its name. */
static const char *const names[] = {
	"title", "name", "label", "claim", "text", "action", "description",
	NULL
};
static const char *const stage_names[] = {
	"title", "name", "label", "stage", "phase", "step", "claim", "text",
	NULL
};

/* What is nobody's business but the program's that wrote it. */
static const char *const internals[] = { "id", "color", "colour", "icon" };

static const char *key_among(json_t *object, const char *const keys[])
{
	for (; *keys; keys++)
		if (json_is_string(json_object_get(object, *keys)))
			return *keys;
	return NULL;
}

static const char *name_key(json_t *object)
{
	return key_among(object, names);
}

static const char *name_of(json_t *object)
{
	const char *key = name_key(object);

	return key ? json_string_value(json_object_get(object, key)) : "";
}

static const char *stage_of(json_t *stage)
{
	const char *key = key_among(stage, stage_names);

	if (json_is_string(stage))
		return json_string_value(stage);
	return key ? json_string_value(json_object_get(stage, key)) : "";
}

static void add_value(json_t *value, struct strbuf *out);

/* "curious (intensity: 0.7)", or "engagement: 45; satisfaction: 58" */
static void add_object(json_t *object, struct strbuf *out)
{
	const char *main = name_key(object), *key, *between = "";
	json_t *value;

	if (main)
		strbuf_addf(out, "%s", name_of(object));
	json_object_foreach(object, key, value) {
		if (json_is_null(value) || (main && !strcmp(key, main)))
			continue;
		if (!*between && main)
			strbuf_addstr(out, " (");
		strbuf_addf(out, "%s%s: ", between, key);
		between = "; ";
		add_value(value, out);
	}
	if (main && *between)
		strbuf_addch(out, ')');
}

/* A value as people read it; the parts of a list with ", " between them. */
static void add_value(json_t *value, struct strbuf *out)
{
	json_t *part;
	size_t i;

	if (json_is_array(value)) {
		json_array_foreach(value, i, part) {
			strbuf_addstr(out, i ? ", " : "");
			add_value(part, out);
		}
	} else if (json_is_object(value)) {
		add_object(value, out);
	} else if (json_is_boolean(value)) {
		strbuf_addstr(out, json_is_true(value) ? "true" : "false");
	} else {
		json_add_text(value, out);
	}
}

static bool is_internal(const char *key)
{
	for (size_t i = 0; i < ARRAY_LEN(internals); i++)
		if (!strcmp(key, internals[i]))
			return true;
	return false;
}

/* "painPoints" as "pain points", "user_actions" as "user actions". */
static char *label_of(const char *key)
{
	struct strbuf label = STRBUF_INIT;

	for (const char *s = key; *s; s++) {
		bool hump = *s >= 'A' && *s <= 'Z' && s > key &&
			    s[-1] >= 'a' && s[-1] <= 'z';

		if (hump)
			strbuf_addch(&label, ' ');
		strbuf_addch(&label, hump ? (char)(*s - 'A' + 'a') :
				     *s == '_' ? ' ' : *s);
	}
	return strbuf_detach(&label);
}

/* Each part of a list on a line; what nobody knows and is no text is told
 * without a label. */
static void say(struct sheet *s, const char *key, json_t *value)
{
	struct strbuf text = STRBUF_INIT;
	char *label = label_of(key);
	bool plain = json_is_string(value) || json_is_array(value) ||
		     json_is_object(value);
	json_t *part;
	size_t i;

	if ((is_internal(key) || !plain) && !sheet_knows(s, label)) {
		if (!json_is_null(value)) {
			strbuf_addf(&text, "%s: ", key);
			add_value(value, &text);
		}
		sheet_say(s, NULL, text.s, 0);
	} else if (json_is_array(value)) {
		json_array_foreach(value, i, part) {
			strbuf_addstr(&text, i ? "\n" : "");
			add_value(part, &text);
		}
		sheet_say(s, label, text.s, 0);
	} else {
		add_value(value, &text);
		sheet_say(s, label, text.s, 0);
	}
	free(label);
	strbuf_release(&text);
}

/* Say all of the object's members but its name and `but` (may be NULL). */
static void say_members(struct sheet *s, json_t *object, const char *name,
			const char *but)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
		if ((!name || strcmp(key, name)) && (!but || strcmp(key, but)))
			say(s, key, value);
}

static void say_touchpoint(struct sheet *s, json_t *object, const char *but)
{
	const char *name = name_key(object);

	sheet_touchpoint(s);
	if (name)
		sheet_say(s, "title", name_of(object), 0);
	say_members(s, object, name, but);
	sheet_whole(s);
}

/* Whether an object tells more than a text with a remark would. */
static bool tells(struct sheet *s, json_t *object)
{
	const char *name = name_key(object), *key;
	bool tells = false;
	json_t *value;

	if (!name)
		return false;
	json_object_foreach(object, key, value) {
		char *label = label_of(key);

		tells |= strcmp(key, name) && strcmp(key, "evidence") &&
			 sheet_knows(s, label);
		tells |= json_is_object(value) ||
			 json_is_object(json_array_get(value, 0));
		free(label);
	}
	return tells;
}

/* Whether it is a list of touchpoints with something to tell of them. */
static bool is_list_of_touchpoints(struct sheet *s, json_t *value)
{
	size_t i, telling = 0;
	json_t *part;

	json_array_foreach(value, i, part)
		telling += json_is_object(part) && tells(s, part);
	return telling && 2 * telling >= json_array_size(value);
}

static void say_of_stage(struct sheet *s, json_t *stage)
{
	const char *name = key_among(stage, stage_names), *key;
	json_t *value, *part;
	size_t i;

	json_object_foreach(stage, key, value) {
		if (name && !strcmp(key, name))
			continue;
		if (!is_list_of_touchpoints(s, value)) {
			say(s, key, value);
			continue;
		}
		json_array_foreach(value, i, part) {
			if (json_is_object(part))
				say_touchpoint(s, part, NULL);
			else
				say(s, "title", part);
		}
	}
}

/* The member that is the list of stages, and its key. */
static json_t *stages_of(json_t *object, const char **key)
{
	const char *k;
	json_t *value;

	json_object_foreach(object, k, value) {
		char *label = label_of(k);
		bool stages = json_is_array(value) && sheet_is_stage(label) &&
			      *stage_of(json_array_get(value, 0));

		free(label);
		if (stages) {
			*key = k;
			return value;
		}
	}
	return NULL;
}

/* The cells of a lane as long as the stages: a list of them, or an object
 * that has such a list.  NULL: it is none. */
static json_t *cells_of(json_t *value, size_t stages)
{
	const char *key;
	json_t *member;

	if (json_is_array(value))
		return json_array_size(value) == stages ? value : NULL;
	json_object_foreach(value, key, member)
		if (json_is_array(member) &&
		    json_array_size(member) == stages)
			return member;
	return NULL;
}

static void say_lane(struct sheet *s, json_t *stages, const char *label,
		     json_t *cells)
{
	int pass = sheet_pass(s);
	json_t *stage;
	size_t i;

	json_array_foreach(stages, i, stage) {
		sheet_stage(s, stage_of(stage), pass, 0);
		say(s, label, json_array_get(cells, i));
	}
}

/* "lanes": [{"title": "Pain", "cells": [...]}], or "pain": [...] */
static bool say_lanes(struct sheet *s, json_t *stages, const char *key,
		      json_t *value)
{
	size_t count = json_array_size(stages), i;
	char *label = label_of(key);
	bool known = sheet_knows(s, label), all = json_array_size(value) > 0;
	json_t *part;

	free(label);
	if (known && count > 1 && cells_of(value, count)) {
		say_lane(s, stages, key, cells_of(value, count));
		return true;
	}
	json_array_foreach(value, i, part)
		all &= json_is_object(part) && *name_of(part) &&
		       cells_of(part, count);
	if (!all)
		return false;
	json_array_foreach(value, i, part)
		say_lane(s, stages, name_of(part), cells_of(part, count));
	return true;
}

static void read_map(struct sheet *s, json_t *map, json_t *stages,
		     const char *key)
{
	const char *name = name_key(map), *k;
	int pass = sheet_pass(s);
	json_t *stage, *value;
	size_t i;

	if (name)
		sheet_map(s, name_of(map), 0);
	json_array_foreach(stages, i, stage) {
		sheet_stage(s, stage_of(stage), pass, 0);
		if (json_is_object(stage))
			say_of_stage(s, stage);
	}
	json_object_foreach(map, k, value) {
		if (!strcmp(k, key) || (name && !strcmp(k, name)))
			continue;
		if (say_lanes(s, stages, k, value))
			continue;
		sheet_part(s, SHEET_FACTS, "", 0);
		say(s, k, value);
	}
}

/* Touchpoints of which each may name its stage. */
static void read_touchpoints(struct sheet *s, json_t *list)
{
	json_t *part;
	size_t i;

	json_array_foreach(list, i, part) {
		json_t *stage = json_object_get(part, "stage");
		const char *key = json_is_string(stage) ? "stage" : "phase";

		stage = json_object_get(part, key);
		if (json_is_string(stage))
			sheet_stage(s, json_string_value(stage), 0, 0);
		else
			sheet_part(s, SHEET_PARKED, "", 0);
		if (json_is_object(part))
			say_touchpoint(s, part, stage ? key : NULL);
		else
			say(s, "title", part);
	}
}

static bool read_any(struct sheet *s, json_t *value, int depth);

/* A map that is a list of touchpoints, below whatever name. */
static bool read_list(struct sheet *s, json_t *object)
{
	const char *name = name_key(object), *key, *of = NULL;
	json_t *value;

	json_object_foreach(object, key, value)
		if (!of && is_list_of_touchpoints(s, value))
			of = key;
	if (!of)
		return false;
	if (name)
		sheet_map(s, name_of(object), 0);
	read_touchpoints(s, json_object_get(object, of));
	sheet_part(s, SHEET_FACTS, "", 0);
	say_members(s, object, name, of);
	return true;
}

static bool read_object(struct sheet *s, json_t *object, int depth)
{
	const char *key = NULL;
	json_t *stages = stages_of(object, &key), *value;
	bool any = false;

	if (stages) {
		read_map(s, object, stages, key);
		return true;
	}
	json_object_foreach(object, key, value)
		any |= read_any(s, value, depth - 1);
	return any || read_list(s, object);
}

static bool read_any(struct sheet *s, json_t *value, int depth)
{
	bool any = false;
	json_t *part;
	size_t i;

	if (depth <= 0)
		return false;
	if (json_is_object(value))
		return read_object(s, value, depth);
	json_array_foreach(value, i, part)
		any |= json_is_object(part) && stages_of(part, &(const char *){
			NULL }) && read_object(s, part, depth - 1);
	return any;
}

bool json_other_read(json_t *top, const struct source *in,
		     struct project *into, struct report *report,
		     struct err *err)
{
	struct sheet *s = sheet_new(in, into, report);
	bool ok;

	if (!read_any(s, top, DEEPEST) && is_list_of_touchpoints(s, top))
		read_touchpoints(s, top);
	ok = sheet_end(s, err);
	sheet_free(s);
	return ok;
}
