#include "cli/new_file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/datafile.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "cli/source.h"

#define ENDING ".outline"

/* The first edit: everything in the template. */
struct begin_intent {
	struct intent intent;
	struct import_intent import;
	const char *title;
};

static bool build_begin(const struct intent *self, const struct project *p,
			struct edit *e, struct err *err)
{
	const struct begin_intent *i = (const struct begin_intent *)self;

	if (!i->import.intent.build(&i->import.intent, p, e, err))
		return false;
	e->kind = EDIT_PLAIN;
	edit_label(e, N_("New file"), i->title);
	return true;
}

static bool is_name(const char *name)
{
	return !strchr(name, '/') && !strchr(name, '.');
}

static void template_path(const struct template *t, struct strbuf *path)
{
	if (!is_name(t->name)) {
		strbuf_addstr(path, t->name);
		return;
	}
	datafile_path(path, "templates");
	strbuf_addf(path, "/%s.%s" ENDING, t->name,
		    t->language ? t->language : i18n_language());
}

static int is_english(const struct dirent *d)
{
	const char *dot = strchr(d->d_name, '.');

	return dot && !strcmp(dot, ".en" ENDING);
}

/* "default, shop": every template is there in each language. */
static void list_templates(struct strbuf *out)
{
	struct strbuf folder = STRBUF_INIT;
	struct dirent **found;
	int count;

	datafile_path(&folder, "templates");
	count = scandir(folder.s, &found, is_english, alphasort);
	for (int i = 0; i < count; i++) {
		const char *name = found[i]->d_name;

		strbuf_addf(out, "%s%.*s", i ? ", " : "",
			    (int)strcspn(name, "."), name);
		free(found[i]);
	}
	if (count >= 0)
		free(found);
	strbuf_release(&folder);
}

static bool is_listed(const char *name, const char *list)
{
	size_t len = strlen(name);

	for (; *list; list += strcspn(list, ","), list += strspn(list, ", "))
		if (strcspn(list, ",") == len && !strncmp(list, name, len))
			return true;
	return false;
}

/* A name we do not have is told from a template that cannot be read. */
static bool check_name(const struct template *t, bool *usage, struct err *err)
{
	struct strbuf list = STRBUF_INIT;

	list_templates(&list);
	*usage = is_name(t->name) && list.len && !is_listed(t->name, list.s);
	if (*usage)
		err_set(err, _("there is no template \"%.*s\"; there are: "
			       "%s"), UTF8_CUT(200, t->name), list.s);
	strbuf_release(&list);
	return !*usage;
}

static bool read_template(const struct template *t, struct project *p,
			  struct err *err)
{
	struct reading r = { .format = format_find("outline"), .into = p };
	struct strbuf path = STRBUF_INIT;
	bool ok;

	template_path(t, &path);
	ok = source_read(path.s, &r, err);
	strbuf_release(&path);
	return ok;
}

static bool set(struct project *p, const struct row *r, int field,
		const char *text, struct err *err)
{
	struct edit e = EDIT_INIT;
	bool ok;

	if (!r || !text)
		return true;
	ok = field_check((enum entity)r->entity, field, text, err);
	if (ok) {
		edit_set(&e, r, field, text);
		edit_apply(&e, p);
	}
	edit_release(&e);
	return ok;
}

static const char *own_language(const struct row *r, int field,
				const struct template *t)
{
	if (t->language)
		return t->language;
	return r && *row_text(r, field) ? NULL : i18n_language();
}

/* Each change makes a new row, hence project_self() again and again. */
static bool adapt(struct project *p, const struct template *t,
		  struct err *err)
{
	const struct row *map = list_at(project_maps(p), 0);
	int64_t id = map ? map->id : 0;

	if (!project_self(p))
		project_put(p, row_new(PROJECT, 1, &(struct values){
			{ [PROJECT_TITLE] = map ? row_title(map) : "" } }));
	return set(p, project_self(p), PROJECT_TITLE, t->title, err) &&
	       set(p, project_self(p), PROJECT_LANGUAGE,
		   own_language(project_self(p), PROJECT_LANGUAGE, t), err) &&
	       set(p, project_row(p, MAP, id), MAP_TITLE, t->title, err) &&
	       set(p, project_row(p, MAP, id), MAP_LANGUAGE,
		   own_language(project_row(p, MAP, id), MAP_LANGUAGE, t),
		   err);
}

static struct store *create(const struct call *c, const struct project *p,
			    struct err *err)
{
	struct begin_intent i = { .intent = { build_begin },
				  .title = row_title(project_self(p)) };
	char *author = call_text(c, OPTION_AUTHOR);
	struct store *s;

	intent_import(&i.import, p, "");
	s = store_create(c->word[0], author, &i.intent, err);
	free(author);
	return s;
}

struct store *new_file(const struct call *c, const struct template *t,
		       bool *usage, struct err *err)
{
	struct project *p = project_new();
	struct store *s = NULL;

	if (check_name(t, usage, err) && read_template(t, p, err) &&
	    adapt(p, t, err))
		s = create(c, p, err);
	project_free(p);
	return s;
}
