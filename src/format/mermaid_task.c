#include "format/mermaid_task.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

static const char *const repairs[REPAIRS] = {
	[REPAIR_COLON] = N_("the name holds a colon; all of it was kept, "
			    "where Mermaid cuts it off"),
	[REPAIR_COMMA] = N_("a comma stands between score and actors, where "
			    "a colon belongs; both were read"),
	[REPAIR_SWAPPED] = N_("score and actors are swapped; both were read"),
	[REPAIR_FRACTION] = N_("the score is not a whole number; it was "
			       "rounded"),
	[REPAIR_RANGE] = N_("the score is off the scale of 1 to 5; the "
			    "nearest one was taken"),
	[REPAIR_OF_FIVE] = N_("the score is written as so many of 5; the "
			      "first number was taken"),
	[REPAIR_MISSING] = N_("there is no score; the emotion is unknown"),
	[REPAIR_WORD] = N_("the score is not a number; the emotion is "
			   "unknown, and the text went to the notes"),
	[REPAIR_ACTOR_COLON] = N_("the actors hold a colon; all of them were "
				  "kept, where Mermaid cuts them off"),
	[REPAIR_MARK] = N_("the line holds # or ;, which Mermaid drops or "
			   "refuses; they were kept"),
	[REPAIR_KEYWORD] = N_("the name begins with a word of Mermaid's own "
			      "and was taken as a name"),
};

enum form { FORM_PLAIN, FORM_COMMA, FORM_SWAPPED, FORM_SWAPPED_COMMA };

struct piece {                  /* what stands between two colons */
	size_t index, start, end;
	bool numeric;
	double value;
	bool of_five;
};

/* The pieces of a line that matter. */
struct scan {
	struct span line;
	size_t count;
	struct piece first, second;     /* behind the name */
	struct piece numeric;           /* the first from the second on */
	struct piece comma;             /* the first "5, Me" */
	struct piece last;
};

static bool number(struct span t, double *value)
{
	char text[64], *end;

	t = span_trim(t);
	if (!t.len || t.len >= sizeof text ||
	    (!strchr("+-.0123456789", t.s[0]) &&
	     !span_equal(t, span_of("Infinity"))))
		return false;
	memcpy(text, t.s, t.len);
	text[t.len] = '\0';
	*value = strtod(text, &end);
	return end == text + t.len && !isnan(*value);
}

/* 2,5 as half the world writes it */
static bool decimal_comma(struct span t, double *value)
{
	size_t comma = mermaid_find(t, ",");
	double half;

	if (comma + 2 != t.len || !comma || t.s[comma + 1] < '0' ||
	    t.s[comma + 1] > '9' || !number(span_to(t, comma), value))
		return false;
	half = (t.s[comma + 1] - '0') / 10.0;
	*value += *value < 0 ? -half : half;
	return true;
}

static void read_number(struct span t, struct piece *p)
{
	t = span_trim(t);
	p->numeric = number(t, &p->value) || decimal_comma(t, &p->value);
	if (p->numeric || t.len < 3 || memcmp(t.s + t.len - 2, "/5", 2))
		return;
	p->of_five = p->numeric = number(span_to(t, t.len - 2), &p->value);
}

static bool on_scale(const struct piece *p)
{
	return p->numeric && p->value >= 1 && p->value <= 5 &&
	       (int)p->value == p->value;
}

static struct span text_of(const struct scan *s, const struct piece *p)
{
	return span_from(span_to(s->line, p->end), p->start);
}

static bool has_comma(const struct scan *s, const struct piece *p)
{
	struct span t = text_of(s, p);
	size_t comma = mermaid_find(t, ",");
	double value;

	return comma < t.len && number(span_to(t, comma), &value);
}

static void scan_piece(struct scan *s, struct piece *p)
{
	read_number(text_of(s, p), p);
	if (p->index == 1)
		s->first = *p;
	if (p->index == 2)
		s->second = *p;
	if (p->index >= 2 && p->numeric && !s->numeric.index)
		s->numeric = *p;
	if (!s->comma.index && !p->numeric && has_comma(s, p))
		s->comma = *p;
	s->last = *p;
}

static void scan_line(struct span line, struct scan *s)
{
	size_t start = 0;

	*s = (struct scan){ .line = line };
	for (size_t index = 0; start <= line.len; index++) {
		size_t len = mermaid_find(span_from(line, start), ":");
		struct piece p = { .index = index, .start = start,
				   .end = start + len };

		if (index)
			scan_piece(s, &p);
		s->count++;
		start = p.end + 1;
	}
}

/* "Code (ex: 5832)": the colon is part of a name that goes on. */
static bool is_open(struct span name)
{
	long depth = 0;

	for (size_t i = 0; i < name.len; i++)
		depth += (name.s[i] == '(') - (name.s[i] == ')');
	return depth > 0;
}

static bool is_swapped(const struct scan *s, const struct piece *p)
{
	struct span actors = text_of(s, &s->first);

	return p->index == 2 && s->count == 3 && span_blank(actors) &&
	       !is_open(span_to(s->line, s->first.start));
}

