#include "model/coach.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "model/coach_answer.h"
#include "model/coach_find.h"

enum { TEXT_LONGEST = 400 };

void found(struct finder *f, const struct row *at, const char *fmt, ...)
{
	struct findings *out = f->out;
	char text[TEXT_LONGEST];
	va_list ap;

	if (coach_answered(f->coach->p, f->rule->name, at->id)) {
		out->answered++;
		return;
	}
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	out->at = xgrow(out->at, out->count, &out->cap, sizeof *out->at);
	out->at[out->count++] = (struct finding){
		f->rule, (enum entity)at->entity, at->id, xstrdup(text) };
	out->number[f->rule->severity]++;
}

static void each_of(struct finder *f, int64_t stage,
		    void (*visit)(struct finder *f, const struct row *r))
{
	const struct list *l = project_touchpoints(f->coach->p, f->coach->map,
						   stage);

	for (size_t i = 0; i < l->count; i++)
		visit(f, l->rows[i]);
}

void each_touchpoint(struct finder *f, bool parked,
		     void (*visit)(struct finder *f, const struct row *r))
{
	const struct list *stages = project_stages(f->coach->p, f->coach->map);

	for (size_t i = 0; i < stages->count; i++)
		each_of(f, stages->rows[i]->id, visit);
	if (parked)
		each_of(f, 0, visit);
}

void each_stage(struct finder *f,
		void (*visit)(struct finder *f, const struct row *stage,
			      const struct list *touchpoints))
{
	const struct coach *c = f->coach;
	const struct list *stages = project_stages(c->p, c->map);

	for (size_t i = 0; i < stages->count; i++)
		visit(f, stages->rows[i],
		      project_touchpoints(c->p, c->map, stages->rows[i]->id));
}

static bool is_asked(const struct coach *c, const struct rule *r,
		     struct findings *out)
{
	if (c->only)
		return r == c->only;
	if (!coach_is_off(c->p, r->name))
		return true;
	out->off++;
	return false;
}

void coach_look(const struct coach *c, struct findings *out)
{
	*out = (struct findings){ .at = NULL };
	for (const struct rule *r = rules; r->name; r++) {
		struct finder f = { c, r, out };

		if (is_asked(c, r, out))
			r->find(&f);
	}
}

void findings_release(struct findings *f)
{
	for (size_t i = 0; i < f->count; i++)
		free(f->at[i].text);
	free(f->at);
	*f = (struct findings){ .at = NULL };
}

int64_t finding_stage(const struct project *p, const struct finding *f)
{
	const struct row *r = project_row(p, f->entity, f->id);

	if (r && f->entity == IMPROVEMENT)
		r = project_row(p, TOUCHPOINT,
				row_ref(r, IMPROVEMENT_TOUCHPOINT));
	if (!r || f->entity == MAP)
		return 0;
	return f->entity == STAGE ? f->id : row_ref(r, TOUCHPOINT_STAGE);
}
