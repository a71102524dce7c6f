/*
 * Running a program as a user or a script would.
 *
 * Programs run in an environment that is the same everywhere: C.UTF-8, a
 * HOME and XDG folders of their own, nothing of the developer's settings.
 * `cjm` is found on PATH, also by shells and by git; it is the program that
 * $CJM names, ./cjm if there is no such variable.  CJM_DATADIR and
 * CJM_LOCALEDIR are passed on.
 *
 *	struct run r;
 *
 *	run(&r, "Pays @card :)\n", RUN("cjm", "add", file, "-"));
 *	assert_int_equal(r.status, 0);
 *	assert_string_equal(r.err, "");
 *	run_release(&r);
 */
#ifndef TESTS_RUN_H
#define TESTS_RUN_H

#include <stddef.h>

struct run {
	int status;             /* exit status; 128+n: ended by signal n */
	char *out, *err;        /* all it said, a NUL behind it */
	size_t out_len, err_len;
};

#define RUN(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Run a command with `input` (NULL: none) as its standard input and wait for
 * it; after a minute it is ended by SIGALRM.  Release the result with
 * run_release().  Leading words NAME=value go into its environment. */
void run(struct run *r, const char *input, const char *const words[]);
void run_release(struct run *r);

/* From now on programs have a new, empty HOME; returns its path. */
const char *run_new_home(void);

/* For whoever starts programs in another way: run_prepare() before fork(),
 * and in the child, instead of exec, run_become(). */
void run_prepare(void);
void run_become(const char *const words[]) __attribute__((noreturn));

/* Exit status of the result of waitpid(), as in struct run. */
int run_status(int wait_status);

#endif
