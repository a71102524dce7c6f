#include "model/field.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

static const struct choice states[] = {
	{ "as-is", N_("as-is") }, { "to-be", N_("to-be") }, { NULL, NULL }
};
static const struct choice brands[] = {
	{ "customer", N_("customer brand") },
	{ "employer", N_("employer brand") }, { NULL, NULL }
};
static const struct choice languages[] = {
	{ "en", N_("English") }, { "vi", N_("Vietnamese") }, { NULL, NULL }
};
static const struct choice phases[] = {
	{ "before", N_("before the purchase") },
	{ "during", N_("during the purchase") },
	{ "after", N_("after the purchase") }, { NULL, NULL }
};
static const struct choice places[] = {
	{ "online", N_("online") }, { "offline", N_("offline") },
	{ NULL, NULL }
};
static const struct choice forms[] = {
	{ "tangible", N_("tangible (poster, bag, receipt)") },
	{ "intangible", N_("intangible (video, sound, talk)") },
	{ NULL, NULL }
};
static const struct choice media[] = {
	{ "owned", N_("owned") }, { "paid", N_("paid") },
	{ "earned", N_("earned") }, { NULL, NULL }
};
static const struct choice origins[] = {
	{ "created", N_("created by the brand") },
	{ "true", N_("true (arises by itself)") },
	{ "unexpected", N_("unexpected") }, { NULL, NULL }
};
static const struct choice directions[] = {
	{ "one-way", N_("one-way") }, { "two-way", N_("two-way") },
	{ NULL, NULL }
};
static const struct choice evidences[] = {
	{ "assumed", N_("assumed") },
	{ "reported", N_("reported by customers") },
	{ "observed", N_("observed") }, { "measured", N_("measured") },
	{ NULL, NULL }
};
static const struct choice improvement_kinds[] = {
	{ "mend", N_("mend") }, { "create", N_("create") },
	{ "remove", N_("remove") }, { NULL, NULL }
};
static const struct choice steps[] = {
	{ "1", N_("evaluate") }, { "2", N_("decide") },
	{ "3", N_("implement") }, { "4", N_("measure") },
	{ "5", N_("conclude") }, { NULL, NULL }
};
static const struct choice verdicts[] = {
	{ "success", N_("success") }, { "plan-b", N_("plan B") },
	{ NULL, NULL }
};

static const struct field project_fields[] = {
	[PROJECT_TITLE] = { .key = "title", .label = N_("Title"),
		.longest = 1000 },
	[PROJECT_LANGUAGE] = { .key = "language", .type = FIELD_CHOICE,
		.label = N_("Language"), .choices = languages },
	[PROJECT_UID] = { .key = "uid", .longest = 100 },
	[PROJECT_SETTINGS] = { .key = "settings", .type = FIELD_TEXT },
};

static const struct field persona_fields[] = {
	[PERSONA_NAME] = { .key = "name", .label = N_("Name"),
		.help = N_("Who the customer is: a name, an age, a job"),
		.longest = 1000, .required = true },
	[PERSONA_NEEDS] = { .key = "needs", .type = FIELD_TEXT,
		.label = N_("Needs") },
	[PERSONA_GOALS] = { .key = "goals", .type = FIELD_TEXT,
		.label = N_("Goals") },
	[PERSONA_MOTIVES] = { .key = "motives", .type = FIELD_TEXT,
		.label = N_("Motives") },
	[PERSONA_PREFERENCES] = { .key = "preferences", .type = FIELD_TEXT,
		.label = N_("Preferences") },
	[PERSONA_BEHAVIOURS] = { .key = "behaviours", .type = FIELD_TEXT,
		.label = N_("Behaviours") },
	[PERSONA_QUOTE] = { .key = "quote", .type = FIELD_TEXT,
		.label = N_("Quote") },
};

