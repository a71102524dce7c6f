#include "model/coach_answer.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"

const struct row *coach_answered(const struct project *p, const char *rule,
				 int64_t place)
{
	const struct list *l = project_list(p, ANSWER, 0);

	for (size_t i = 0; i < l->count; i++)
		if (row_ref(l->rows[i], ANSWER_PLACE) == place &&
		    !strcmp(row_text(l->rows[i], ANSWER_RULE), rule))
			return l->rows[i];
	return NULL;
}

int64_t place_map(const struct project *p, int64_t place)
{
	static const enum entity places[] = {
		TOUCHPOINT, STAGE, IMPROVEMENT, MAP
	};
	const struct row *r = NULL;

	for (size_t i = 0; !r && i < ARRAY_LEN(places); i++)
		r = project_row(p, places[i], place);
	return r ? row_map(p, r) : 0;
}

/* The settings as JSON, which the caller decrefs; NULL if they are none. */
static json_t *settings(const struct project *p)
{
	const struct row *self = project_self(p);
	const char *text = self ? row_text(self, PROJECT_SETTINGS) : "";

	return *text ? json_loads(text, JSON_REJECT_DUPLICATES, NULL) :
		       json_object();
}

/* Where the rule stands in the list, or the length of it. */
static size_t find_off(const json_t *off, const char *rule)
{
	size_t i = 0;

	for (; i < json_array_size(off); i++) {
		const char *name = json_string_value(json_array_get(off, i));

		if (name && !strcmp(name, rule))
			break;
	}
	return i;
}

bool coach_is_off(const struct project *p, const char *rule)
{
	json_t *all = settings(p);
	const json_t *off = json_object_get(json_object_get(all, "coach"),
					    "off");
	bool is_off = find_off(off, rule) < json_array_size(off);

	json_decref(all);
	return is_off;
}

static bool build_answer(const struct intent *self, const struct project *p,
			 struct edit *e, struct err *err)
{
	const struct answer_intent *i = (const struct answer_intent *)self;
	const struct row *r = coach_answered(p, i->rule, i->place);
	char place[ID_TEXT];
	struct add_intent add;
	struct set_intent set;

	if (!*i->note)
		return err_set(err, _("say in a few words why it is meant so"));
	if (r) {
		intent_set(&set, ANSWER, r->id);
		intent_set_field(&set, ANSWER_NOTE, i->note);
		return set.intent.build(&set.intent, p, e, err);
	}
	intent_add(&add, ANSWER);
	add.values.text[ANSWER_RULE] = i->rule;
	add.values.text[ANSWER_PLACE] = id_text(i->place, place);
	add.values.text[ANSWER_NOTE] = i->note;
	return add.intent.build(&add.intent, p, e, err);
}

void intent_answer(struct answer_intent *i, const char *rule, int64_t place,
		   const char *note)
{
	*i = (struct answer_intent){ { build_answer }, rule, place, note };
}

/* The member of this name, made if it is not there; NULL if what is there
 * is of another type. */
static json_t *member(json_t *in, const char *key, json_t *(*make)(void))
{
	json_t *there = json_object_get(in, key), *empty = make();

	if (!there) {
		json_object_set(in, key, empty);
		there = json_object_get(in, key);
	} else if (json_typeof(there) != json_typeof(empty)) {
		there = NULL;
	}
	json_decref(empty);
	return there;
}

/* The settings with the rule switched; the caller frees.  NULL if they are
 * not as they should be. */
static char *switched(json_t *all, const char *rule, bool off)
{
	json_t *coach = json_is_object(all) ?
			member(all, "coach", json_object) : NULL;
	json_t *list = coach ? member(coach, "off", json_array) : NULL;
	size_t i = find_off(list, rule);

	if (!list)
		return NULL;
	if (i < json_array_size(list) && !off)
		json_array_remove(list, i);
	if (i == json_array_size(list) && off)
		json_array_append_new(list, json_string(rule));
	return json_dumps(all, JSON_COMPACT | JSON_SORT_KEYS);
}

static bool build_switch(const struct intent *self, const struct project *p,
			 struct edit *e, struct err *err)
{
	const struct switch_intent *i = (const struct switch_intent *)self;
	const struct row *r = project_self(p);
	json_t *all;
	char *text;

	if (coach_is_off(p, i->rule) == i->off)
		return true;
	all = settings(p);
	text = r ? switched(all, i->rule, i->off) : NULL;
	json_decref(all);
	if (!text)
		return err_set(err, _("the settings in this file are damaged; "
				      "nothing was changed"));
	edit_set(e, r, PROJECT_SETTINGS, text);
	edit_label(e, i->off ? N_("Switch rule off") : N_("Switch rule on"),
		   i->rule);
	free(text);
	return true;
}

void intent_switch(struct switch_intent *i, const char *rule, bool off)
{
	*i = (struct switch_intent){ { build_switch }, rule, off };
}
