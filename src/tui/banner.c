#include "tui/banner.h"

#include <string.h>
#include <wctype.h>

#include "base/utf8.h"
#include "tui/app.h"

void banner_sentence(const char *msg, struct strbuf *out)
{
	size_t len;

	utf8_encode(towupper(utf8_decode(msg, &len)), out);
	strbuf_addstr(out, msg + len);
}

bool banner_set(struct app *a, const char *msg)
{
	struct strbuf text = STRBUF_INIT;
	bool other;

	if (*msg)
		banner_sentence(msg, &text);
	other = strcmp(a->banner.s, text.s);
	strbuf_clear(&a->banner);
	strbuf_addstr(&a->banner, text.s);
	strbuf_release(&text);
	return other;
}

bool banner_clear(struct app *a)
{
	return banner_set(a, a->damage.s);
}

bool banner_check(struct app *a)
{
	struct err err, ignored;
	bool sound;

	if (a->checked)
		return false;
	sound = store_check(a->store, &err);
	/* a file that is away is other trouble: look when it is back */
	a->checked = sound || store_refresh(a->store, NULL, &ignored);
	if (sound || !a->checked)
		return false;
	strbuf_addstr(&a->damage, err.msg);
	return banner_set(a, err.msg);
}
