#include "tui/keymap.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"

const struct binding bindings[] = {
	{ IN_MAP | IN_PRESENT, "i", "capture" },
	{ IN_MAP, "a", "touchpoint-add" },
	{ IN_MAP, "Ins", "touchpoint-add" },
	{ IN_MAP | IN_PAST, "Enter", "touchpoint-edit" },
	{ IN_MAP, "E", "touchpoint-texts" },
	{ IN_MAP, "d", "touchpoint-delete" },
	{ IN_MAP, "Del", "touchpoint-delete" },
	{ IN_MAP | IN_PAGE | IN_PRESENT, "u", "undo" },
	{ IN_MAP | IN_PAGE, "C-r", "redo" },
	{ IN_MAP | IN_PAST, "h", "stage-previous" },
	{ IN_MAP | IN_PAST, "Left", "stage-previous" },
	{ IN_MAP | IN_PAST, "l", "stage-next" },
	{ IN_MAP | IN_PAST, "Right", "stage-next" },
	{ IN_MAP | IN_PAST, "j", "touchpoint-next" },
	{ IN_MAP | IN_PAST, "Down", "touchpoint-next" },
	{ IN_MAP | IN_PAST, "k", "touchpoint-previous" },
	{ IN_MAP | IN_PAST, "Up", "touchpoint-previous" },
	{ IN_MAP | IN_PAST, "Home", "touchpoint-first" },
	{ IN_MAP | IN_PAST, "End", "touchpoint-last" },
	{ IN_MAP | IN_PAST, "PgDn", "page-down" },
	{ IN_MAP | IN_PAST, "PgUp", "page-up" },
	{ IN_MAP | IN_PAGE, "g", "go-to" },
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
	{ IN_MAP, "Space", "touchpoint-choose" },
	{ IN_MAP, "m", "touchpoint-move" },
	{ IN_MAP, "#", "touchpoint-tag" },
	{ IN_MAP, "s", "touchpoint-set" },
	{ IN_MAP | IN_PAST, "y", "touchpoint-copy" },
	{ IN_MAP | IN_PAST, "Y", "stage-copy" },
	{ IN_MAP, "p", "paste" },
	{ IN_MAP, "c", "touchpoint-duplicate" },
	{ IN_MAP, "C", "map-copy" },
	{ IN_MAP, "A", "stage-add" },
	{ IN_MAP, "R", "stage-edit" },
	{ IN_MAP, "D", "stage-delete" },
	{ IN_MAP, "<", "stage-left" },
	{ IN_MAP, ">", "stage-right" },
	{ IN_MAP, "M", "map-edit" },
	{ IN_MAP | IN_PAGE | IN_PAST, "]", "map-next" },
	{ IN_MAP | IN_PAGE | IN_PAST, "[", "map-previous" },
	{ IN_MAP | IN_PAST, "t", "detail" },
	{ IN_MAP | IN_PAST, "/", "search" },
	{ IN_MAP | IN_PAST, "n", "search-next" },
	{ IN_MAP | IN_PAST, "N", "search-previous" },
	{ IN_MAP | IN_PAGE, "f", "filter" },
	{ IN_MAP, "Esc", "show-all" },
	{ ANYWHERE, "?", "help" },
	{ ANYWHERE, ":", "palette" },
	{ ANYWHERE, "C-p", "palette" },
	{ IN_MAP, "q", "quit" },
	{ IN_MAP | IN_PAGE | IN_HISTORY, "V", "views" },
	{ IN_MAP | IN_PAGE, "z", "zoom-in" },
	{ IN_MAP | IN_PAGE, "Z", "zoom-out" },
	{ IN_PAGE, "a", "thing-add" },
	{ IN_PAGE, "d", "thing-delete" },
	{ IN_PAGE, "Del", "thing-delete" },
	{ IN_PAGE, "J", "thing-down" },
	{ IN_PAGE, "S-Down", "thing-down" },
	{ IN_PAGE, "K", "thing-up" },
	{ IN_PAGE, "S-Up", "thing-up" },
	{ IN_PAGE, "c", "lanes" },
	{ IN_PAGE, "Enter", "list-open" },
	{ IN_PAGE, "j", "list-down" },
	{ IN_PAGE, "Down", "list-down" },
	{ IN_PAGE, "k", "list-up" },
	{ IN_PAGE, "Up", "list-up" },
	{ IN_PAGE, "h", "list-left" },
	{ IN_PAGE, "Left", "list-left" },
	{ IN_PAGE, "l", "list-right" },
	{ IN_PAGE, "Right", "list-right" },
	{ IN_PAGE, "Home", "list-first" },
	{ IN_PAGE, "End", "list-last" },
	{ IN_PAGE, "PgDn", "list-page-down" },
	{ IN_PAGE, "PgUp", "list-page-up" },
	{ IN_MAP | IN_PAGE, "U", "history" },
	{ IN_HISTORY, "Enter", "moment-look" },
	{ IN_HISTORY, "j", "moment-older" },
	{ IN_HISTORY, "Down", "moment-older" },
	{ IN_PAST, "J", "moment-older" },
	{ IN_HISTORY, "k", "moment-newer" },
	{ IN_HISTORY, "Up", "moment-newer" },
	{ IN_PAST, "K", "moment-newer" },
	{ IN_HISTORY, "PgDn", "moment-page-older" },
	{ IN_HISTORY, "PgUp", "moment-page-newer" },
	{ IN_HISTORY, "Home", "moment-newest" },
	{ IN_HISTORY, "End", "moment-oldest" },
	{ IN_HISTORY | IN_PAST, "r", "moment-restore" },
	{ IN_HISTORY | IN_PAST, "s", "moment-name" },
	{ IN_HISTORY, "a", "history-author" },
	{ IN_HISTORY, "t", "history-touchpoint" },
	{ IN_PAST, "Esc", "leave-past" },
	{ IN_PAST, "q", "leave-past" },
	{ IN_MAP, "W", "save-as" },
	{ IN_MAP, "C-o", "save-as" },
	{ IN_MAP | IN_PAGE, "P", "present" },
	{ IN_MAP | IN_PRESENT, "v", "vote" },
	{ IN_PRESENT, "Space", "slide-next" },
	{ IN_PRESENT, "Right", "slide-next" },
	{ IN_PRESENT, "PgDn", "slide-next" },
	{ IN_PRESENT, "Left", "slide-previous" },
	{ IN_PRESENT, "PgUp", "slide-previous" },
	{ IN_PRESENT, "Home", "slide-first" },
	{ IN_PRESENT, "End", "slide-last" },
	{ IN_PRESENT, "j", "slide-down" },
	{ IN_PRESENT, "Down", "slide-down" },
	{ IN_PRESENT, "k", "slide-up" },
	{ IN_PRESENT, "Up", "slide-up" },
	{ IN_PRESENT, "Enter", "slide-open" },
	{ IN_PRESENT, "g", "slide-go" },
	{ IN_PRESENT, "n", "renumber" },
	{ IN_PRESENT, "Esc", "leave-presentation" },
	{ IN_PRESENT, "q", "leave-presentation" },
	{ IN_PAGE | IN_HISTORY, "Esc", "leave-view" },
	{ IN_PAGE | IN_HISTORY, "q", "leave-view" },
	{ 0, NULL, NULL }
};

