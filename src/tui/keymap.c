#include "tui/keymap.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"

const struct binding bindings[] = {
	{ IN_MAP, "i", "capture" },
	{ IN_MAP, "a", "touchpoint-add" },
	{ IN_MAP, "Ins", "touchpoint-add" },
	{ IN_MAP, "Enter", "touchpoint-edit" },
	{ IN_MAP, "d", "touchpoint-delete" },
	{ IN_MAP, "Del", "touchpoint-delete" },
	{ IN_MAP, "u", "undo" },
	{ IN_MAP, "C-r", "redo" },
	{ IN_MAP, "h", "stage-previous" },
	{ IN_MAP, "Left", "stage-previous" },
	{ IN_MAP, "l", "stage-next" },
	{ IN_MAP, "Right", "stage-next" },
	{ IN_MAP, "j", "touchpoint-next" },
	{ IN_MAP, "Down", "touchpoint-next" },
	{ IN_MAP, "k", "touchpoint-previous" },
	{ IN_MAP, "Up", "touchpoint-previous" },
	{ IN_MAP, "Home", "touchpoint-first" },
	{ IN_MAP, "End", "touchpoint-last" },
	{ IN_MAP, "PgDn", "page-down" },
	{ IN_MAP, "PgUp", "page-up" },
	{ IN_MAP, "g", "go-to" },
	{ IN_MAP, "J", "touchpoint-down" },
	{ IN_MAP, "S-Down", "touchpoint-down" },
	{ IN_MAP, "K", "touchpoint-up" },
	{ IN_MAP, "S-Up", "touchpoint-up" },
	{ IN_MAP, "H", "touchpoint-left" },
	{ IN_MAP, "S-Left", "touchpoint-left" },
	{ IN_MAP, "L", "touchpoint-right" },
	{ IN_MAP, "S-Right", "touchpoint-right" },
	{ IN_MAP, "+", "emotion-raise" },
	{ IN_MAP, "-", "emotion-lower" },
	{ IN_MAP, "0", "emotion-neutral" },
	{ IN_MAP, "=", "emotion-unknown" },
	{ IN_MAP, "A", "stage-add" },
	{ IN_MAP, "R", "stage-edit" },
	{ IN_MAP, "D", "stage-delete" },
	{ IN_MAP, "<", "stage-left" },
	{ IN_MAP, ">", "stage-right" },
	{ IN_MAP, "M", "map-edit" },
	{ IN_MAP, "]", "map-next" },
	{ IN_MAP, "[", "map-previous" },
	{ IN_MAP, "t", "detail" },
	{ IN_MAP, "?", "help" },
	{ IN_MAP, "q", "quit" },
	{ 0, NULL, NULL }
};

const struct command *keymap_command(const struct app *a, const struct key *k)
{
	for (const struct binding *b = bindings; b->key; b++)
		if (b->places & a->under->place && key_is(k, b->key))
			return command_find(b->command);
	return NULL;
}

/* Names of keys a person reads on the keyboard. */
static const char *spelled(const char *key)
{
	static const struct { const char *key, *shown; } names[] = {
		{ "C-r", "Ctrl-R" }, { "S-Left", "Shift-Left" },
		{ "S-Right", "Shift-Right" }, { "S-Up", "Shift-Up" },
		{ "S-Down", "Shift-Down" }, { "Del", "Delete" },
		{ "Ins", "Insert" },
	};

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(names[i].key, key))
			return names[i].shown;
	return key;
}

void keymap_keys(const struct command *c, unsigned places, struct strbuf *out)
{
	bool first = true;

	for (const struct binding *b = bindings; b->key; b++)
		if (b->places & places && !strcmp(b->command, c->name)) {
			strbuf_addf(out, "%s%s", first ? "" : " ",
				    spelled(b->key));
			first = false;
		}
}

void keymap_each(void (*visit)(const char *keys, const char *help, void *arg),
		 void *arg)
{
	struct strbuf keys = STRBUF_INIT;

	for (const struct command *c = commands; c->name; c++) {
		strbuf_clear(&keys);
		keymap_keys(c, ANYWHERE, &keys);
		if (keys.len)
			visit(keys.s, c->help, arg);
	}
	strbuf_release(&keys);
}

/* Keys that belong together share one hint. */
static const struct { const char *keys, *command; } hints[] = {
	{ "i", "capture" },
	{ "Enter", "touchpoint-edit" },
	{ "d", "touchpoint-delete" },
	{ "u", "undo" },
	{ N_("Arrows"), "stage-next" },
	{ "H J K L", "touchpoint-right" },
	{ "+ -", "emotion-raise" },
	{ "A", "stage-add" },
};

static void add_hint(struct strbuf *out, const char *keys, const char *name)
{
	strbuf_addf(out, "%s%s %s", out->len ? "  " : "", _(keys),
		    _(command_find(name)->hint));
}

/* Help and leaving are always there, at the end. */
void keymap_hints(const struct app *a, struct strbuf *out, int columns)
{
	struct strbuf tail = STRBUF_INIT;

	add_hint(&tail, "?", "help");
	add_hint(&tail, "q", "quit");
	for (size_t i = 0; i < ARRAY_LEN(hints); i++) {
		size_t len = out->len;

		if (!command_works(command_find(hints[i].command), a))
			continue;
		add_hint(out, hints[i].keys, hints[i].command);
		if (utf8_columns(out->s) + 2 + utf8_columns(tail.s) >
		    columns)
			strbuf_truncate(out, len);
	}
	strbuf_addf(out, "%s%s", out->len ? "  " : "", tail.s);
	strbuf_release(&tail);
}
