#include "vt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "vt_parts.h"

/* Keys whose bytes depend on modes the program has switched on. */
static const struct {
	const char *name;
	VTermKey key;
} named[] = {
	{ "Up", VTERM_KEY_UP },
	{ "Down", VTERM_KEY_DOWN },
	{ "Left", VTERM_KEY_LEFT },
	{ "Right", VTERM_KEY_RIGHT },
	{ "Home", VTERM_KEY_HOME },
	{ "End", VTERM_KEY_END },
	{ "PageUp", VTERM_KEY_PAGEUP },
	{ "PageDown", VTERM_KEY_PAGEDOWN },
	{ "Insert", VTERM_KEY_INS },
	{ "Delete", VTERM_KEY_DEL },
	{ "Tab", VTERM_KEY_TAB },
};

static const struct {
	const char *name, *bytes;
} spelled[] = {
	{ "Enter", "\r" },
	{ "Esc", "\033" },
	{ "BS", "\177" },
	{ "Space", " " },
	{ "lt", "<" },
};

static bool send_named(struct vt *vt, const char *name, VTermModifier with)
{
	size_t i;
	int number;

	for (i = 0; i < ARRAY_LEN(named); i++)
		if (!strcmp(name, named[i].name)) {
			vterm_keyboard_key(vt->emulator, named[i].key, with);
			return true;
		}
	if (name[0] != 'F' || (number = atoi(name + 1)) < 1 || number > 12)
		return false;
	vterm_keyboard_key(vt->emulator, VTERM_KEY_FUNCTION(number), with);
	return true;
}

static bool send_spelled(struct vt *vt, const char *name)
{
	size_t i;

	for (i = 0; i < ARRAY_LEN(spelled); i++)
		if (!strcmp(name, spelled[i].name)) {
			strbuf_addstr(&vt->outgoing, spelled[i].bytes);
			return true;
		}
	return false;
}

static bool send_key(struct vt *vt, const char *name)
{
	VTermModifier with = VTERM_MOD_NONE;

	if (!strncmp(name, "C-", 2) && name[2] && !name[3]) {
		strbuf_addch(&vt->outgoing, (char)(name[2] & 0x1F));
		return true;
	}
	if (!strncmp(name, "C-", 2) || !strncmp(name, "S-", 2)) {
		with = *name == 'C' ? VTERM_MOD_CTRL : VTERM_MOD_SHIFT;
		name += 2;
	}
	return send_named(vt, name, with) ||
	       (with == VTERM_MOD_NONE && send_spelled(vt, name));
}

void vt_send(struct vt *vt, const char *keys)
{
	while (*keys) {
		const char *end = *keys == '<' ? strchr(keys, '>') : NULL;
		char name[16];

		if (!end) {
			strbuf_addch(&vt->outgoing, *keys++);
			continue;
		}
		snprintf(name, sizeof name, "%.*s", (int)(end - keys - 1),
			 keys + 1);
		if (!send_key(vt, name))
			vt_fail(vt, "no such key:", keys);
		keys = end + 1;
	}
	vt_flush(vt);
}

void vt_paste(struct vt *vt, const char *text)
{
	strbuf_addf(&vt->outgoing, "\033[200~%s\033[201~", text);
	vt_flush(vt);
}

void vt_mouse(struct vt *vt, int button, int row, int col, bool press)
{
	if (vt_mode(vt, 1006) != 1)
		vt_fail(vt, "the mouse is off in mode", "?1006");
	strbuf_addf(&vt->outgoing, "\033[<%d;%d;%d%c", button, col + 1,
		    row + 1, press ? 'M' : 'm');
	vt_flush(vt);
}
