#include "series.h"

#include <stdlib.h>

void series_add(struct series *s, double value)
{
	if (s->count < SERIES_MOST)
		s->value[s->count++] = value;
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double at_part(struct series *s, double part)
{
	if (!s->count)
		return 0;
	qsort(s->value, (size_t)s->count, sizeof *s->value, ascending);
	return s->value[(int)(part * (s->count - 1) + 0.5)];
}

double series_median(struct series *s)
{
	return at_part(s, 0.5);
}

double series_p95(struct series *s)
{
	return at_part(s, 0.95);
}
