#include "format/mermaid.h"

#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "format/mermaid_row.h"
#include "format/mermaid_text.h"
#include "model/coach_answer.h"

struct writer {
	const struct project *p;
	const struct row *map;
	bool whole;             /* the project has no other map */
	struct strbuf text;
};

static const char *const indents[] = { "", "    ", "      " };

static void comment(struct writer *w, int depth, const struct row *r)
{
	strbuf_addf(&w->text, "%s%%%% cjm ", indents[depth]);
	mermaid_row_write(r, &w->text);
	strbuf_addch(&w->text, '\n');
}

/* A comment for people, which the reader passes over. */
static void note(struct writer *w, int depth, const char *text)
{
	strbuf_addf(&w->text, "%s%%%% cjm: %s\n", indents[depth], text);
}

static void name(struct writer *w, const char *text, enum mermaid_place place)
{
	struct span t = span_trim(span_of(text));

	mermaid_encode(t.len ? t : span_of(MERMAID_NO_NAME), place, &w->text);
}

static void comments(struct writer *w, int depth, enum entity e,
		     int64_t parent)
{
	const struct list *l = project_list(w->p, e, parent);

	for (size_t i = 0; i < l->count; i++)
		comment(w, depth, l->rows[i]);
}

/* One line, or a block where there are several. */
static void goal(struct writer *w, const char *text)
{
	struct span rest = span_trim(span_of(text));
	bool block = memchr(rest.s, '\n', rest.len);

	if (!rest.len)
		return;
	strbuf_addf(&w->text, "%saccDescr%s", indents[1],
		    block ? " {\n" : ": ");
	while (rest.len) {
		const char *end = memchr(rest.s, '\n', rest.len);
		size_t len = end ? (size_t)(end - rest.s) : rest.len;

		if (block)
			strbuf_addstr(&w->text, indents[2]);
		mermaid_encode(span_to(rest, len), MERMAID_TITLE, &w->text);
		strbuf_addch(&w->text, '\n');
		rest = span_from(rest, end ? len + 1 : len);
	}
	if (block)
		strbuf_addf(&w->text, "%s}\n", indents[1]);
}

static void personas(struct writer *w)
{
	const struct list *l = project_list(w->p, PERSONA, 0);
	int64_t ours = row_ref(w->map, MAP_PERSONA);

	for (size_t i = 0; i < l->count; i++)
		if (w->whole || l->rows[i]->id == ours)
			comment(w, 1, l->rows[i]);
}

static void head(struct writer *w)
{
	const struct row *self = project_self(w->p);

	strbuf_addf(&w->text, "journey\n%stitle ", indents[1]);
	name(w, row_text(w->map, MAP_TITLE), MERMAID_TITLE);
	strbuf_addch(&w->text, '\n');
	goal(w, row_text(w->map, MAP_GOAL));
	strbuf_addf(&w->text, "%s%%%% cjm {\"cjm\":%d}\n", indents[1],
		    MERMAID_VERSION);
	if (self)
		comment(w, 1, self);
	personas(w);
	comment(w, 1, w->map);
}

static void add_actor(const char *s, size_t len, struct strbuf *out)
{
	mermaid_encode((struct span){ s, len }, MERMAID_ACTOR, out);
}

static void touchpoint(struct writer *w, int depth, const struct row *r)
{
	int emotion = row_emotion(r);
	bool known = emotion != EMOTION_UNKNOWN;
	size_t len;

	strbuf_addstr(&w->text, indents[depth]);
	name(w, row_text(r, TOUCHPOINT_TITLE), MERMAID_TASK_NAME);
	strbuf_addf(&w->text, ": %d", MERMAID_MIDDLE + (known ? emotion : 0));
	len = w->text.len;
	mermaid_actors(row_text(r, TOUCHPOINT_ACTORS), ", ", add_actor,
		       &w->text);
	if (w->text.len > len)
		strbuf_splice(&w->text, len, 0, ": ", 2);
	strbuf_addch(&w->text, '\n');
	if (!known)
		note(w, depth, _("the emotion is unknown; the 3 only stands "
				 "for it"));
	comment(w, depth, r);
	comments(w, depth, MEASURE, r->id);
	comments(w, depth, VOTE, r->id);
}

static void touchpoints(struct writer *w, int depth, int64_t stage)
{
	const struct list *l = project_touchpoints(w->p, w->map->id, stage);

	for (size_t i = 0; i < l->count; i++)
		touchpoint(w, depth, l->rows[i]);
}

static void stages(struct writer *w)
{
	const struct list *l = project_stages(w->p, w->map->id);

	for (size_t i = 0; i < l->count; i++) {
		const struct row *r = l->rows[i];

		strbuf_addf(&w->text, "%ssection ", indents[1]);
		name(w, row_text(r, STAGE_TITLE), MERMAID_SECTION_NAME);
		strbuf_addch(&w->text, '\n');
		if (!project_touchpoints(w->p, w->map->id, r->id)->count)
			note(w, 1, _("no touchpoint is here, so Mermaid does "
				     "not draw this stage"));
		comment(w, 1, r);
		touchpoints(w, 2, r->id);
	}
}

/* Whether an answer is about this map, or there is no other. */
static bool is_here(const struct writer *w, const struct row *answer)
{
	return w->whole ||
	       place_map(w->p, row_ref(answer, ANSWER_PLACE)) == w->map->id;
}

static void foot(struct writer *w)
{
	const struct list *lanes = project_list(w->p, LANE, w->map->id);
	const struct list *answers = project_list(w->p, ANSWER, 0);

	for (size_t i = 0; i < lanes->count; i++) {
		comment(w, 1, lanes->rows[i]);
		comments(w, 1, CELL, lanes->rows[i]->id);
	}
	comments(w, 1, IMPROVEMENT, w->map->id);
	for (size_t i = 0; i < answers->count; i++)
		if (is_here(w, answers->rows[i]))
			comment(w, 1, answers->rows[i]);
}

bool mermaid_write(const struct project *p, const struct write_options *o,
		   FILE *out, struct err *err)
{
	const struct list *maps = project_maps(p);
	struct writer w = { .p = p, .text = STRBUF_INIT };
	bool ok;

	w.map = o->map ? project_row(p, MAP, o->map) : list_at(maps, 0);
	w.whole = maps->count == 1;
	if (!w.map)
		return err_set(err, _("there is no map to write"));
	head(&w);
	touchpoints(&w, 1, 0);
	stages(&w);
	foot(&w);
	ok = fwrite(w.text.s, 1, w.text.len, out) == w.text.len;
	if (!ok)
		err_set(err, _("cannot write: %s"), strerror(errno));
	strbuf_release(&w.text);
	return ok;
}
