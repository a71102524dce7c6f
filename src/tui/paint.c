#include "tui/app.h"
#include "tui/screen.h"
#include "tui/status.h"

static void resize(struct app *a, int rows, int cols)
{
	bool ascii = a->grid.ascii;

	grid_release(&a->grid);
	grid_release(&a->map.grid);
	grid_init(&a->grid, rows, cols, ascii);
	grid_init(&a->map.grid, rows, cols, ascii);
	a->map.edit = -1;
}

/* Most keys change a line or the cursor; the map below is painted anew only
 * when it is another one. */
static void paint_map(struct app *a)
{
	int64_t edit = app_edit(a);

	filter_follow(a);
	if (a->map.edit == edit && view_same(&a->map.view, &a->view))
		return;
	plan_release(&a->plan);
	plan_make(&a->plan, a->p, &a->view, a->map.grid.rows,
		  a->map.grid.cols);
	a->view.top = a->plan.top;
	plan_paint(&a->plan, a->p, &a->view, &a->map.grid);
	a->map.edit = edit;
	a->map.view = a->view;
}

void app_paint(struct app *a)
{
	int rows, cols;

	screen_size(&rows, &cols);
	if (a->grid.rows != rows || a->grid.cols != cols)
		resize(a, rows, cols);
	paint_map(a);
	grid_copy(&a->grid, &a->map.grid);
	a->cursor_row = -1;
	if (!a->plan.too_small) {
		status_paint(a, &a->grid);
		a->under->paint(a, &a->grid);
		if (a->mode != a->under)
			a->mode->paint(a, &a->grid);
	}
	if (a->redraw)
		screen_redraw();
	a->redraw = false;
	screen_show(&a->grid, a->cursor_row, a->cursor_col);
}
