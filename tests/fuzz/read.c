/*
 * The readers: the first line of an input names the format; where it does
 * not, the first byte chooses one.
 */
#include <string.h>

#include "../state.h"
#include "base/alloc.h"
#include "fuzz.h"
#include "model/intent.h"

static const struct format *named(const char *text, size_t len)
{
	for (const struct format *f = formats; f->name; f++)
		if (f->read && strlen(f->name) == len &&
		    !memcmp(f->name, text, len))
			return f;
	return NULL;
}

static const struct format *numbered(unsigned char number)
{
	const struct format *readers[64];
	size_t count = 0;

	for (const struct format *f = formats; f->name; f++)
		if (f->read && count < ARRAY_LEN(readers))
			readers[count++] = f;
	return readers[number % count];
}

/* What was read is taken over by another project, as an import does. */
static void import(const struct project *from)
{
	struct project *into = project_new();
	struct import_intent i;
	struct edit e = EDIT_INIT;
	struct err err = { "" };

	intent_import(&i, from, "in");
	if (i.intent.build(&i.intent, into, &e, &err)) {
		edit_apply(&e, into);
		fuzz_sound(into, true);
	} else if (!*err.msg) {
		fuzz_fail("refused without a word");
	}
	edit_release(&e);
	project_free(into);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const char *text = (const char *)data;
	const char *end = len ? memchr(text, '\n', len) : NULL;
	const struct format *f = end ? named(text, (size_t)(end - text)) :
				       NULL;
	size_t head = f ? (size_t)(end - text) + 1 : 1;
	struct project *p;

	if (len < head)
		return 0;
	if (!f)
		f = numbered(data[0]);
	p = fuzz_read(f, text + head, len - head);
	if (p) {
		fuzz_sound(p, true);
		import(p);
	}
	project_free(p);
	return 0;
}
