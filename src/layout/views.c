#include "layout/views.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "layout/lists.h"
#include "layout/matrix.h"
#include "layout/present.h"
#include "layout/wheel.h"
#include "layout/zoom.h"

const struct view_info views[] = {
	{ "map", N_("Map"), N_("the journey, stage after stage"), NULL },
	{ "matrix", N_("Matrix"), N_("stages across, lanes down"),
	  matrix_paint },
	{ "stage", N_("Stage"), N_("one stage with all that is known of it"),
	  zoom_stage },
	{ "touchpoint", N_("Touchpoint"),
	  N_("one touchpoint with all that belongs to it"),
	  zoom_touchpoint },
	{ "present", N_("Presentation"), N_("for a room: one idea a screen"),
	  present_paint },
	{ "wheel", N_("Touchpoint wheel"),
	  N_("before, during and after the purchase, counted"),
	  wheel_paint },
	{ "history", N_("History"), N_("who changed what, and how it was"),
	  NULL },
	{ "parking", N_("Parking lot"), N_("touchpoints without a stage"),
	  list_parking },
	{ "channels", N_("Channels"), N_("where the touchpoints happen"),
	  list_channels },
	{ "maps", N_("Maps"), N_("all maps of this file"), list_maps },
	{ "personas", N_("Personas"), N_("whose journeys these are"),
	  list_personas },
	{ "snapshots", N_("Snapshots"), N_("moments that were given a name"),
	  list_snapshots },
	{ "views", N_("Views"), N_("this list"), list_views },
	{ NULL, NULL, NULL, NULL }
};

const struct view_info *views_find(const char *text)
{
	for (const struct view_info *v = views; v->key; v++)
		if (!strcmp(v->key, text))
			return v;
	for (const struct view_info *v = views; v->key && *text; v++)
		if (utf8_begins(_(v->label), text))
			return v;
	return NULL;
}

struct thing views_thing(const struct view_info *info)
{
	return (struct thing){ ENTITIES, info - views + 1 };
}

const struct view_info *views_of(struct thing thing)
{
	return thing.entity == ENTITIES && thing.id ? &views[thing.id - 1] :
						      NULL;
}

void views_paint(struct page *page, const void *view_page)
{
	const struct view_page *v = view_page;

	v->info->paint(page, v->project, v->view);
}
