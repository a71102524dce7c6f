#include "format/edit_json.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "model/rowjson.h"

static const char *const ops[] = { "set", "insert", "delete" };

static json_t *change_json(const struct change *c)
{
	json_t *o = json_object();
	const struct field *f;

	json_object_set_new(o, "op", json_string(ops[c->op]));
	json_object_set_new(o, "entity", json_string(entities[c->entity].key));
	json_object_set_new(o, "id", json_integer(c->id));
	if (c->op != CHANGE_SET) {
		json_object_set_new(o, "row", row_json(c->row));
		return o;
	}
	f = field_of(c->entity, c->field);
	json_object_set_new(o, "field", json_string(f->key));
	if (*c->old)
		json_object_set_new(o, "old", field_json(f, c->old));
	if (*c->new)
		json_object_set_new(o, "new", field_json(f, c->new));
	return o;
}

char *edit_json_text(const struct edit_told *told, const struct edit *e)
{
	json_t *o = json_object(), *changes = json_array();
	char *text, *ours;

	json_object_set_new(o, "edit", json_integer(told->seq));
	json_object_set_new(o, "time", json_string(told->time));
	json_object_set_new(o, "author", json_string(told->author));
	json_object_set_new(o, "kind", json_string(told->kind));
	if (told->ref)
		json_object_set_new(o, "ref", json_integer(told->ref));
	json_object_set_new(o, "label", json_string(e->label));
	for (size_t i = 0; i < e->count; i++)
		json_array_append_new(changes, change_json(&e->changes[i]));
	json_object_set_new(o, "changes", changes);
	text = json_dumps(o, JSON_COMPACT);
	ours = xstrdup(text ? text : "{}");
	free(text);
	json_decref(o);
	return ours;
}
