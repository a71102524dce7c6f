#include "format/pptx.h"

#include <string.h>

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

/* Of the touchpoints: those asked for, else the usual ones without the
 * quotes, which are in the notes; for tactical slides all. */
static bool choose_fields(struct lanes *fields, const struct pages *g,
			  const char *wanted, int preset, struct err *err)
{
	struct strbuf keys = STRBUF_INIT;
	bool ok;

	if (!wanted && preset == OPERATIONAL)
		strbuf_addstr(&keys, "channel,context,need,emotion,pain,"
				     "opportunity,owner");
	for (int f = TOUCHPOINT_TITLE + 1; !keys.len && f < TOUCHPOINT_RANK;
	     f++)
		strbuf_addf(&keys, "%s,", field_of(TOUCHPOINT, f)->key);
	ok = lanes_choose(fields, g->p, g->map->id, wanted ? wanted : keys.s,
			  err);
	strbuf_release(&keys);
	return ok;
}

static void add_stages(struct pages *g, const struct lanes *lanes,
		       const struct lanes *fields)
{
	pages_matrix(g, lanes);
	pages_lowest(g);
	for (size_t i = 0; i < g->stages->count; i++)
		pages_stage(g, g->stages->rows[i], fields);
}

static void add_slides(struct pages *g, int preset, const struct lanes *lanes,
		       const struct lanes *fields)
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
	struct lanes lanes = LANES_INIT, fields = LANES_INIT;
	int preset;
	bool ok = g.map && find_preset(o->preset, &preset, err) &&
		  lanes_choose(&lanes, p, g.map->id, o->lanes, err) &&
		  choose_fields(&fields, &g, o->lanes, preset, err);

	if (ok) {
		g.stages = project_stages(p, g.map->id);
		deck_init(&g.deck, slide_language());
		add_slides(&g, preset, &lanes, &fields);
		ok = deck_write(&g.deck, row_title(g.map), out, err);
	}
	lanes_release(&lanes);
	lanes_release(&fields);
	return ok;
}
