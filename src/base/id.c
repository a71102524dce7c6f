#include "base/id.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

int64_t id_new(void)
{
	uint64_t random;

	do {
		if (getentropy(&random, sizeof random))
			abort();
		random &= (uint64_t)ID_LAST;
	} while (!random);
	return (int64_t)random;
}

/* Spread each bit over all others; no two numbers give the same. */
static uint64_t scatter(uint64_t x)
{
	x ^= x >> 32;
	x *= UINT64_C(0x9E3779B97F4A7C15);
	x ^= x >> 29;
	x *= UINT64_C(0xC2B2AE3D27D4EB4F);
	return x ^ x >> 32;
}

int64_t id_of_pair(int64_t a, int64_t b)
{
	uint64_t mixed = scatter(scatter((uint64_t)a) + (uint64_t)b);

	mixed &= (uint64_t)ID_LAST;
	return mixed ? (int64_t)mixed : 1;
}

int64_t id_parse(const char *s)
{
	int64_t id = 0;

	if (*s == '0')
		return 0;
	for (; *s; s++) {
		if (*s < '0' || *s > '9')
			return 0;
		id = id * 10 + (*s - '0');
		if (id > ID_LAST)
			return 0;
	}
	return id;
}

const char *id_text(int64_t id, char buf[ID_TEXT])
{
	char digits[ID_TEXT], *s = digits + ID_TEXT;
	uint64_t left = id < 0 ? -(uint64_t)id : (uint64_t)id;

	*--s = '\0';
	for (; left; left /= 10)
		*--s = (char)('0' + left % 10);
	if (id < 0)
		*--s = '-';
	return memcpy(buf, s, (size_t)(digits + ID_TEXT - s));
}
