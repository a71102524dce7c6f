#include "format/table_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "format/emotion_words.h"
#include "format/table.h"

/* A touchpoint, and what all that named it say of it. */
struct asked {
	size_t place;
	char *title;
	size_t answers, felt;   /* lines; those with an emotion */
	double sum;             /* of emotions */
	json_t *said[TOUCHPOINT_FIELDS];        /* text -> how often */
};

struct reader {
	const struct source *in;
	struct report *report;
	struct csv csv;
	struct columns columns;
	struct places places;
	enum scale scale;
	int title, stage, map;  /* columns, or -1 */
	struct asked *asked;
	size_t count, cap;
	json_t *numbers;        /* of those, by place and title */
	struct strbuf text;
	size_t silent, words, cut;      /* lines without a touchpoint;
					 * emotions in words; texts too many */
	long first_silent;
};

static void read_cell(struct reader *r, int column)
{
	strbuf_clear(&r->text);
	if (column >= 0)
		table_text(&r->csv, (size_t)column, &r->text);
}

static void one_line(struct strbuf *text)
{
	for (char *s = text->s; *s; s++)
		if (*s == '\n')
			*s = ' ';
}

static size_t find_place(struct reader *r)
{
	size_t map;

	read_cell(r, r->map);
	one_line(&r->text);
	if (!r->text.len)
		source_title(r->in, &r->text);
	table_cut(&r->text, field_of(MAP, MAP_TITLE));
	map = places_map(&r->places, r->text.s, r->text.s);
	read_cell(r, r->stage);
	one_line(&r->text);
	table_cut(&r->text, field_of(STAGE, STAGE_TITLE));
	return places_stage(&r->places, map, r->text.s, r->text.s);
}

/* The touchpoint that this line is about; its title is in r->text. */
static struct asked *find_asked(struct reader *r, size_t place)
{
	struct strbuf key = STRBUF_INIT;
	size_t n;

	strbuf_addf(&key, "%zu ", place);
	utf8_fold(r->text.s, &key, NULL);
	n = (size_t)json_integer_value(json_object_get(r->numbers, key.s));
	if (!n) {
		r->asked = xgrow(r->asked, r->count, &r->cap,
				 sizeof *r->asked);
		r->asked[r->count] = (struct asked){ .place = place };
		r->asked[r->count].title = xstrdup(r->text.s);
		n = ++r->count;
		json_object_set_new(r->numbers, key.s,
				    json_integer((json_int_t)n));
	}
	strbuf_release(&key);
	return &r->asked[n - 1];
}

static void hear(struct asked *a, int field, const char *text)
{
	json_int_t times;

	if (!a->said[field])
		a->said[field] = json_object();
	times = json_integer_value(json_object_get(a->said[field], text));
	json_object_set_new(a->said[field], text, json_integer(times + 1));
}

static void hear_emotion(struct reader *r, struct asked *a, const char *name)
{
	int value = cells_number(r->scale, r->text.s);
	struct strbuf note = STRBUF_INIT;

	if (value == EMOTION_UNKNOWN) {
		strbuf_addf(&note, "%s: %s", name, r->text.s);
		hear(a, TOUCHPOINT_NOTES, note.s);
		strbuf_release(&note);
		r->words++;
		if (r->in->guess_emotion)
			value = emotion_guess(r->text.s);
	}
	if (value != EMOTION_UNKNOWN) {
		a->sum += value;
		a->felt++;
	}
}

static void read_line(struct reader *r)
{
	size_t place = find_place(r);
	struct asked *a;

	read_cell(r, r->title);
	one_line(&r->text);
	table_cut(&r->text, field_of(TOUCHPOINT, TOUCHPOINT_TITLE));
	if (!r->text.len) {
		if (!r->silent++)
			r->first_silent = r->csv.line;
		return;
	}
	a = find_asked(r, place);
	a->answers++;
	for (size_t i = 0; i < r->columns.count; i++) {
		const struct column *c = &r->columns.at[i];

		if (c->kind != COLUMN_FIELD || c->field == TOUCHPOINT_TITLE)
			continue;
		read_cell(r, (int)i);
		if (r->text.len && c->field == TOUCHPOINT_EMOTION)
			hear_emotion(r, a, c->name);
		else if (r->text.len)
			hear(a, c->field, r->text.s);
	}
}

/* What most of them said. */
static const char *most_said(json_t *said)
{
	const char *text, *best = "";
	json_int_t most = 0;
	json_t *times;

	json_object_foreach(said, text, times)
		if (json_integer_value(times) > most) {
			most = json_integer_value(times);
			best = text;
		}
	return best;
}

/* All that was said, "too slow (3)" for what three of them said. */
static void all_said(struct reader *r, json_t *said, const struct field *f,
		     struct strbuf *out)
{
	size_t longest = f->longest ? f->longest : FIELD_LONGEST;
	const char *between = f->type == FIELD_TEXT ? "\n" :
			      f->type == FIELD_WORDS ? "; " : ", ";
	struct strbuf one = STRBUF_INIT;
	const char *text;
	json_t *times;

	json_object_foreach(said, text, times) {
		strbuf_clear(&one);
		strbuf_addf(&one, "%s%s", out->len ? between : "", text);
		if (f->type != FIELD_TEXT)
			one_line(&one);
		if (json_integer_value(times) > 1 && f->type == FIELD_TEXT)
			strbuf_addf(&one, " (%" JSON_INTEGER_FORMAT ")",
				    json_integer_value(times));
		if (out->len + one.len <= longest)
			strbuf_add(out, one.s, one.len);
		else
			r->cut++;
	}
	strbuf_release(&one);
}

