#include "fuzz.h"

#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../state.h"
#include "base/alloc.h"
#include "base/utf8.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	setlocale(LC_CTYPE, "C.UTF-8");
	if (*argc != 2 || strcmp((*argv)[1], "readers") != 0)
		return 0;
	for (const struct format *f = formats; f->name; f++)
		if (f->read)
			puts(f->name);
	exit(EXIT_SUCCESS);
}

void fuzz_fail(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	putc('\n', stderr);
	abort();
}

static void check_text(const struct row *r, int field, const char *text,
		       bool clean)
{
	enum entity e = (enum entity)r->entity;
	struct strbuf cleaned = STRBUF_INIT;
	struct err err = { "" };

	if (!field_check(e, field, text, &err))
		fuzz_fail("%s %lld: %s", entities[e].key, (long long)r->id,
			  err.msg);
	utf8_clean(text, strlen(text), &cleaned, NULL);
	if (clean && strcmp(cleaned.s, text) != 0)
		fuzz_fail("%s.%s is not clean: %s", entities[e].key,
			  field_of(e, field)->key, text);
	strbuf_release(&cleaned);
}

void fuzz_row(const struct row *r, bool clean)
{
	for (int i = 0; i < entities[r->entity].count; i++)
		check_text(r, i, row_text(r, i), clean);
}

static void check_row(const struct row *r, void *clean)
{
	fuzz_row(r, *(bool *)clean);
}

void fuzz_sound(const struct project *p, bool clean)
{
	assert_sound(p);
	for (int e = 0; e < ENTITIES; e++)
		project_each(p, (enum entity)e, check_row, &clean);
}

char *fuzz_print(const struct format *f, const struct project *p,
		 const struct write_options *o, size_t *len)
{
	struct err err = { "" };
	char *text = NULL;
	FILE *out = open_memstream(&text, len);

	if (!out || !f->write(p, o, out, &err))
		fuzz_fail("%s is not written: %s", f->name, err.msg);
	fclose(out);
	return text;
}

static void check_report(const struct report *report)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->remarks[i].line < 0 || !*report->remarks[i].text)
			fuzz_fail("a remark without a place or a word");
}

/* In memory of its length, so that reading on behind it is noticed. */
struct project *fuzz_read(const struct format *f, const char *text,
			  size_t len)
{
	char *copy = xstrndup(text, len);
	struct source in = { "in", copy, strlen(copy) };
	struct project *p = project_new();
	struct report report = REPORT_INIT;
	struct err err = { "" };
	bool ok = f->read(&in, p, &report, &err);

	if (!ok && strncmp(err.msg, "in:", 3) != 0)
		fuzz_fail("%s refuses without a place: \"%s\"", f->name,
			  err.msg);
	if (!ok) {
		project_free(p);
		p = NULL;
	}
	check_report(&report);
	report_release(&report);
	free(copy);
	return p;
}
