#include "tui/resume.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/record.h"
#include "base/statefile.h"
#include "tui/app.h"
#include "tui/others.h"

enum { REST_MS = 4000 };

static const char first_word[] = "cjm place 1";

/* What is gone by now is left for its neighbour. */
static void go_there(struct app *a, int64_t stage, int64_t touchpoint)
{
	const struct row *s = project_row(a->p, STAGE, stage);
	const struct row *t = project_row(a->p, TOUCHPOINT, touchpoint);

	if (!stage || (s && row_ref(s, STAGE_MAP) == a->view.map))
		view_go_stage(&a->view, a->p, stage);
	if (t && row_ref(t, TOUCHPOINT_MAP) == a->view.map)
		a->view.touchpoint = touchpoint;
	app_settle(a, 0);
}

static void go_map(struct app *a, int64_t map)
{
	const struct row *first = list_at(project_maps(a->p), 0);

	if (!project_row(a->p, MAP, map))
		map = first ? first->id : 0;
	app_go_map(a, map);
}

static void read_place(struct app *a, int64_t map, const char *s)
{
	struct resume *r = &a->resume;
	struct record place = RECORD_INIT;

	if (record_read(&place, &s) && !strcmp(place.word[0], first_word)) {
		int64_t there = id_parse(place.word[1]);

		go_map(a, map ? map : there);
		if (a->view.map == there)
			go_there(a, id_parse(place.word[2]),
				 id_parse(place.word[3]));
		r->edit = id_parse(place.word[4]);
		r->time = id_parse(place.word[5]);
	} else {
		go_map(a, map);
	}
	record_release(&place);
}

void resume_start(struct app *a, int64_t map)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;

	if (app_state_name(a, &name)) {
		strbuf_addstr(&name, "place");
		a->resume.name = strbuf_detach(&name);
		statefile_read(a->resume.name, &text);
	}
	read_place(a, map, text.s);
	strbuf_release(&text);
}

void resume_release(struct resume *r)
{
	free(r->name);
	strbuf_release(&r->kept);
}

void resume_tell(struct app *a, struct strbuf *message)
{
	if (a->resume.time)
		others_since(a, a->resume.edit, a->resume.time, message);
}

void resume_key(struct app *a, int64_t now)
{
	a->resume.edit = store_last_edit(a->store);
	a->resume.time = time(NULL);
	a->resume.at = now;
	a->resume.due = true;
}

void resume_look(struct app *a, int64_t now)
{
	if (a->resume.due && now - a->resume.at >= REST_MS)
		resume_keep(a);
}

void resume_keep(struct app *a)
{
	char map[ID_TEXT], stage[ID_TEXT], touchpoint[ID_TEXT],
	     edit[ID_TEXT], seen[ID_TEXT];
	const struct view *v = app_looks_back(a) ? &a->history.present :
						   &a->view;
	struct resume *r = &a->resume;
	struct strbuf text = STRBUF_INIT;

	r->due = false;
	if (!r->name)
		return;
	record_write(&text, first_word, id_text(v->map, map),
		     id_text(v->stage, stage),
		     id_text(v->touchpoint, touchpoint),
		     id_text(r->edit, edit), id_text(r->time, seen), NULL);
	if (strcmp(text.s, r->kept.s) != 0) {
		statefile_write(r->name, text.s);
		strbuf_clear(&r->kept);
		strbuf_add(&r->kept, text.s, text.len);
	}
	strbuf_release(&text);
}
