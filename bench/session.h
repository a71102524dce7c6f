/*
 * A program in a pseudo terminal, timed from outside.
 *
 * What a key costs is the time from its write to the last byte that came
 * before the program fell silent; the silence itself is not counted.
 */
#ifndef BENCH_SESSION_H
#define BENCH_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct session {
	pid_t pid;
	int fd;
	double started;         /* milliseconds */
};

struct sample {
	double ms;
	size_t bytes;           /* 0: it said nothing */
};

/* Start words[0], found on PATH, in a window of that size. */
bool session_start(struct session *s, int rows, int cols,
		   const char *const words[]);

/* Wait for the first paint: `mark` has been seen, then silence. */
struct sample session_paint(struct session *s, const char *mark);

/* Write keys and wait for their effect.  If `mark` is not NULL it must be
 * seen before silence counts. */
struct sample session_keys(struct session *s, const char *keys,
			   const char *mark);

/* Bytes that come unasked within so many milliseconds. */
size_t session_idle(struct session *s, int milliseconds);

long session_memory(const struct session *s);   /* resident, kB; 0: unknown */

/* Let it quit by its own keys, else end it. */
void session_end(struct session *s, const char *keys);

#endif
