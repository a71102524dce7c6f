#include "format/format.h"

#include <string.h>

size_t source_mark(const struct source *in)
{
	return strncmp(in->text, "\xEF\xBB\xBF", 3) ? 0 : 3;
}