static const struct field map_fields[] = {
	[MAP_TITLE] = { .key = "title", .label = N_("Title"),
		.help = N_("Which journey this is"),
		.longest = 1000, .required = true },
	[MAP_STATE] = { .key = "state", .type = FIELD_CHOICE,
		.label = N_("State"), .choices = states,
		.help = N_("As it is today, or as it should be") },
	[MAP_PERSONA] = { .key = "persona", .type = FIELD_REF,
		.target = PERSONA, .label = N_("Persona") },
	[MAP_BRAND] = { .key = "brand", .type = FIELD_CHOICE,
		.label = N_("Brand side"), .choices = brands },
	[MAP_GOAL] = { .key = "goal", .type = FIELD_TEXT,
		.label = N_("Goal and scope"),
		.help = N_("What the map is for, where it begins and ends") },
	[MAP_LANGUAGE] = { .key = "language", .type = FIELD_CHOICE,
		.label = N_("Language"), .choices = languages,
		.help = N_("The language of labels in exports") },
	[MAP_RANK] = { .key = "rank", .type = FIELD_RANK, .required = true },
	[MAP_DERIVED] = { .key = "derived", .type = FIELD_LINK,
		.target = MAP },
};

static const struct field stage_fields[] = {
	[STAGE_MAP] = { .key = "map", .type = FIELD_REF, .target = MAP,
		.required = true },
	[STAGE_TITLE] = { .key = "title", .label = N_("Title"),
		.help = N_("A short name, so that all stages fit the screen"),
		.longest = 1000, .required = true },
	[STAGE_KIND] = { .key = "kind", .longest = 100 },
	[STAGE_PHASE] = { .key = "phase", .type = FIELD_CHOICE,
		.label = N_("Phase"), .choices = phases,
		.help = N_("Before, during or after the purchase") },
	[STAGE_WANT] = { .key = "want", .type = FIELD_TEXT,
		.label = N_("What they want"),
		.help = N_("What the customer wants in this stage") },
	[STAGE_RANK] = { .key = "rank", .type = FIELD_RANK,
		.required = true },
};

