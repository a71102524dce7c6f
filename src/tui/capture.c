#include "tui/capture.h"

#include "base/i18n.h"
#include "model/captured.h"
#include "tui/command.h"
#include "tui/pasted.h"
#include "tui/status.h"

static const char *place_name(struct app *a, int64_t stage)
{
	const struct row *r = project_row(a->p, STAGE, stage);

	return r ? row_title(r) : _("the parking lot");
}

static void tell(struct app *a, const struct capture_result *done)
{
	const struct row *r = project_row(a->p, TOUCHPOINT, done->touchpoint);

	if (r && done->what == CAPTURED_ADDED &&
	    !view_shows(&a->view, a->p, r)) {
		app_say(a, _("Added to %s, where the filter hides it: %s"),
			place_name(a, done->stage), row_title(r));
		return;
	}
	switch (done->what) {
	case CAPTURED_ADDED:
		app_say(a, _("Added to %s: %s"), place_name(a, done->stage),
			r ? row_title(r) : "");
		break;
	case CAPTURED_PARKED:
		app_say(a, _("Stage unclear, so it is in the parking lot: %s"),
			r ? row_title(r) : "");
		break;
	case CAPTURED_CHANGED:
		app_say(a, _("Changed: %s"), r ? row_title(r) : "");
		break;
	case CAPTURED_WENT:
	case CAPTURED_NOTHING:
		break;
	}
}

/* Show where the touchpoint went, without leaving the room's stage for one
 * that was parked. */
static void look_at(struct app *a, const struct capture_result *done)
{
	if (done->what == CAPTURED_WENT) {
		view_go_stage(&a->view, a->p, done->stage);
	} else if (done->what == CAPTURED_ADDED ||
		   done->what == CAPTURED_CHANGED) {
		if (a->view.stage != done->stage)
			view_go_stage(&a->view, a->p, done->stage);
		if (view_shows(&a->view, a->p,
			       project_row(a->p, TOUCHPOINT,
					   done->touchpoint)))
			a->view.touchpoint = done->touchpoint;
	}
}

/* Before a room a card is called as it was when the room began.  False: there
 * is none of this number. */
static bool mean_card(struct app *a, struct capture_intent *i)
{
	struct err err;
	int64_t id;

	if (a->under != &mode_present || !i->line.card)
		return true;
	id = numbers_find(present_numbers(a), i->line.card_stage,
			  i->line.card);
	if (!project_row(a->p, TOUCHPOINT, id)) {
		err_set(&err, _("there is no touchpoint %d.%d"),
			i->line.card_stage, i->line.card);
		app_trouble(a, &err);
		return false;
	}
	i->last = id;
	i->line.card = 0;
	return true;
}

static void enter(struct app *a)
{
	struct capture_intent i;
	struct capture_result done = { CAPTURED_NOTHING, 0, 0 };
	bool ok;

	intent_capture(&i, a->line.field.text.s, a->view.map, &done);
	i.here = a->view.stage;
	i.last = a->line.last;
	i.replaces = a->line.again;
	ok = mean_card(a, &i) && app_do(a, &i.intent);
	capture_intent_release(&i);
	if (!ok)
		return;         /* the text stays */
	if (done.touchpoint)
		a->line.last = done.touchpoint;
	a->line.again = 0;
	textfield_clear(&a->line.field);
	typed_done(a);
	look_at(a, &done);
	tell(a, &done);
	if (a->line.once && done.what != CAPTURED_WENT)
		app_back(a);
}

/* The last line comes back as it reads now; Enter then changes it. */
static void bring_back(struct app *a)
{
	const struct row *r = project_row(a->p, TOUCHPOINT, a->line.last);
	struct strbuf line = STRBUF_INIT;
	bool done[TOUCHPOINT_FIELDS];

	if (!r)
		return;
	capture_write(r, &line, done);
	textfield_set(&a->line.field, line.s);
	strbuf_release(&line);
	a->line.again = a->line.last;
}

/* The hint is said after each word and when the hand rests: repainting it at
 * each letter would cost a slow line more than the letter. */
static bool adds_to_nothing(struct app *a)
{
	struct capture c;
	bool lost;

	capture_parse(a->line.field.text.s, &c);
	lost = c.adds && !c.card &&
	       !project_row(a->p, TOUCHPOINT, a->line.last);
	capture_release(&c);
	return lost;
}

static void say_hint(struct app *a)
{
	struct strbuf *hint = &a->line.hint;

	strbuf_clear(hint);
	a->line.hint_due = false;
	if (pasted_waits(a)) {
		pasted_ask(a, hint);
		return;
	}
	if (a->line.again)
		strbuf_addf(hint, "%s  ", _("Enter changes it"));
	if (adds_to_nothing(a))
		strbuf_addstr(hint, _("there is no touchpoint to add this to "
				      "yet"));
	else
		capture_explain(a->p, a->view.map, a->view.stage,
				a->line.field.text.s, hint);
}

static bool in_word(const struct textfield *line)
{
	return line->text.len && line->cursor == line->text.len &&
	       line->text.s[line->text.len - 1] != ' ';
}

void capture_forget(struct capture_line *c)
{
	c->last = c->again = 0;
}

void capture_line_release(struct capture_line *c)
{
	textfield_release(&c->field);
	strbuf_release(&c->hint);
}

void capture_start(struct app *a, bool once)
{
	a->line.once = once;
	a->mode = &mode_capture;
	say_hint(a);
}

/* Several lines at once stay several; see pasted.h. */
static void type(struct app *a, const struct key *k)
{
	bool lines = k->kind == KEY_IS_PASTE && pasted_has_lines(k->text.s);

	textfield_key(&a->line.field, k, lines);
	if (!a->line.field.text.len)
		a->line.again = 0;
}

static void capture_key(struct app *a, const struct key *k)
{
	bool letter = k->kind == KEY_IS_TEXT;

	if (pasted_waits(a)) {
		pasted_key(a, k);
	} else if (key_is(k, "Enter") || key_is(k, "C-j")) {
		enter(a);
	} else if (key_is(k, "Esc")) {
		app_back(a);
	} else if (key_is(k, "Up")) {
		if (!a->line.field.text.len)
			bring_back(a);
	} else {
		type(a, k);
	}
	a->line.hint_due = letter && in_word(&a->line.field);
	if (!a->line.hint_due)
		say_hint(a);
}

static bool capture_idle(struct app *a)
{
	bool due = a->line.hint_due;

	if (due)
		say_hint(a);
	return due;
}

static void capture_paint(struct app *a, struct grid *g)
{
	struct rect r = a->plan.input;

	grid_fill(g, r, ROLE_INPUT);
	grid_text(g, r.row, r.col, 2, a->line.again ? "~ " : "> ", ROLE_MARK);
	a->cursor_row = r.row;
	a->cursor_col = textfield_paint(&a->line.field, g, r.row, r.col + 2,
					r.cols - 3, ROLE_INPUT);
	if (!a->line.field.text.len)
		grid_text(g, r.row, a->cursor_col + 1, r.cols - 4,
			  a->line.last ?
			  _("Enter adds, Up brings the last one back, Esc "
			    "leaves") :
			  _("Enter adds, Esc leaves"), ROLE_DIM);
	status_hint(a, g, a->line.hint.s);
}

const struct mode mode_capture = {
	0, capture_key, capture_paint, capture_idle
};
