#include "store/history.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "cli/subcommand.h"
#include "cli/document.h"

static enum status take_back(struct call *c, const char *said,
			     bool (*take)(struct store *s, struct strbuf *what,
					  struct err *err), struct err *err)
{
	struct store *s = document_open_to_write(c, err);
	struct strbuf what = STRBUF_INIT;
	bool ok = s && take(s, &what, err);

	if (ok)
		fprintf(c->out.file, "%s: %s\n", said, what.s);
	strbuf_release(&what);
	store_close(s);
	return ok ? DONE : REFUSED;
}

enum status subcommand_undo(struct call *c, struct err *err)
{
	return take_back(c, _("taken back"), history_undo, err);
}

enum status subcommand_redo(struct call *c, struct err *err)
{
	return take_back(c, _("brought back"), history_redo, err);
}
