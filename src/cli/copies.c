#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/subcommand.h"
#include "model/redact.h"
#include "store/share.h"
#include "store/verify.h"

enum status subcommand_backup(struct call *c, struct err *err)
{
	return backup(c->word[0], c->word[1], err) ? DONE : REFUSED;
}

/* Printed when the file is closed. */
struct damages {
	struct strbuf lines;
	size_t count;
};

static void take_damage(const char *what, void *arg)
{
	struct damages *d = arg;

	d->count++;
	strbuf_addf(&d->lines, "%s\n", what);
}

static void print_damages(struct damages *d, FILE *out)
{
	fputs(d->lines.s, out);
	strbuf_release(&d->lines);
}

enum status subcommand_verify(struct call *c, struct err *err)
{
	struct damages d = { STRBUF_INIT, 0 };
	bool ok;

	ok = verify(c->word[0], take_damage, &d, err);
	print_damages(&d, c->out.file);
	if (!ok)
		return REFUSED;
	if (!d.count)
		return DONE;
	err_set(err, _("%s is damaged"), c->word[0]);
	return FOUND;
}

enum status subcommand_salvage(struct call *c, struct err *err)
{
	struct damages d = { STRBUF_INIT, 0 };
	bool ok;

	ok = salvage(c->word[0], c->word[1], take_damage, &d, err);
	print_damages(&d, c->out.file);
	if (!ok)
		return REFUSED;
	if (!d.count)
		return DONE;
	err_set(err, _("%s holds what could be read; what was lost is listed "
		       "above"), c->word[1]);
	return FOUND;
}

enum status subcommand_share(struct call *c, struct err *err)
{
	const char *what = call_value(c, OPTION_REDACT);
	unsigned bits = 0;

	if (what && !redact_read(what, &bits, err))
		return WRONG_USAGE;
	return share(c->word[0], c->word[1], bits, err) ? DONE : REFUSED;
}
