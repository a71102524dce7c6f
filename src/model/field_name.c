#include "model/field.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"

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

static bool among(const char *name, const char *aliases)
{
	size_t len = strlen(name);

	for (const char *s = aliases; s && *s; s += *s == '|') {
		size_t n = strcspn(s, "|");

		if (n == len && !memcmp(s, name, n))
			return true;
		s += n;
	}
	return false;
}

static bool is_called(const struct field *f, const char *name)
{
	return utf8_same(f->key, name) ||
	       (f->label && (utf8_same(f->label, name) ||
			     utf8_same(_(f->label), name)));
}

int field_named(enum entity e, const char *name)
{
	struct strbuf folded = STRBUF_INIT;
	int found = -1;

	utf8_fold(name, &folded, NULL);
	for (int i = 0; found < 0 && i < entities[e].count; i++)
		if (is_called(&entities[e].fields[i], name))
			found = i;
	for (int i = 0; found < 0 && i < entities[e].count; i++)
		if (among(folded.s, entities[e].fields[i].aliases))
			found = i;
	strbuf_release(&folded);
	return found;
}
