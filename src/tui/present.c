#include "tui/present.h"

#include "base/i18n.h"
#include "model/capture.h"
#include "model/sigil.h"
#include "tui/command.h"
#include "tui/keymap.h"

static struct rect window(const struct app *a)
{
	return rect_make(0, 0, a->plan.input.row, a->grid.cols);
}

static struct slide_page slide_page(const struct app *a)
{
	return (struct slide_page){ a->present.slide, a->p, &a->view,
				    &a->present.numbers, window(a).rows };
}

static size_t spot(const struct app *a)
{
	return page_find(&a->present.page,
			 (struct thing){ TOUCHPOINT, a->view.touchpoint });
}

static bool is_measured(const struct app *a)
{
	const struct present *p = &a->present;

	return p->edit == app_edit(a) && p->page.cols == a->grid.cols &&
	       p->measured == p->slide && view_same(&p->view, &a->view);
}

static void measure(struct app *a)
{
	struct present *p = &a->present;
	struct slide_page what = slide_page(a);

	numbers_take(&p->numbers, a->p, a->view.map);
	page_release(&p->page);
	page_measure(&p->page, present_slide, &what, a->grid.cols,
		     (struct thing){ TOUCHPOINT, a->view.touchpoint });
	p->view = a->view;
	p->measured = p->slide;
	p->edit = app_edit(a);
}

/* Keys may come faster than pictures. */
static void catch_up(struct app *a)
{
	if (!is_measured(a))
		measure(a);
}

static void follow(struct app *a)
{
	struct present *p = &a->present;

	catch_up(a);
	p->top = page_top(&p->page, spot(a), p->top,
			  window(a).rows - p->page.head);
}

const struct numbers *present_numbers(struct app *a)
{
	struct numbers *n = &a->present.numbers;

	if (a->under != &mode_present)
		numbers_release(n);
	numbers_take(n, a->p, a->view.map);
	return n;
}

void present_open(struct app *a)
{
	present_release(&a->present);
	app_enter(a, &mode_present);
}

void present_leave(struct app *a)
{
	app_enter(a, &mode_map);
}

void present_renumber(struct app *a)
{
	present_release(&a->present);
	app_say(a, _("All touchpoints are numbered as they stand now."));
}

static void show(struct app *a, enum slide slide)
{
	a->present.slide = slide;
	a->present.top = 0;
}

static void show_stage(struct app *a, size_t index)
{
	const struct row *r = list_at(project_stages(a->p, a->view.map),
				      index);

	view_go_stage(&a->view, a->p, r ? r->id : 0);
	show(a, SLIDE_STAGE);
}

/* Where the screen stands among all: the title is 0, the map 1. */
static size_t place(const struct app *a)
{
	int number = view_stage_number(&a->view, a->p);

	if (a->present.slide == SLIDE_TITLE || a->present.slide == SLIDE_MAP)
		return a->present.slide;
	return number ? SLIDE_MAP + (size_t)number :
			SLIDE_STAGE + project_stages(a->p, a->view.map)->count;
}

static size_t last_place(const struct app *a)
{
	return SLIDE_MAP + project_stages(a->p, a->view.map)->count;
}

static void go_place(struct app *a, size_t to)
{
	if (to < SLIDE_STAGE)
		show(a, (enum slide)to);
	else
		show_stage(a, to - SLIDE_STAGE);
}

/* To another touchpoint of the stage, shown by itself. */
static bool step_touchpoint(struct app *a, long step)
{
	size_t to = view_index(&a->view, a->p) + (size_t)step;

	if (a->present.slide != SLIDE_TOUCHPOINT ||
	    to >= view_list(&a->view, a->p)->count)
		return false;
	view_go_index(&a->view, a->p, to);
	a->present.top = 0;
	return true;
}

/* What is below the window, if there is anything. */
static bool page_on(struct app *a)
{
	struct present *p = &a->present;
	int rows, end;

	catch_up(a);
	rows = window(a).rows - p->page.head;
	end = (p->top > p->page.head ? p->top : p->page.head) + rows;

	if (end >= p->page.rows)
		return false;
	for (size_t i = 0; i < p->page.count; i++) {
		struct rect r = p->page.spots[i].rect;

		if (r.row + r.rows > end) {
			a->view.touchpoint = p->page.spots[i].thing.id;
			p->top = r.row;
			return true;
		}
	}
	p->top = end;
	return p->page.count == 0;
}

