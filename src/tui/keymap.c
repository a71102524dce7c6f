#include "tui/keymap.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"

const struct binding bindings[] = {
	{ "i", "capture" },
	{ "a", "touchpoint-add" },
	{ "Ins", "touchpoint-add" },
	{ "Enter", "touchpoint-edit" },
	{ "d", "touchpoint-delete" },
	{ "Del", "touchpoint-delete" },
	{ "u", "undo" },
	{ "C-r", "redo" },
	{ "h", "stage-previous" },
	{ "Left", "stage-previous" },
	{ "l", "stage-next" },
	{ "Right", "stage-next" },
	{ "j", "touchpoint-next" },
	{ "Down", "touchpoint-next" },
	{ "k", "touchpoint-previous" },
	{ "Up", "touchpoint-previous" },
	{ "Home", "touchpoint-first" },
	{ "End", "touchpoint-last" },
	{ "PgDn", "page-down" },
	{ "PgUp", "page-up" },
	{ "g", "go-to" },
	{ "J", "touchpoint-down" },
	{ "S-Down", "touchpoint-down" },
	{ "K", "touchpoint-up" },
	{ "S-Up", "touchpoint-up" },
	{ "H", "touchpoint-left" },
	{ "S-Left", "touchpoint-left" },
	{ "L", "touchpoint-right" },
	{ "S-Right", "touchpoint-right" },
	{ "+", "emotion-raise" },
	{ "-", "emotion-lower" },
	{ "0", "emotion-neutral" },
	{ "=", "emotion-unknown" },
	{ "A", "stage-add" },
	{ "R", "stage-edit" },
	{ "D", "stage-delete" },
	{ "<", "stage-left" },
	{ ">", "stage-right" },
	{ "M", "map-edit" },
	{ "]", "map-next" },
	{ "[", "map-previous" },
	{ "t", "detail" },
	{ "?", "help" },
	{ "q", "quit" },
	{ NULL, NULL }
};

const struct command *keymap_command(const struct key *k)
{
	for (const struct binding *b = bindings; b->key; b++)
		if (key_is(k, b->key))
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

void keymap_keys(const struct command *c, struct strbuf *out)
{
	bool first = true;

	for (const struct binding *b = bindings; b->key; b++)
		if (!strcmp(b->command, c->name)) {
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
		keymap_keys(c, &keys);
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
