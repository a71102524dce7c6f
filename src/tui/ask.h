/*
 * One question, answered on the input line.
 */
#ifndef TUI_ASK_H
#define TUI_ASK_H

#include "tui/textfield.h"

struct app;

struct question {
	struct textfield answer;
	const char *text;       /* msgid; NULL: none was asked yet */
	void (*answered)(struct app *a, const char *text);
	const struct mode *from;        /* where the keys go afterwards */
};

#define QUESTION_INIT { .answer = TEXTFIELD_INIT }

extern const struct mode mode_ask;

/* Ask for one line (the question is an msgid); Enter hands it on, Esc forgets
 * the question.  While there is trouble the question stays. */
void ask(struct app *a, const char *question, const char *text,
	 void (*answered)(struct app *a, const char *text));

void question_release(struct question *q);

#endif
