#include "cli/show.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/subcommand.h"
#include "cli/document.h"
#include "cli/writing.h"

/* 0: not a terminal, the format chooses. */
static long terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_col)
		return 0;
	return size.ws_col < WIDTH_LEAST ? WIDTH_LEAST : size.ws_col;
}

enum status show_file(struct call *c, const char *format, struct err *err)
{
	long width;
	struct store *s;
	int64_t map;
	bool ok;

	if (!call_number(c, OPTION_WIDTH, WIDTH_LEAST, WIDTH_MOST,
			 terminal_width(), &width, err))
		return WRONG_USAGE;
	s = document_open(c, err);
	map = s ? document_map(c, s, err) : 0;
	ok = map && writing_do(c, s, format_find(format), map, (int)width,
			       c->out.file, err);
	store_close(s);
	return ok ? DONE : REFUSED;
}

enum status subcommand_show(struct call *c, struct err *err)
{
	const char *view = call_value(c, OPTION_VIEW);

	if (view && strcmp(view, "map") != 0)
		return wrong_usage(err, _("there is no view \"%s\"; there is: "
					  "map"), view);
	return show_file(c, call_has(c, OPTION_PLAIN) ? "plain" : "text", err);
}
