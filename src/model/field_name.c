#include "model/field.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "model/alias.h"

static bool key_is(const char *key, const char *s, size_t len)
{
	return strlen(key) == len && !memcmp(key, s, len);
}

int field_find(enum entity e, const char *key, size_t len)
{
	for (int i = 0; i < entities[e].count; i++)
		if (key_is(entities[e].fields[i].key, key, len))
			return i;
	return -1;
}

int entity_find(const char *key, size_t len)
{
	for (int e = 0; e < ENTITIES; e++)
		if (key_is(entities[e].key, key, len))
			return e;
	return -1;
}

static bool is_upper(unsigned c)
{
	return c >= 'A' && c <= 'Z';
}

/* Behind the parenthesis that closes at or behind s, or at the end. */
static const char *behind_parenthesis(const char *s)
{
	size_t len;
	unsigned c;

	do {
		c = utf8_decode(s, &len);
		s += len;
	} while (c && c != ')' && c != 0xFF09);
	return s;
}

/* Only the words, folded: of "painPoints", "Pain_points (top 3):". */
static void add_plain(const char *s, size_t bytes, struct strbuf *out)
{
	struct strbuf words = STRBUF_INIT;
	const char *end = s + bytes;
	unsigned last = 0, c;
	size_t len;

	for (; s < end; s += len, last = c) {
		c = utf8_decode(s, &len);
		if ((c == '(' || c == 0xFF08) && words.len) {
			s = behind_parenthesis(s);
			len = 0;
		} else if (!utf8_is_alnum(c)) {
			strbuf_addch(&words, ' ');
		} else {
			if (is_upper(c) && last >= 'a' && last <= 'z')
				strbuf_addch(&words, ' ');
			strbuf_add(&words, s, len);
		}
	}
	for (char *w = words.s; *w; w++)
		while (w[0] == ' ' && w[1] == ' ')
			strbuf_splice(&words, (size_t)(w - words.s), 1, "", 0);
	strbuf_trim(&words);
	utf8_fold(words.s, out, NULL);
	strbuf_release(&words);
}

static bool among(const char *plain, const char *aliases)
{
	struct strbuf alias = STRBUF_INIT;
	bool found = false;

	for (const char *s = aliases; !found && s && *s; s += *s == '|') {
		size_t len = strcspn(s, "|");

		strbuf_clear(&alias);
		add_plain(s, len, &alias);
		found = !strcmp(alias.s, plain);
		s += len;
	}
	strbuf_release(&alias);
	return found;
}

static bool is_called(const struct field *f, const char *name)
{
	return utf8_same(f->key, name) ||
	       (f->label && (utf8_same(f->label, name) ||
			     utf8_same(_(f->label), name)));
}

uint32_t fields_named(enum entity e, const char *name)
{
	struct strbuf plain = STRBUF_INIT;
	uint32_t fields = 0;

	add_plain(name, strlen(name), &plain);
	for (int i = 0; i < entities[e].count; i++) {
		const struct field *f = field_of(e, i);

		if (is_called(f, name) || is_called(f, plain.s) ||
		    (plain.len && among(plain.s, field_aliases(e, i))))
			fields |= UINT32_C(1) << i;
	}
	strbuf_release(&plain);
	return fields;
}

int field_named(enum entity e, const char *name)
{
	uint32_t fields = fields_named(e, name);

	for (int i = 0; i < entities[e].count; i++)
		if (fields & UINT32_C(1) << i &&
		    is_called(field_of(e, i), name))
			return i;
	for (int i = 0; i < entities[e].count; i++)
		if (fields & UINT32_C(1) << i)
			return i;
	return -1;
}
