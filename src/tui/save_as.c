/* Save as: go on in a new file, whatever has become of the old one. */
#include "store/save_as.h"

#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "tui/command.h"

enum { NAMES = 1000 };

static bool is_there(const char *path)
{
	return !access(path, F_OK);
}

/* "map-2.cjm" for "map.cjm", the first that is not there. */
static void suggest(const char *path, struct strbuf *out)
{
	const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
	size_t stem = dot && dot > slash + 1 ? (size_t)(dot - path) :
					       strlen(path);

	for (int n = 2; n < NAMES; n++) {
		strbuf_clear(out);
		strbuf_add(out, path, stem);
		strbuf_addf(out, "-%d%s", n, path + stem);
		if (!is_there(out->s))
			return;
	}
}

/* Whatever was made of the old project goes. */
static void take_over(struct app *a)
{
	history_release(&a->history);
	a->p = store_project(a->store);
	a->map.edit = a->pages.edit = a->others.edit = -1;
	a->filter.edit = -1;
	strbuf_clear(&a->banner);
	app_settle(a, 0);
	app_saved(a);
}

static void tell(struct app *a, const struct saved_as *what)
{
	const char *path = store_path(a->store);

	if (what->maps)
		app_say(a, ngettext("%zu map that was not looked at is lost; "
				    "the rest is in %s",
				    "%zu maps that were not looked at are "
				    "lost; the rest is in %s", what->maps),
			what->maps, path);
	else if (what->history)
		app_say(a, _("You go on in %s"), path);
	else
		app_say(a, _("The history is lost; you go on in %s"), path);
}

static void answered(struct app *a, const char *path)
{
	struct saved_as what;
	struct err err;

	if (!*path)
		return;
	if (!store_save_as(a->store, path, &what, &err)) {
		app_trouble(a, &err);
		return;
	}
	take_over(a);
	tell(a, &what);
}

void save_as(struct app *a)
{
	struct strbuf path = STRBUF_INIT;

	suggest(store_path(a->store), &path);
	ask(a, N_("Save all of it as:"), path.s, answered);
	strbuf_release(&path);
}
