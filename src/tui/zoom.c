/* Nearer and farther: the matrix, the map, one stage, one touchpoint. */
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "tui/command.h"
#include "tui/pages.h"

static const char *const levels[] = { "matrix", "map", "stage", "touchpoint" };

/* The level of what is looked at; of another view, that of the map. */
static size_t level(const struct app *a)
{
	if (a->under == &mode_page)
		for (size_t i = 0; i < ARRAY_LEN(levels); i++)
			if (!strcmp(a->pages.info->key, levels[i]))
				return i;
	return 1;
}

/* What is selected in a page is what one comes nearer to. */
static void take_selected(struct app *a)
{
	struct thing here = pages_selected(a);
	const struct row *r = project_row(a->p, here.entity, here.id);

	if (a->under != &mode_page || !r)
		return;
	if (here.entity == STAGE)
		view_go_stage(&a->view, a->p, r->id);
	if (here.entity == TOUCHPOINT) {
		view_go_stage(&a->view, a->p, row_ref(r, TOUCHPOINT_STAGE));
		a->view.touchpoint = r->id;
	}
}

void zoom_in(struct app *a)
{
	size_t at = level(a) + 1;

	take_selected(a);
	if (at == ARRAY_LEN(levels))
		app_say(a, _("Nearer than one touchpoint nothing is."));
	else if (at + 1 == ARRAY_LEN(levels) && !a->view.touchpoint)
		app_say(a, _("There is no touchpoint in this stage."));
	else
		view_open(a, views_find(levels[at]));
}

void zoom_out(struct app *a)
{
	size_t at = level(a);

	take_selected(a);
	if (at)
		view_open(a, views_find(levels[at - 1]));
	else
		app_say(a, _("This is the whole map; z comes nearer."));
}
