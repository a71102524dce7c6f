#include "format/json_schema.h"

#include <jansson.h>
#include <string.h>

#include "base/id.h"
#include "base/rank.h"
#include "base/strbuf.h"
#include "format/json_shape.h"

static void set_text(json_t *o, const char *key, const char *text)
{
	json_object_set_new(o, key, json_string(text));
}

static void set_number(json_t *o, const char *key, json_int_t number)
{
	json_object_set_new(o, key, json_integer(number));
}

static json_t *of_type(const char *type)
{
	json_t *o = json_object();

	set_text(o, "type", type);
	return o;
}

static json_t *whole_number(json_int_t least, json_int_t most)
{
	json_t *o = of_type("integer");

	set_number(o, "minimum", least);
	set_number(o, "maximum", most);
	return o;
}

static json_t *reference(enum entity e)
{
	struct strbuf path = STRBUF_INIT;
	json_t *o = json_object();

	strbuf_addf(&path, "#/$defs/%s", entities[e].key);
	set_text(o, "$ref", path.s);
	strbuf_release(&path);
	return o;
}

static json_t *list_of(json_t *items)
{
	json_t *o = of_type("array");

	json_object_set_new(o, "items", items);
	return o;
}

static json_t *text(unsigned longest, bool required)
{
	json_t *o = of_type("string");

	if (required)
		set_number(o, "minLength", 1);
	set_number(o, "maxLength", longest ? longest : FIELD_LONGEST);
	return o;
}

/* One text with "; " between the words, or a list of words. */
static json_t *words(const struct field *f)
{
	json_t *o = json_object(), *any = json_array();

	json_array_append_new(any, text(f->longest, f->required));
	json_array_append_new(any, list_of(of_type("string")));
	json_object_set_new(o, "anyOf", any);
	return o;
}

static json_t *choices(const struct field *f)
{
	json_t *o = json_object(), *keys = json_array();

	for (const struct choice *c = f->choices; c->key; c++)
		json_array_append_new(keys, json_string(c->key));
	if (!f->required)
		json_array_append_new(keys, json_string(""));
	json_object_set_new(o, "enum", keys);
	return o;
}

static json_t *pattern(const char *expression, size_t longest)
{
	json_t *o = of_type("string");

	set_text(o, "pattern", expression);
	if (longest)
		set_number(o, "maxLength", (json_int_t)longest);
	return o;
}

static json_t *decimal(void)
{
	json_t *o = pattern("^([-+]?[0-9]+([.][0-9]+)?)?$", 0);

	json_object_set_new(o, "type", json_pack("[s, s]", "string",
						 "number"));
	return o;
}

static json_t *value(const struct field *f)
{
	switch (f->type) {
	case FIELD_LINE:
	case FIELD_TEXT:
		return text(f->longest, f->required);
	case FIELD_WORDS:
		return words(f);
	case FIELD_CHOICE:
		return choices(f);
	case FIELD_EMOTION:
		return whole_number(-2, 2);
	case FIELD_INTEGER:
		return of_type("integer");
	case FIELD_NUMBER:
		return decimal();
	case FIELD_DAY:
		return pattern("^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", 0);
	case FIELD_RANK:
		return pattern("^[0-9A-Za-z]+$", RANK_LONGEST);
	case FIELD_REF:
	case FIELD_LINK:
		break;
	}
	return whole_number(1, ID_LAST);
}

static json_t *field_schema(const struct field *f)
{
	json_t *o = value(f);

	if (f->help)
		set_text(o, "description", f->help);
	else if (f->label)
		set_text(o, "description", f->label);
	return o;
}

static void add_lists(json_t *properties, int above)
{
	for (const struct json_list *l = json_lists; l->key; l++)
		if (l->above == above)
			json_object_set_new(properties, l->key,
					    list_of(reference(l->entity)));
}

static json_t *entity_schema(enum entity e)
{
	json_t *o = of_type("object"), *properties = json_object();
	json_t *required = json_array();

	json_object_set_new(properties, "id", whole_number(1, ID_LAST));
	for (int i = 0; i < entities[e].count; i++) {
		const struct field *f = field_of(e, i);

		if (json_implied(e, i))
			continue;
		json_object_set_new(properties, f->key, field_schema(f));
		if (f->required && f->type != FIELD_RANK)
			json_array_append_new(required, json_string(f->key));
	}
	add_lists(properties, (int)e);
	json_object_set_new(o, "properties", properties);
	json_object_set_new(o, "required", required);
	return o;
}

static json_t *definitions(void)
{
	json_t *o = json_object();

	for (int e = 0; e < ENTITIES; e++)
		json_object_set_new(o, entities[e].key,
				    entity_schema((enum entity)e));
	return o;
}

void json_schema_write(FILE *out)
{
	json_t *o = json_object(), *properties = json_object();
	json_t *version = json_object();

	set_number(version, "const", JSON_VERSION);
	json_object_set_new(properties, "cjm", version);
	json_object_set_new(properties, "project", reference(PROJECT));
	add_lists(properties, JSON_TOP);
	json_object_set_new(properties, "history",
			    list_of(of_type("object")));
	set_text(o, "$schema", "https://json-schema.org/draft/2020-12/schema");
	set_text(o, "title", "Customer journey maps");
	set_text(o, "type", "object");
	json_object_set_new(o, "properties", properties);
	json_object_set_new(o, "required", json_pack("[s]", "cjm"));
	json_object_set_new(o, "$defs", definitions());
	json_dumpf(o, out, JSON_INDENT(2));
	fputc('\n', out);
	json_decref(o);
}
