#include "format/json.h"

#include <errno.h>
#include <jansson.h>
#include <string.h>

#include "base/i18n.h"
#include "format/json_shape.h"
#include "model/coach_answer.h"
#include "model/rowjson.h"

/* Printed as it goes, so that a large project needs no second copy. */
struct writer {
	const struct project *p;
	FILE *out;
	int64_t only;           /* the map that is wanted, or 0 */
	int depth;
	bool first;             /* nothing yet in this object or list */
	bool failed;
};

static void new_line(struct writer *w)
{
	fprintf(w->out, "\n%*s", w->depth * 2, "");
}

static void begin(struct writer *w, char bracket)
{
	fputc(bracket, w->out);
	w->depth++;
	w->first = true;
}

static void end(struct writer *w, char bracket)
{
	w->depth--;
	if (!w->first)
		new_line(w);
	fputc(bracket, w->out);
	w->first = false;
}

static void next(struct writer *w)
{
	if (!w->first)
		fputc(',', w->out);
	new_line(w);
	w->first = false;
}

static void write_key(struct writer *w, const char *key)
{
	next(w);
	fprintf(w->out, "\"%s\": ", key);
}

static void write_value(struct writer *w, json_t *value)
{
	if (json_dumpf(value, w->out, JSON_ENCODE_ANY))
		w->failed = true;
	json_decref(value);
}

static bool is_wanted(const struct writer *w, const struct row *r)
{
	const struct row *map = project_row(w->p, MAP, w->only);

	if (!map)
		return true;
	switch ((enum entity)r->entity) {
	case MAP:
		return r == map;
	case PERSONA:
		return r->id == row_ref(map, MAP_PERSONA);
	case ANSWER:
		return place_map(w->p, row_ref(r, ANSWER_PLACE)) == map->id;
	case SNAPSHOT:
	case CONFLICT:
		return false;
	default:
		return true;
	}
}

static void write_row(struct writer *w, const struct row *r);

static void write_list(struct writer *w, const struct json_list *shape,
		       int64_t above)
{
	const struct list *l = project_list(w->p, shape->entity, above);
	bool any = false;

	for (size_t i = 0; i < l->count; i++) {
		if (!is_wanted(w, l->rows[i]))
			continue;
		if (!any) {
			write_key(w, shape->key);
			begin(w, '[');
		}
		any = true;
		next(w);
		write_row(w, l->rows[i]);
	}
	if (any)
		end(w, ']');
}

static void write_lists(struct writer *w, int above, int64_t id)
{
	for (const struct json_list *l = json_lists; l->key; l++)
		if (l->above == above)
			write_list(w, l, id);
}

static void write_row(struct writer *w, const struct row *r)
{
	begin(w, '{');
	write_key(w, "id");
	write_value(w, json_integer(r->id));
	for (int i = 0; i < entities[r->entity].count; i++) {
		const struct field *f = field_of(r->entity, i);
		const char *text = row_text(r, i);

		if (!*text || json_implied(r->entity, i))
			continue;
		write_key(w, f->key);
		write_value(w, field_json(f, text));
	}
	write_lists(w, r->entity, r->id);
	end(w, '}');
}

bool json_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err)
{
	struct writer w = { .p = p, .out = out, .only = o->map };

	begin(&w, '{');
	write_key(&w, "cjm");
	write_value(&w, json_integer(JSON_VERSION));
	if (project_self(p)) {
		write_key(&w, "project");
		write_row(&w, project_self(p));
	}
	write_lists(&w, JSON_TOP, 0);
	if (o->history) {
		write_key(&w, "history");
		fputc('[', out);
		if (!o->history(out, o->history_arg, err))
			return false;
		fputc(']', out);
	}
	end(&w, '}');
	fputc('\n', out);
	return !(w.failed || ferror(out)) ||
	       err_set(err, _("cannot write: %s"), strerror(errno));
}
