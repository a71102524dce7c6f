/* The draft of a form: the fields that differ, kept and brought back. */
#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/record.h"
#include "tui/form.h"
#include "tui/formpaint.h"

static bool differs(const struct form *f, int item)
{
	return strcmp(f->items[item].before, f->items[item].text.text.s) != 0;
}

void form_write(const struct form *f, struct strbuf *out)
{
	bool any = false;
	char id[ID_TEXT];

	for (int i = 0; i < f->count; i++) {
		if (!differs(f, i))
			continue;
		if (!any)
			record_write(out, "form", id_text(f->id, id),
				     entities[f->entity].key, f->title, NULL);
		record_write(out, "field", item_field(f, i)->key,
			     f->items[i].before, f->items[i].text.text.s,
			     NULL);
		any = true;
	}
}

/* The item of the field with this key, or -1. */
static int find_item(const struct form *f, const char *key)
{
	for (int i = 0; i < f->count; i++)
		if (!strcmp(item_field(f, i)->key, key))
			return i;
	return -1;
}

/* The name of a field that others changed meanwhile, or NULL. */
static const char *recall(struct form *f, const char *records)
{
	struct record r = RECORD_INIT;
	const char *changed = NULL;

	while (record_read(&r, &records)) {
		int i = strcmp(r.word[0], "field") ? -1 :
			find_item(f, r.word[1]);

		if (i < 0)
			continue;
		if (strcmp(f->items[i].before, r.word[2]) != 0) {
			changed = item_field(f, i)->label;
			item_offer(f, i, f->items[i].before);
		}
		textfield_set(&f->items[i].text, r.word[3]);
	}
	record_release(&r);
	return changed;
}

void form_recall(struct app *a)
{
	struct strbuf records = STRBUF_INIT;
	const char *changed;
	char id[ID_TEXT];

	if (typed_take(&a->typed, "form", id_text(a->form->id, id),
		       &records)) {
		changed = recall(a->form, records.s);
		if (changed)
			app_say(a, _("Your text is back; others changed %s "
				     "since."),
				_(changed));
		else
			app_say(a, _("Your text is back: Enter saves it."));
	}
	strbuf_release(&records);
}