const struct command *keymap_command(const struct app *a, const struct key *k)
{
	for (const struct binding *b = bindings; b->key; b++)
		if (b->places & a->under->place && key_is(k, b->key))
			return command_find(b->command);
	return NULL;
}

/* An input method left on sends Backspaces and letters of its own: they must
 * run nothing. */
static bool from_input_method(const struct key *k)
{
	return key_is(k, "BS") ||
	       (k->kind == KEY_IS_TEXT && (unsigned char)k->text.s[0] >= 0x80);
}

void keymap_none(struct app *a, const struct key *k)
{
	if (from_input_method(k))
		app_say(a, _("The Vietnamese input method is on; arrows, "
			     "Enter and Ctrl-P still work."));
	else if (k->kind == KEY_IS_TEXT)
		app_say(a, _("\"%s\" does nothing here; ? shows all keys."),
			k->text.s);
}

void keymap_key(struct app *a, const struct key *k)
{
	const struct command *c = keymap_command(a, k);

	if (c)
		command_run(c, a);
	else
		keymap_none(a, k);
}

/* Names of keys a person reads on the keyboard. */
static const char *spelled(const char *key)
{
	static const struct { const char *key, *shown; } names[] = {
		{ "C-o", "Ctrl-O" }, { "C-p", "Ctrl-P" },
		{ "C-r", "Ctrl-R" },
		{ "S-Left", "Shift-Left" },
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
static const struct hint {
	unsigned places;
	const char *keys, *command;
} hints[] = {
	{ IN_MAP, "i", "capture" },
	{ IN_MAP, "Enter", "touchpoint-edit" },
	{ IN_MAP, "d", "touchpoint-delete" },
	{ IN_MAP | IN_PAGE, "u", "undo" },
	{ IN_MAP, N_("Arrows"), "stage-next" },
	{ IN_MAP, "H J K L", "touchpoint-right" },
	{ IN_MAP, "+ -", "emotion-raise" },
	{ IN_MAP, "A", "stage-add" },
	{ IN_PAGE, "Enter", "list-open" },
	{ IN_PAGE, N_("Arrows"), "list-down" },
	{ IN_PAGE, "a", "thing-add" },
	{ IN_PAGE, "d", "thing-delete" },
	{ IN_MAP | IN_PAGE, "z Z", "zoom-in" },
	{ IN_HISTORY, N_("Arrows"), "moment-older" },
	{ IN_HISTORY, "Enter", "moment-look" },
	{ IN_PAST, "J K", "moment-older" },
	{ IN_HISTORY | IN_PAST, "r", "moment-restore" },
	{ IN_HISTORY | IN_PAST, "s", "moment-name" },
	{ IN_HISTORY, "a", "history-author" },
	{ IN_HISTORY, "t", "history-touchpoint" },
	{ IN_PAST, N_("Arrows"), "stage-next" },
	{ IN_PRESENT, N_("Space"), "slide-next" },
	{ IN_PRESENT, "i", "capture" },
	{ IN_PRESENT, "v", "vote" },
	{ IN_PRESENT, "Enter", "slide-open" },
	{ IN_MAP | IN_PAST, "/", "search" },
	{ IN_MAP | IN_PAGE, "V", "views" },
	{ IN_MAP, "U", "history" },
	{ IN_MAP | IN_PAGE, "f", "filter" },
	{ IN_MAP, "P", "present" },
	{ ANYWHERE, ":", "palette" },
};

/* The first one while a filter holds. */
static const struct hint filter_hint = { IN_MAP, "Esc", "show-all" };


/* The first one while the file cannot be had. */
static const struct hint trouble_hint = { IN_MAP, "W", "save-as" };

/* Those at the end, for which there is always room. */
static const struct hint last_hints[] = {
	{ ANYWHERE, "?", "help" },
	{ IN_MAP, "q", "quit" },
	{ IN_PAGE | IN_HISTORY, "Esc", "leave-view" },
	{ IN_PAST, "Esc", "leave-past" },
	{ IN_PRESENT, "q", "leave-presentation" },
};

static void add_hint(struct strbuf *out, const struct hint *h)
{
	strbuf_addf(out, "%s%s %s", out->len ? "  " : "", _(h->keys),
		    _(command_find(h->command)->hint));
}

static bool is_due(const struct app *a, const struct hint *h)
{
	return h->places & a->under->place &&
	       command_works(command_find(h->command), a);
}

void keymap_hints(const struct app *a, struct strbuf *out, int columns)
{
	struct strbuf tail = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_LEN(last_hints); i++)
		if (is_due(a, &last_hints[i]))
			add_hint(&tail, &last_hints[i]);
	if (a->banner.len && is_due(a, &trouble_hint))
		add_hint(out, &trouble_hint);
	if (a->view.filter && is_due(a, &filter_hint))
		add_hint(out, &filter_hint);
	for (size_t i = 0; i < ARRAY_LEN(hints); i++) {
		size_t len = out->len;

		if (!is_due(a, &hints[i]))
			continue;
		add_hint(out, &hints[i]);
		if (utf8_columns(out->s) + 2 + utf8_columns(tail.s) >
		    columns)
			strbuf_truncate(out, len);
	}
	strbuf_addf(out, "%s%s", out->len ? "  " : "", tail.s);
	strbuf_release(&tail);
}