static size_t last_comma(struct span t)
{
	size_t at = t.len;

	for (size_t i = mermaid_find(t, ","); i < t.len;
	     i += 1 + mermaid_find(span_from(t, i + 1), ","))
		at = i;
	return at;
}

/* "Kwame, 5" behind the last colon */
static bool swapped_comma(const struct scan *s, struct piece *score)
{
	struct span t = text_of(s, &s->last);
	size_t comma = last_comma(t);
	struct piece p = s->last;

	if (comma < t.len)
		read_number(span_from(t, comma + 1), &p);
	if (p.numeric)
		*score = p;
	return p.numeric;
}

/* Which piece is the score?  The first behind the name, as for Mermaid,
 * unless a later one makes more sense of the line. */
static struct piece choose(const struct scan *s, enum form *form)
{
	struct piece score;

	*form = FORM_PLAIN;
	if (s->first.numeric && on_scale(&s->second) &&
	    (s->count > 3 || !on_scale(&s->first)))
		return s->second;
	if (s->first.numeric || !span_trim(text_of(s, &s->first)).len)
		return s->first;
	if (s->numeric.index) {
		if (is_swapped(s, &s->numeric))
			*form = FORM_SWAPPED;
		return s->numeric;
	}
	if (s->comma.index) {
		*form = FORM_COMMA;
		return s->comma;
	}
	score = s->first;
	if (swapped_comma(s, &score))
		*form = FORM_SWAPPED_COMMA;
	return score;
}

static void add_repair(struct mermaid_task *t, enum mermaid_repair repair)
{
	t->repairs |= 1u << repair;
}

static void set_score(struct mermaid_task *t, const struct piece *p)
{
	double value = p->value;

	if (p->of_five)
		add_repair(t, REPAIR_OF_FIVE);
	if (value < 1 || value > 5) {
		add_repair(t, REPAIR_RANGE);
		value = value < 1 ? 1 : 5;
	} else if ((int)value != value) {
		add_repair(t, REPAIR_FRACTION);
	}
	t->score = (int)(value + 0.5);
}

static void no_score(struct mermaid_task *t, struct span word)
{
	free(t->word);
	t->word = mermaid_decoded(word, true);
	add_repair(t, *t->word ? REPAIR_WORD : REPAIR_MISSING);
}

static void set_actors(struct mermaid_task *t, struct span text)
{
	struct strbuf all = STRBUF_INIT;

	if (mermaid_find(text, ":") < text.len)
		add_repair(t, REPAIR_ACTOR_COLON);
	while (text.len) {
		size_t end = mermaid_find(text, ",;");
		char *actor = mermaid_decoded(span_to(text, end), false);

		if (*actor)
			strbuf_addf(&all, "%s%s", all.len ? "; " : "", actor);
		free(actor);
		text = span_from(text, end < text.len ? end + 1 : end);
	}
	free(t->actors);
	t->actors = strbuf_detach(&all);
}

static struct span behind(const struct scan *s, size_t end)
{
	return span_from(s->line, end < s->line.len ? end + 1 : end);
}

/* Take the line apart; returns where the name ends. */
static size_t take_apart(const struct scan *s, struct mermaid_task *t)
{
	enum form form;
	struct piece score = choose(s, &form);
	struct span text = text_of(s, &score);

	if (form == FORM_COMMA) {
		add_repair(t, REPAIR_COMMA);
		score.end = score.start + mermaid_find(text, ",");
		read_number(text_of(s, &score), &score);
	}
	if (score.numeric)
		set_score(t, &score);
	else
		no_score(t, text);
	if (form == FORM_PLAIN || form == FORM_COMMA) {
		set_actors(t, behind(s, score.end));
		return score.start;
	}
	add_repair(t, REPAIR_SWAPPED);
	if (form == FORM_SWAPPED)
		score = s->first;
	text = text_of(s, &score);
	if (form == FORM_SWAPPED_COMMA)
		text = span_to(text, last_comma(text));
	set_actors(t, text);
	return score.start;
}

bool mermaid_task_read(struct span line, struct mermaid_task *t)
{
	struct scan s;
	struct span name;

	scan_line(line, &s);
	if (s.count < 2)
		return false;
	*t = (struct mermaid_task){ .word = xstrdup(""),
				    .actors = xstrdup("") };
	/* the name's end is a byte behind its colon */
	name = span_to(line, take_apart(&s, t) - 1);
	t->name = mermaid_decoded(name, false);
	if (!*t->name) {
		mermaid_task_release(t);
		return false;
	}
	if (mermaid_find(name, ":") < name.len)
		add_repair(t, REPAIR_COLON);
	if (mermaid_find(line, "#;") < line.len)
		add_repair(t, REPAIR_MARK);
	return true;
}

void mermaid_task_report(const struct mermaid_task *t, long line,
			 struct report *report)
{
	for (int i = 0; i < REPAIRS; i++)
		if (t->repairs & 1u << i)
			report_add(report, line, "%s", _(repairs[i]));
}

void mermaid_task_release(struct mermaid_task *t)
{
	free(t->name);
	free(t->actors);
	free(t->word);
}
