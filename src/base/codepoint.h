/*
 * What kind of character a code point is.
 *
 * Only utf8.c, utf8_clean.c and utf8_fold.c use this; everybody else handles
 * text by the functions of utf8.h.
 */
#ifndef BASE_CODEPOINT_H
#define BASE_CODEPOINT_H

#include <stdbool.h>
#include <stddef.h>

enum {
	NO_JOINER = 0x200C,
	JOINER = 0x200D,
	KEYCAP = 0x20E3,
	TEXT_STYLE = 0xFE0E,    /* the emoji before is drawn as text */
	EMOJI_STYLE = 0xFE0F,
	REPLACEMENT = 0xFFFD,
	MARKS = 4               /* a terminal's cell holds no more */
};

/* A character by itself: among these nothing composes and, but for CR LF,
 * nothing joins into a cluster. */
bool codepoint_is_latin(unsigned c);

/* One that a text may hold, and that nothing happens to as long as it stands
 * among others of this kind. */
bool codepoint_is_settled(unsigned c);

bool codepoint_is_control(unsigned c);
bool codepoint_is_disguise(unsigned c); /* invisible, and of no use */
bool codepoint_is_emoji(unsigned c);
bool codepoint_is_skin(unsigned c);     /* a skin tone */
bool codepoint_is_joiner(unsigned c);
bool codepoint_is_mark(unsigned c);
bool codepoint_is_tail(unsigned c);     /* not drawn: terminals disagree */

/* A letter of a script in whose words joiners choose a letter's form. */
bool codepoint_takes_joiner(unsigned c);

/* The code point at s, reading at most `left` bytes (at least one);
 * REPLACEMENT and 1 byte where they are broken. */
unsigned codepoint_decode(const char *s, size_t left, size_t *len);
size_t codepoint_encode(unsigned c, char out[4]);

/* What a terminal is given for a character, in a cell as on a line: itself,
 * or what stands for it when it must not go there, or has no width that we
 * and the terminal agree on.  All that is shown comes from here. */
unsigned codepoint_shown(unsigned c);

#endif
