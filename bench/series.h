/*
 * A series of measurements: what lies in its middle, and near its end.
 */
#ifndef BENCH_SERIES_H
#define BENCH_SERIES_H

enum { SERIES_MOST = 1000 };

struct series {
	double value[SERIES_MOST];
	int count;
};

void series_add(struct series *s, double value);        /* at most MOST */
double series_median(struct series *s);         /* 0 for an empty series */
double series_p95(struct series *s);

#endif
