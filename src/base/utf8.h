/*
 * Text: the only code that tells bytes, clusters and columns apart.
 *
 * A cluster is what a reader calls one character: a letter with its marks,
 * an emoji family.  A column is one cell of the terminal.  All text inside
 * the program is valid UTF-8 in NFC; utf8_clean() makes it so at every
 * entrance.  Widths are those of libc's wcwidth(), because ncurses lays out
 * with it, after the changes that utf8_drawn() makes.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* What utf8_clean() had to mend. */
struct utf8_report {
	size_t bad;             /* bytes that were not UTF-8, now U+FFFD */
	size_t stripped;        /* control and direction characters dropped */
};

/* Append to `out` the text as the program keeps it: broken bytes become
 * U+FFFD, control characters other than newline and tab are dropped, and so
 * are the invisible ones that disguise text (bidi controls, zero width, soft
 * hyphens, tags; joiners stay inside emoji and the scripts that need them),
 * CR LF, lone CR and the other ends of a line or page become newline, more
 * than 4 marks on a letter are cut, all is NFC.  Cleaning twice is the same.
 * `report` (may be NULL) is added to. */
void utf8_clean(const char *s, size_t len, struct strbuf *out,
		struct utf8_report *report);

/* The same for a name or a word: all on one line, no blanks at its ends. */
void utf8_clean_line(const char *s, struct strbuf *out);

/* Bytes of the first cluster of s (0 at the end), and of the last one of the
 * first `len` bytes. */
size_t utf8_cluster(const char *s);
size_t utf8_cluster_before(const char *s, size_t len);

/* Bytes of the longest beginning of s, whole clusters, that has at most
 * `most` bytes; and both arguments of a "%.*s" that shows it in a message. */
int utf8_head(const char *s, int most);
#define UTF8_CUT(most, s) utf8_head(s, most), (s)

/* Whether s is UTF-8 throughout; quick, for many texts at once. */
bool utf8_valid(const char *s, size_t len);

/* The code point at s, and its bytes through `len` (may be NULL).  U+FFFD
 * and 1 for a broken byte, 0 and 0 at the end. */
unsigned utf8_decode(const char *s, size_t *len);
void utf8_encode(unsigned codepoint, struct strbuf *out);

/* What a terminal may be given of a text is decided in one place: the two
 * functions below give it to cells and to lines.
 *
 * How a cell shows the cluster of `len` bytes at s: its drawn form, a NUL-
 * terminated text of at most UTF8_DRAWN bytes, and its columns (1 or 2).
 * Emoji sequences are drawn as their first code point, a flag's letters as
 * two ASCII letters, what has no width as U+FFFD; controls as a visible
 * mark, newline and tab as a blank. */
enum { UTF8_DRAWN = 24 };
int utf8_drawn(const char *s, size_t len, char out[UTF8_DRAWN]);

/* Bytes of the first cluster of s, which is not at its end, and the columns
 * it is drawn in. */
size_t utf8_step(const char *s, int *columns);

/* Columns that the whole text takes when drawn on one line. */
int utf8_columns(const char *s);

/* Bytes of the longest beginning of s, whole clusters, that takes at most
 * `columns`; the columns it takes go to `used` (may be NULL). */
size_t utf8_fit(const char *s, int columns, int *used);

/* Append the first `len` bytes of s, no further than a NUL, made safe for one
 * line of a terminal: what utf8_clean() would drop becomes a visible mark,
 * and so does what has no width here; newline and tab become a blank. */
void utf8_visible(const char *s, size_t len, struct strbuf *out);

/* Append s folded for search and sorting: no case, no marks, no width
 * variants, d for U+0111.  `offsets` (may be NULL) receives, for each byte
 * appended, the offset in s it came from, and last the length of s: an array
 * the caller frees. */
void utf8_fold(const char *s, struct strbuf *out, size_t **offsets);

/* Append s in small letters, its marks kept. */
void utf8_lower(const char *s, struct strbuf *out);

/* Whether the folded texts are the same; whether s begins with the folded
 * `start`; order for lists: folded text, then bytes (as strcmp). */
bool utf8_same(const char *a, const char *b);
bool utf8_begins(const char *s, const char *start);
int utf8_compare(const char *a, const char *b);

/* Whether the code point is a letter or a digit of any script. */
bool utf8_is_letter(unsigned codepoint);
bool utf8_is_alnum(unsigned codepoint);

#endif
