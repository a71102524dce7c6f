/*
 * cjm beside the programs people would reach for, measured in the same run.
 *
 *	bench [-n RUNS] [-o RESULT.json] FOLDER
 *
 * FOLDER holds the files that run.sh makes.  The programs take turns, start
 * by start and key by key, because machines are noisy; medians and 95th
 * percentiles are told, and how many times the peer's median cjm needs.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "series.h"
#include "session.h"

#define COUNT(a) (int)(sizeof(a) / sizeof((a)[0]))

#define PAGE_DOWN "\033[6~"
#define PAGE_UP "\033[5~"

static const char mark[] = "Bookshop";  /* the first title, see data.c */

enum { CJM, MINIMAL, NANO, VIM, PROGRAMS };

static const struct program {
	const char *words[4];   /* then the file */
	const char *ending, *quit;
} programs[PROGRAMS] = {
	{ { "cjm" }, "cjm", "q" },
	{ { "minimal" }, "cjm", "q" },
	{ { "nano", "-I" }, "nano", "\030n" },
	{ { "vim", "-u", "NONE" }, "vim", "\033:q!\r" },
};

/* Keys: `open` once, then each time `each` and, timed, one of `keys`. */
struct script {
	const char *keys[2], *each, *open, *close, *mark;
};

static const struct action {
	const char *name;
	struct script by[PROGRAMS];
} actions[] = {
	{ "move", {
		{ .keys = { "j", "k" } },
		{ .keys = { "j", "k" } },
		{ .keys = { "\016", "\020" } },
		{ .keys = { "j", "k" } } } },
	{ "page", {
		{ .keys = { PAGE_DOWN, PAGE_UP } },
		{ .keys = { PAGE_DOWN, PAGE_UP } },
		{ .keys = { PAGE_DOWN, PAGE_UP } },
		{ .keys = { "\006", "\002" } } } },
	{ "stage (peers: page)", {
		{ .keys = { "l", "h" } },
		{ .keys = { PAGE_DOWN, PAGE_UP } },
		{ .keys = { PAGE_DOWN, PAGE_UP } },
		{ .keys = { "\006", "\002" } } } },
	{ "letter", {
		{ .keys = { "a", "e" }, .open = "i", .close = "\033" },
		{ .keys = { NULL } },
		{ .keys = { "a", "e" }, .open = "\r\020" },
		{ .keys = { "a", "e" }, .open = "O", .close = "\033" } } },
	{ "save", {
		{ .keys = { "\r", "\r" }, .open = "i", .each = "a",
		  .close = "\033" },
		{ .keys = { NULL } },
		{ .keys = { "\023", "\023" }, .each = "x", .mark = "Wrote" },
		{ .keys = { ":w\r", ":w\r" }, .each = "ix\033",
		  .mark = "written" } } },
};

static const struct setting {
	const char *title, *file;
	int rows, cols;
	bool keys;              /* else only the start is measured */
} settings[] = {
	{ "20 touchpoints", "20", 24, 80, true },
	{ "2,000 touchpoints", "2000", 24, 80, true },
	{ "2,000 touchpoints", "2000-wide", 50, 200, true },
	{ "100,000 touchpoints", "100000", 24, 80, true },
	{ "one map of 100", "100", 24, 80, false },
	{ "1,000 maps of 100", "1000x100", 24, 80, false },
};

/* What is measured: the start, memory, idling, then each action twice. */
enum { START, MEMORY, IDLE, ACTION };
enum { METRICS = ACTION + 2 * COUNT(actions), IDLE_TIME = 1000 };

static struct series result[METRICS][PROGRAMS];
static bool present[PROGRAMS];
static int runs = 30;

static void find_programs(void)
{
	int p;

	for (p = 0; p < PROGRAMS; p++) {
		char command[64];

		snprintf(command, sizeof command, "command -v %s >/dev/null",
			 programs[p].words[0]);
		present[p] = system(command) == 0;
		if (!present[p])
			printf("%s: not here, skipped\n",
			       programs[p].words[0]);
	}
}

static bool start(struct session *s, int p, const struct setting *setting)
{
	const char *words[COUNT(programs[p].words) + 2] = { NULL };
	struct sample paint;
	char file[64];
	int n;

	snprintf(file, sizeof file, "%s.%s", setting->file,
		 programs[p].ending);
	for (n = 0; programs[p].words[n]; n++)
		words[n] = programs[p].words[n];
	words[n] = file;
	if (!session_start(s, setting->rows, setting->cols, words))
		return false;
	paint = session_paint(s, mark);
	if (!paint.bytes) {
		printf("%s: %s was never painted\n", words[0], file);
		session_end(s, programs[p].quit);
		return false;
	}
	series_add(&result[START][p], paint.ms);
	series_add(&result[MEMORY][p], (double)session_memory(s));
	return true;
}

static void measure_starts(const struct setting *setting)
{
	struct session s;
	int run, p;

	for (run = 0; run < runs; run++)
		for (p = 0; p < PROGRAMS; p++)
			if (present[p] && start(&s, p, setting))
				session_end(&s, programs[p].quit);
}

