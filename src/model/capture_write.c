#include "model/capture.h"

#include <string.h>

#include "model/sigil.h"

static bool is_card(const char *text)
{
	int stage, card;
	size_t len = sigil_card(text, &stage, &card);

	return len && !text[len];
}

/* Whether the character at s would not read back as itself. */
static bool counts(int field, const char *text, const char *s)
{
	bool title = field == TOUCHPOINT_TITLE;
	bool quote = field == TOUCHPOINT_QUOTE;
	bool first = s == text;

	if (*s == '\\' && (sigil_special(s + 1) || (quote && !s[1])))
		return true;
	if (quote)
		return *s == '"';
	if (first && !title)
		return !sigil_takes(field_of(TOUCHPOINT, field)->sigil, s);
	if (title && (sigil_parts(text, s) || (*s == '.' && is_card(text))))
		return true;
	return (first || sigil_blanks(s - 1)) &&
	       (sigil_at(s) >= 0 || sigil_quote_mark(s));
}

static bool starts_next_tag(int field, const char *s)
{
	return field == TOUCHPOINT_TAGS && s[0] == ';' && s[1] == ' ';
}

static void add_escaped(struct strbuf *out, int field, const char *text)
{
	for (const char *s = text; *s; s++) {
		if (starts_next_tag(field, s)) {
			strbuf_addstr(out, " #");
			s++;
			continue;
		}
		if (counts(field, text, s))
			strbuf_addch(out, '\\');
		strbuf_addch(out, *s);
	}
}

static bool on_one_line(const char *text)
{
	return *text && !strpbrk(text, "\t\r\n") && !sigil_blanks(text) &&
	       !sigil_blanks(text + strlen(text) - 1);
}

static bool all_tags(const char *text)
{
	for (const char *s = text; (s = strchr(s, ' ')); s++)
		if (s[-1] != ';' || !sigil_takes('#', s + 1))
			return false;
	return true;
}

static bool write_value(int field, const char *text, struct strbuf *out)
{
	char sigil = field_of(TOUCHPOINT, field)->sigil;
	size_t start;

	if (!sigil || (field == TOUCHPOINT_TAGS && !all_tags(text)))
		return false;
	strbuf_addch(out, sigil);
	start = out->len;
	add_escaped(out, field, text);
	return sigil_takes(sigil, out->s + start);
}

static bool write_field(int field, const char *text, struct strbuf *out)
{
	int emotion = emotion_value(text);

	switch (field) {
	case TOUCHPOINT_TITLE:
		add_escaped(out, field, text);
		return true;
	case TOUCHPOINT_QUOTE:
		strbuf_addch(out, '"');
		add_escaped(out, field, text);
		strbuf_addch(out, '"');
		return true;
	case TOUCHPOINT_EMOTION:
		strbuf_addf(out, ":%s%s", emotion > 0 ? "+" : "", text);
		return emotion != EMOTION_UNKNOWN;
	default:
		return write_value(field, text, out);
	}
}

static bool write_piece(const struct row *touchpoint, int field, bool first,
			struct strbuf *out)
{
	const char *text = row_text(touchpoint, field);
	size_t start = out->len;

	if (!on_one_line(text))
		return false;
	if (!first)
		strbuf_addch(out, ' ');
	if (write_field(field, text, out))
		return true;
	strbuf_truncate(out, start);
	return false;
}

void capture_write(const struct row *touchpoint, struct strbuf *out,
		   bool done[TOUCHPOINT_FIELDS])
{
	const int last = TOUCHPOINT_EMOTION;
	size_t start = out->len;

	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		done[i] = i != last && write_piece(touchpoint, i,
						   out->len == start, out);
	done[last] = write_piece(touchpoint, last, out->len == start, out);
}
