#include <stdlib.h>

#include "base/i18n.h"
#include "cli/subcommand.h"
#include "cli/new_file.h"

enum status subcommand_new(struct call *c, struct err *err)
{
	char *title = call_text(c, OPTION_TITLE);
	const char *name = call_value(c, OPTION_TEMPLATE);
	struct template t = { name ? name : "default",
			      call_value(c, OPTION_LANG), title };
	bool usage = t.language && !language_check(t.language, err);
	struct store *s = usage ? NULL : new_file(c, &t, &usage, err);

	if (s)
		fprintf(c->out.file, _("%s is ready; open it: cjm %s\n"),
			c->word[0], c->word[0]);
	store_close(s);
	free(title);
	return s ? DONE : usage ? WRONG_USAGE : REFUSED;
}
