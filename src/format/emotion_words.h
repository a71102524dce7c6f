/*
 * Words and faces for emotions, in the languages that maps were found in
 * (English, Russian, Korean, Chinese, Portuguese, Japanese, Vietnamese), and
 * what they are worth.
 */
#ifndef FORMAT_EMOTION_WORDS_H
#define FORMAT_EMOTION_WORDS_H

#include "model/field.h"

/* What the words of the text mean together, -2 ... 2: their mean, between two
 * values the lower one.  A "not" before a word turns it round.  Unknown when
 * it has none of the words. */
int emotion_guess(const char *text);

/* The value that lies nearest to a mean, of two the lower one. */
int emotion_nearest(double mean);

#endif
