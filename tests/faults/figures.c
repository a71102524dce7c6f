#include "figures.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/id.h"

static long started;

long figures_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

__attribute__((constructor)) static void start(void)
{
	started = figures_now();
}

long figures_count(long each_run, long release)
{
	const char *scale = getenv("FAULTS_SCALE");
	long count = each_run;

	if (scale && !strcmp(scale, "release"))
		return release;
	if (scale && *scale)
		count = each_run * strtol(scale, NULL, 10) / 100;
	return count > 0 ? count : 1;
}

uint64_t figures_seed(void)
{
	const char *given = getenv("FAULTS_SEED");
	static uint64_t seed;

	if (seed)
		return seed;
	if (given && *given)
		seed = strtoull(given, NULL, 10);
	if (!seed)
		seed = (uint64_t)id_new() % 1000000 + 1;
	print_message("seed %" PRIu64 "\n", seed);
	return seed;
}

void figures_tell(const char *fmt, ...)
{
	long now = figures_now();
	char line[512];
	va_list list;

	va_start(list, fmt);
	vsnprintf(line, sizeof line, fmt, list);
	va_end(list);
	print_message("# %s (%.1f s, seed %" PRIu64 ")\n", line,
		      (double)(now - started) / 1000, figures_seed());
	started = now;
}
