/*
 * Memory that SQLite does not get when it is told so.
 */
#ifndef TESTS_SCARCE_H
#define TESTS_SCARCE_H

#include <stdbool.h>

/* Once, before anything of SQLite is used. */
void scarce_install(void);

/* From now on the n-th call for memory (from 1; 0: none) gets none, and with
 * `for_ever` all after it, too. */
void scarce_start(long n, bool for_ever);

/* There is enough again; how many calls there were. */
long scarce_stop(void);

#endif
