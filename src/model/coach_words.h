/*
 * The words by which the coach knows a channel from a touchpoint, and a
 * company's wish from a customer's: lists that anybody can edit.
 *
 * They lie in share/coach/, one list of each sort a language, and a map is
 * held against all of them, since people mix languages.  A file holds one
 * word or phrase a line; `#` begins a comment.  In a file of one's own,
 * ~/.config/cjm/coach/channels.words for instance, more can be added; a line
 * `-word` takes one of ours away.
 */
#ifndef MODEL_COACH_WORDS_H
#define MODEL_COACH_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum word_list {
	WORDS_CHANNELS,         /* names of channels and media */
	WORDS_FILLERS,          /* beside them: "our", "via" */
	WORDS_VERBS,            /* what companies want */
	WORDS_EXCEPTIONS,       /* what only looks like it */
	WORD_LISTS
};

struct phrases {
	char **at;              /* in the form that is compared */
	size_t count, cap;
};

struct coach_words {
	struct phrases lists[WORD_LISTS];
};

/* Read all lists.  False with a sentence if one of ours is not there.
 * Release them either way. */
bool coach_words_load(struct coach_words *w, struct err *err);
void coach_words_release(struct coach_words *w);

/* Take a file's text into a list. */
void coach_words_read(struct coach_words *w, enum word_list list,
		      const char *text);

/* Whether a title says no more than the names of channels. */
bool coach_words_only_channels(const struct coach_words *w,
			       const char *title);

/* The company's phrase that a text begins with, in small letters; NULL if
 * there is none or the beginning is an exception.  Borrowed. */
const char *coach_words_company(const struct coach_words *w,
				const char *text);

#endif