void slide_next(struct app *a)
{
	if (page_on(a) || step_touchpoint(a, 1))
		return;
	if (place(a) < last_place(a))
		go_place(a, place(a) + 1);
	else
		app_say(a, _("This is the last screen; q leaves."));
}

void slide_previous(struct app *a)
{
	if (step_touchpoint(a, -1))
		return;
	if (a->present.slide == SLIDE_TOUCHPOINT)
		show(a, SLIDE_STAGE);
	else if (place(a))
		go_place(a, place(a) - 1);
}

void slide_first(struct app *a)
{
	go_place(a, SLIDE_TITLE);
}

void slide_last(struct app *a)
{
	go_place(a, last_place(a));
}

static void select_by(struct app *a, int step)
{
	const struct page *page = &a->present.page;
	size_t to;

	catch_up(a);
	to = page_step(page, spot(a), step, 0);
	if (a->present.slide == SLIDE_STAGE && to < page->count)
		a->view.touchpoint = page->spots[to].thing.id;
}

void slide_down(struct app *a)
{
	select_by(a, 1);
}

void slide_up(struct app *a)
{
	select_by(a, -1);
}

void slide_open(struct app *a)
{
	if (a->present.slide == SLIDE_TOUCHPOINT)
		show(a, SLIDE_STAGE);
	else if (a->present.slide != SLIDE_STAGE)
		slide_next(a);
	else if (a->view.touchpoint)
		show(a, SLIDE_TOUCHPOINT);
}

/* A card by its number of this presentation. */
static bool go_card(struct app *a, const char *text)
{
	int stage, card;
	size_t len = sigil_card(text, &stage, &card);
	const struct row *r;

	if (!len || text[len])
		return false;
	r = project_row(a->p, TOUCHPOINT,
			numbers_find(present_numbers(a), stage, card));
	if (!r)
		return false;
	view_go_stage(&a->view, a->p, row_ref(r, TOUCHPOINT_STAGE));
	a->view.touchpoint = r->id;
	show(a, SLIDE_TOUCHPOINT);
	return true;
}

static bool go_stage(struct app *a, const char *text)
{
	bool ambiguous;
	const struct row *r = capture_stage(a->p, a->view.map, text,
					    &ambiguous);

	if (!r && (text[0] != '0' || text[1]))
		return false;
	view_go_stage(&a->view, a->p, r ? r->id : 0);
	show(a, SLIDE_STAGE);
	return true;
}

static void go_answered(struct app *a, const char *text)
{
	if (*text && !go_card(a, text) && !go_stage(a, text))
		app_say(a, _("There is no \"%s\" here."), text);
}

void slide_go(struct app *a)
{
	ask(a, N_("Go to (5.3 or a stage):"), "", go_answered);
}

/* A number typed at once is where to go. */
static void present_key(struct app *a, const struct key *k)
{
	if (k->kind == KEY_IS_TEXT && k->text.s[0] >= '0' &&
	    k->text.s[0] <= '9')
		ask(a, N_("Go to (5.3 or a stage):"), k->text.s, go_answered);
	else
		keymap_key(a, k);
}

static void paint_place(struct app *a, struct grid *g)
{
	struct rect r = a->plan.input;
	struct strbuf text = STRBUF_INIT;

	grid_fill(g, r, ROLE_PLAIN);
	strbuf_addf(&text, "%zu/%zu", place(a) + 1, last_place(a) + 1);
	if (place(a) <= last_place(a))
		grid_text_right(g, r.row, r.col + r.cols - 1, r.cols, text.s,
				ROLE_DIM);
	strbuf_release(&text);
	if (a->line.field.text.len)     /* left for the next time */
		grid_text(g, r.row, r.col + 1, r.cols / 2,
			  a->line.field.text.s, ROLE_DIM);
}

static void present_paint_mode(struct app *a, struct grid *g)
{
	struct present *p = &a->present;
	struct rect area = window(a);
	struct slide_page what;
	size_t here;

	grid_fill(g, area, ROLE_PLAIN);
	follow(a);
	what = slide_page(a);
	page_show(&p->page, present_slide, &what, g, area, p->top);
	paint_place(a, g);
	a->cursor_row = area.rows - 1;
	a->cursor_col = 0;
	here = spot(a);
	if (here < p->page.count)
		a->cursor_row = p->page.spots[here].rect.row - p->top +
				p->page.head;
}

void present_release(struct present *p)
{
	page_release(&p->page);
	numbers_release(&p->numbers);
	p->edit = -1;
}

const struct mode mode_present = {
	IN_PRESENT, present_key, present_paint_mode, NULL
};
