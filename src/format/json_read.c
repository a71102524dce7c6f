#include "base/utf8.h"
#include "format/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/rank.h"
#include "format/draft.h"
#include "format/json_links.h"
#include "format/json_other.h"
#include "format/json_shape.h"
#include "format/json_value.h"

struct reader {
	struct project *into;
	struct report *report;
	struct strbuf path;             /* where we are: maps[0].stages[2] */
	struct json_links links;
};

/* The row in whose list another one stands. */
struct above {
	int64_t map, id;
};

/* The ranks of one list. */
struct ranks {
	const json_t *list;
	size_t seen;                    /* where `given` was found */
	const char *given;              /* the next rank the text gives */
	struct strbuf last;
};

static void add_path(struct reader *r, const char *key)
{
	strbuf_addf(&r->path, "%s%s", r->path.len ? "." : "", key);
}

static bool read_id(const json_t *value, struct draft *d, struct err *err)
{
	struct strbuf text = STRBUF_INIT;

	json_add_text(value, &text);
	d->id = id_parse(text.s);
	strbuf_release(&text);
	return d->id || json_is_null(value) ||
	       err_set(err, _("an id is a whole number from 1 to %lld"),
		       (long long)ID_LAST);
}

static bool read_value(const json_t *value, struct draft *d, int field,
		       struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	bool ok = json_add_text(value, &text) ?
		draft_set(d, field, text.s, text.len, err) :
		err_set(err, _("a text or a number is expected here"));

	strbuf_release(&text);
	return ok;
}

static void read_unknown(struct reader *r, struct draft *d, const char *key,
			 const json_t *value)
{
	struct strbuf text = STRBUF_INIT;
	char *dumped = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);

	if (!json_add_text(value, &text))
		strbuf_addstr(&text, dumped ? dumped : "");
	if (draft_keep(d, key, text.s))
		report_add(r->report, 0, _("%s: \"%.*s\" is no field here; "
					   "its text is kept in the notes"),
			   r->path.s, UTF8_CUT(100, key));
	else
		report_add(r->report, 0, _("%s: \"%.*s\" is no field here; "
					   "left out: %.*s"), r->path.s,
			   UTF8_CUT(100, key), UTF8_CUT(200, text.s));
	free(dumped);
	strbuf_release(&text);
}

static bool is_list(int above, const char *key)
{
	for (const struct json_list *l = json_lists; l->key; l++)
		if (l->above == above && !strcmp(l->key, key))
			return true;
	return false;
}

static bool is_field(enum entity e, const char *key)
{
	int field = field_find(e, key, strlen(key));

	return field >= 0 && !json_implied(e, field);
}

static bool read_field(struct reader *r, struct draft *d, const char *key,
		       const json_t *value, struct err *err)
{
	size_t here = r->path.len;

	add_path(r, key);
	if (!read_value(value, d, field_find(d->entity, key, strlen(key)),
			err))
		return false;
	strbuf_truncate(&r->path, here);
	return true;
}

static bool read_members(struct reader *r, struct draft *d, json_t *object,
			 struct err *err)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
		if (is_field(d->entity, key) &&
		    !read_field(r, d, key, value, err))
			return false;
	json_object_foreach(object, key, value)
		if (strcmp(key, "id") && !is_field(d->entity, key) &&
		    !is_list(d->entity, key))
			read_unknown(r, d, key, value);
	value = json_object_get(object, "id");
	if (!value || read_id(value, d, err)) {
		r->report->origin.ids = r->report->origin.ids || d->id;
		return true;
	}
	add_path(r, "id");
	return false;
}

static void place_row(struct draft *d, const struct json_list *shape,
		      const struct above *above)
{
	int parent = entities[d->entity].parent;

	if (d->entity == TOUCHPOINT)
		draft_refer(d, TOUCHPOINT_MAP, above->map);
	if (parent >= 0 && (d->entity != TOUCHPOINT || shape->above == STAGE))
		draft_refer(d, parent, above->id);
}

static const char *rank_given(const json_t *row)
{
	const char *rank = json_string_value(json_object_get(row, "rank"));

	return rank && rank_valid(rank) ? rank : "";
}

/* The first rank that the text gives at or behind element i, or "". */
static const char *rank_ahead(struct ranks *ranks, size_t i)
{
	size_t count = json_array_size(ranks->list);

	if (ranks->given && ranks->seen >= i)
		return ranks->given;
	ranks->given = "";
	for (ranks->seen = i; ranks->seen < count; ranks->seen++) {
		ranks->given = rank_given(json_array_get(ranks->list,
							 ranks->seen));
		if (*ranks->given)
			break;
	}
	return ranks->given;
}

static bool give_rank(struct draft *d, struct ranks *ranks, size_t i,
		      struct err *err)
{
	int field = entities[d->entity].rank;
	const char *last = field < 0 ? "" : ranks->last.s;
	struct strbuf rank = STRBUF_INIT;

	if (field < 0)
		return true;
	if (d->text[field])
		strbuf_addstr(&rank, d->text[field]);
	else if (!rank_between(last, rank_ahead(ranks, i), &rank) &&
		 !rank_between(last, "", &rank)) {
		strbuf_release(&rank);
		return err_set(err, _("there is no rank behind \"%.*s\""),
			       UTF8_CUT(60, last));
	}
	strbuf_release(&ranks->last);
	ranks->last = rank;
	return draft_set(d, field, rank.s, rank.len, err);
}

