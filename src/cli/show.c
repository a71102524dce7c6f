#include "cli/show.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/document.h"
#include "cli/writing.h"
#include "layout/views.h"
#include "model/lanes.h"

enum { WIDTH = 80 };

static long terminal_width(long otherwise)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_col)
		return otherwise;
	return size.ws_col < WIDTH_LEAST ? WIDTH_LEAST : size.ws_col;
}

static bool choose_width(const struct call *c, long otherwise, long *width,
			 struct err *err)
{
	return call_number(c, OPTION_WIDTH, WIDTH_LEAST, WIDTH_MOST,
			   terminal_width(otherwise), width, err);
}

enum status show_file(struct call *c, const char *format, struct err *err)
{
	struct document d;
	int64_t map;
	long width;
	bool ok;

	if (!choose_width(c, 0, &width, err))
		return WRONG_USAGE;
	map = document_look(c, &d, err) ? document_look_map(c, &d, err) : 0;
	ok = map && writing_do(c, &d, format_find(format), map,
			       (int)width, c->out.file, err);
	document_close(&d);
	return ok ? DONE : REFUSED;
}

static bool check_lanes(const struct project *p, int64_t map,
			const char *wanted, struct err *err)
{
	struct lanes lanes = LANES_INIT;
	bool ok = lanes_choose(&lanes, p, map, wanted, err);

	lanes_release(&lanes);
	return ok;
}

static bool print_view(struct call *c, struct document *d,
		       const struct view_info *info, int width,
		       struct err *err)
{
	const char *wanted = call_value(c, OPTION_LANES);
	struct view view = { .map = document_look_map(c, d, err),
			     .lanes = wanted };
	struct view_page page = { info, d->project, &view };
	struct filter filter = FILTER_INIT;

	if (!view.map || !check_lanes(page.project, view.map, wanted, err))
		return false;
	if (!writing_filter(c, d->project, view.map, &filter, err)) {
		filter_release(&filter);
		return false;
	}
	if (filter.query.count)
		view.filter = &filter;
	i18n_push(writing_language(page.project, view.map));
	writing_filter_words(&filter, c->out.file);
	page_print(views_paint, &page, width, call_has(c, OPTION_ASCII),
		   c->out.file);
	i18n_pop();
	filter_release(&filter);
	return true;
}

enum status show_view(struct call *c, const char *key, struct err *err)
{
	struct document d;
	long width;
	bool ok;

	if (!choose_width(c, WIDTH, &width, err))
		return WRONG_USAGE;
	ok = document_look(c, &d, err) &&
	     print_view(c, &d, views_find(key), (int)width, err);
	document_close(&d);
	return ok ? DONE : REFUSED;
}

static enum status no_such_view(const char *key, struct err *err)
{
	struct strbuf keys = STRBUF_INIT;

	for (const struct view_info *v = views; v->key; v++)
		strbuf_addf(&keys, "%s%s", keys.len ? ", " : "", v->key);
	wrong_usage(err, _("there is no view \"%.*s\"; there are: %s"),
		    UTF8_CUT(200, key), keys.s);
	strbuf_release(&keys);
	return WRONG_USAGE;
}

enum status subcommand_show(struct call *c, struct err *err)
{
	const char *key = call_value(c, OPTION_VIEW);
	const struct view_info *info = views_find(key ? key : "map");
	bool plain = call_has(c, OPTION_PLAIN);

	if (!info)
		return no_such_view(key, err);
	if (info->paint)
		return show_view(c, info->key, err);
	if (call_has(c, OPTION_FILTER) &&
	    (plain || !strcmp(info->key, "history")))
		return wrong_usage(err, _("--filter goes with the map and its "
					  "views only, and not with --plain"));
	if (!strcmp(info->key, "history"))
		return subcommand_log(c, err);
	return show_file(c, plain ? "plain" : "text", err);
}
