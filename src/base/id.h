/*
 * Ids of rows: random numbers in 1 ... 2^53-1, so that copies of a file can
 * be merged without renumbering and JSON keeps every digit.
 */
#ifndef BASE_ID_H
#define BASE_ID_H

#include <stdbool.h>
#include <stdint.h>

#define ID_LAST ((INT64_C(1) << 53) - 1)

int64_t id_new(void);                           /* from the kernel */
int64_t id_of_pair(int64_t a, int64_t b);       /* always the same for a, b */
int64_t id_parse(const char *s);                /* 0: not an id */

enum { ID_TEXT = 24 };
const char *id_text(int64_t id, char buf[ID_TEXT]);     /* "" for 0 */

#endif
