/* Changing all the touchpoints that are chosen, each time as one edit. */
#include "tui/map_many.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/command.h"
#include "tui/many.h"

enum { SUBJECT_MOST = 80 };

/* Under a label such as "Smells the bread, Sees a poster, ...". */
static bool do_all(struct app *a, const struct many *m, const char *verb,
		   const struct row *const *rows, size_t count)
{
	struct strbuf subject = STRBUF_INIT;
	size_t i = 0;
	bool ok;

	for (; i < count && subject.len < SUBJECT_MOST; i++)
		strbuf_addf(&subject, "%s%.*s", i ? ", " : "",
			    UTF8_CUT(SUBJECT_MOST, row_title(rows[i])));
	if (i < count)
		strbuf_addstr(&subject, ", ...");
	ok = many_do(a, m, verb, subject.s);
	strbuf_release(&subject);
	return ok;
}

bool many_delete(struct app *a)
{
	struct many m = MANY_INIT;
	size_t count;
	const struct row **rows = chosen_rows(a, &count);
	bool ok;

	for (size_t i = 0; i < count; i++)
		intent_delete(&many_part(&m)->removal, TOUCHPOINT,
			      rows[i]->id);
	ok = do_all(a, &m, N_("Delete touchpoints"), rows, count);
	many_release(&m);
	free(rows);
	return ok;
}

/* Where a row would go; those at the end of their stage stay, and so do
 * those that stand against them. */
static bool place_by(struct app *a, const struct row *r, int step,
		     const struct row *beside, long *at)
{
	const struct list *l = project_touchpoints(
		a->p, a->view.map, row_ref(r, TOUCHPOINT_STAGE));

	*at = (long)list_index(l, r) + step;
	return *at >= 0 && (size_t)*at < l->count && l->rows[*at] != beside;
}

bool many_move_by(struct app *a, int step)
{
	struct many m = MANY_INIT;
	size_t count;
	const struct row **rows = chosen_rows(a, &count), *stays = NULL;
	bool ok;

	for (size_t k = 0; k < count; k++) {
		const struct row *r = rows[step < 0 ? k : count - 1 - k];
		long at;

		if (place_by(a, r, step, stays, &at))
			intent_move(&many_part(&m)->move, TOUCHPOINT, r->id,
				    row_ref(r, TOUCHPOINT_STAGE), at);
		else
			stays = r;
	}
	ok = do_all(a, &m, N_("Move touchpoints"), rows, count);
	many_release(&m);
	free(rows);
	return ok;
}

bool many_move_to(struct app *a, int64_t stage)
{
	struct many m = MANY_INIT;
	size_t count;
	const struct row **rows = chosen_rows(a, &count);
	bool ok;

	for (size_t i = 0; i < count; i++)
		if (row_ref(rows[i], TOUCHPOINT_STAGE) != stage)
			intent_move(&many_part(&m)->move, TOUCHPOINT,
				    rows[i]->id, stage, AT_END);
	ok = do_all(a, &m, N_("Move touchpoints"), rows, count);
	many_release(&m);
	free(rows);
	return ok;
}

int emotion_shifted(const struct row *r, int step)
{
	int value = row_emotion(r);

	if (value == EMOTION_UNKNOWN)
		return step;
	value += step;
	return value < -2 ? -2 : value > 2 ? 2 : value;
}

bool many_set(struct app *a, int field, const char *text)
{
	struct many m = MANY_INIT;
	size_t count;
	const struct row **rows = chosen_rows(a, &count);
	bool ok;

	for (size_t i = 0; i < count; i++) {
		struct set_intent *set = &many_part(&m)->set;

		intent_set(set, TOUCHPOINT, rows[i]->id);
		intent_set_field(set, field, text);
	}
	ok = do_all(a, &m, N_("Edit touchpoints"), rows, count);
	many_release(&m);
	free(rows);
	return ok;
}

