/*
 * A disk that fails when it is told to.
 *
 * It lies below the store's own way to the disk, so that what is tested is
 * the program as it is.
 */
#ifndef TESTS_FAULTS_H
#define TESTS_FAULTS_H

#include <stdbool.h>

enum fault {
	FAULT_NONE,
	FAULT_ERROR,            /* an error, and nothing is done */
	FAULT_LATE,             /* it is done, and an error told */
	FAULT_FULL,             /* only writing fails: no room */
	FAULT_KILL              /* the process ends there */
};

/* Once, before any file is opened. */
void faults_install(void);

/* From now on the n-th call (from 1) fails, and with `for_ever` all after
 * it, too. */
void faults_set(enum fault fault, long n, bool for_ever);

/* How many calls there were since, of those that could fail. */
long faults_calls(void);

#endif