static const struct field touchpoint_fields[] = {
	[TOUCHPOINT_MAP] = { .key = "map", .type = FIELD_REF, .target = MAP,
		.required = true },
	[TOUCHPOINT_STAGE] = { .key = "stage", .type = FIELD_REF,
		.target = STAGE },
	[TOUCHPOINT_TITLE] = { .key = "title", .label = N_("Touchpoint"),
		.help = N_("What the customer does: \"clicks a flash-sale "
			   "post\", not \"social media\""),
		.longest = 5000, .required = true },
	[TOUCHPOINT_CHANNEL] = { .key = "channel", .sigil = '@',
		.label = N_("Channel"),
		.help = N_("Where it happens: Zalo, e-mail, shop counter"),
		.longest = 1000 },
	[TOUCHPOINT_CONTEXT] = { .key = "context", .type = FIELD_TEXT,
		.sigil = '~', .label = N_("Context"),
		.help = N_("Their state or situation: curious, in a hurry") },
	[TOUCHPOINT_NEED] = { .key = "need", .type = FIELD_TEXT,
		.sigil = '+', .label = N_("Need"),
		.help = N_("What they need at this moment: save money") },
	[TOUCHPOINT_EMOTION] = { .key = "emotion", .type = FIELD_EMOTION,
		.sigil = ':', .label = N_("Emotion"),
		.help = N_("-2 very bad ... +2 very good; empty: unknown") },
	[TOUCHPOINT_PAIN] = { .key = "pain", .type = FIELD_TEXT,
		.sigil = '!', .label = N_("Pain"),
		.help = N_("What hurts or annoys them here") },
	[TOUCHPOINT_OPPORTUNITY] = { .key = "opportunity",
		.type = FIELD_TEXT, .sigil = '*', .label = N_("Opportunity"),
		.help = N_("What could be made better for them") },
	[TOUCHPOINT_QUOTE] = { .key = "quote", .type = FIELD_TEXT,
		.sigil = '"', .label = N_("Quote"),
		.help = N_("What customers say, in their own words") },
	[TOUCHPOINT_CONTENT] = { .key = "content", .type = FIELD_TEXT,
		.label = N_("Content"),
		.help = N_("What is shown or said there to meet the need") },
	[TOUCHPOINT_GOAL] = { .key = "goal", .type = FIELD_TEXT,
		.label = N_("Business goal"),
		.help = N_("What the business gets: first impression, trust, "
			   "reach, sales, satisfaction") },
	[TOUCHPOINT_PLACE] = { .key = "place", .type = FIELD_CHOICE,
		.label = N_("Place"), .choices = places },
	[TOUCHPOINT_FORM] = { .key = "form", .type = FIELD_CHOICE,
		.label = N_("Form"), .choices = forms },
	[TOUCHPOINT_MEDIA] = { .key = "media", .type = FIELD_CHOICE,
		.label = N_("Media"), .choices = media },
	[TOUCHPOINT_ORIGIN] = { .key = "origin", .type = FIELD_CHOICE,
		.label = N_("Origin"), .choices = origins },
	[TOUCHPOINT_DIRECTION] = { .key = "direction", .type = FIELD_CHOICE,
		.label = N_("Direction"), .choices = directions },
	[TOUCHPOINT_WHEN] = { .key = "when", .label = N_("When"),
		.help = N_("The moment it happens or must reach them"),
		.longest = 5000 },
	[TOUCHPOINT_DECISION] = { .key = "decision", .type = FIELD_TEXT,
		.label = N_("Decision"),
		.help = N_("Which decision they make here") },
	[TOUCHPOINT_EXPECTATION] = { .key = "expectation",
		.type = FIELD_TEXT, .label = N_("Expectation"),
		.help = N_("What they thought before it, and compare with") },
	[TOUCHPOINT_EVIDENCE] = { .key = "evidence", .type = FIELD_CHOICE,
		.label = N_("Evidence"), .choices = evidences,
		.help = N_("How we know that it is so") },
	[TOUCHPOINT_SOURCE] = { .key = "source", .type = FIELD_TEXT,
		.label = N_("Source"),
		.help = N_("Where the evidence comes from") },
	[TOUCHPOINT_ACTORS] = { .key = "actors", .type = FIELD_WORDS,
		.label = N_("Actors"),
		.help = N_("Who takes part besides the customer"),
		.longest = 5000 },
	[TOUCHPOINT_OWNER] = { .key = "owner", .sigil = '=',
		.label = N_("Owner"),
		.help = N_("Who answers for it in the company"),
		.longest = 1000 },
	[TOUCHPOINT_TAGS] = { .key = "tags", .type = FIELD_WORDS,
		.sigil = '#', .label = N_("Tags"), .longest = 5000 },
	[TOUCHPOINT_REVIEW] = { .key = "review", .type = FIELD_DAY,
		.label = N_("Review by"),
		.help = N_("The day to look at it again: 2026-12-31") },
	[TOUCHPOINT_NOTES] = { .key = "notes", .type = FIELD_TEXT,
		.label = N_("Notes") },
	[TOUCHPOINT_RANK] = { .key = "rank", .type = FIELD_RANK,
		.required = true },
	[TOUCHPOINT_DERIVED] = { .key = "derived", .type = FIELD_LINK,
		.target = TOUCHPOINT },
};

static const struct field lane_fields[] = {
	[LANE_MAP] = { .key = "map", .type = FIELD_REF, .target = MAP,
		.required = true },
	[LANE_TITLE] = { .key = "title", .label = N_("Title"),
		.longest = 1000, .required = true },
	[LANE_RANK] = { .key = "rank", .type = FIELD_RANK, .required = true },
};