static void measure_key(struct session *s, const struct script *script,
			int run, struct series *ms, struct series *bytes)
{
	struct sample sample;

	if (script->each)
		session_keys(s, script->each, NULL);
	sample = session_keys(s, script->keys[run % 2], script->mark);
	series_add(bytes, (double)sample.bytes);
	if (sample.bytes)
		series_add(ms, sample.ms);
}

static void measure_action(struct session s[PROGRAMS], const bool open[],
			   int number)
{
	const struct script *script = actions[number].by;
	struct series (*to)[PROGRAMS] = &result[ACTION + 2 * number];
	int run, p;

	for (p = 0; p < PROGRAMS; p++)
		if (open[p] && script[p].open)
			session_keys(&s[p], script[p].open, NULL);
	for (run = 0; run < runs; run++)
		for (p = 0; p < PROGRAMS; p++)
			if (open[p] && script[p].keys[0])
				measure_key(&s[p], &script[p], run,
					    &to[0][p], &to[1][p]);
	for (p = 0; p < PROGRAMS; p++)
		if (open[p] && script[p].close)
			session_keys(&s[p], script[p].close, NULL);
}

static void measure_keys(const struct setting *setting)
{
	struct session s[PROGRAMS];
	bool open[PROGRAMS];
	int p, i;

	for (p = 0; p < PROGRAMS; p++)
		open[p] = present[p] && start(&s[p], p, setting);
	for (p = 0; p < PROGRAMS; p++)
		if (open[p])
			series_add(&result[IDLE][p],
				   (double)session_idle(&s[p], IDLE_TIME));
	for (i = 0; i < COUNT(actions); i++)
		measure_action(s, open, i);
	for (p = 0; p < PROGRAMS; p++)
		if (open[p])
			session_end(&s[p], programs[p].quit);
}

static void metric_name(int metric, const char **name, const char **unit)
{
	static const char *const first[ACTION][2] = {
		{ "start", "ms" }, { "memory", "kB" }, { "idle", "bytes/s" },
	};

	if (metric < ACTION) {
		*name = first[metric][0];
		*unit = first[metric][1];
	} else {
		*name = actions[(metric - ACTION) / 2].name;
		*unit = (metric - ACTION) % 2 ? "bytes" : "ms";
	}
}

static void print_cell(struct series *own, struct series *peer)
{
	double mine = series_median(own), theirs = series_median(peer);

	if (!peer->count)
		printf(" | %25s", "-");
	else if (own == peer || mine <= 0 || theirs <= 0)
		printf(" | %8.2f (%8.2f)%6s", theirs, series_p95(peer), "");
	else
		printf(" | %8.2f (%8.2f) %4.2fx", theirs, series_p95(peer),
		       mine / theirs);
}

static void print_table(const struct setting *setting)
{
	const char *name, *unit;
	int metric, p;

	printf("\n%s, %d x %d: median (95th percentile), cjm / peer\n%-27s",
	       setting->title, setting->cols, setting->rows, "");
	for (p = 0; p < PROGRAMS; p++)
		printf(" | %-25s", programs[p].words[0]);
	putchar('\n');
	for (metric = 0; metric < METRICS; metric++) {
		if (metric >= IDLE && !setting->keys)
			continue;
		metric_name(metric, &name, &unit);
		printf("%-19s %7s", name, unit);
		for (p = 0; p < PROGRAMS; p++)
			print_cell(&result[metric][CJM], &result[metric][p]);
		putchar('\n');
	}
	fflush(stdout);
}

static void write_json(FILE *f, const struct setting *setting)
{
	const char *name, *unit;
	int i;

	for (i = 0; i < METRICS * PROGRAMS; i++) {
		struct series *s = &result[i / PROGRAMS][i % PROGRAMS];

		if (!s->count)
			continue;
		metric_name(i / PROGRAMS, &name, &unit);
		fprintf(f, "%s\n{\"data\": \"%s\", \"rows\": %d, "
			"\"columns\": %d, \"what\": \"%s\", \"unit\": \"%s\", "
			"\"program\": \"%s\", \"median\": %.3f, "
			"\"p95\": %.3f, \"count\": %d}",
			setting == settings && i == 0 ? "" : ",",
			setting->file, setting->rows, setting->cols, name,
			unit, programs[i % PROGRAMS].words[0],
			series_median(s), series_p95(s), s->count);
	}
}

static void measure_all(FILE *json)
{
	int i;

	fprintf(json, "{\"runs\": %d, \"measurements\": [", runs);
	for (i = 0; i < COUNT(settings); i++) {
		memset(result, 0, sizeof result);
		measure_starts(&settings[i]);
		if (settings[i].keys)
			measure_keys(&settings[i]);
		print_table(&settings[i]);
		write_json(json, &settings[i]);
	}
	fputs("\n]}\n", json);
}

int main(int argc, char **argv)
{
	const char *output = "/dev/null";
	FILE *json;
	int c;

	while ((c = getopt(argc, argv, "n:o:")) != -1)
		if (c == 'n')
			runs = atoi(optarg);
		else if (c == 'o')
			output = optarg;
	json = fopen(output, "w");
	if (!json || optind >= argc || chdir(argv[optind]) < 0 || runs < 1) {
		fputs("usage: bench [-n RUNS] [-o RESULT.json] FOLDER\n",
		      stderr);
		return 2;
	}
	find_programs();
	measure_all(json);
	return fclose(json) != 0;
}
