/* The texts of a form as one document for the person's own editor: each below
 * a line with its name.  Whatever is in doubt is text. */
#include <string.h>

#include "base/i18n.h"
#include "tui/form.h"
#include "tui/formpaint.h"
#include "tui/outside.h"

static const char mark[] = "=== ";

/* Its title and everything that may have several lines. */
static bool is_long(const struct form *f, int item)
{
	return item_field(f, item)->type == FIELD_TEXT ||
	       f->items[item].field == entities[f->entity].title;
}

static void add_heading(struct strbuf *out, const struct field *f)
{
	strbuf_addf(out, "%s%s ===\n", mark, _(f->label));
}

/* A line that looks like a heading gets a backslash, and one more. */
static bool looks_so(const char *line)
{
	line += strspn(line, "\\");
	return !strncmp(line, mark, strlen(mark));
}

static void add_text(struct strbuf *out, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		if (looks_so(text))
			strbuf_addch(out, '\\');
		strbuf_add(out, text, len);
		strbuf_addch(out, '\n');
		text += len + (text[len] == '\n');
	}
	strbuf_addch(out, '\n');
}

static void write_texts(const struct form *f, struct strbuf *out)
{
	for (int i = 0; i < f->count; i++)
		if (is_long(f, i)) {
			add_heading(out, item_field(f, i));
			add_text(out, f->items[i].text.text.s);
		}
}

/* The item whose heading the line is, or -1. */
static int heading(const struct form *f, const char *line, size_t len)
{
	struct strbuf text = STRBUF_INIT;
	int found = -1;

	for (int i = 0; i < f->count && found < 0; i++) {
		strbuf_clear(&text);
		if (is_long(f, i))
			add_heading(&text, item_field(f, i));
		if (text.len == len + 1 && !strncmp(text.s, line, len))
			found = i;
	}
	strbuf_release(&text);
	return found;
}

/* Blank lines at a text's end are the document's, unless they were there. */
static void take_text(struct form *f, int item, struct strbuf *text)
{
	struct textfield *t = &f->items[item].text;
	struct strbuf before = STRBUF_INIT;

	strbuf_addstr(&before, t->text.s);
	strbuf_trim(&before);
	strbuf_trim(text);
	if (strcmp(text->s, before.s) != 0) {
		textfield_set(t, text->s);
		if (item_field(f, item)->type != FIELD_TEXT)
			textfield_join(t);
	}
	strbuf_release(&before);
	strbuf_clear(text);
}

static void read_texts(struct form *f, const char *s)
{
	struct strbuf text = STRBUF_INIT;
	int item = -1;

	while (*s) {
		size_t len = strcspn(s, "\n");
		int next = heading(f, s, len);

		if (next >= 0) {
			if (item >= 0)
				take_text(f, item, &text);
			item = next;
		} else {
			size_t plain = *s == '\\' && looks_so(s);

			item = item < 0 ? 0 : item;
			strbuf_add(&text, s + plain, len - plain);
			strbuf_addch(&text, '\n');
		}
		s += len + (s[len] == '\n');
	}
	if (item >= 0)
		take_text(f, item, &text);
	strbuf_release(&text);
}

static bool edit(struct app *a, struct strbuf *text)
{
	struct strbuf before = STRBUF_INIT;
	struct err err;
	bool changed;

	strbuf_add(&before, text->s, text->len);
	typed_keep(a);
	changed = outside_edit("cjm.txt", text, &err);
	a->redraw = true;
	if (!changed)
		app_trouble(a, &err);
	else
		changed = strcmp(before.s, text->s) != 0;
	strbuf_release(&before);
	return changed;
}

bool form_edit_outside(struct app *a)
{
	struct strbuf text = STRBUF_INIT;
	bool changed;

	write_texts(a->form, &text);
	changed = edit(a, &text);
	if (changed)
		read_texts(a->form, text.s);
	strbuf_release(&text);
	return changed;
}

void item_edit_outside(struct app *a, int item)
{
	struct textfield *t = &a->form->items[item].text;
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%s\n", t->text.s);
	if (edit(a, &text))
		take_text(a->form, item, &text);
	strbuf_release(&text);
}