static const struct field cell_fields[] = {
	[CELL_LANE] = { .key = "lane", .type = FIELD_REF, .target = LANE,
		.required = true },
	[CELL_STAGE] = { .key = "stage", .type = FIELD_REF, .target = STAGE,
		.required = true },
	[CELL_TEXT] = { .key = "text", .type = FIELD_TEXT,
		.label = N_("Text") },
};

static const struct field improvement_fields[] = {
	[IMPROVEMENT_MAP] = { .key = "map", .type = FIELD_REF, .target = MAP,
		.required = true },
	[IMPROVEMENT_TOUCHPOINT] = { .key = "touchpoint", .type = FIELD_REF,
		.target = TOUCHPOINT },
	[IMPROVEMENT_TEXT] = { .key = "text", .type = FIELD_TEXT,
		.label = N_("Improvement"), .required = true },
	[IMPROVEMENT_KIND] = { .key = "kind", .type = FIELD_CHOICE,
		.label = N_("Kind"), .choices = improvement_kinds },
	[IMPROVEMENT_PRACTICE] = { .key = "practice", .type = FIELD_TEXT,
		.label = N_("Best practice") },
	[IMPROVEMENT_REFERENCE] = { .key = "reference",
		.label = N_("Reference brand"), .longest = 1000 },
	[IMPROVEMENT_OWNER] = { .key = "owner", .label = N_("Owner"),
		.longest = 1000 },
	[IMPROVEMENT_DUE] = { .key = "due", .type = FIELD_DAY,
		.label = N_("Due") },
	[IMPROVEMENT_STEP] = { .key = "step", .type = FIELD_CHOICE,
		.label = N_("Step"), .choices = steps },
	[IMPROVEMENT_MEASURE] = { .key = "measure", .label = N_("Measure"),
		.longest = 1000 },
	[IMPROVEMENT_UNIT] = { .key = "unit", .label = N_("Unit"),
		.longest = 100 },
	[IMPROVEMENT_BEFORE] = { .key = "before", .type = FIELD_NUMBER,
		.label = N_("Before") },
	[IMPROVEMENT_TARGET] = { .key = "target", .type = FIELD_NUMBER,
		.label = N_("Target") },
	[IMPROVEMENT_AFTER] = { .key = "after", .type = FIELD_NUMBER,
		.label = N_("After") },
	[IMPROVEMENT_VERDICT] = { .key = "verdict", .type = FIELD_CHOICE,
		.label = N_("Verdict"), .choices = verdicts },
	[IMPROVEMENT_PLAN_B] = { .key = "planb", .type = FIELD_TEXT,
		.label = N_("Plan B") },
	[IMPROVEMENT_RANK] = { .key = "rank", .type = FIELD_RANK,
		.required = true },
};

static const struct field measure_fields[] = {
	[MEASURE_TOUCHPOINT] = { .key = "touchpoint", .type = FIELD_REF,
		.target = TOUCHPOINT, .required = true },
	[MEASURE_NAME] = { .key = "name", .label = N_("Measure"),
		.longest = 1000, .required = true },
	[MEASURE_UNIT] = { .key = "unit", .label = N_("Unit"),
		.longest = 100 },
	[MEASURE_DAY] = { .key = "day", .type = FIELD_DAY,
		.label = N_("Day") },
	[MEASURE_VALUE] = { .key = "value", .type = FIELD_NUMBER,
		.label = N_("Value") },
};

static const struct field vote_fields[] = {
	[VOTE_TOUCHPOINT] = { .key = "touchpoint", .type = FIELD_REF,
		.target = TOUCHPOINT, .required = true },
	[VOTE_VOTER] = { .key = "voter", .label = N_("Voter"),
		.longest = 1000 },
	[VOTE_NUMBER] = { .key = "number", .type = FIELD_INTEGER,
		.label = N_("Votes"), .required = true },
};

