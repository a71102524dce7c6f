#include "tui/pasted.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "model/sigil.h"
#include "tui/app.h"
#include "tui/many.h"

bool pasted_waits(const struct app *a)
{
	return strchr(a->line.field.text.s, '\n');
}

bool pasted_has_lines(const char *text)
{
	text += strspn(text, " \t\n");
	text += strcspn(text, "\n");
	return text[strspn(text, " \t\n")];
}

/* Lists come with a dash or a dot before each line. */
static const char *skip_bullet(const char *s)
{
	static const char *const bullets[] = { "- ", "* ", "\u2022 " };

	s += strspn(s, " \t");
	for (size_t i = 0; i < ARRAY_LEN(bullets); i++)
		if (!strncmp(s, bullets[i], strlen(bullets[i])))
			return s + strlen(bullets[i]);
	return s;
}

struct lines {
	struct strbuf *at;
	size_t count, cap;
};

/* The line that adds to the card called so, or NULL. */
static struct strbuf *line_of_card(struct lines *l, int stage, int card)
{
	for (size_t i = 0; i < l->count; i++) {
		int s, c;

		if (sigil_card(l->at[i].s, &s, &c) && s == stage && c == card)
			return &l->at[i];
	}
	return NULL;
}

/* A line that adds to the touchpoint before it, or to a card that another
 * line adds to, is read as the end of that one's line; *rest is what it
 * says.  NULL: it is one by itself. */
static struct strbuf *goes_on(struct lines *l, const char *line,
			      const char **rest)
{
	struct strbuf *found = NULL;
	struct capture c;

	*rest = line;
	capture_parse(line, &c);
	if (c.card) {
		found = line_of_card(l, c.card_stage, c.card);
		*rest += sigil_card(line, &c.card_stage, &c.card);
	} else if (c.adds && l->count) {
		found = &l->at[l->count - 1];
	}
	capture_release(&c);
	return found;
}

static void add_line(struct lines *l, const char *s, size_t len)
{
	struct strbuf line = STRBUF_INIT, *before;
	const char *rest;

	strbuf_add(&line, s, len);
	for (char *c = line.s; *c; c++)
		if (*c == '\t')
			*c = ' ';
	strbuf_trim(&line);
	before = goes_on(l, line.s, &rest);
	if (before && line.len) {
		strbuf_addf(before, " %s", rest);
		strbuf_release(&line);
	} else if (line.len) {
		l->at = xgrow(l->at, l->count, &l->cap, sizeof *l->at);
		l->at[l->count++] = line;
	} else {
		strbuf_release(&line);
	}
}

static void split(const char *text, struct lines *l)
{
	for (; *text; text += *text == '\n') {
		const char *line = skip_bullet(text);
		size_t len = strcspn(line, "\n");

		add_line(l, line, len);
		text = line + len;
	}
}

static void lines_release(struct lines *l)
{
	for (size_t i = 0; i < l->count; i++)
		strbuf_release(&l->at[i]);
	free(l->at);
}

/* A line with nothing but a stage: those below it go there. */
static void goes_to(struct app *a, const struct capture *c, int64_t *here)
{
	const struct row *stage = NULL;
	bool ambiguous;

	if (capture_is_empty(c) && c->stage)
		stage = capture_stage(a->p, a->view.map, c->stage,
				      &ambiguous);
	if (stage)
		*here = stage->id;
}

static void make_parts(struct app *a, const struct lines *l, struct many *m,
		       struct capture_result *done)
{
	int64_t here = a->view.stage;

	for (size_t i = 0; i < l->count; i++) {
		struct capture_intent *c = &many_part(m)->capture;

		intent_capture(c, l->at[i].s, a->view.map, done);
		goes_to(a, &c->line, &here);
		c->here = here;
		c->last = a->line.last;
	}
}

static const char *first_title(const struct many *m)
{
	const char *title = NULL;

	for (size_t i = 0; !title && i < m->count; i++)
		title = m->parts[i].capture.line.text[TOUCHPOINT_TITLE];
	return title ? title : "";
}

static void look_at(struct app *a, const struct capture_result *done)
{
	if (!project_row(a->p, TOUCHPOINT, done->touchpoint))
		return;
	a->line.last = done->touchpoint;
	if (done->what == CAPTURED_PARKED)
		return;
	if (a->view.stage != done->stage)
		view_go_stage(&a->view, a->p, done->stage);
	a->view.touchpoint = done->touchpoint;
}

static void add_all(struct app *a)
{
	struct capture_result done = { CAPTURED_NOTHING, 0, 0 };
	struct lines l = { NULL, 0, 0 };
	struct many m = MANY_INIT;
	struct strbuf subject = STRBUF_INIT;

	split(a->line.field.text.s, &l);
	make_parts(a, &l, &m, &done);
	strbuf_addf(&subject, l.count > 1 ? "%s, ..." : "%s",
		    first_title(&m));
	if (many_do(a, &m, N_("Add touchpoints"), subject.s)) {
		a->line.again = 0;
		textfield_clear(&a->line.field);
		typed_done(a);
		look_at(a, &done);
	}
	strbuf_release(&subject);
	for (size_t i = 0; i < m.count; i++)
		capture_intent_release(&m.parts[i].capture);
	many_release(&m);
	lines_release(&l);
}

void pasted_key(struct app *a, const struct key *k)
{
	if (key_is(k, "Enter") || key_is(k, "C-j"))
		add_all(a);
	else if (key_is(k, "Esc"))
		textfield_join(&a->line.field);
}

/* How many lines say more than which stage comes next. */
static size_t count_touchpoints(const struct lines *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->count; i++) {
		struct capture c;

		capture_parse(l->at[i].s, &c);
		n += !capture_is_empty(&c);
		capture_release(&c);
	}
	return n;
}

void pasted_ask(const struct app *a, struct strbuf *out)
{
	struct lines l = { NULL, 0, 0 };
	size_t n;

	split(a->line.field.text.s, &l);
	n = count_touchpoints(&l);
	strbuf_addf(out, ngettext("Add %zu touchpoint? Enter yes, Esc puts "
				  "all on one line",
				  "Add %zu touchpoints? Enter yes, Esc puts "
				  "all on one line", n), n);
	lines_release(&l);
}
