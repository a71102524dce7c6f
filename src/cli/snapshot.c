#include <stdlib.h>

#include "base/i18n.h"
#include "cli/subcommand.h"
#include "cli/document.h"
#include "store/snapshot.h"

/* Do it with the word that was given, which the caller frees. */
static enum status act(struct call *c, bool *nothing, char **word,
		       bool (*action)(struct store *s, const char *word,
				      struct err *err), struct err *err)
{
	struct store *s = document_open_to_write(c, err);
	int64_t before = s ? store_last_edit(s) : 0;
	bool ok;

	*word = call_word(c, 1);
	ok = s && action(s, *word, err);
	*nothing = ok && store_last_edit(s) == before;
	store_close(s);
	return ok ? DONE : REFUSED;
}

enum status subcommand_snapshot(struct call *c, struct err *err)
{
	char *name;
	bool nothing;
	enum status status = act(c, &nothing, &name, snapshot_take, err);

	if (status == DONE)
		fprintf(c->out.file, _("snapshot: %s\n"), name);
	free(name);
	return status;
}

enum status subcommand_restore(struct call *c, struct err *err)
{
	char *word;
	bool nothing;
	enum status status = act(c, &nothing, &word, snapshot_restore,
				 err);

	if (status == DONE && nothing)
		fputs(_("nothing to restore: all of it is so already\n"),
		      c->out.file);
	else if (status == DONE)
		fprintf(c->out.file, _("restored: %s\n"), word);
	free(word);
	return status;
}
