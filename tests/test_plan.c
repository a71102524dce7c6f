#include "layout/plan.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/id.h"
#include "base/strbuf.h"
#include "dice.h"

enum { WINDOWS = 800, ROWS_MOST = 60, COLS_MOST = 220 };

static void put(struct project *p, enum entity e, int64_t id,
		const struct values *v)
{
	assert_true(project_put(p, row_new(e, id, v)));
}

static const char *rank_text(unsigned n, char rank[16])
{
	snprintf(rank, 16, "c%03u", n);
	return rank;
}

/* A few words, and now and then a hundred. */
static const char *some_text(struct strbuf *text)
{
	unsigned words = dice(8) ? 1 + dice(3) : dice(100);

	strbuf_clear(text);
	while (words-- > 0)
		strbuf_addf(text, "%s%s", text->len ? " " : "", dice_text());
	return text->s;
}

static void put_touchpoints(struct project *p, unsigned stages, unsigned count)
{
	struct strbuf title = STRBUF_INIT, context = STRBUF_INIT;

	for (unsigned i = 0; i < count; i++) {
		struct values v = { .text[TOUCHPOINT_MAP] = "1" };
		char rank[16], stage[ID_TEXT];

		v.text[TOUCHPOINT_STAGE] = id_text(stages && dice(6) ?
						   2 + dice(stages) : 0,
						   stage);
		v.text[TOUCHPOINT_RANK] = rank_text(i, rank);
		v.text[TOUCHPOINT_TITLE] = some_text(&title);
		v.text[TOUCHPOINT_EMOTION] = emotion_text((int)dice(6) - 2);
		if (dice(2))
			v.text[TOUCHPOINT_CHANNEL] = dice_text();
		if (dice(2))
			v.text[TOUCHPOINT_CONTEXT] = some_text(&context);
		if (dice(2))
			v.text[TOUCHPOINT_NEED] = dice_text();
		put(p, TOUCHPOINT, 1000 + i, &v);
	}
	strbuf_release(&title);
	strbuf_release(&context);
}

static struct project *some_project(void)
{
	struct project *p = project_new();
	unsigned stages = dice(3) ? dice(9) : dice(61);
	struct strbuf title = STRBUF_INIT;
	struct values map = { .text[MAP_TITLE] = some_text(&title),
			      .text[MAP_RANK] = "a0" };

	put(p, MAP, 1, &map);
	for (unsigned i = 0; i < stages; i++) {
		struct values v = { .text[STAGE_MAP] = "1",
				    .text[STAGE_KIND] = "purchase" };
		char rank[16];

		v.text[STAGE_TITLE] = some_text(&title);
		v.text[STAGE_RANK] = rank_text(i, rank);
		put(p, STAGE, 2 + i, &v);
	}
	put_touchpoints(p, stages, dice(3) ? dice(40) : dice(501));
	strbuf_release(&title);
	return p;
}

/* Somewhere in the map, perhaps scrolled. */
static struct view some_view(const struct project *p)
{
	const struct list *stages = project_stages(p, 1);
	struct view v = { .no_detail = dice(4) == 0 };
	const struct row *stage;

	view_map(&v, p, 1);
	stage = list_at(stages, dice((unsigned)stages->count + 1));
	view_go_stage(&v, p, stage ? stage->id : 0);
	view_go_index(&v, p, dice(60));
	v.top = dice(2) ? dice(60) : 0;
	return v;
}

/* Which cells are taken. */
struct ground {
	int rows, cols;
	bool taken[ROWS_MOST][COLS_MOST];
};

static void take(struct ground *g, struct rect r)
{
	if (rect_empty(r))
		return;
	assert_true(r.row >= 0 && r.row + r.rows <= g->rows);
	assert_true(r.col >= 0 && r.col + r.cols <= g->cols);
	for (int row = r.row; row < r.row + r.rows; row++)
		for (int col = r.col; col < r.col + r.cols; col++) {
			assert_false(g->taken[row][col]);
			g->taken[row][col] = true;
		}
}

static void assert_disjoint(const struct plan *plan, int rows, int cols)
{
	struct ground g = { .rows = rows, .cols = cols };

	take(&g, plan->header);
	take(&g, plan->curve);
	take(&g, plan->detail);
	take(&g, plan->divider);
	take(&g, plan->input);
	take(&g, plan->hints);
	take(&g, plan->status);
	for (size_t i = 0; i < plan->strip.count; i++)
		take(&g, plan->strip.cells[i].rect);
	for (size_t i = 0; i < plan->column_count; i++)
		take(&g, plan->columns[i].title);
	for (size_t i = 0; i < plan->card_count; i++)
		take(&g, plan->cards[i].rect);
}

static bool inside(struct rect inner, struct rect outer)
{
	return inner.row >= outer.row && inner.col >= outer.col &&
	       inner.row + inner.rows <= outer.row + outer.rows &&
	       inner.col + inner.cols <= outer.col + outer.cols;
}

static const struct column *column_of(const struct plan *plan,
				      const struct card *c)
{
	for (size_t i = 0; i < plan->column_count; i++)
		if (plan->columns[i].number == c->stage)
			return &plan->columns[i];
	fail_msg("a card without a column");
	return NULL;
}

/* Cards stand in their column, as high as their text; only the first of a
 * column may be cut.  With those not shown they are all there are. */