static void give_id(struct draft *d)
{
	if (d->entity == CELL && d->text[CELL_STAGE])
		d->id = id_of_pair(id_parse(d->text[CELL_LANE]),
				   id_parse(d->text[CELL_STAGE]));
	if (!d->id)
		d->id = d->entity == PROJECT ? 1 : id_new();
}

static void note_references(struct reader *r, const struct draft *d)
{
	size_t here = r->path.len;

	for (int i = 0; i < entities[d->entity].count; i++) {
		const struct field *f = field_of(d->entity, i);

		if (f->type != FIELD_REF || json_implied(d->entity, i) ||
		    !d->text[i] || !*d->text[i])
			continue;
		add_path(r, f->key);
		json_links_add(&r->links, d->entity, d->id, i, r->path.s);
		strbuf_truncate(&r->path, here);
	}
}

static bool read_lists(struct reader *r, json_t *object, int entity,
		       const struct above *above, struct err *err);

static bool read_row(struct reader *r, json_t *object,
		     const struct json_list *shape, const struct above *above,
		     struct ranks *ranks, size_t i, struct err *err)
{
	struct above self;
	struct draft d;
	bool ok;

	if (!json_is_object(object))
		return err_set(err, _("an object is expected here: {...}"));
	draft_init(&d, shape->entity, 0);
	place_row(&d, shape, above);
	ok = read_members(r, &d, object, err);
	if (ok) {
		give_id(&d);
		note_references(r, &d);
		ok = give_rank(&d, ranks, i, err) &&
		     draft_put(&d, r->into, err);
	}
	self.id = d.id;
	self.map = d.entity == MAP ? d.id : above->map;
	draft_release(&d);
	return ok && read_lists(r, object, shape->entity, &self, err);
}

static bool read_list(struct reader *r, json_t *list,
		      const struct json_list *shape,
		      const struct above *above, struct err *err)
{
	struct ranks ranks = { list, 0, NULL, STRBUF_INIT };
	size_t here = r->path.len, i;
	bool ok = true;
	json_t *row;

	add_path(r, shape->key);
	if (!json_is_array(list))
		return err_set(err, _("a list is expected here: [...]"));
	json_array_foreach(list, i, row) {
		size_t start = r->path.len;

		strbuf_addf(&r->path, "[%zu]", i);
		ok = read_row(r, row, shape, above, &ranks, i, err);
		if (!ok)
			break;
		strbuf_truncate(&r->path, start);
	}
	if (ok)
		strbuf_truncate(&r->path, here);
	strbuf_release(&ranks.last);
	return ok;
}

static bool read_lists(struct reader *r, json_t *object, int entity,
		       const struct above *above, struct err *err)
{
	for (const struct json_list *l = json_lists; l->key; l++) {
		json_t *list = json_object_get(object, l->key);

		if (l->above == entity && list && !json_is_null(list) &&
		    !read_list(r, list, l, above, err))
			return false;
	}
	return true;
}

static bool read_project(struct reader *r, json_t *object, struct err *err)
{
	static const struct json_list shape = { JSON_TOP, NULL, PROJECT };
	const struct above nothing = { 0, 0 };

	add_path(r, "project");
	if (!read_row(r, object, &shape, &nothing, NULL, 0, err))
		return false;
	strbuf_clear(&r->path);
	return true;
}

static bool check_version(json_t *top, struct err *err)
{
	json_t *version = json_object_get(top, "cjm");

	if (json_integer_value(version) < 1)
		return err_set(err, _("this is not a journey map of ours: it "
				      "must begin with {\"cjm\": 1"));
	return json_integer_value(version) == JSON_VERSION ||
	       err_set(err, _("\"cjm\" is %lld here, and this program reads "
			      "%d: a newer cjm is needed"),
		       (long long)json_integer_value(version), JSON_VERSION);
}

static void report_unknown(struct reader *r, json_t *top)
{
	const char *key;
	json_t *value;

	json_object_foreach(top, key, value)
		if (!strcmp(key, "history"))
			report_add(r->report, 0, "%s",
				   _("its history was not read: a file has "
				     "its own, which begins with this import"));
		else if (strcmp(key, "cjm") && strcmp(key, "project") &&
			 !is_list(JSON_TOP, key))
			report_add(r->report, 0, _("\"%.*s\" is no part of a"
						   " project; left out"),
				   UTF8_CUT(100, key));
}

static bool read_all(struct reader *r, json_t *top, struct err *err)
{
	const struct above nothing = { 0, 0 };
	json_t *project = json_object_get(top, "project");

	if (!check_version(top, err))
		return false;
	report_unknown(r, top);
	return (!project || read_project(r, project, err)) &&
	       read_lists(r, top, JSON_TOP, &nothing, err) &&
	       json_links_check(&r->links, r->into, err);
}

bool json_read(const struct source *in, struct project *into,
	       struct report *report, struct err *err)
{
	struct reader r = { .into = into, .report = report,
			    .path = STRBUF_INIT };
	json_t *top = json_parse(in, err);
	bool ok;

	if (!top)
		return false;
	if (!json_object_get(top, "cjm")) {
		ok = json_other_read(top, in, into, report, err);
		json_decref(top);
		return ok;
	}
	ok = read_all(&r, top, err);
	origin_all(&report->origin, report->origin.ids);
	if (!ok)
		err_prefix(err, "%s%s%s", in->name, r.path.len ? ": " : "",
			   r.path.s);
	json_links_release(&r.links);
	strbuf_release(&r.path);
	json_decref(top);
	return ok;
}
