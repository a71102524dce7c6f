/*
 * A presentation on the screen: layout/present.h, one screen at a time.
 *
 * Typing goes on in it, on the capture line, and votes are counted.  The
 * numbers of cards are those from its beginning: what is added gets the next
 * one, and nothing else changes its own until `n` numbers all of them anew.
 */
#ifndef TUI_PRESENT_H
#define TUI_PRESENT_H

#include "layout/present.h"

struct app;

struct present {
	enum slide slide;
	struct numbers numbers;
	struct page page;       /* as measured for ... */
	struct view view;
	enum slide measured;
	int64_t edit;           /* ... after this one; -1: not yet */
	int top;
};

#define PRESENT_INIT { .numbers = NUMBERS_INIT, .edit = -1 }

extern const struct mode mode_present;

/* The numbers that hold where one is: of the presentation, or as the cards
 * stand now. */
const struct numbers *present_numbers(struct app *a);

void present_release(struct present *p);

#endif