static void assert_cards(const struct plan *plan, const struct project *p)
{
	size_t shown = 0, hidden = 0, all = 0;

	for (size_t i = 0; i < plan->card_count; i++) {
		const struct card *c = &plan->cards[i];
		const struct column *column = column_of(plan, c);
		int rows = card_rows(project_row(p, TOUCHPOINT, c->touchpoint),
				     c->rect.cols, plan->boxed) -
			   !plan->boxed;

		assert_true(inside(c->rect, column->area));
		assert_true(inside(column->area, plan->body));
		assert_int_equal(c->rect.cols, column->area.cols);
		if (c->rect.rows != rows) {
			assert_int_equal(c->position, column->above + 1);
			assert_int_equal(c->rect.rows, column->area.rows);
		}
		shown++;
	}
	for (size_t i = 0; i < plan->column_count; i++) {
		const struct column *c = &plan->columns[i];

		hidden += c->above + c->below;
		all += project_touchpoints(p, 1, c->stage)->count;
	}
	assert_int_equal(shown + hidden, all);
}

static void assert_selected(const struct plan *plan, const struct view *v)
{
	const struct card *c = plan_selected(plan, v);

	if (!v->touchpoint)
		return;
	assert_non_null(c);
	assert_false(rect_empty(c->rect));
	assert_true(column_of(plan, c)->stage == v->stage);
}

/* Nothing of a card is drawn outside its rectangle. */
static void assert_card_stays_inside(const struct card *c,
				     const struct project *p, bool boxed,
				     int rows, int cols)
{
	struct grid g, blank;

	grid_init(&g, rows, cols, false);
	grid_init(&blank, rows, cols, false);
	card_paint(&g, c, project_row(p, TOUCHPOINT, c->touchpoint), boxed,
		   true, NULL);
	for (int row = 0; row < rows; row++)
		for (int col = 0; col < cols; col++)
			if (!rect_contains(c->rect, row, col))
				assert_true(cell_equal(
					grid_at(&g, row, col),
					grid_at(&blank, row, col)));
	grid_release(&g);
	grid_release(&blank);
}

/* Paint twice; both grids are the same. */
static void assert_painted(const struct plan *plan, const struct project *p,
			   const struct view *v, int rows, int cols)
{
	struct view later = *v;
	struct plan again;
	struct grid g, same;

	grid_init(&g, rows, cols, dice(2));
	grid_init(&same, rows, cols, g.ascii);
	plan_paint(plan, p, v, &g);
	plan_make(&again, p, v, rows, cols);
	plan_paint(&again, p, v, &same);
	assert_int_equal(again.top, plan->top);
	for (int row = 0; row < rows; row++)
		for (int col = 0; col < cols; col++)
			assert_true(cell_equal(grid_at(&g, row, col),
					       grid_at(&same, row, col)));
	plan_release(&again);
	later.top = plan->top;
	plan_make(&again, p, &later, rows, cols);
	assert_int_equal(again.top, plan->top);
	plan_release(&again);
	grid_release(&g);
	grid_release(&same);
}

static void try_window(const struct project *p, int rows, int cols)
{
	struct view v = some_view(p);
	struct plan plan;

	plan_make(&plan, p, &v, rows, cols);
	assert_int_equal(plan.too_small,
			 rows < PLAN_LEAST_ROWS || cols < PLAN_LEAST_COLS);
	if (!plan.too_small) {
		assert_disjoint(&plan, rows, cols);
		assert_cards(&plan, p);
		assert_selected(&plan, &v);
	}
	for (size_t i = 0; i < plan.card_count && dice(4) == 0; i++)
		assert_card_stays_inside(&plan.cards[i], p, plan.boxed, rows,
					 cols);
	assert_painted(&plan, p, &v, rows, cols);
	plan_release(&plan);
}

static void windows_of_any_size_hold_their_plan(void **state)
{
	struct project *p = NULL;

	(void)state;
	dice_start(61);
	for (int i = 0; i < WINDOWS; i++) {
		int rows = 1 + (int)dice(ROWS_MOST);
		int cols = 1 + (int)dice(COLS_MOST);

		if (i % 8 == 0) {
			project_free(p);
			p = some_project();
		}
		if (dice(4) == 0)
			cols = PLAN_LEAST_COLS + (int)dice(50);
		try_window(p, rows, cols);
	}
	try_window(p, 1, 1);
	try_window(p, PLAN_LEAST_ROWS, PLAN_LEAST_COLS);
	try_window(p, 24, 80);
	try_window(p, ROWS_MOST, COLS_MOST);
	project_free(p);
}

static void an_empty_project_can_be_shown(void **state)
{
	struct project *p = project_new();
	struct view v = { .map = 0 };

	(void)state;
	view_map(&v, p, 0);
	for (int rows = 1; rows <= 40; rows += 3)
		for (int cols = 1; cols <= 130; cols += 13) {
			struct plan plan;
			struct grid g;

			plan_make(&plan, p, &v, rows, cols);
			assert_int_equal(plan.card_count, 0);
			grid_init(&g, rows, cols, false);
			plan_paint(&plan, p, &v, &g);
			grid_release(&g);
			plan_release(&plan);
		}
	project_free(p);
}

/* A view that was not settled after others changed the map. */
static void a_view_of_what_is_gone_can_be_shown(void **state)
{
	struct project *p = some_project();
	struct view v = { .map = 1, .stage = 777, .touchpoint = 888,
			  .top = 99 };
	struct plan plan;
	struct grid g;

	(void)state;
	plan_make(&plan, p, &v, 24, 80);
	grid_init(&g, 24, 80, false);
	plan_paint(&plan, p, &v, &g);
	plan_release(&plan);
	v = (struct view){ .map = 1, .stage = 2, .top = 3 };
	v.touchpoint = 1000 + dice(3);
	plan_make(&plan, p, &v, 24, 80);
	plan_paint(&plan, p, &v, &g);
	plan_release(&plan);
	grid_release(&g);
	project_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(windows_of_any_size_hold_their_plan),
		cmocka_unit_test(an_empty_project_can_be_shown),
		cmocka_unit_test(a_view_of_what_is_gone_can_be_shown),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
