#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/document.h"
#include "cli/source.h"
#include "cli/writing.h"

static enum status name_formats(struct err *err, const char *given)
{
	struct strbuf list = STRBUF_INIT;

	source_formats(false, &list);
	if (given)
		wrong_usage(err, _("there is no format \"%.*s\"; there are: "
				   "%s"), UTF8_CUT(200, given), list.s);
	else
		wrong_usage(err, _("say by --to which format you want: %s"),
			    list.s);
	strbuf_release(&list);
	return WRONG_USAGE;
}

/* What --output names; "-" is standard output. */
static bool is_file(const char *path)
{
	return path && strcmp(path, "-") != 0;
}

static enum status choose_format(const struct call *c,
				 const struct format **f, struct err *err)
{
	const char *to = call_value(c, OPTION_TO);
	const char *path = call_value(c, OPTION_OUT);

	*f = to ? format_find(to) : path ? format_by_ending(path) : NULL;
	if (!*f || !(*f)->write)
		return name_formats(err, to);
	if ((*f)->flags & FORMAT_BINARY && !is_file(path) &&
	    isatty(STDOUT_FILENO))
		return wrong_usage(err, _("%s is not text for a terminal; name "
					  "a file for it by -o"), (*f)->name);
	return DONE;
}

/* The history is that of the whole file, with all that was ever in it. */
static enum status check_history(const struct call *c, const struct format *f,
				 struct err *err)
{
	static const enum option_name others[] = { OPTION_MAP, OPTION_REDACT,
						   OPTION_AT };

	if (!call_has(c, OPTION_HISTORY))
		return DONE;
	if (strcmp(f->name, "json") != 0)
		return wrong_usage(err, _("--history goes with --to json, not "
					  "with \"%s\""), f->name);
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (call_has(c, others[i]))
			return wrong_usage(err, _("--%s and --history do not "
				"go together: the history tells of all that "
				"was ever in the file"),
				options[others[i]].name);
	return DONE;
}

static bool is_document(const struct store *s, const char *path)
{
	struct stat ours, theirs;

	return !stat(store_path(s), &ours) && !stat(path, &theirs) &&
	       ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

static bool write_file(const struct call *c, const struct document *d,
		       const struct format *f, int64_t map, int width,
		       struct err *err)
{
	const char *path = call_value(c, OPTION_OUT);
	struct outfile o;

	if (is_document(d->store, path))
		return err_set(err, _("%s is the map's own file; export it "
				      "under another name"), path);
	if (!outfile_open(&o, path, call_has(c, OPTION_FORCE), err))
		return false;
	if (writing_do(c, d, f, map, width, o.file, err))
		return outfile_commit(&o, err);
	if (ferror(o.file))
		err_prefix(err, "%s", path);
	outfile_abandon(&o);
	return false;
}

static bool export(struct call *c, struct document *d,
		   const struct format *f, int width, struct err *err)
{
	bool all = f->flags & FORMAT_ALL_MAPS && !call_has(c, OPTION_MAP);
	int64_t map = all ? 0 : document_look_map(c, d, err);

	if (all ? !d->past && !store_visit(d->store, 0, err) : !map)
		return false;
	if (is_file(call_value(c, OPTION_OUT)))
		return write_file(c, d, f, map, width, err);
	return writing_do(c, d, f, map, width, c->out.file, err);
}

enum status subcommand_export(struct call *c, struct err *err)
{
	const struct format *f;
	enum status status = choose_format(c, &f, err);
	struct document d;
	long width;

	if (status == DONE)
		status = check_history(c, f, err);
	if (status != DONE)
		return status;
	if (!call_number(c, OPTION_WIDTH, WIDTH_LEAST, WIDTH_MOST, 0, &width,
			 err))
		return WRONG_USAGE;
	status = document_look(c, &d, err) &&
		 export(c, &d, f, (int)width, err) ? DONE : REFUSED;
	document_close(&d);
	return status;
}
