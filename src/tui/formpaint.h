/*
 * The form's inside, and how it looks.  Only form.c, formdraft.c and
 * formpaint.c know it.
 */
#ifndef TUI_FORMPAINT_H
#define TUI_FORMPAINT_H

#include "tui/app.h"

struct form {
	enum entity entity;
	int64_t id;
	char *title;            /* of its row, when the form opened */
	int count;
	int here;               /* the item keys go to */
	int top;                /* the first item painted */
	int pick;               /* of the words that would fit */
	bool fixed;             /* to look at only: nothing can be changed */
	bool stuck;             /* it could not be saved; Esc leaves anyway */
	struct {
		int field;
		char *before;   /* as it was when the form opened */
		char *other;    /* what could be taken instead, or NULL */
		struct textfield text;
	} items[FIELDS_MOST];
};

/* Offer another text for the item: one key takes it, or goes back. */
void item_offer(struct form *f, int item, const char *text);

const struct field *item_field(const struct form *f, int item);
/* What a text of the item shows: a choice's label, a reference's title, or
 * the text. */
const char *value_shown(const struct app *a, int item, const char *text);
bool item_is_choice(const struct form *f, int item);

/* formtext.c: all long texts, or one item's, through the person's own
 * editor.  The form then holds what came back. */
bool form_edit_outside(struct app *a);
void item_edit_outside(struct app *a, int item);

void form_paint(struct app *a, struct grid *g);

/* How wide its texts are; keys may come before they are painted. */
int form_text_cols(const struct app *a);

#endif
