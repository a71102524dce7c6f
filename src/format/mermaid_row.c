#include "format/mermaid_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "format/mermaid_text.h"
#include "model/rowjson.h"

static json_t *row_object(const struct row *r)
{
	json_t *fields = row_json(r), *object = json_object();

	for (int i = 0; i < entities[r->entity].count; i++) {
		const struct field *f = field_of(r->entity, i);

		if (f->type == FIELD_REF && f->target == MAP)
			json_object_del(fields, f->key);
	}
	json_object_set_new(object, "id", json_integer(r->id));
	json_object_update(object, fields);
	json_decref(fields);
	return object;
}

/* The marks that stand on the character before s, which is written as an
 * escape: they would make one letter of its last, as in "\n" or "\u003e". */
static size_t code_marks(const char *s, struct strbuf *out)
{
	size_t end = utf8_cluster(s - 1) - 1, len;
	unsigned c;

	for (size_t at = 0; at < end; at += len) {
		c = utf8_decode(s + at, &len);
		if (c < 0x10000)
			strbuf_addf(out, "\\u%04x", c);
		else
			strbuf_add(out, s + at, len);
	}
	return end;
}

static void code(const char *s, struct strbuf *out)
{
	while (*s) {
		bool escape = *s == '\\', sign = strchr("%<>&", *s);
		size_t len = escape ? s[1] == 'u' ? 6 : 2 : 1;

		if (sign)
			strbuf_addf(out, "\\u%04x", *s);
		else
			strbuf_add(out, s, len);
		s += len;
		if (escape || sign)
			s += code_marks(s, out);
	}
}

void mermaid_row_write(const struct row *r, struct strbuf *out)
{
	json_t *object = json_pack("{so}", entities[r->entity].key,
				   row_object(r));
	char *text = json_dumps(object, JSON_COMPACT);

	code(text ? text : "{}", out);
	free(text);
	json_decref(object);
}

static void read_field(struct draft *d, int field, const json_t *value,
		       long line, struct report *report)
{
	struct err err = { "" };
	char number[ID_TEXT];
	bool ok;

	if (json_is_integer(value)) {
		snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT,
			 json_integer_value(value));
		ok = draft_set(d, field, number, strlen(number), &err);
	} else if (json_is_string(value)) {
		ok = draft_set(d, field, json_string_value(value),
			       json_string_length(value), &err);
	} else {
		ok = err_set(&err, _("\"%s\" is neither text nor a whole "
				     "number"),
			     field_of(d->entity, field)->key);
	}
	if (!ok)
		report_add(report, line, _("%s; left out"), err.msg);
}

static void read_row(struct draft *d, json_t *fields, long line,
		     struct report *report)
{
	const char *key;
	json_t *value;

	json_object_foreach(fields, key, value) {
		int field = field_find(d->entity, key, strlen(key));

		if (!strcmp(key, "id")) {
			d->id = json_integer_value(value);
			if (d->id < 1 || d->id > ID_LAST)
				d->id = 0;
		} else if (field >= 0) {
			read_field(d, field, value, line, report);
		} else {
			report_add(report, line,
				   _("the field \"%.*s\" is not known; left "
				     "out"), UTF8_CUT(200, key));
		}
	}
}

static bool is_version(const char *key, const json_t *value, long line,
		       struct report *report)
{
	if (strcmp(key, "cjm"))
		return false;
	if (json_integer_value(value) > MERMAID_VERSION)
		report_add(report, line, "%s",
			   _("a newer cjm wrote this file; what is new in it "
			     "is lost"));
	return true;
}

bool mermaid_row_read(const char *json, long line, struct draft *d,
		      struct report *report)
{
	json_t *object = json_loads(json, 0, NULL);
	bool found = false, fine = json_is_object(object);
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value) {
		int e = entity_find(key, strlen(key));

		if (is_version(key, value, line, report))
			continue;
		if (found || e < 0 || !json_is_object(value)) {
			fine = false;
			break;
		}
		found = true;
		draft_init(d, (enum entity)e, 0);
		read_row(d, value, line, report);
	}
	if (!fine)
		report_add(report, line, "%s",
			   _("a comment of cjm cannot be read; left out"));
	json_decref(object);
	return found;
}

void mermaid_actors(const char *actors, const char *between,
		    void (*add)(const char *s, size_t len,
				struct strbuf *out),
		    struct strbuf *out)
{
	size_t start = out->len;

	while (*actors) {
		const char *end = strstr(actors, "; ");
		size_t len = end ? (size_t)(end - actors) : strlen(actors);
		struct span actor = span_trim((struct span){ actors, len });

		if (actor.len) {
			if (out->len > start)
				strbuf_addstr(out, between);
			add(actor.s, actor.len, out);
		}
		actors += end ? len + 2 : len;
	}
}

static void add_plain(const char *s, size_t len, struct strbuf *out)
{
	strbuf_add(out, s, len);
}

static bool same_actors(const char *visible, const char *comment)
{
	struct strbuf all = STRBUF_INIT;
	bool same;

	mermaid_actors(comment, "; ", add_plain, &all);
	same = !strcmp(visible, all.s);
	strbuf_release(&all);
	return same;
}

/* The same but for white space, which lines of a block lose. */
static bool same_words(const char *a, const char *b)
{
	struct span x = span_trim(span_of(a)), y = span_trim(span_of(b));

	while (x.len && y.len) {
		bool blank = span_blank(x);

		if (blank != !!span_blank(y) || (!blank && *x.s != *y.s))
			return false;
		x = blank ? span_trim(x) : span_from(x, 1);
		y = blank ? span_trim(y) : span_from(y, 1);
	}
	return !x.len && !y.len;
}

static bool same_name(const char *visible, const char *comment)
{
	struct span name = span_trim(span_of(comment));

	return span_equal(span_of(visible),
			  name.len ? name : span_of(MERMAID_NO_NAME));
}

bool mermaid_same(enum entity e, int field, const char *visible,
		  const char *comment)
{
	if (e == TOUCHPOINT && field == TOUCHPOINT_ACTORS)
		return same_actors(visible, comment);
	if (e == TOUCHPOINT && field == TOUCHPOINT_EMOTION)
		return !strcmp(visible, *comment ? comment : "0");
	if (e == MAP && field == MAP_GOAL)
		return same_words(visible, comment);
	return same_name(visible, comment);
}
