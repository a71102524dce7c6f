#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/document.h"
#include "cli/source.h"

/* "3 stages, 12 touchpoints" */
static void print_counts(FILE *out, const struct project *p)
{
	size_t maps = project_maps(p)->count;
	size_t stages = project_count(p, STAGE);
	size_t touchpoints = project_count(p, TOUCHPOINT);

	if (maps != 1) {
		fprintf(out, ngettext("%zu map", "%zu maps", maps), maps);
		fputs(", ", out);
	}
	fprintf(out, ngettext("%zu stage", "%zu stages", stages), stages);
	fputs(", ", out);
	fprintf(out, ngettext("%zu touchpoint", "%zu touchpoints",
			      touchpoints), touchpoints);
	putc('\n', out);
}

static const char *title_of(const struct change *c, const struct project *p)
{
	const struct row *r = c->row;

	if (!r)
		r = project_row(p, c->entity, c->id);
	return r ? row_title(r) : "";
}

/* A text's beginning. */
static void print_short(FILE *out, const char *text)
{
	enum { SHORT = 60 };
	size_t line = strcspn(text, "\n");
	int len = utf8_head(text, line < SHORT ? (int)line : SHORT);

	fprintf(out, "\"%.*s%s\"", len, text, text[len] ? "..." : "");
}

static void print_change(FILE *out, const struct change *c,
			 const struct project *p)
{
	const char *label = _(entities[c->entity].label);
	const char *title = title_of(c, p);
	const struct field *f;

	if (c->op == CHANGE_INSERT) {
		fprintf(out, _("add %s: %s\n"), label, title);
		return;
	}
	f = field_of(c->entity, c->field);
	fprintf(out, _("change %s: %s"), label, title);
	if (f->label) {
		fprintf(out, " (%s): ", _(f->label));
		print_short(out, field_shown(f, c->old));
		fputs(" -> ", out);
		print_short(out, field_shown(f, c->new));
	}
	putc('\n', out);
}

static void print_edit(FILE *out, const struct edit *e,
		       const struct project *p)
{
	size_t added = 0;

	for (size_t i = 0; i < e->count; i++) {
		print_change(out, &e->changes[i], p);
		added += e->changes[i].op == CHANGE_INSERT;
	}
	fprintf(out, _("%zu to add, %zu to change; nothing was written\n"),
		added, e->count - added);
}

static bool is_new(const struct call *c)
{
	struct stat st;

	return lstat(c->word[0], &st) != 0;
}

/* What the import would do, without doing it. */
static bool dry_run(struct call *c, const struct intent *intent,
		    struct err *err)
{
	struct store *s = is_new(c) ? NULL : document_open(c, err);
	struct project *none = project_new();
	struct edit e = EDIT_INIT;
	const struct project *p = s ? store_project(s) : none;
	bool ok = (s ? store_visit(s, 0, err) : is_new(c)) &&
		  intent->build(intent, p, &e, err);

	if (ok)
		print_edit(c->out.file, &e, p);
	edit_release(&e);
	project_free(none);
	store_close(s);
	return ok;
}

static bool write_new(const struct call *c, const struct intent *intent,
		      struct err *err)
{
	char *author = call_text(c, OPTION_AUTHOR);
	struct store *s = store_create(c->word[0], author, intent, err);

	free(author);
	store_close(s);
	return s;
}

static bool write_into(struct call *c, const struct intent *intent,
		       bool *nothing, struct err *err)
{
	struct store *s = document_open_to_write(c, err);
	int64_t before = s ? store_last_edit(s) : 0;
	bool ok = s && store_visit(s, 0, err) && store_do(s, intent, err);

	*nothing = ok && store_last_edit(s) == before;
	store_close(s);
	return ok;
}

enum { MANY = 10000 };          /* more take a while */

static bool import(struct call *c, const struct intent *intent,
		   const struct project *from, struct err *err)
{
	bool nothing = false;

	if (call_has(c, OPTION_DRY_RUN))
		return dry_run(c, intent, err);
	if (project_count(from, TOUCHPOINT) > MANY)
		busy(_("saving %zu touchpoints"),
		     project_count(from, TOUCHPOINT));
	if (is_new(c) ? !write_new(c, intent, err) :
			!write_into(c, intent, &nothing, err))
		return false;
	if (nothing)
		fputs(_("nothing new: all of it is there already\n"),
		      c->out.file);
	else
		print_counts(c->out.file, from);
	return true;
}

/* A source of one map need not say what the project is called. */
static void name_project(struct project *p)
{
	const struct row *map = list_at(project_maps(p), 0);
	struct values v = { { NULL } };

	if (!map || project_self(p))
		return;
	v.text[PROJECT_TITLE] = row_title(map);
	v.text[PROJECT_LANGUAGE] = row_text(map, MAP_LANGUAGE);
	project_put(p, row_new(PROJECT, 1, &v));
}

static bool is_empty(const struct project *p)
{
	return !project_maps(p)->count && !project_count(p, PERSONA);
}

/* The map of the file that --map names, or 0. */
static bool find_target(struct call *c, int64_t *map, struct err *err)
{
	struct store *s;

	*map = 0;
	if (!call_has(c, OPTION_MAP))
		return true;
	s = document_open(c, err);
	if (s)
		*map = document_map(c, s, err);
	store_close(s);
	return *map;
}

static bool read_and_import(struct call *c, struct reading *r,
			    struct err *err)
{
	const char *path = c->word[1], *name = source_name(path);
	const char *slash = strrchr(name, '/');
	struct import_intent i;
	int64_t map;

	if (!find_target(c, &map, err) || !source_read(path, r, err))
		return false;
	if (is_empty(r->into))
		return err_set(err, _("%s holds no map"), name);
	if (is_new(c))
		name_project(r->into);
	intent_import(&i, r->into, slash ? slash + 1 : name);
	i.origin = r->origin;
	i.map = map;
	return import(c, &i.intent, r->into, err);
}

enum status subcommand_import(struct call *c, struct err *err)
{
	const char *name = call_value(c, OPTION_FROM);
	const struct format *f = name ? format_find(name) : NULL;
	struct reading r = {
		.format = f, .columns = c->words.columns.s,
		.guess_emotion = call_has(c, OPTION_GUESS_EMOTION),
	};
	bool ok;

	if (name && !(f && f->read)) {
		struct strbuf list = STRBUF_INIT;

		source_formats(true, &list);
		wrong_usage(err, _("no text can be read as \"%.*s\"; there "
				   "are: %s"), UTF8_CUT(200, name), list.s);
		strbuf_release(&list);
		return WRONG_USAGE;
	}
	r.into = project_new();
	ok = read_and_import(c, &r, err);
	busy_end();
	project_free(r.into);
	return ok ? DONE : REFUSED;
}
