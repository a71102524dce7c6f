/*
 * Sigils: the marks of the capture line, and where they count.
 *
 * The reader and the writer of the line both ask here, so that what the one
 * takes for a sigil the other escapes.  Functions look at the text from `s`
 * on; those that say "at a word's start" trust the caller that it is one.
 */
#ifndef MODEL_SIGIL_H
#define MODEL_SIGIL_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the blanks at s, and of the word at s. */
size_t sigil_blanks(const char *s);
size_t sigil_word(const char *s);

/* Bytes of the character at s if a backslash before it is needed to make it
 * plain, else 0.  Before anything else a backslash is text ("C:\Users"). */
size_t sigil_special(const char *s);

/* The field whose sigil counts at s, a word's start, or -1.  Quotations are
 * not looked for. */
int sigil_at(const char *s);

/* The emotion that the whole word at s means: ":)", ":-2"; or
 * EMOTION_UNKNOWN. */
int sigil_emotion(const char *s);

/* Whether the sigil counts with `value` directly behind it. */
bool sigil_takes(char sigil, const char *value);

/* Bytes of the quotation mark that opens at s, a word's start, or 0; of the
 * whole quotation with its marks, or 0 when it is not closed. */
size_t sigil_quote_mark(const char *s);
size_t sigil_quotation(const char *s);

/* Bytes of the quotations, one after another, that open at s, a word's
 * start; 0: none.  `quote` tells whether they are what customers say, since
 * a sigil or the end follows, or part of the text. */
size_t sigil_quotations(const char *s, bool *quote);

/* Whether the character at s, in a text that begins at `start`, parts the
 * stage from the title: a `>` with something before it, not "->" or "=>". */
bool sigil_parts(const char *start, const char *s);

/* Bytes of the word at s if it is a card's name such as 5.3 or 0.2. */
size_t sigil_card(const char *s, int *stage, int *card);

#endif
