#include "cli/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "store/history.h"
#include "store/snapshot.h"

struct store *document_open(const struct call *c, struct err *err)
{
	char *author = call_text(c, OPTION_AUTHOR);
	struct store *s = store_open(c->word[0], err);

	if (s) {
		store_set_author(s, author);
		if (*store_warning(s))
			say("%s", store_warning(s));
	}
	free(author);
	return s;
}

struct store *document_open_to_write(const struct call *c, struct err *err)
{
	struct store *s = document_open(c, err);

	if (!s || !store_read_only(s))
		return s;
	err_set(err, _("%s can only be read; nothing was changed"),
		c->word[0]);
	store_close(s);
	return NULL;
}

static bool is_number(const char *text)
{
	return *text && !text[strspn(text, "0123456789")];
}

/* Exactly called so, else called so but for case and marks. */
static const struct row *map_called(const struct list *maps, const char *text,
				    bool *ambiguous)
{
	const struct row *found = NULL;
	bool exact = false;

	*ambiguous = false;
	for (size_t i = 0; i < maps->count; i++) {
		const struct row *r = maps->rows[i];
		bool same = !strcmp(row_title(r), text);

		if (!same && (exact || !utf8_same(row_title(r), text)))
			continue;
		*ambiguous = found && same == exact;
		found = r;
		exact = same;
	}
	return found;
}

static const struct row *map_meant(const struct project *p, const char *text,
				   bool *ambiguous)
{
	const struct list *maps = project_maps(p);
	int64_t number = id_parse(text);
	const struct row *r = NULL;

	*ambiguous = false;
	if (is_number(text) && number)
		r = number <= (int64_t)maps->count ?
		    maps->rows[number - 1] : project_row(p, MAP, number);
	return r ? r : map_called(maps, text, ambiguous);
}

static const struct row *find_map(const struct call *c,
				  const struct project *p, const char *text,
				  struct err *err)
{
	bool ambiguous;
	const struct row *r = map_meant(p, text, &ambiguous);

	if (r && !ambiguous)
		return r;
	err_set(err, ambiguous ?
		_("%s has several maps called \"%.*s\"; name it by its "
		  "number, as `cjm maps` lists them") :
		_("%s has no map \"%.*s\"; `cjm maps` lists those it has"),
		c->word[0], UTF8_CUT(300, text));
	return NULL;
}

static const struct row *first_map(const struct call *c,
				   const struct project *p, struct err *err)
{
	const struct list *maps = project_maps(p);
	const struct row *r = list_at(maps, 0);

	if (!r)
		err_set(err, _("%s has no map yet"), c->word[0]);
	else if (maps->count > 1)
		say(_("%s has %zu maps; this is the first, \"%s\".  "
		      "Another: --map"), c->word[0], maps->count,
		    row_title(r));
	return r;
}

static int64_t choose_map(const struct call *c, const struct project *p,
			  struct err *err)
{
	char *text = call_text(c, OPTION_MAP);
	const struct row *r = text ? find_map(c, p, text, err) :
				     first_map(c, p, err);

	free(text);
	return r ? r->id : 0;
}

int64_t document_map(const struct call *c, struct store *s, struct err *err)
{
	int64_t map = choose_map(c, store_project(s), err);

	return map && store_visit(s, map, err) ? map : 0;
}

/* What was there at the moment that --at means. */
static struct project *look_back(const struct call *c, struct store *s,
				 struct err *err)
{
	char *word = call_text(c, OPTION_AT);
	int64_t seq = snapshot_find(s, word, err);

	free(word);
	return seq ? history_at(s, seq, err) : NULL;
}

bool document_look(const struct call *c, struct document *d,
		   struct err *err)
{
	*d = (struct document){ .store = document_open(c, err) };
	if (!d->store)
		return false;
	if (call_has(c, OPTION_AT))
		d->past = look_back(c, d->store, err);
	d->project = d->past ? d->past : store_project(d->store);
	return d->past || !call_has(c, OPTION_AT);
}

void document_close(struct document *d)
{
	project_free(d->past);
	store_close(d->store);
}

int64_t document_look_map(const struct call *c, struct document *d,
			  struct err *err)
{
	return d->past ? choose_map(c, d->past, err) :
			 document_map(c, d->store, err);
}
