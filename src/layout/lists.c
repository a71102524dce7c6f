#include "layout/lists.h"

#include "base/alloc.h"
#include "base/i18n.h"
#include "layout/listing.h"
#include "layout/strip.h"
#include "layout/views.h"

/* A list of rows of the project. */
struct rows {
	const struct project *p;
	const struct list *list;
};

static const struct row *row_at(const struct listing *l, size_t i)
{
	const struct rows *rows = l->what;

	return rows->list->rows[i];
}

static struct thing thing_at(const struct listing *l, size_t i)
{
	const struct row *r = row_at(l, i);

	return (struct thing){ (enum entity)r->entity, r->id };
}

/* "Maps · 3" */
static void count_title(const struct page *page, const char *label, size_t n,
			struct strbuf *out)
{
	strbuf_addf(out, "%s %s %zu", label,
		    grid_sign(page->grid, SIGN_DOT), n);
}

static void paint_rows(struct page *page, const struct project *p,
		       const struct list *list, const char *label,
		       struct listing *l)
{
	struct rows rows = { p, list };
	struct strbuf title = STRBUF_INIT;

	count_title(page, label, list->count, &title);
	l->title = title.s;
	l->count = list->count;
	l->thing = thing_at;
	l->what = &rows;
	listing_paint(page, l);
	strbuf_release(&title);
}

static void map_cell(const struct listing *l, size_t i, int column,
		     struct strbuf *out)
{
	const struct rows *rows = l->what;
	const struct row *r = row_at(l, i), *who;

	switch (column) {
	case 0:
		strbuf_addf(out, "%zu", i + 1);
		break;
	case 1:
		strbuf_addstr(out, row_title(r));
		break;
	case 2:
		strbuf_addstr(out, field_shown(field_of(MAP, MAP_STATE),
					       row_text(r, MAP_STATE)));
		break;
	default:
		who = project_row(rows->p, PERSONA, row_ref(r, MAP_PERSONA));
		strbuf_addstr(out, who ? row_title(who) : "");
	}
}

void list_maps(struct page *page, const struct project *p,
	       const struct view *v)
{
	static const struct listing_column columns[] = {
		{ "", 4 }, { N_("Title"), 0 }, { N_("State"), 12 },
		{ N_("Persona"), 24 },
	};
	struct listing l = { .columns = columns, .cell = map_cell,
			     .column_count = ARRAY_LEN(columns) };

	(void)v;
	l.empty = _("This file has no map yet. Press Esc, then A to begin "
		    "one.");
	paint_rows(page, p, project_maps(p), _("Maps"), &l);
}

static void persona_cell(const struct listing *l, size_t i, int column,
			 struct strbuf *out)
{
	const struct row *r = row_at(l, i);

	strbuf_addstr(out, row_text(r, column ? PERSONA_NEEDS :
						PERSONA_NAME));
}

void list_personas(struct page *page, const struct project *p,
		   const struct view *v)
{
	static const struct listing_column columns[] = {
		{ N_("Name"), 32 }, { N_("Needs"), 0 },
	};
	struct listing l = { .columns = columns, .cell = persona_cell,
			     .column_count = ARRAY_LEN(columns) };

	(void)v;
	l.empty = _("There is no persona in this file yet; cjm import brings "
		    "them along with a map.");
	paint_rows(page, p, project_list(p, PERSONA, 0), _("Personas"), &l);
}

static void snapshot_cell(const struct listing *l, size_t i, int column,
			  struct strbuf *out)
{
	const struct row *r = row_at(l, i);

	strbuf_addstr(out, row_text(r, column ? SNAPSHOT_NAME :
						SNAPSHOT_EDIT));
}

void list_snapshots(struct page *page, const struct project *p,
		    const struct view *v)
{
	static const struct listing_column columns[] = {
		{ N_("Change"), 10 }, { N_("Name"), 0 },
	};
	struct listing l = { .columns = columns, .cell = snapshot_cell,
			     .column_count = ARRAY_LEN(columns) };

	(void)v;
	l.empty = _("There is no snapshot yet. In the history (Esc, then U) "
		    "s gives a moment a name.");
	paint_rows(page, p, project_list(p, SNAPSHOT, 0), _("Snapshots"), &l);
}

static void parked_cell(const struct listing *l, size_t i, int column,
			struct strbuf *out)
{
	const struct rows *rows = l->what;
	const struct row *r = row_at(l, i);

	switch (column) {
	case 0:
		strbuf_addf(out, "0.%d", view_number(rows->p, r));
		break;
	case 1:
		strbuf_addstr(out, row_title(r));
		break;
	case 2:
		strbuf_addstr(out, emotion_shown(row_emotion(r)));
		break;
	default:
		strbuf_addstr(out, row_text(r, TOUCHPOINT_CHANNEL));
	}
}

void list_parking(struct page *page, const struct project *p,
		  const struct view *v)
{
	static const struct listing_column columns[] = {
		{ "", 6 }, { N_("Title"), 0 }, { "", 2 },
		{ N_("Channel"), 20 },
	};
	struct listing l = { .columns = columns, .cell = parked_cell,
			     .column_count = ARRAY_LEN(columns) };

	l.empty = _("Nothing is parked. What is typed for a stage that "
		    "nobody knows comes here.");
	paint_rows(page, p, view_touchpoints(v, p, 0),
		   _("Parking lot"), &l);
}

static void view_cell(const struct listing *l, size_t i, int column,
		      struct strbuf *out)
{
	(void)l;
	strbuf_addstr(out, column ? _(views[i].help) : _(views[i].label));
}

static struct thing view_at(const struct listing *l, size_t i)
{
	(void)l;
	return views_thing(&views[i]);
}

void list_views(struct page *page, const struct project *p,
		const struct view *v)
{
	static const struct listing_column columns[] = {
		{ N_("View"), 24 }, { N_("What it shows"), 0 },
	};
	struct listing l = { .columns = columns, .cell = view_cell,
			     .column_count = ARRAY_LEN(columns),
			     .thing = view_at, .empty = "" };

	(void)p;
	(void)v;
	l.title = _("Views");
	while (views[l.count].key)
		l.count++;
	listing_paint(page, &l);
}
