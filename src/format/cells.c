#include "format/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "format/emotion_words.h"

/* A number, and nothing else. */
static bool number(const char *text, double *value)
{
	char *end;

	if (!*text || text[strspn(text, "+-.0123456789")])
		return false;
	*value = strtod(text, &end);
	return !*end;
}

void scaling_see(struct scaling *s, const char *text)
{
	double value;

	if (!number(text, &value))
		return;
	if (!s->count || value < s->least)
		s->least = value;
	if (!s->count || value > s->most)
		s->most = value;
	s->sign = s->sign || *text == '+';
	s->count++;
}

enum scale scaling_end(const struct scaling *s)
{
	if (!s->count || s->least < 1 || s->sign)
		return SCALE_OURS;
	return s->most > 2 ? SCALE_FIVE : SCALE_UNCLEAR;
}

int cells_number(enum scale scale, const char *text)
{
	double value;

	if (!number(text, &value) || scale == SCALE_UNCLEAR)
		return EMOTION_UNKNOWN;
	if (scale == SCALE_FIVE)
		value -= 3;
	for (int i = -2; i <= 2; i++)
		if (value == i)
			return i;
	return EMOTION_UNKNOWN;
}

/* Numbers become values; words stay words, in the notes. */
static int read_emotion(struct cells *c, const char *text, long line)
{
	int value = cells_number(c->scale, text);
	double any;

	if (number(text, &any)) {
		if (value == EMOTION_UNKNOWN && !c->numbers++)
			c->first_numbers = line;
		return value;
	}
	if (c->in->guess_emotion)
		value = emotion_guess(text);
	if (!c->words++)
		c->first_words = line;
	c->guessed += value != EMOTION_UNKNOWN;
	return value;
}

static void put_emotion(struct cells *c, struct draft *d, const char *name,
			const char *text, long line)
{
	int value = read_emotion(c, text, line);
	const char *said = emotion_text(value);
	struct err unused;

	if (value == EMOTION_UNKNOWN ||
	    cells_number(c->scale, text) == EMOTION_UNKNOWN)
		draft_keep(d, name, text);
	if (value != EMOTION_UNKNOWN)
		draft_set(d, TOUCHPOINT_EMOTION, said, strlen(said), &unused);
}

const char *cells_choice(const struct field *f, const char *text)
{
	for (const struct choice *c = f->choices; c && c->key; c++)
		if (utf8_same(c->key, text) || utf8_same(c->label, text) ||
		    utf8_same(_(c->label), text))
			return c->key;
	return text;
}

/* Lines and commas part the words of a list; a line has no line ends. */
static char *as_one_line(const struct field *f, const char *text)
{
	bool words = f->type == FIELD_WORDS;
	bool commas = words && !strchr(text, ';');
	struct strbuf out = STRBUF_INIT;

	for (; *text; text++) {
		if (*text != '\n' && !(commas && *text == ','))
			strbuf_addch(&out, *text);
		else if (words)
			strbuf_addstr(&out, "; ");
		else
			strbuf_addstr(&out, ", ");
		if (commas && *text == ',')
			text += strspn(text + 1, " ");
	}
	return strbuf_detach(&out);
}

static bool put_field(struct draft *d, int field, const char *text)
{
	const struct field *f = field_of(TOUCHPOINT, field);
	struct err unused;
	char *line;
	bool ok;

	if (d->text[field])
		return false;
	if (f->type == FIELD_CHOICE)
		text = cells_choice(f, text);
	if (f->type != FIELD_LINE && f->type != FIELD_WORDS)
		return draft_set(d, field, text, strlen(text), &unused);
	line = as_one_line(f, text);
	ok = draft_set(d, field, line, strlen(line), &unused);
	free(line);
	return ok;
}

static bool put_others(struct draft *d, const struct column *column,
		       const char *text)
{
	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		if (column->fields & UINT32_C(1) << f && f != column->field &&
		    f != TOUCHPOINT_TITLE && put_field(d, f, text))
			return true;
	return false;
}

static void keep(struct cells *c, struct draft *d, const char *name,
		 const char *text, long line)
{
	if (!c->kept++)
		c->first_kept = line;
	draft_keep(d, name, text);
}

/* Our own tables hold what the field holds; a person may have edited it. */
static void put_ours(struct cells *c, struct draft *d,
		     const struct column *column, const char *text, long line)
{
	struct err unused;
	int64_t id = *text == 't' ? id_parse(text + 1) : 0;

	if (column->kind == COLUMN_ID && id)
		d->id = id;
	else if (column->field == TOUCHPOINT_DERIVED && id)
		draft_refer(d, TOUCHPOINT_DERIVED, id);
	else if (column->field == TOUCHPOINT_DERIVED ||
		 column->kind != COLUMN_FIELD ||
		 !draft_set(d, column->field, text, strlen(text), &unused))
		keep(c, d, column->name, text, line);
}

