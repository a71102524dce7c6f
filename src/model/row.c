#include "model/row.h"

#include <assert.h>
#include <string.h>

#include "base/alloc.h"
#include "base/id.h"
#include "base/utf8.h"

enum { OFFSET_BITS = 27 };
_Static_assert(FIELDS_MOST <= 1 << (32 - OFFSET_BITS), "a slot holds both");
_Static_assert((int)TOUCHPOINT_FIELDS <= FIELDS_MOST, "values have room");
#define OFFSET_MASK ((UINT32_C(1) << OFFSET_BITS) - 1)

static size_t head_size(int count)
{
	return sizeof(struct row) + (size_t)count * sizeof(uint32_t);
}

static bool given(const struct values *v, int field)
{
	return v->text[field] && *v->text[field];
}

struct row *row_new(enum entity e, int64_t id, const struct values *v)
{
	int count = 0, n = 0;
	size_t size, at;
	struct row *r;

	for (int i = 0; i < entities[e].count; i++)
		count += given(v, i);
	at = size = head_size(count);
	for (int i = 0; i < entities[e].count; i++)
		if (given(v, i))
			size += strlen(v->text[i]) + 1;
	assert(size <= OFFSET_MASK);
	r = xmalloc(size);
	r->id = id;
	r->entity = (uint8_t)e;
	r->count = (uint8_t)count;
	r->size = (uint32_t)size;
	for (int i = 0; i < entities[e].count; i++) {
		size_t len;

		if (!given(v, i))
			continue;
		len = strlen(v->text[i]) + 1;
		memcpy((char *)r + at, v->text[i], len);
		r->slots[n++] = (uint32_t)i << OFFSET_BITS | (uint32_t)at;
		at += len;
	}
	return r;
}

struct row *row_copy(const struct row *r)
{
	struct row *copy = xmalloc(r->size);

	memcpy(copy, r, r->size);
	return copy;
}

void row_values(const struct row *r, struct values *v)
{
	memset(v, 0, sizeof *v);
	for (int i = 0; i < r->count; i++)
		v->text[r->slots[i] >> OFFSET_BITS] =
			(const char *)r + (r->slots[i] & OFFSET_MASK);
}

struct row *row_with(const struct row *r, int field, const char *text)
{
	struct values v;

	row_values(r, &v);
	v.text[field] = text;
	return row_new(r->entity, r->id, &v);
}

int row_field(const struct row *r, int n, const char **text)
{
	*text = (const char *)r + (r->slots[n] & OFFSET_MASK);
	return (int)(r->slots[n] >> OFFSET_BITS);
}

const char *row_text(const struct row *r, int field)
{
	for (int i = 0; i < r->count; i++)
		if ((int)(r->slots[i] >> OFFSET_BITS) == field)
			return (const char *)r + (r->slots[i] & OFFSET_MASK);
	return "";
}

int64_t row_ref(const struct row *r, int field)
{
	return id_parse(row_text(r, field));
}

const char *row_title(const struct row *r)
{
	return row_text(r, entities[r->entity].title);
}

const char *row_rank(const struct row *r)
{
	int rank = entities[r->entity].rank;

	return rank < 0 ? "" : row_text(r, rank);
}

int row_emotion(const struct row *touchpoint)
{
	return emotion_value(row_text(touchpoint, TOUCHPOINT_EMOTION));
}

bool row_equal(const struct row *a, const struct row *b)
{
	if (a->id != b->id || a->entity != b->entity || a->size != b->size)
		return false;
	return !memcmp(a->slots, b->slots,
		       a->size - offsetof(struct row, slots));
}

int row_compare(const struct row *a, const struct row *b)
{
	int order;

	if (entities[a->entity].rank >= 0)
		order = strcmp(row_rank(a), row_rank(b));
	else
		order = utf8_compare(row_title(a), row_title(b));
	return order ? order : (a->id > b->id) - (a->id < b->id);
}
