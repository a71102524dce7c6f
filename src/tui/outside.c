#include "tui/outside.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/screen.h"

enum { NOT_FOUND = 127, KILLED = 128, TEXT_MOST = 8 << 20 };

/* Where nothing was chosen. */
static const char usual[] =
	"for e in editor nano vim vi; do "
	"command -v $e >/dev/null && exec $e \"$@\"; done; exit 127";

static char *command(void)
{
	const char *editor = getenv("VISUAL");
	struct strbuf line = STRBUF_INIT;

	if (!editor || !*editor)
		editor = getenv("EDITOR");
	if (editor && *editor)
		strbuf_addf(&line, "%s \"$@\"", editor);
	else
		strbuf_addstr(&line, usual);
	return strbuf_detach(&line);
}

static void be_editor(const char *line, const char *path)
{
	static const int signals[] = { SIGINT, SIGQUIT, SIGTSTP, SIGTERM,
				       SIGHUP, SIGWINCH };

	for (size_t i = 0; i < ARRAY_LEN(signals); i++)
		signal(signals[i], SIG_DFL);
	execl("/bin/sh", "sh", "-c", line, "cjm", path, (char *)NULL);
	_exit(NOT_FOUND);
}

/* Ctrl-C is meant for the editor; Ctrl-Z stops both, as a shell expects. */
static int run(const char *line, const char *path)
{
	static const struct { int number; void (*handler)(int); } own[] = {
		{ SIGINT, SIG_IGN }, { SIGQUIT, SIG_IGN },
		{ SIGTSTP, SIG_DFL },
	};
	struct sigaction before[ARRAY_LEN(own)];
	int status = NOT_FOUND << 8;
	pid_t child;

	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		struct sigaction now = { .sa_handler = own[i].handler };

		sigaction(own[i].number, &now, &before[i]);
	}
	child = fork();
	if (!child)
		be_editor(line, path);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		sigaction(own[i].number, &before[i], NULL);
	return status;
}

static bool write_text(const char *path, const struct strbuf *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "w");
	bool ok = f && fwrite(text->s, 1, text->len, f) == text->len;

	return f && !fclose(f) && ok;
}

/* Some editors put another file in its place, so it is opened anew. */
static bool read_text(const char *path, struct strbuf *raw)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;
	char buf[8192];
	ssize_t n = -1;

	if (fd >= 0 && !fstat(fd, &st) && S_ISREG(st.st_mode))
		while ((n = read(fd, buf, sizeof buf)) > 0 &&
		       raw->len < TEXT_MOST)
			strbuf_add(raw, buf, (size_t)n);
	if (fd >= 0)
		close(fd);
	return n == 0;
}

static bool failed(int status, struct err *err)
{
	if (WIFSIGNALED(status) || WEXITSTATUS(status) > KILLED)
		return false;
	if (WEXITSTATUS(status) == NOT_FOUND)
		return !err_set(err, _("there is no editor to start: set "
				       "EDITOR to its name, as in "
				       "EDITOR=nano"));
	if (WEXITSTATUS(status))
		return !err_set(err, _("the editor ended with an error (%d), "
				       "so nothing was changed"),
				WEXITSTATUS(status));
	return false;
}

static bool edit_file(const char *path, struct strbuf *text, struct err *err)
{
	struct strbuf raw = STRBUF_INIT;
	char *line = command();
	bool ok;
	int status;

	screen_leave();
	status = run(line, path);
	screen_return();
	free(line);
	ok = !failed(status, err);
	if (ok && !read_text(path, &raw))
		ok = err_set(err, _("the editor left no text that can be "
				    "read, so nothing was changed"));
	if (ok) {
		strbuf_clear(text);
		utf8_clean(raw.s, raw.len, text, NULL);
	}
	strbuf_release(&raw);
	return ok;
}

bool outside_edit(const char *name, struct strbuf *text, struct err *err)
{
	const char *where = getenv("TMPDIR");
	struct strbuf path = STRBUF_INIT;
	size_t folder;
	bool ok;

	strbuf_addf(&path, "%s/cjm-XXXXXX", where && *where ? where : "/tmp");
	folder = path.len;
	ok = mkdtemp(path.s);   /* nobody else may enter it */
	if (ok) {
		strbuf_addf(&path, "/%s", name);
		ok = write_text(path.s, text);
	}
	if (!ok)
		err_set(err, _("no file for the editor could be made in %s: "
			       "%s"), where && *where ? where : "/tmp",
			strerror(errno));
	else
		ok = edit_file(path.s, text, err);
	unlink(path.s);
	strbuf_truncate(&path, folder);
	rmdir(path.s);
	strbuf_release(&path);
	return ok;
}
