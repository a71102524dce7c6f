#include <sys/stat.h>
#include <unistd.h>

#include "cli/subcommand.h"
#include "cli/document.h"
#include "cli/new_file.h"
#include "cli/show.h"

static struct store *open_or_make(const struct call *c, struct err *err)
{
	struct template t = { "default", NULL, NULL };
	struct stat st;
	bool usage;

	if (!lstat(c->word[0], &st))
		return document_open(c, err);
	return new_file(c, &t, &usage, err);
}

static bool choose_map(const struct call *c, struct store *s, int64_t *map,
		       struct err *err)
{
	*map = 0;
	if (call_has(c, OPTION_MAP))
		*map = document_map(c, s, err);
	return *map || !call_has(c, OPTION_MAP);
}

enum status subcommand_present(struct call *c, struct err *err)
{
	enum status status = REFUSED;
	struct store *s;
	int64_t map;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return show_view(c, "present", err);
	s = document_open(c, err);
	if (s && choose_map(c, s, &map, err))
		status = (enum status)c->edit(s, map, "present", err);
	store_close(s);
	return status;
}

enum status subcommand_edit(struct call *c, struct err *err)
{
	enum status status = REFUSED;
	struct store *s;
	int64_t map;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return show_file(c, "text", err);
	s = open_or_make(c, err);
	if (s && choose_map(c, s, &map, err))
		status = (enum status)c->edit(s, map, NULL, err);
	store_close(s);
	return status;
}
