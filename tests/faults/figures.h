/*
 * How much a program of faults does, and what it tells of it.
 *
 * FAULTS_SCALE is a percentage of what each CI run does (100 if it is not
 * set), or "release" for what is done before a release.  FAULTS_SEED gives
 * the chance of an earlier run again; where several processes run side by
 * side, only what they do is the same then, not who is first.
 */
#ifndef TESTS_FAULTS_FIGURES_H
#define TESTS_FAULTS_FIGURES_H

#include <stdint.h>

/* How often something is done; at least once. */
long figures_count(long each_run, long release);

/* The seed of this run, which is printed. */
uint64_t figures_seed(void);

/* Milliseconds, from some time on. */
long figures_now(void);

/* One line of figures; the seconds since the last one and the seed are put
 * behind it. */
void figures_tell(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