bool many_shift(struct app *a, int step)
{
	struct many m = MANY_INIT;
	size_t count;
	const struct row **rows = chosen_rows(a, &count);
	bool ok;

	for (size_t i = 0; i < count; i++) {
		struct set_intent *set = &many_part(&m)->set;

		intent_set(set, TOUCHPOINT, rows[i]->id);
		intent_set_field(set, TOUCHPOINT_EMOTION,
				 emotion_text(emotion_shifted(rows[i], step)));
	}
	ok = do_all(a, &m, N_("Edit touchpoints"), rows, count);
	many_release(&m);
	free(rows);
	return ok;
}

/* The line adds to each of them as it would to the one captured last. */
static void add_to_all(struct app *a, const char *line)
{
	struct capture_result ignored;
	struct many m = MANY_INIT;
	size_t count;
	const struct row **rows = chosen_rows(a, &count);

	for (size_t i = 0; i < count; i++) {
		struct capture_intent *c = &many_part(&m)->capture;

		intent_capture(c, line, a->view.map, &ignored);
		c->last = rows[i]->id;
	}
	do_all(a, &m, N_("Edit touchpoints"), rows, count);
	for (size_t i = 0; i < m.count; i++)
		capture_intent_release(&m.parts[i].capture);
	many_release(&m);
	free(rows);
}

static bool line_adds(const char *line)
{
	struct capture c;
	bool adds;

	capture_parse(line, &c);
	adds = c.adds && !c.card;
	capture_release(&c);
	return adds;
}

/* The key of the choice or the emotion that is called so; other texts stay as
 * they are. */
static const char *value_named(const struct field *f, const char *text)
{
	for (const struct choice *c = f->choices; c && c->key; c++)
		if (utf8_same(_(c->label), text))
			return c->key;
	for (int n = -2; f->type == FIELD_EMOTION && n <= 2; n++)
		if (utf8_same(emotion_label(n), text) ||
		    utf8_same(emotion_shown(n), text))
			return emotion_text(n);
	return text;
}

/* "owner: Lan"; nothing behind the colon empties the field. */
static bool set_named(struct app *a, const char *text)
{
	struct strbuf name = STRBUF_INIT;
	const char *colon = strchr(text, ':');
	const struct field *f;
	int field = -1;

	if (colon) {
		strbuf_add(&name, text, (size_t)(colon - text));
		strbuf_trim(&name);
		field = field_named(TOUCHPOINT, name.s);
	}
	strbuf_release(&name);
	if (field < 0 || !field_of(TOUCHPOINT, field)->label)
		return false;
	f = field_of(TOUCHPOINT, field);
	for (colon++; *colon == ' ';)
		colon++;
	many_set(a, field, value_named(f, colon));
	return true;
}

static void set_answered(struct app *a, const char *text)
{
	struct err err;

	if (!*text)
		return;
	if (line_adds(text)) {
		add_to_all(a, text);
	} else if (!set_named(a, text)) {
		err_set(&err, _("\"%s\" names no field: type @channel, "
				"=owner, #tag, :+1, or a field, a colon and "
				"its text, as in \"owner: Lan\""), text);
		app_trouble(a, &err);
	}
}

void touchpoint_set(struct app *a)
{
	ask(a, N_("Set (=owner #tag :+1, or field: text):"), "",
	    set_answered);
}

void touchpoint_tag(struct app *a)
{
	ask(a, N_("Set (=owner #tag :+1, or field: text):"), "#",
	    set_answered);
}

static void stage_answered(struct app *a, const char *text)
{
	bool ambiguous = false, parked = text[0] == '0' && !text[1];
	const struct row *stage = parked || !*text ? NULL :
		capture_stage(a->p, a->view.map, text, &ambiguous);
	struct err err;

	if (stage || parked) {
		many_move_to(a, stage ? stage->id : 0);
	} else if (*text) {
		err_set(&err, ambiguous ? _("Several stages match \"%s\".") :
					  _("There is no stage \"%s\"."),
			text);
		app_trouble(a, &err);
	}
}

void touchpoint_move(struct app *a)
{
	ask(a, N_("Move to stage (its number or title; 0 is the parking "
		  "lot):"), "", stage_answered);
}
