#include "model/capture.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/sigil.h"

struct reader {
	const char *line;       /* without what names a card */
	struct capture *c;
	struct strbuf fields[TOUCHPOINT_FIELDS];
	struct strbuf text;     /* what is being read ... */
	int field;              /* ... and the field it is for */
	size_t parted;          /* in `text`, behind the `>`; 0: none */
	bool sigils;            /* one has been read */
};

static void put(struct reader *r, int field, const char *text)
{
	struct strbuf *b = &r->fields[field];

	if (b->len && (field == TOUCHPOINT_CHANNEL ||
		       field == TOUCHPOINT_EMOTION)) {
		char *replaced = strbuf_detach(b);
		struct strbuf note = STRBUF_INIT;

		strbuf_addch(&note, field_of(TOUCHPOINT, field)->sigil);
		strbuf_addstr(&note, replaced);
		put(r, TOUCHPOINT_NOTES, note.s);
		strbuf_release(&note);
		free(replaced);
	}
	if (b->len)
		strbuf_addstr(b, "; ");
	strbuf_addstr(b, text);
}

static char *trimmed(const char *s, size_t len)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_add(&b, s, len);
	strbuf_trim(&b);
	return strbuf_detach(&b);
}

static void finish_title(struct reader *r)
{
	char *title = trimmed(r->text.s + r->parted, r->text.len - r->parted);

	r->c->whole = trimmed(r->text.s, r->text.len);
	if (r->parted)
		r->c->stage = trimmed(r->text.s, r->parted - 1);
	if (*title)
		put(r, TOUCHPOINT_TITLE, title);
	free(title);
}

/* The text being read ends here. */
static void finish(struct reader *r)
{
	if (r->field == TOUCHPOINT_TITLE) {
		finish_title(r);
	} else {
		strbuf_trim(&r->text);
		if (r->text.len)
			put(r, r->field, r->text.s);
	}
	strbuf_clear(&r->text);
}

/* Add the character at s, without the backslash that makes it plain. */
static size_t add_plain(struct strbuf *out, const char *s)
{
	size_t special = *s == '\\' ? sigil_special(s + 1) : 0;

	if (special) {
		strbuf_add(out, s + 1, special);
		return 1 + special;
	}
	strbuf_addch(out, sigil_blanks(s) ? ' ' : *s);
	return 1;
}

static void add_span(struct strbuf *out, const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end)
		s += add_plain(out, s);
}

static size_t read_quotes(struct reader *r, const char *s, size_t len)
{
	struct strbuf quote = STRBUF_INIT;
	size_t i, one;

	for (i = 0; i < len; i += one + sigil_blanks(s + i + one)) {
		size_t mark = sigil_quote_mark(s + i);

		one = sigil_quotation(s + i);
		strbuf_clear(&quote);
		add_span(&quote, s + i + mark, one - 2 * mark);
		strbuf_trim(&quote);
		put(r, TOUCHPOINT_QUOTE, quote.s);
	}
	strbuf_release(&quote);
	r->sigils = true;
	return i;
}

static size_t read_quotations(struct reader *r, const char *s)
{
	bool quote;
	size_t len = sigil_quotations(s, &quote);

	if (len && quote)
		return read_quotes(r, s, len);
	add_span(&r->text, s, len);
	return len;
}

/* An emotion or a tag: one word, after which the text before goes on. */
static size_t read_word(struct reader *r, const char *s, int field)
{
	size_t len = sigil_word(s);
	struct strbuf tag = STRBUF_INIT;

	if (field == TOUCHPOINT_EMOTION) {
		put(r, field, emotion_text(sigil_emotion(s)));
	} else {
		add_span(&tag, s + 1, len - 1);
		put(r, field, tag.s);
		strbuf_release(&tag);
	}
	return len + sigil_blanks(s + len);
}

/* What counts at a word's start, or 0. */
static size_t read_sigil(struct reader *r, const char *s)
{
	int field = sigil_at(s);

	if (field < 0)
		return read_quotations(r, s);
	r->sigils = true;
	if (field == TOUCHPOINT_EMOTION || field == TOUCHPOINT_TAGS)
		return read_word(r, s, field);
	finish(r);
	r->field = field;
	return 1;
}

static size_t read_text(struct reader *r, const char *s)
{
	if (r->field == TOUCHPOINT_TITLE && !r->sigils && !r->parted &&
	    sigil_parts(r->line, s))
		r->parted = r->text.len + 1;
	return add_plain(&r->text, s);
}

static void read_line(struct reader *r)
{
	const char *s = r->line;

	while (*s) {
		bool start = s == r->line || sigil_blanks(s - 1);
		size_t len = start ? read_sigil(r, s) : 0;

		s += len ? len : read_text(r, s);
	}
	finish(r);
}

static bool begins_with_sigil(const char *s)
{
	bool quote;

	return sigil_at(s) >= 0 || (sigil_quotations(s, &quote) && quote);
}

/* What stands before the first sigil of "5.3 =Lan". */
static size_t read_card(const char *s, struct capture *c)
{
	int stage, card;
	size_t len = sigil_card(s, &stage, &card);

	len += sigil_blanks(s + len);
	if (!len || !begins_with_sigil(s + len))
		return 0;
	c->card_stage = stage;
	c->card = card;
	return len;
}

void capture_parse(const char *line, struct capture *c)
{
	struct reader r = { .c = c, .text = STRBUF_INIT };

	memset(c, 0, sizeof *c);
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		r.fields[i] = (struct strbuf)STRBUF_INIT;
	line += sigil_blanks(line);
	r.line = line + read_card(line, c);
	c->adds = begins_with_sigil(r.line);
	r.field = c->adds ? TOUCHPOINT_NOTES : TOUCHPOINT_TITLE;
	read_line(&r);
	strbuf_release(&r.text);
	if (!c->whole)
		c->whole = xstrdup("");
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		if (r.fields[i].len)
			c->text[i] = strbuf_detach(&r.fields[i]);
}

bool capture_is_empty(const struct capture *c)
{
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		if (c->text[i])
			return false;
	return true;
}

void capture_release(struct capture *c)
{
	free(c->stage);
	free(c->whole);
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		free(c->text[i]);
	memset(c, 0, sizeof *c);
}
