#include "model/redact.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

static const struct { const char *name; unsigned bit; } names[] = {
	{ "quotes", REDACT_QUOTES },
	{ "owners", REDACT_OWNERS },
	{ "notes", REDACT_NOTES },
};

static const struct {
	unsigned bit;
	enum entity entity;
	int field;
} redacted[] = {
	{ REDACT_QUOTES, PERSONA, PERSONA_QUOTE },
	{ REDACT_QUOTES, TOUCHPOINT, TOUCHPOINT_QUOTE },
	{ REDACT_OWNERS, TOUCHPOINT, TOUCHPOINT_OWNER },
	{ REDACT_OWNERS, IMPROVEMENT, IMPROVEMENT_OWNER },
	{ REDACT_NOTES, TOUCHPOINT, TOUCHPOINT_NOTES },
	{ REDACT_NOTES, ANSWER, ANSWER_NOTE },
};

static unsigned bit_of(const char *word, size_t len)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (strlen(names[i].name) == len &&
		    !memcmp(names[i].name, word, len))
			return names[i].bit;
	return 0;
}

bool redact_read(const char *words, unsigned *bits, struct err *err)
{
	*bits = 0;
	while (*words) {
		size_t len = strcspn(words, ",");
		unsigned bit = bit_of(words, len);

		if (!bit)
			return err_set(err, _("--redact takes quotes, owners "
					      "and notes, with commas between "
					      "them"));
		*bits |= bit;
		words += len + (words[len] == ',');
	}
	return true;
}

void redact_values(unsigned bits, enum entity e, struct values *v)
{
	for (size_t i = 0; i < ARRAY_LEN(redacted); i++)
		if (bits & redacted[i].bit && redacted[i].entity == e)
			v->text[redacted[i].field] = NULL;
}

struct copying {
	struct project *to;
	unsigned bits;
};

static void copy_row(const struct row *r, void *arg)
{
	const struct copying *c = arg;
	struct values v;

	row_values(r, &v);
	redact_values(c->bits, (enum entity)r->entity, &v);
	project_load(c->to, row_new((enum entity)r->entity, r->id, &v));
}

struct project *redact_project(const struct project *p, unsigned bits)
{
	struct copying c = { project_new(), bits };

	for (int e = 0; e < ENTITIES; e++)
		project_each(p, (enum entity)e, copy_row, &c);
	project_sort(c.to);
	return c.to;
}
