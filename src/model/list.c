#include "model/list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

size_t list_index(const struct list *l, const struct row *r)
{
	size_t low = 0, high = l->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (row_compare(l->rows[middle], r) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct row *list_at(const struct list *l, size_t i)
{
	return i < l->count ? l->rows[i] : NULL;
}

static size_t *mood_slot(struct list *l, const struct row *r)
{
	int value = r->entity == TOUCHPOINT ? row_emotion(r) :
					      EMOTION_UNKNOWN;

	return value == EMOTION_UNKNOWN ? NULL : &l->mood.number[value + 2];
}

void list_insert(struct list *l, struct row *r, size_t at)
{
	size_t *mood = mood_slot(l, r);

	l->rows = xgrow(l->rows, l->count, &l->cap, sizeof *l->rows);
	memmove(l->rows + at + 1, l->rows + at,
		(l->count - at) * sizeof *l->rows);
	l->rows[at] = r;
	l->count++;
	if (mood)
		++*mood;
}

void list_remove(struct list *l, const struct row *r)
{
	size_t at = list_index(l, r);
	size_t *mood = mood_slot(l, r);

	assert(at < l->count && l->rows[at] == r);
	l->count--;
	memmove(l->rows + at, l->rows + at + 1,
		(l->count - at) * sizeof *l->rows);
	if (mood)
		--*mood;
}

/* Where the row belongs; most come in order. */
size_t list_place(const struct list *l, const struct row *r)
{
	if (!l->count || row_compare(l->rows[l->count - 1], r) < 0)
		return l->count;
	return list_index(l, r);
}

static int by_order(const void *a, const void *b)
{
	return row_compare(*(struct row *const *)a, *(struct row *const *)b);
}

void list_sort(struct list *l)
{
	for (size_t i = 1; i < l->count; i++)
		if (row_compare(l->rows[i - 1], l->rows[i]) > 0) {
			qsort(l->rows, l->count, sizeof *l->rows, by_order);
			return;
		}
}
