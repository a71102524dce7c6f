#include "model/capture.h"

#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "model/sigil.h"

static void name_stage(const struct project *p, const struct row *stage,
		       bool goes, struct strbuf *out)
{
	const struct list *l = project_stages(p, row_parent(stage));

	strbuf_addf(out, goes ? _("go to %zu %s") : "%zu %s",
		    list_index(l, stage) + 1, row_title(stage));
}

static void explain_added(const struct project *p, int64_t map,
			  const struct capture *c, struct strbuf *out)
{
	if (!c->card)
		strbuf_addstr(out, _("adds to the last touchpoint"));
	else if (capture_card(p, map, c->card_stage, c->card))
		strbuf_addf(out, _("adds to %d.%d"), c->card_stage, c->card);
	else
		strbuf_addf(out, _("there is no touchpoint %d.%d"),
			    c->card_stage, c->card);
}

static void explain_stage(const struct project *p, int64_t map,
			  const struct capture *c, struct strbuf *out)
{
	bool ambiguous;
	const struct row *stage = capture_stage(p, map, c->stage, &ambiguous);

	if (!stage) {
		strbuf_addf(out, ambiguous ?
			    _("several stages match \"%s\": parking lot") :
			    _("no stage \"%s\": parking lot"), c->stage);
		return;
	}
	name_stage(p, stage, capture_is_empty(c), out);
}

static void explain_here(const struct project *p, int64_t here,
			 struct strbuf *out)
{
	const struct row *stage = here ? project_row(p, STAGE, here) : NULL;

	if (stage)
		name_stage(p, stage, false, out);
	else
		strbuf_addstr(out, _("parking lot"));
}

static void explain_channel(const struct project *p, const char *channel,
			    struct strbuf *out)
{
	bool known = catalogue_uses(project_catalogue(p), TOUCHPOINT_CHANNEL,
				    channel);

	strbuf_addf(out, known ? "@%s" : _("@%s (new)"), channel);
}

/* Labels begin large, as in a form; here they stand within a sentence. */
static void explain_text(int field, const char *text, struct strbuf *out)
{
	const char *label = _(field_of(TOUCHPOINT, field)->label);

	strbuf_addch(out, (char)tolower((unsigned char)*label));
	strbuf_addf(out, "%s: %s", label + 1, text);
}

static void explain_field(const struct project *p, int field,
			  const char *text, struct strbuf *out)
{
	int emotion = emotion_value(text);

	strbuf_addstr(out, " · ");
	if (field == TOUCHPOINT_CHANNEL)
		explain_channel(p, text, out);
	else if (field == TOUCHPOINT_EMOTION)
		strbuf_addf(out, "%s (%s)", emotion_label(emotion),
			    emotion_shown(emotion));
	else
		explain_text(field, text, out);
}

static void explain_line(const struct project *p, int64_t map, int64_t here,
			 const struct capture *c, struct strbuf *out)
{
	if (c->adds)
		explain_added(p, map, c, out);
	else if (c->stage)
		explain_stage(p, map, c, out);
	else
		explain_here(p, here, out);
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		if (c->text[i] && i != TOUCHPOINT_TITLE)
			explain_field(p, i, c->text[i], out);
}

void capture_explain(const struct project *p, int64_t map, int64_t here,
		     const char *line, struct strbuf *out)
{
	struct capture c;

	if (!line[sigil_blanks(line)]) {
		strbuf_addstr(out, _("stage > action @channel ~context "
				     "+need !pain *chance \"quote\" "
				     "=owner #tag :)"));
		return;
	}
	capture_parse(line, &c);
	explain_line(p, map, here, &c, out);
	capture_release(&c);
}
