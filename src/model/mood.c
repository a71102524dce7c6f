#include "model/mood.h"

#include "model/field.h"

size_t mood_known(const struct mood *m)
{
	size_t n = 0;

	for (int i = 0; i < 5; i++)
		n += m->number[i];
	return n;
}

bool mood_mean(const struct mood *m, double *mean)
{
	size_t n = mood_known(m);
	double sum = 0;

	for (int i = 0; i < 5; i++)
		sum += (double)m->number[i] * (i - 2);
	if (n)
		*mean = sum / (double)n;
	return n > 0;
}

int mood_lowest(const struct mood *m)
{
	for (int i = 0; i < 5; i++)
		if (m->number[i])
			return i - 2;
	return EMOTION_UNKNOWN;
}
