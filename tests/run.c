#include "run.h"

#include <errno.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "tmp.h"

enum { SECONDS = 60, CANNOT_RUN = 127 };

static const char *home, *bin;

/* What a developer may have set and a test must not see. */
static const char *const unwanted[] = {
	"LANG", "LANGUAGE", "LC_CTYPE", "LC_MESSAGES", "LC_NUMERIC",
	"COLUMNS", "LINES", "NO_COLOR", "COLORTERM", "ESCDELAY", "TMUX",
	"EDITOR", "VISUAL", "CJM_AUTHOR", "NCURSES_NO_UTF8_ACS",
};

/* Folders that programs expect, below HOME. */
static const struct {
	const char *variable, *folder;
} places[] = {
	{ "XDG_CONFIG_HOME", "config" },
	{ "XDG_STATE_HOME", "state" },
	{ "XDG_DATA_HOME", "data" },
	{ "XDG_CACHE_HOME", "cache" },
	{ "XDG_RUNTIME_DIR", "runtime" },
};

const char *run_new_home(void)
{
	return home = tmp_new_folder();
}

/* A folder with a link called `cjm`, so that PATH finds the right one. */
static const char *make_bin(void)
{
	const char *program = getenv("CJM"), *link = tmp_path("cjm");
	static char folder[PATH_MAX];
	char real[PATH_MAX];

	if (realpath(program ? program : "./cjm", real) &&
	    symlink(real, link) < 0)
		fail_msg("%s: %s", link, strerror(errno));
	snprintf(folder, sizeof folder, "%.*s",
		 (int)(strlen(link) - strlen("/cjm")), link);
	return folder;
}

void run_prepare(void)
{
	if (!home)
		run_new_home();
	if (!bin)
		bin = make_bin();
}

static void set_environment(void)
{
	const char *old = getenv("PATH");
	struct strbuf path = STRBUF_INIT;
	size_t i;

	for (i = 0; i < ARRAY_LEN(unwanted); i++)
		unsetenv(unwanted[i]);
	strbuf_addf(&path, "%s:%s", bin, old ? old : "/usr/bin:/bin");
	setenv("PATH", path.s, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("HOME", home, 1);
	for (i = 0; i < ARRAY_LEN(places); i++) {
		strbuf_clear(&path);
		strbuf_addf(&path, "%s/%s", home, places[i].folder);
		mkdir(path.s, 0700);
		setenv(places[i].variable, path.s, 1);
	}
	strbuf_release(&path);
}

/* How many of the words are NAME=value; they are put into the environment. */
static size_t take_settings(const char *const words[])
{
	const char *equals;
	size_t i;

	for (i = 0; words[i] && (equals = strchr(words[i], '=')); i++) {
		char *name = xstrndup(words[i], (size_t)(equals - words[i]));

		setenv(name, equals + 1, 1);
		free(name);
	}
	return i;
}

void run_become(const char *const words[])
{
	set_environment();
	words += take_settings(words);
	execvp(words[0], (char *const *)(uintptr_t)words);
	fprintf(stderr, "%s: %s\n", words[0], strerror(errno));
	_exit(CANNOT_RUN);
}

int run_status(int wait_status)
{
	return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) :
					  WEXITSTATUS(wait_status);
}

static FILE *temporary(const char *text)
{
	FILE *f = tmpfile();

	if (!f || fputs(text, f) == EOF || fflush(f) != 0)
		fail_msg("temporary file: %s", strerror(errno));
	rewind(f);
	return f;
}

static char *take_text(FILE *f, size_t *len)
{
	struct strbuf text = STRBUF_INIT;
	char part[8192];
	size_t n;

	rewind(f);
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		strbuf_add(&text, part, n);
	fclose(f);
	*len = text.len;
	return text.cap ? strbuf_detach(&text) : xstrdup("");
}

void run(struct run *r, const char *input, const char *const words[])
{
	FILE *in = temporary(input ? input : ""), *out = temporary(""),
	     *err = temporary("");
	int status;
	pid_t pid;

	run_prepare();
	fflush(NULL);
	pid = fork();
	if (pid < 0)
		fail_msg("fork: %s", strerror(errno));
	if (pid == 0) {
		dup2(fileno(in), STDIN_FILENO);
		dup2(fileno(out), STDOUT_FILENO);
		dup2(fileno(err), STDERR_FILENO);
		alarm(SECONDS);
		run_become(words);
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	fclose(in);
	r->status = run_status(status);
	r->out = take_text(out, &r->out_len);
	r->err = take_text(err, &r->err_len);
}

void run_release(struct run *r)
{
	free(r->out);
	free(r->err);
}
