#include "format/pptx.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "format/facts.h"
#include "format/pptx_curve.h"
#include "format/pptx_pages.h"

enum preset { EXECUTIVE, OPERATIONAL, TACTICAL, PRESETS };

static const char *const names[] = { "executive", "operational", "tactical" };

static bool find_preset(const char *name, int *preset, struct err *err)
{
	*preset = name ? 0 : OPERATIONAL;
	while (name && *preset < PRESETS && strcmp(names[*preset], name) != 0)
		++*preset;
	return *preset < PRESETS ||
	       err_set(err, _("there are no slides for \"%.*s\"; --preset "
			      "takes executive, operational or tactical"),
		       UTF8_CUT(200, name));
}

static const int usual[] = {
	TOUCHPOINT_CHANNEL, TOUCHPOINT_CONTEXT, TOUCHPOINT_NEED,
	TOUCHPOINT_EMOTION, TOUCHPOINT_PAIN, TOUCHPOINT_OPPORTUNITY,
	TOUCHPOINT_OWNER,
};

static void add_field(struct page_fields *fields, int field)
{
	if (field > TOUCHPOINT_TITLE && field_of(TOUCHPOINT, field)->label)
		fields->at[fields->count++] = field;
}

/* Of the touchpoints: the lanes asked for, else the usual ones without the
 * quotes, which are in the notes; on tactical slides all. */
static void choose_fields(struct page_fields *fields,
			  const struct lanes *wanted, int preset)
{
	fields->measures = preset == TACTICAL;
	if (preset == TACTICAL)
		for (int f = 0; f < TOUCHPOINT_FIELDS; f++)
			add_field(fields, f);
	else if (wanted)
		for (size_t i = 0; i < wanted->count && i < FIELDS_MOST; i++)
			add_field(fields, wanted->at[i].field);
	else
		for (size_t i = 0; i < ARRAY_LEN(usual); i++)
			add_field(fields, usual[i]);
}

static void add_stages(struct pages *g, const struct lanes *lanes,
		       const struct page_fields *fields)
{
	pages_matrix(g, lanes);
	pages_lowest(g);
	for (size_t i = 0; i < g->stages->count; i++)
		pages_stage(g, g->stages->rows[i], fields);
}

static void add_slides(struct pages *g, int preset, const struct lanes *lanes,
		       const struct page_fields *fields)
{
	pages_title(g);
	if (preset > EXECUTIVE)
		pages_persona(g);
	curve_slides(&g->deck, g->p, g->map->id, _("Emotion curve"));
	if (preset > EXECUTIVE)
		add_stages(g, lanes, fields);
	else
		pages_lowest(g);
	pages_improvements(g);
	if (preset > EXECUTIVE)
		pages_stage(g, NULL, fields);
}

/* PowerPoint checks the spelling by countries. */
static const char *slide_language(void)
{
	return !strcmp(i18n_language(), "vi") ? "vi-VN" : "en-US";
}

bool pptx_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err)
{
	struct pages g = { .p = p, .map = facts_map(p, o->map, err) };
	struct page_fields fields = { .count = 0 };
	struct lanes lanes = LANES_INIT;
	int preset;
	bool ok = g.map && find_preset(o->preset, &preset, err) &&
		  lanes_choose(&lanes, p, g.map->id, o->lanes, err);

	if (ok) {
		choose_fields(&fields, o->lanes ? &lanes : NULL, preset);
		g.stages = project_stages(p, g.map->id);
		deck_init(&g.deck, slide_language());
		add_slides(&g, preset, &lanes, &fields);
		ok = deck_write(&g.deck, row_title(g.map), out, err);
	}
	lanes_release(&lanes);
	return ok;
}
