#include "tui/ask.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/record.h"
#include "base/utf8.h"
#include "tui/app.h"
#include "tui/status.h"

/* What was typed when the question was asked in an earlier session. */
static void recall_answer(struct app *a)
{
	struct strbuf draft = STRBUF_INIT;
	struct record r = RECORD_INIT;
	const char *s;

	if (typed_take(&a->typed, "question", a->question.text, &draft)) {
		s = draft.s;
		record_read(&r, &s);
		textfield_set(&a->question.answer, r.word[2]);
	}
	record_release(&r);
	strbuf_release(&draft);
}

void ask(struct app *a, const char *question, const char *text,
	 void (*answered)(struct app *a, const char *text))
{
	a->question.text = question;
	a->question.answered = answered;
	a->question.from = a->mode;
	textfield_set(&a->question.answer, text);
	a->mode = &mode_ask;
	recall_answer(a);
}

void question_release(struct question *q)
{
	textfield_release(&q->answer);
}

/* The answer may lead elsewhere; with trouble its text stays. */
static void enter(struct app *a)
{
	struct textfield *answer = &a->question.answer;
	char *text;

	strbuf_trim(&answer->text);
	text = xstrdup(answer->text.s);
	a->mode = a->question.from;
	a->alarm = false;
	a->question.answered(a, text);
	if (a->alarm)
		a->mode = &mode_ask;
	typed_done(a);
	free(text);
}

static void ask_key(struct app *a, const struct key *k)
{
	if (key_is(k, "Enter") || key_is(k, "C-j")) {
		enter(a);
	} else if (key_is(k, "Esc")) {
		a->mode = a->question.from;
		typed_done(a);
	} else {
		textfield_key(&a->question.answer, k, false);
	}
}

static void ask_paint(struct app *a, struct grid *g)
{
	struct rect r = a->plan.input;
	const char *question = _(a->question.text);
	int used = utf8_columns(question) + 2;

	grid_fill(g, r, ROLE_INPUT);
	grid_text(g, r.row, r.col + 1, r.cols - 2, question, ROLE_KEY);
	a->cursor_row = r.row;
	a->cursor_col = textfield_paint(&a->question.answer, g, r.row,
					r.col + used, r.cols - used - 1,
					ROLE_INPUT);
	status_hint(a, g, _("Enter: yes, take this  Esc: leave it"));
}

const struct mode mode_ask = { 0, ask_key, ask_paint, NULL };
