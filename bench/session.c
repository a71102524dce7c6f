#include "session.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {                  /* milliseconds */
	SILENCE = 80,
	ANSWER = 500,           /* for the first byte a key causes */
	MARK = 30000,           /* for the mark */
	QUIT = 2000,
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

bool session_start(struct session *s, int rows, int cols,
		   const char *const words[])
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };

	s->started = now();
	s->pid = forkpty(&s->fd, NULL, NULL, &size);
	if (s->pid == 0) {
		execvp(words[0], (char *const *)(uintptr_t)words);
		_exit(127);
	}
	return s->pid > 0;
}

/* Looks for a text in what arrives piece by piece. */
struct search {
	const char *mark;
	char kept[64];          /* the end of the piece before */
	size_t len;
};

static bool seen(struct search *w, const char *bytes, size_t n)
{
	char joined[2 * sizeof w->kept];
	size_t head = n < sizeof w->kept ? n : sizeof w->kept;
	size_t want = strlen(w->mark);
	bool found = memmem(bytes, n, w->mark, want);

	memcpy(joined, w->kept, w->len);
	memcpy(joined + w->len, bytes, head);
	if (memmem(joined, w->len + head, w->mark, want))
		found = true;
	if (head < n) {
		memcpy(w->kept, bytes + n - sizeof w->kept, sizeof w->kept);
		w->len = sizeof w->kept;
	} else {
		size_t all = w->len + n;

		w->len = all < sizeof w->kept ? all : sizeof w->kept;
		memcpy(w->kept, joined + all - w->len, w->len);
	}
	return found;
}

static struct sample listen_from(struct session *s, double from,
				 const char *mark)
{
	struct pollfd p = { .fd = s->fd, .events = POLLIN };
	struct sample sample = { 0, 0 };
	struct search search = { mark, "", 0 };
	int patience = mark ? MARK : ANSWER;
	char part[65536];

	while (poll(&p, 1, patience) > 0) {
		ssize_t n = read(s->fd, part, sizeof part);

		if (n <= 0)
			break;
		sample.ms = now() - from;
		sample.bytes += (size_t)n;
		if (search.mark && seen(&search, part, (size_t)n))
			search.mark = NULL;
		if (!search.mark)
			patience = SILENCE;
	}
	if (search.mark)
		sample.bytes = 0;
	return sample;
}

struct sample session_paint(struct session *s, const char *mark)
{
	return listen_from(s, s->started, mark);
}

struct sample session_keys(struct session *s, const char *keys,
			   const char *mark)
{
	double from = now();
	size_t len = strlen(keys);

	if (write(s->fd, keys, len) != (ssize_t)len)
		return (struct sample){ 0, 0 };
	return listen_from(s, from, mark);
}

size_t session_idle(struct session *s, int milliseconds)
{
	struct pollfd p = { .fd = s->fd, .events = POLLIN };
	double end = now() + milliseconds;
	size_t bytes = 0;
	char part[4096];

	while (now() < end && poll(&p, 1, (int)(end - now())) > 0) {
		ssize_t n = read(s->fd, part, sizeof part);

		if (n <= 0)
			break;
		bytes += (size_t)n;
	}
	return bytes;
}

long session_memory(const struct session *s)
{
	char path[64], line[256];
	long kb = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/status", (int)s->pid);
	f = fopen(path, "r");
	while (f && !kb && fgets(line, sizeof line, f))
		sscanf(line, "VmRSS: %ld kB", &kb);
	if (f)
		fclose(f);
	return kb;
}

void session_end(struct session *s, const char *keys)
{
	double end = now() + QUIT;

	session_keys(s, keys, NULL);
	while (waitpid(s->pid, NULL, WNOHANG) == 0) {
		if (now() > end)
			kill(s->pid, SIGKILL);
		session_idle(s, 5);
	}
	close(s->fd);
}