void cells_put(struct cells *c, struct draft *d, const struct column *column,
	       bool ours, const char *text, long line)
{
	if (ours && column->field != TOUCHPOINT_EMOTION &&
	    column->kind != COLUMN_UNKNOWN)
		put_ours(c, d, column, text, line);
	else if (column->kind != COLUMN_FIELD)
		draft_keep(d, column->name, text);
	else if (column->field == TOUCHPOINT_EMOTION)
		put_emotion(c, d, column->name, text, line);
	else if (!put_field(d, column->field, text) &&
		 !put_others(d, column, text))
		keep(c, d, column->name, text, line);
}

/* The first line of a text, or as much of it as makes a title. */
static size_t title_length(const char *text)
{
	enum { LONGEST = 200 };
	size_t len = 0, end = strcspn(text, "\n");

	while (len < end && len < LONGEST)
		len += utf8_cluster(text + len);
	return len;
}

bool cells_row(struct cells *c, struct draft *d, long line)
{
	struct err unused;
	int field = TOUCHPOINT_TITLE;

	while (field < TOUCHPOINT_FIELDS && !(d->text[field] &&
					      *d->text[field]))
		field++;
	if (field == TOUCHPOINT_FIELDS)
		return false;
	if (field != TOUCHPOINT_TITLE) {
		draft_set(d, TOUCHPOINT_TITLE, d->text[field],
			  title_length(d->text[field]), &unused);
		if (!c->untitled++)
			c->first_untitled = line;
	}
	c->stripped += d->mended.bad + d->mended.stripped;
	return true;
}

static void tell_emotions(const struct cells *c)
{
	size_t words = c->words - c->guessed;

	if (c->guessed)
		report_add(c->report, c->first_words,
			   ngettext("%zu emotion in words became a value; the "
				    "words are in the notes",
				    "%zu emotions in words became values; "
				    "the words are in the notes", c->guessed),
			   c->guessed);
	if (words && c->in->guess_emotion)
		report_add(c->report, c->first_words,
			   ngettext("%zu emotion is in words that are not "
				    "known; it is kept in the notes",
				    "%zu emotions are in words that are not "
				    "known; they are kept in the notes",
				    words), words);
	else if (words)
		report_add(c->report, c->first_words,
			   ngettext("%zu emotion is in words and kept in the "
				    "notes; --guess-emotion makes a value of "
				    "it",
				    "%zu emotions are in words and kept in "
				    "the notes; --guess-emotion makes values "
				    "of them", words), words);
}

void cells_tell_scale(enum scale scale, struct report *report)
{
	if (scale == SCALE_FIVE)
		report_add(report, 0, _("emotions count from 1 to 5 here; 3 "
					"became 0, neutral"));
	if (scale == SCALE_UNCLEAR)
		report_add(report, 0,
			   _("all emotions are 1 or 2; whether of -2 to 2 or "
			     "of 1 to 5 is not clear, so they are kept in "
			     "the notes"));
}

static void tell_numbers(const struct cells *c)
{
	cells_tell_scale(c->scale, c->report);
	if (c->numbers && c->scale != SCALE_UNCLEAR)
		report_add(c->report, c->first_numbers,
			   ngettext("%zu emotion is off the scale from -2 to "
				    "2 or from 1 to 5; it is kept in the "
				    "notes",
				    "%zu emotions are off the scale from -2 "
				    "to 2 or from 1 to 5; they are kept in "
				    "the notes", c->numbers), c->numbers);
}

void cells_end(struct cells *c)
{
	tell_emotions(c);
	tell_numbers(c);
	if (c->untitled)
		report_add(c->report, c->first_untitled,
			   ngettext("%zu line has no touchpoint; its first "
				    "text became the title",
				    "%zu lines have no touchpoint; their "
				    "first text became the title",
				    c->untitled), c->untitled);
	if (c->kept)
		report_add(c->report, c->first_kept,
			   ngettext("%zu text is nothing that its field can "
				    "hold; it is kept in the notes",
				    "%zu texts are nothing that their fields "
				    "can hold; they are kept in the notes",
				    c->kept), c->kept);
	if (c->stripped)
		report_add(c->report, 0, _("characters that no text may hold "
					   "were taken out"));
}
