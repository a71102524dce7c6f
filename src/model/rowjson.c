#include "model/rowjson.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"

json_t *field_json(const struct field *f, const char *text)
{
	if (field_is_integer(f))
		return json_integer(strtoll(text, NULL, 10));
	return json_string(text);
}

json_t *row_json(const struct row *r)
{
	json_t *object = json_object();

	for (int i = 0; i < entities[r->entity].count; i++) {
		const struct field *f = field_of(r->entity, i);
		const char *text = row_text(r, i);

		if (*text)
			json_object_set_new_nocheck(object, f->key,
						    field_json(f, text));
	}
	return object;
}

static void add_string(struct strbuf *out, const char *s)
{
	strbuf_addch(out, '"');
	while (*s) {
		size_t plain = 0;

		while ((unsigned char)s[plain] >= ' ' && s[plain] != '"' &&
		       s[plain] != '\\')
			plain++;
		strbuf_add(out, s, plain);
		s += plain;
		if (!*s)
			break;
		if (*s == '"' || *s == '\\')
			strbuf_addf(out, "\\%c", *s);
		else if (*s == '\n')
			strbuf_addstr(out, "\\n");
		else
			strbuf_addf(out, "\\u%04x", (unsigned char)*s);
		s++;
	}
	strbuf_addch(out, '"');
}

/* Written here, since an import writes as many as there are rows. */
char *row_json_text(const struct row *r)
{
	struct strbuf out = STRBUF_INIT;
	const char *text;

	strbuf_addch(&out, '{');
	for (int i = 0; i < r->count; i++) {
		const struct field *f = field_of((enum entity)r->entity,
						 row_field(r, i, &text));

		strbuf_addstr(&out, i ? ",\"" : "\"");
		strbuf_addstr(&out, f->key);
		strbuf_addstr(&out, "\":");
		if (field_is_integer(f))
			strbuf_addstr(&out, text);
		else
			add_string(&out, text);
	}
	strbuf_addch(&out, '}');
	return strbuf_detach(&out);
}

/* Numbers need a text of their own while the row is made. */
struct numbers {
	char text[FIELDS_MOST][32];
};

static bool take(enum entity e, int field, const json_t *value,
		 struct values *v, struct numbers *n)
{
	bool integer = field_is_integer(field_of(e, field));

	if (integer != json_is_integer(value) ||
	    (!integer && !json_is_string(value)))
		return false;
	if (integer) {
		snprintf(n->text[field], sizeof n->text[field],
			 "%" JSON_INTEGER_FORMAT, json_integer_value(value));
		v->text[field] = n->text[field];
	} else {
		v->text[field] = json_string_value(value);
	}
	return true;
}

struct row *row_from_json_text(enum entity e, int64_t id, const char *text)
{
	json_t *object = json_loads(text, 0, NULL);
	struct values v = { { NULL } };
	struct numbers n;
	struct row *r = NULL;
	bool ok = json_is_object(object);
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value) {
		int field = field_find(e, key, strlen(key));

		ok = ok && field >= 0 && take(e, field, value, &v, &n);
	}
	if (ok)
		r = row_new(e, id, &v);
	json_decref(object);
	return r;
}
