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
bool item_is_choice(const struct form *f, int item);

void form_paint(struct app *a, struct grid *g);

#endif
