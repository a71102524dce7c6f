/* Votes of the room, typed as it calls them out. */
#include "base/i18n.h"
#include "model/tally.h"
#include "tui/command.h"
#include "tui/present.h"

static void counted(struct app *a, const char *line)
{
	struct tally tally = TALLY_INIT;
	struct strbuf text = STRBUF_INIT;
	struct tally_intent i;
	struct err err;

	if (!*line)
		return;
	intent_tally(&i, &tally, store_author(a->store));
	numbers_take(&a->present.numbers, a->p, a->view.map);
	if (!tally_read(&tally, line, &a->present.numbers, a->p, &err)) {
		app_trouble(a, &err);
	} else if (app_do(a, &i.intent)) {
		tally_text(&tally, &text);
		app_say(a, _("Counted: %s"), text.s);
	}
	strbuf_release(&text);
	tally_release(&tally);
}

void votes_add(struct app *a)
{
	present_numbers(a);     /* what holds from now on */
	ask(a, N_("Votes (5.3 5.3 2.1):"), "", counted);
}
