#include "tui/copying.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/command.h"

static void tell_copied(struct app *a, size_t count, const char *title)
{
	if (count == 1)
		app_say(a, _("Copied: %s; p puts it where you are then"),
			title);
	else
		app_say(a, ngettext("%zu touchpoint copied; p puts it where "
				    "you are then",
				    "%zu touchpoints copied; p puts them "
				    "where you are then", count), count);
}

void touchpoint_copy(struct app *a)
{
	size_t count;
	int64_t *ids = chosen_ids(a, &count);

	if (count) {
		clip_take(&a->copying.clip, a->p, TOUCHPOINT, ids, count);
		tell_copied(a, count,
			    row_title(a->copying.clip.rows[0]));
	}
	free(ids);
}

void stage_copy(struct app *a)
{
	const struct row *r = project_row(a->p, STAGE, a->view.stage);

	if (!r) {
		app_say(a, _("This is the parking lot, not a stage."));
		return;
	}
	clip_take(&a->copying.clip, a->p, STAGE, &r->id, 1);
	tell_copied(a, 1, row_title(r));
}

static void put_stages(struct app *a, const struct clip *clip)
{
	int number = view_stage_number(&a->view, a->p);
	struct paste_intent i;

	intent_paste(&i, clip, a->view.map, 0, number ? number : AT_END);
	if (app_do(a, &i.intent))
		view_go_stage(&a->view, a->p, i.first);
}

/* Behind the touchpoint the selection is on. */
static void put_touchpoints(struct app *a, const struct clip *clip)
{
	long at = a->view.touchpoint ? (long)view_index(&a->view, a->p) + 1 :
				       AT_END;
	struct paste_intent i;

	intent_paste(&i, clip, a->view.map, a->view.stage, at);
	if (app_do(a, &i.intent))
		a->view.touchpoint = i.first;
}

void paste(struct app *a)
{
	const struct clip *clip = &a->copying.clip;

	if (clip_holds(clip, STAGE))
		put_stages(a, clip);
	else if (clip_holds(clip, TOUCHPOINT))
		put_touchpoints(a, clip);
	else
		app_say(a, _("Nothing was copied yet: y copies the "
			     "touchpoint, Y the stage."));
}

void touchpoint_duplicate(struct app *a)
{
	struct clip clip = CLIP_INIT;
	size_t count;
	int64_t *ids = chosen_ids(a, &count);

	clip_take(&clip, a->p, TOUCHPOINT, ids, count);
	if (count)
		put_touchpoints(a, &clip);
	clip_release(&clip);
	free(ids);
}

static bool is_as_is(const struct row *map)
{
	return !strcmp(row_text(map, MAP_STATE), "as-is");
}

static void copy_map(struct app *a, const char *state, int64_t persona)
{
	struct copy_map_intent i;

	intent_copy_map(&i, a->view.map, a->copying.title.s);
	i.state = state;
	i.persona = persona;
	if (app_do(a, &i.intent))
		app_go_map(a, i.id);
}

static const struct row *persona_named(struct app *a, const char *text)
{
	const struct list *l = project_list(a->p, PERSONA, 0);

	for (size_t i = 0; i < l->count; i++)
		if (utf8_begins(row_title(l->rows[i]), text))
			return l->rows[i];
	return NULL;
}

static void persona_answered(struct app *a, const char *text)
{
	const struct row *who = *text ? persona_named(a, text) : NULL;
	struct err err;

	if (!*text) {
		copy_map(a, "to-be", 0);
	} else if (who) {
		copy_map(a, NULL, who->id);
	} else {
		err_set(&err, _("There is no persona \"%s\"."), text);
		app_trouble(a, &err);
	}
}

/* A map of how it is becomes one of how it is to be, unless it is for
 * somebody else. */
static void title_answered(struct app *a, const char *text)
{
	const struct row *map = project_row(a->p, MAP, a->view.map);

	if (!map || !*text)
		return;
	strbuf_clear(&a->copying.title);
	strbuf_addstr(&a->copying.title, text);
	if (project_list(a->p, PERSONA, 0)->count)
		ask(a, N_("Enter: as it is to be; or for the persona:"), "",
		    persona_answered);
	else
		copy_map(a, is_as_is(map) ? "to-be" : NULL, 0);
}

void map_copy(struct app *a)
{
	const struct row *map = project_row(a->p, MAP, a->view.map);
	struct strbuf title = STRBUF_INIT;

	if (!map)
		return;
	strbuf_addf(&title, _("%s (copy)"), row_title(map));
	ask(a, N_("Title of the copy of this map:"), title.s,
	    title_answered);
	strbuf_release(&title);
}

void copying_release(struct copying *c)
{
	clip_release(&c->clip);
	strbuf_release(&c->title);
}
