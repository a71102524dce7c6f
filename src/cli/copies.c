#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "cli/subcommand.h"
#include "model/redact.h"
#include "store/share.h"
#include "store/verify.h"

enum status subcommand_backup(struct call *c, struct err *err)
{
	return backup(c->word[0], c->word[1], err) ? DONE : REFUSED;
}

struct damages {
	FILE *out;
	size_t count;
};

static void print_damage(const char *what, void *arg)
{
	struct damages *d = arg;

	d->count++;
	fprintf(d->out, "%s\n", what);
}

enum status subcommand_verify(struct call *c, struct err *err)
{
	struct damages d = { c->out.file, 0 };

	if (!verify(c->word[0], print_damage, &d, err))
		return REFUSED;
	if (!d.count)
		return DONE;
	err_set(err, _("%s is damaged"), c->word[0]);
	return FOUND;
}

enum status subcommand_salvage(struct call *c, struct err *err)
{
	struct damages d = { c->out.file, 0 };

	if (!salvage(c->word[0], c->word[1], print_damage, &d, err))
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
