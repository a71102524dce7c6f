/*
 * A disk whose power may fail.
 *
 * It lies below the store's own way to the disk, writes down what SQLite does
 * to one file and the two beside it, and builds what may be left of them when
 * the power fails at some moment.  What was synced is there.  Of what was not,
 * each sector of each write may be there or not, or the half of it; a file may
 * have grown without what was written to it; of what was made and deleted in
 * the folder only the beginning may be there.
 *
 * The chance is that of dice.h.
 */
#ifndef TESTS_FAULTS_LOSSY_H
#define TESTS_FAULTS_LOSSY_H

/* Once, before any file is opened. */
void lossy_install(void);

/* Begin to write down: this file is on the disk as it is now, with nothing
 * beside it.  NULL: write down nothing any more. */
void lossy_start(const char *path);

/* How much was written down since. */
long lossy_length(void);

/* Build at `to`, with "-journal" and "-wal" beside it, what is left when the
 * power fails after the first `length` of it. */
void lossy_build(long length, const char *to);

void lossy_release(void);

#endif