static const struct field answer_fields[] = {
	[ANSWER_RULE] = { .key = "rule", .longest = 100, .required = true },
	[ANSWER_PLACE] = { .key = "place", .type = FIELD_LINK,
		.target = TOUCHPOINT },
	[ANSWER_NOTE] = { .key = "note", .type = FIELD_TEXT,
		.label = N_("Note") },
};

static const struct field snapshot_fields[] = {
	[SNAPSHOT_NAME] = { .key = "name", .label = N_("Name"),
		.longest = 1000, .required = true },
	[SNAPSHOT_EDIT] = { .key = "edit", .type = FIELD_INTEGER,
		.required = true },
};

static const struct field conflict_fields[] = {
	[CONFLICT_ENTITY] = { .key = "entity", .longest = 100,
		.required = true },
	[CONFLICT_ROW] = { .key = "row", .type = FIELD_LINK,
		.target = TOUCHPOINT, .required = true },
	[CONFLICT_FIELD] = { .key = "field", .longest = 100 },
	[CONFLICT_OURS] = { .key = "ours", .type = FIELD_TEXT },
	[CONFLICT_THEIRS] = { .key = "theirs", .type = FIELD_TEXT },
};

#define FIELDS(f) f, ARRAY_LEN(f)

const struct entity_info entities[ENTITIES] = {
	[PROJECT] = { "project", N_("project"), FIELDS(project_fields),
		PROJECT_TITLE, -1, -1 },
	[PERSONA] = { "persona", N_("persona"), FIELDS(persona_fields),
		PERSONA_NAME, -1, -1 },
	[MAP] = { "map", N_("map"), FIELDS(map_fields),
		MAP_TITLE, MAP_RANK, -1 },
	[STAGE] = { "stage", N_("stage"), FIELDS(stage_fields),
		STAGE_TITLE, STAGE_RANK, STAGE_MAP },
	[TOUCHPOINT] = { "touchpoint", N_("touchpoint"),
		FIELDS(touchpoint_fields),
		TOUCHPOINT_TITLE, TOUCHPOINT_RANK, TOUCHPOINT_STAGE },
	[LANE] = { "lane", N_("lane"), FIELDS(lane_fields),
		LANE_TITLE, LANE_RANK, LANE_MAP },
	[CELL] = { "cell", N_("cell"), FIELDS(cell_fields),
		CELL_TEXT, -1, CELL_LANE },
	[IMPROVEMENT] = { "improvement", N_("improvement"),
		FIELDS(improvement_fields),
		IMPROVEMENT_TEXT, IMPROVEMENT_RANK, IMPROVEMENT_MAP },
	[MEASURE] = { "measure", N_("measurement"), FIELDS(measure_fields),
		MEASURE_NAME, -1, MEASURE_TOUCHPOINT },
	[VOTE] = { "vote", N_("vote"), FIELDS(vote_fields),
		VOTE_VOTER, -1, VOTE_TOUCHPOINT },
	[ANSWER] = { "answer", N_("answer"), FIELDS(answer_fields),
		ANSWER_RULE, -1, -1 },
	[SNAPSHOT] = { "snapshot", N_("snapshot"), FIELDS(snapshot_fields),
		SNAPSHOT_NAME, -1, -1 },
	[CONFLICT] = { "conflict", N_("conflict"), FIELDS(conflict_fields),
		CONFLICT_FIELD, -1, -1 },
};

const struct field *field_of(enum entity e, int field)
{
	return &entities[e].fields[field];
}

bool field_is_integer(const struct field *f)
{
	return f->type == FIELD_EMOTION || f->type == FIELD_INTEGER ||
	       f->type == FIELD_REF || f->type == FIELD_LINK;
}

const char *field_shown(const struct field *f, const char *text)
{
	if (f->type == FIELD_EMOTION)
		return emotion_label(emotion_value(text));
	if (f->type == FIELD_CHOICE)
		for (const struct choice *c = f->choices; c->key; c++)
			if (!strcmp(c->key, text))
				return _(c->label);
	return text;
}
