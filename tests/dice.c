#include "dice.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "state.h"

enum { ROOMY = 60 };            /* rows from which deleting prevails */

static uint64_t place;
static int64_t next_id;

void dice_start(uint64_t seed)
{
	place = seed;
	next_id = 1000;
}

void dice_ids(int64_t first)
{
	next_id = first;
}

unsigned dice(unsigned sides)
{
	uint64_t x = place += UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return (unsigned)((x ^ x >> 31) % sides);
}

const char *dice_text(void)
{
	static const char *const texts[] = {
		"a", "Tìm hiểu", "clicks a flash-sale post", "x: y; z",
		"thanh toán ở bước cuối cùng mà không thấy phí giao hàng",
		"it's \"quoted\" 100 % \\ {}", "日本語の長い題名", "👩‍👩‍👧 family",
		"Undo: Redo: ", "Đặt hàng", "O'Brien); DROP TABLE stage;--",
	};

	return texts[dice(ARRAY_LEN(texts))];
}

const struct row *dice_row(const struct project *p, enum entity e)
{
	size_t count;
	const struct row **rows = state_rows(p, e, &count);
	const struct row *r = count ? rows[dice((unsigned)count)] : NULL;

	free(rows);
	return r;
}

static const char *choice(const struct field *f)
{
	unsigned count = 0;

	while (f->choices[count].key)
		count++;
	return f->choices[dice(count)].key;
}

/* A value the field allows; NULL for fields that order or connect. */
static const char *value(const struct field *f)
{
	static const char *const integers[] = { "0", "-7", "900719925474099" };
	static const char *const numbers[] = { "12.50", "-0.5", "007" };
	static const char *const days[] = { "2024-02-29", "1999-12-31" };

	if (!f->required && dice(4) == 0)
		return f->type == FIELD_REF ? NULL : "";
	switch (f->type) {
	case FIELD_LINE:
	case FIELD_WORDS:
		return f->longest == 100 ? "key" : dice_text();
	case FIELD_TEXT:
		return dice(3) ? dice_text() : "one\n\n  three\n";
	case FIELD_CHOICE:
		return choice(f);
	case FIELD_EMOTION:
		return emotion_text((int)dice(5) - 2);
	case FIELD_INTEGER:
		return integers[dice(3)];
	case FIELD_NUMBER:
		return numbers[dice(3)];
	case FIELD_DAY:
		return days[dice(2)];
	case FIELD_LINK:
		return "424242";
	default:
		return NULL;
	}
}

static bool wish_set(struct wish *w, const struct project *p, enum entity e)
{
	const struct row *r = dice_row(p, e);
	int count = entities[e].count, first = (int)dice((unsigned)count);

	if (!r)
		return false;
	intent_set(&w->is.set, e, r->id);
	for (int i = 0; i < count && w->is.set.count < 2; i++) {
		int field = (first + i) % count;
		const char *text = value(field_of(e, field));

		if (text)
			intent_set_field(&w->is.set, field, text);
	}
	return w->is.set.count > 0;
}

static bool wish_delete(struct wish *w, const struct project *p,
			enum entity e)
{
	const struct row *r = e == PROJECT ? NULL : dice_row(p, e);

	if (r)
		intent_delete(&w->is.delete, e, r->id);
	return r != NULL;
}

static bool wish_move(struct wish *w, const struct project *p, enum entity e)
{
	const struct row *r = entities[e].rank < 0 ? NULL : dice_row(p, e);
	const struct row *stage = NULL;

	if (!r)
		return false;
	if (e == TOUCHPOINT) {
		const struct list *stages =
			project_stages(p, row_ref(r, TOUCHPOINT_MAP));

		stage = list_at(stages, dice((unsigned)stages->count + 1));
	}
	intent_move(&w->is.move, e, r->id, stage ? stage->id : 0,
		    (long)dice(6) - 1);
	return true;
}

/* A parent for field `field`, its id into the `n`th place of the wish. */
static const struct row *give_ref(struct wish *w, const struct project *p,
				  int field, int n)
{
	enum entity e = w->is.add.entity;
	const struct row *r = dice_row(p, field_of(e, field)->target);

	if (r)
		w->is.add.values.text[field] = id_text(r->id, w->refs[n]);
	return r;
}

/* The second reference of a row must be of the same map as the first. */
static bool connect(struct wish *w, const struct project *p)
{
	struct add_intent *add = &w->is.add;
	const struct row *one, *two;

	switch (add->entity) {
	case TOUCHPOINT:
		two = give_ref(w, p, TOUCHPOINT_STAGE, 1);
		one = two && dice(4) ?
		      project_row(p, MAP, row_ref(two, STAGE_MAP)) : NULL;
		if (!one)
			add->values.text[TOUCHPOINT_STAGE] = NULL;
		else
			add->values.text[TOUCHPOINT_MAP] =
				id_text(one->id, w->refs[0]);
		return one || give_ref(w, p, TOUCHPOINT_MAP, 0);
	case CELL:
		one = give_ref(w, p, CELL_LANE, 0);
		two = give_ref(w, p, CELL_STAGE, 1);
		if (!one || !two || project_row(p, CELL, id_of_pair(one->id,
								    two->id)))
			return false;
		add->id = id_of_pair(one->id, two->id);
		return row_ref(one, LANE_MAP) == row_ref(two, STAGE_MAP);
	case IMPROVEMENT:
		one = give_ref(w, p, IMPROVEMENT_TOUCHPOINT, 0);
		if (one)
			add->values.text[IMPROVEMENT_MAP] = id_text(
				row_ref(one, TOUCHPOINT_MAP), w->refs[1]);
		return one != NULL;
	case MAP:
		give_ref(w, p, MAP_PERSONA, 0);
		return true;
	default:
		return entities[add->entity].parent < 0 ||
		       give_ref(w, p, entities[add->entity].parent, 0);
	}
}

static bool wish_add(struct wish *w, const struct project *p, enum entity e)
{
	if (e == PROJECT || e == CONFLICT)
		return false;
	intent_add(&w->is.add, e);
	w->is.add.id = ++next_id;
	w->is.add.at = (long)dice(5) - 1;
	for (int f = 0; f < entities[e].count; f++)
		if (field_of(e, f)->required || dice(3) == 0)
			w->is.add.values.text[f] = value(field_of(e, f));
	return connect(w, p);
}

/* What is moved and edited most in life is so here, too. */
static enum entity kind_of_row(void)
{
	unsigned n = dice(2 * ENTITIES);

	return n < ENTITIES ? (enum entity)n : n % 3 ? TOUCHPOINT : STAGE;
}

static size_t rows(const struct project *p)
{
	size_t count = 0;

	for (int e = 0; e < ENTITIES; e++)
		count += project_count(p, (enum entity)e);
	return count;
}

void dice_wish(struct wish *w, const struct project *p)
{
	unsigned deletes = rows(p) > ROOMY ? 4 : 1;
	bool found = false;

	while (!found) {
		enum entity e = kind_of_row();
		unsigned n = dice(8 + deletes);

		if (n < 3)
			found = wish_add(w, p, e);
		else if (n < 6)
			found = wish_set(w, p, e);
		else if (n < 8)
			found = wish_move(w, p, e);
		else
			found = wish_delete(w, p, e);
	}
}
