#include "model/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

/* A value that is no longer used stays, with no uses. */
struct value {
	size_t uses;
	int field;
	char text[];
};

/* A hash table with open addressing. */
struct catalogue {
	struct value **slots;
	size_t cap, used;
};

struct catalogue *catalogue_new(void)
{
	return xcalloc(1, sizeof(struct catalogue));
}

void catalogue_free(struct catalogue *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->cap; i++)
		free(c->slots[i]);
	free(c->slots);
	free(c);
}

bool catalogue_keeps(int field)
{
	return field == TOUCHPOINT_CHANNEL || field == TOUCHPOINT_OWNER ||
	       field_of(TOUCHPOINT, field)->type == FIELD_WORDS;
}

static size_t hash(int field, const char *text, size_t len)
{
	uint64_t x = UINT64_C(14695981039346656037) ^ (unsigned)field;

	for (size_t i = 0; i < len; i++)
		x = (x ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	return (size_t)(x ^ x >> 32);
}

static struct value **slot_of(const struct catalogue *c, int field,
			      const char *text, size_t len)
{
	for (size_t i = hash(field, text, len);; i++) {
		struct value **slot = &c->slots[i & (c->cap - 1)];

		if (!*slot || ((*slot)->field == field &&
			       !strncmp((*slot)->text, text, len) &&
			       !(*slot)->text[len]))
			return slot;
	}
}

static void grow(struct catalogue *c)
{
	struct value **old = c->slots;
	size_t cap = c->cap;

	if (c->used * 4 < cap * 3)
		return;
	c->cap = cap ? cap * 2 : 64;
	c->slots = xcalloc(c->cap, sizeof(struct value *));
	for (size_t i = 0; i < cap; i++)
		if (old[i])
			*slot_of(c, old[i]->field, old[i]->text,
				 strlen(old[i]->text)) = old[i];
	free(old);
}

static void count_value(struct catalogue *c, int field, const char *text,
			size_t len, int by)
{
	struct value **slot;

	if (!len)
		return;
	grow(c);
	slot = slot_of(c, field, text, len);
	if (!*slot) {
		*slot = xcalloc(1, sizeof **slot + len + 1);
		(*slot)->field = field;
		memcpy((*slot)->text, text, len);
		c->used++;
	}
	(*slot)->uses += (size_t)by;
}

static void count_field(struct catalogue *c, int field, const char *text,
			int by)
{
	const char *end;

	if (field_of(TOUCHPOINT, field)->type == FIELD_WORDS)
		for (; (end = strstr(text, "; ")); text = end + 2)
			count_value(c, field, text, (size_t)(end - text), by);
	count_value(c, field, text, strlen(text), by);
}

void catalogue_count(struct catalogue *c, const struct row *touchpoint,
		     int by)
{
	const char *text;

	for (int i = 0; i < touchpoint->count; i++) {
		int field = row_field(touchpoint, i, &text);

		if (catalogue_keeps(field))
			count_field(c, field, text, by);
	}
}

size_t catalogue_uses(const struct catalogue *c, int field, const char *text)
{
	struct value *v = c->cap ? *slot_of(c, field, text, strlen(text)) :
				   NULL;

	return v ? v->uses : 0;
}

static int by_order(const void *a, const void *b)
{
	return utf8_compare(*(const char *const *)a, *(const char *const *)b);
}

const char **catalogue_values(const struct catalogue *c, int field,
			      const char *start, size_t *count)
{
	const char **list = xcalloc(c->used + 1, sizeof *list);

	*count = 0;
	for (size_t i = 0; i < c->cap; i++) {
		const struct value *v = c->slots[i];

		if (v && v->uses && v->field == field &&
		    utf8_begins(v->text, start))
			list[(*count)++] = v->text;
	}
	qsort(list, *count, sizeof *list, by_order);
	return list;
}
