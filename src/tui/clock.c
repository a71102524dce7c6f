#include "tui/clock.h"

#include <time.h>

void clock_text(int64_t seconds, struct strbuf *out)
{
	time_t then = (time_t)seconds, now = time(NULL);
	struct tm t, today;
	char text[32];

	if (!localtime_r(&then, &t) || !localtime_r(&now, &today))
		return;
	strftime(text, sizeof text,
		 t.tm_yday == today.tm_yday && t.tm_year == today.tm_year ?
		 "%H:%M" : "%Y-%m-%d %H:%M", &t);
	strbuf_addstr(out, text);
}