static void set_said(struct reader *r, struct draft *d, int field,
		     json_t *said)
{
	const struct field *f = field_of(TOUCHPOINT, field);
	struct strbuf text = STRBUF_INIT;
	struct err unused;

	if (f->type == FIELD_TEXT || f->type == FIELD_LINE ||
	    f->type == FIELD_WORDS)
		all_said(r, said, f, &text);
	else
		strbuf_addstr(&text, cells_choice(f, most_said(said)));
	if (!draft_set(d, field, text.s, text.len, &unused))
		draft_keep(d, f->key, text.s);
	strbuf_release(&text);
}

static void set_evidence(struct draft *d, const struct asked *a)
{
	struct strbuf source = STRBUF_INIT;
	struct err unused;

	strbuf_addf(&source, ngettext("%zu answer", "%zu answers",
				      a->answers), a->answers);
	if (!d->text[TOUCHPOINT_EVIDENCE])
		draft_set(d, TOUCHPOINT_EVIDENCE, "reported",
			  strlen("reported"), &unused);
	if (!d->text[TOUCHPOINT_SOURCE])
		draft_set(d, TOUCHPOINT_SOURCE, source.s, source.len,
			  &unused);
	strbuf_release(&source);
}

static bool put(struct reader *r, const struct asked *a, struct err *err)
{
	const struct place *place = &r->places.at[a->place];
	struct draft d;
	const char *mean;
	bool ok;

	draft_init(&d, TOUCHPOINT, 0);
	draft_set(&d, TOUCHPOINT_TITLE, a->title, strlen(a->title), err);
	if (a->felt) {
		mean = emotion_text(emotion_nearest(a->sum /
						    (double)a->felt));
		draft_set(&d, TOUCHPOINT_EMOTION, mean, strlen(mean), err);
	}
	for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
		if (a->said[f])
			set_said(r, &d, f, a->said[f]);
	set_evidence(&d, a);
	ok = table_put(&r->places, &d, place->above, a->place, 0, err) ||
	     err_prefix(err, "%s: %.*s", r->in->name, UTF8_CUT(100, a->title));
	draft_release(&d);
	return ok;
}

static void tell_unused(struct reader *r)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i < r->columns.count; i++)
		if (r->columns.at[i].kind == COLUMN_UNKNOWN ||
		    r->columns.at[i].kind == COLUMN_ORDER)
			strbuf_addf(&names, "%s\"%s\"", names.len ? ", " : "",
				    r->columns.at[i].name);
	if (names.len)
		report_add(r->report, 0, _("these columns were not used; what "
					   "they mean can be told by --column: "
					   "%.*s"),
			   UTF8_CUT(500, names.s));
	strbuf_release(&names);
}

static void tell(struct reader *r)
{
	tell_unused(r);
	cells_tell_scale(r->scale, r->report);
	if (r->words)
		report_add(r->report, 0,
			   ngettext("%zu emotion is no number of the scale; "
				    "it is in the notes",
				    "%zu emotions are no numbers of the "
				    "scale; they are in the notes",
				    r->words), r->words);
	if (r->silent)
		report_add(r->report, r->first_silent,
			   ngettext("%zu answer names no touchpoint and was "
				    "left out",
				    "%zu answers name no touchpoint and were "
				    "left out", r->silent), r->silent);
	if (r->cut)
		report_add(r->report, 0,
			   ngettext("%zu text was left out: its field is "
				    "full",
				    "%zu texts were left out: their fields "
				    "are full", r->cut), r->cut);
}

static bool read_all(struct reader *r, struct err *err)
{
	bool ok = true;

	r->title = columns_find(&r->columns, COLUMN_FIELD, TOUCHPOINT_TITLE);
	r->stage = columns_find(&r->columns, COLUMN_STAGE, -1);
	r->map = columns_find(&r->columns, COLUMN_MAP, -1);
	r->scale = table_scale(r->in, columns_find(&r->columns, COLUMN_FIELD,
						   TOUCHPOINT_EMOTION));
	if (r->title < 0) {
		err_set(err, _("tell by --column NAME=title which column "
			       "names the touchpoint"));
		return err_at(err, r->in->name, 1, 0);
	}
	while (csv_next(&r->csv))
		read_line(r);
	for (size_t i = 0; ok && i < r->count; i++)
		ok = put(r, &r->asked[i], err);
	tell(r);
	return ok;
}

static void release(struct reader *r)
{
	for (size_t i = 0; i < r->count; i++) {
		free(r->asked[i].title);
		for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
			json_decref(r->asked[i].said[f]);
	}
	free(r->asked);
	json_decref(r->numbers);
	columns_release(&r->columns);
	strbuf_release(&r->text);
}

bool survey_read(const struct source *in, struct project *into,
		 struct report *report, struct err *err)
{
	struct reader r = { .in = in, .report = report,
			    .columns = COLUMNS_INIT, .text = STRBUF_INIT };
	bool ok;

	csv_open(&r.csv, in);
	r.numbers = json_object();
	places_begin(&r.places, into);
	ok = table_columns(&r.csv, in, &r.columns, err) && read_all(&r, err);
	places_end(&r.places);
	ok = csv_close(&r.csv, err) && ok;
	release(&r);
	return ok;
}
