#include "scarce.h"

#include <sqlite3.h>
#include <stddef.h>

static sqlite3_mem_methods plenty;

static struct {
	long n, calls;          /* n 0: nothing fails */
	bool for_ever;
} scarcity;

static bool is_gone(void)
{
	long call = ++scarcity.calls;

	return scarcity.n && (call == scarcity.n ||
			      (scarcity.for_ever && call > scarcity.n));
}

static void *scarce_malloc(int size)
{
	return is_gone() ? NULL : plenty.xMalloc(size);
}

static void *scarce_realloc(void *p, int size)
{
	return is_gone() ? NULL : plenty.xRealloc(p, size);
}

void scarce_install(void)
{
	sqlite3_mem_methods scarce;

	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plenty);
	scarce = plenty;
	scarce.xMalloc = scarce_malloc;
	scarce.xRealloc = scarce_realloc;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &scarce);
}

void scarce_start(long n, bool for_ever)
{
	scarcity.n = n;
	scarcity.calls = 0;
	scarcity.for_ever = for_ever;
}

long scarce_stop(void)
{
	scarcity.n = 0;
	return scarcity.calls;
}
