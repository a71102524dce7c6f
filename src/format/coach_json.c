#include "format/coach_json.h"

#include <jansson.h>

#include "base/i18n.h"

static json_t *finding_json(const struct project *p, const struct finding *f)
{
	const struct row *r = project_row(p, f->entity, f->id);
	struct strbuf place = STRBUF_INIT;
	json_t *json;

	coach_place(p, f->entity, f->id, &place);
	json = json_pack("{s:s, s:s, s:I, s:s, s:s}", "place", place.s,
			 "entity", entities[f->entity].key,
			 "id", (json_int_t)f->id, "title", row_title(r),
			 "text", f->text);
	strbuf_release(&place);
	return json;
}

static json_t *rule_json(const struct rule *r)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:[]}", "rule", r->name,
			 "severity", severity_key(r->severity),
			 "why", _(r->why), "advice", _(r->advice), "findings");
}

/* Findings come rule by rule. */
static json_t *rules_json(const struct coach *c, const struct findings *found)
{
	json_t *all = json_array(), *rule = NULL;

	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->at[i];

		if (!i || f->rule != found->at[i - 1].rule) {
			rule = rule_json(f->rule);
			json_array_append_new(all, rule);
		}
		json_array_append_new(json_object_get(rule, "findings"),
				      finding_json(c->p, f));
	}
	return all;
}

char *coach_json_text(const struct coach *c, const struct findings *found)
{
	json_t *json = json_pack(
		"{s:I, s:s, s:s, s:I, s:I, s:I, s:I, s:o}",
		"map", (json_int_t)c->map,
		"title", row_title(project_row(c->p, MAP, c->map)),
		"day", c->day,
		"warnings", (json_int_t)found->number[SEVERITY_WARNING],
		"notes", (json_int_t)found->number[SEVERITY_NOTE],
		"answered", (json_int_t)found->answered,
		"off", (json_int_t)found->off, "rules", rules_json(c, found));
	char *text = json_dumps(json, JSON_INDENT(1));

	json_decref(json);
	return text;
}
