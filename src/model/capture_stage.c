#include "model/capture.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

static bool a_word_begins(const char *title, const char *text)
{
	bool inside = false;
	size_t len;

	for (; *title; title += len) {
		bool letter = utf8_is_alnum(utf8_decode(title, &len));

		if (letter && !inside && utf8_begins(title, text))
			return true;
		inside = letter;
	}
	return false;
}

/* How a text may mean a title; the first way that finds any decides. */
static bool (*const ways[])(const char *title, const char *text) = {
	utf8_same, utf8_begins, a_word_begins
};

static const struct row *numbered(const struct list *stages, const char *text)
{
	size_t len = strspn(text, "0123456789");

	if (!len || len > 6 || text[len])
		return NULL;
	return list_at(stages, strtoul(text, NULL, 10) - 1);
}

const struct row *capture_stage(const struct project *p, int64_t map,
				const char *text, bool *ambiguous)
{
	const struct list *stages = project_stages(p, map);
	const struct row *found = numbered(stages, text);

	*ambiguous = false;
	if (utf8_same(text, ""))
		return NULL;
	for (size_t way = 0; way < ARRAY_LEN(ways) && !found; way++)
		for (size_t i = 0; i < stages->count; i++) {
			const struct row *stage = stages->rows[i];

			if (!ways[way](row_title(stage), text))
				continue;
			*ambiguous = found != NULL;
			if (*ambiguous)
				return NULL;
			found = stage;
		}
	return found;
}

const struct row *capture_card(const struct project *p, int64_t map,
			       int stage, int card)
{
	const struct row *above = list_at(project_stages(p, map),
					  (size_t)stage - 1);

	if (stage && !above)
		return NULL;
	return list_at(project_touchpoints(p, map, stage ? above->id : 0),
		       (size_t)card - 1);
}
