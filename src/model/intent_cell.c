#include "model/intent.h"

#include "base/i18n.h"
#include "base/id.h"
#include "model/lanes.h"

static bool insert(const struct cell_intent *i, struct edit *e,
		   struct err *err)
{
	struct values v = { { NULL } };
	char lane[ID_TEXT], stage[ID_TEXT];

	v.text[CELL_LANE] = id_text(i->lane, lane);
	v.text[CELL_STAGE] = id_text(i->stage, stage);
	v.text[CELL_TEXT] = i->text;
	if (!field_check(CELL, CELL_TEXT, i->text, err))
		return false;
	edit_insert(e, row_new(CELL, id_of_pair(i->lane, i->stage), &v));
	return true;
}

static bool build_cell(const struct intent *self, const struct project *p,
		       struct edit *e, struct err *err)
{
	const struct cell_intent *i = (const struct cell_intent *)self;
	const struct row *lane = project_row(p, LANE, i->lane);
	const struct row *stage = project_row(p, STAGE, i->stage);
	const struct row *cell = lane_cell(p, i->lane, i->stage);
	bool ok = true;

	if (!lane || !stage)
		return err_set(err, _("this lane or stage is gone: somebody "
				      "deleted it"));
	if (row_ref(lane, LANE_MAP) != row_ref(stage, STAGE_MAP))
		return err_set(err, _("this stage belongs to another map"));
	if (!cell && *i->text)
		ok = insert(i, e, err);
	else if (cell && !*i->text)
		edit_delete(e, cell);
	else if (cell && field_check(CELL, CELL_TEXT, i->text, err))
		edit_set(e, cell, CELL_TEXT, i->text);
	else if (cell)
		ok = false;
	edit_label(e, N_("Edit lane"), row_title(lane));
	return ok;
}

void intent_cell(struct cell_intent *i, int64_t lane, int64_t stage,
		 const char *text)
{
	*i = (struct cell_intent){ { build_cell }, lane, stage, text };
}
