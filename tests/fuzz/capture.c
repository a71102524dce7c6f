/*
 * The capture line: read, explained, done, and written again.
 */
#include <stdlib.h>
#include <string.h>

#include "../sample.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "model/captured.h"

enum { MAP_ID = 21, STAGE_ID = 31, TOUCHPOINT_ID = 41, NEW_ID = 900 };

static void explain(const struct project *p, const char *line)
{
	struct strbuf out = STRBUF_INIT;

	capture_explain(p, MAP_ID, STAGE_ID, line, &out);
	if (!out.len || !utf8_valid(out.s, out.len))
		fuzz_fail("explained so: \"%s\"", out.s);
	strbuf_release(&out);
}

static void check_change(const struct change *c)
{
	struct err err = { "" };

	if (c->op == CHANGE_INSERT)
		fuzz_row(c->row, true);
	else if (!field_check(c->entity, c->field, c->new, &err))
		fuzz_fail("%s", err.msg);
}

/* What the line would do to the project. */
static void perform(const struct project *p, const char *line,
		    int64_t replaces)
{
	struct capture_result result = { CAPTURED_NOTHING, 0, 0 };
	struct capture_intent i;
	struct edit e = EDIT_INIT;
	struct err err = { "" };

	intent_capture(&i, line, MAP_ID, &result);
	i.here = STAGE_ID;
	i.last = TOUCHPOINT_ID;
	i.replaces = replaces;
	if (!i.intent.build(&i.intent, p, &e, &err) && !*err.msg)
		fuzz_fail("refused without a word");
	for (size_t n = 0; n < e.count; n++)
		check_change(&e.changes[n]);
	edit_release(&e);
	capture_intent_release(&i);
}

/* All that was written must come back, and nothing else. */
static void same_fields(const struct row *r, const struct capture *c,
			const bool done[TOUCHPOINT_FIELDS], const char *line)
{
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++) {
		const char *is = c->text[i] ? c->text[i] : "";
		const char *was = done[i] ? row_text(r, i) : "";

		if (strcmp(is, was) != 0)
			fuzz_fail("%s of \"%s\" is \"%s\", not \"%s\"",
				  field_of(TOUCHPOINT, i)->key, line, is, was);
	}
}

static void trip(const struct row *r)
{
	bool done[TOUCHPOINT_FIELDS];
	struct strbuf line = STRBUF_INIT;
	struct capture c;

	capture_write(r, &line, done);
	capture_parse(line.s, &c);
	same_fields(r, &c, done, line.s);
	if (c.stage || c.card)
		fuzz_fail("a place comes from \"%s\"", line.s);
	capture_release(&c);
	strbuf_release(&line);
}

static void read_and_write(const char *line)
{
	struct values v = { { NULL } };
	struct capture c;
	struct row *r;

	capture_parse(line, &c);
	memcpy(v.text, c.text, sizeof c.text);
	r = row_new(TOUCHPOINT, NEW_ID, &v);
	trip(r);
	free(r);
	capture_release(&c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct project *p;
	struct strbuf line = STRBUF_INIT;

	if (!p)
		p = sample_project();
	utf8_clean((const char *)data, len, &line, NULL);
	explain(p, line.s);
	read_and_write(line.s);
	perform(p, line.s, 0);
	perform(p, line.s, TOUCHPOINT_ID);
	strbuf_release(&line);
	return 0;
}
