#include "tui/moments.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "layout/listing.h"
#include "tui/clock.h"

static void take(const struct entry *entry, void *arg)
{
	struct moments *m = arg;

	m->list = xgrow(m->list, m->count, &m->cap, sizeof *m->list);
	m->list[m->count++] = (struct moment){
		entry->seq, entry->time / 1000, xstrdup(entry->author),
		xstrdup(entry->label) };
}

bool moments_more(struct moments *m, struct store *s, size_t most,
		  struct err *err)
{
	struct history_filter filter = { m->author, m->thing };
	int64_t before = m->count ? m->list[m->count - 1].seq : INT64_MAX;
	size_t had = m->count;

	if (!m->count)
		m->known = store_last_edit(s);
	if (!history_back(s, before, (int)most, &filter, take, m, err))
		return false;
	m->all = m->count - had < most;
	return true;
}

static void clear(struct moments *m)
{
	while (m->count) {
		m->count--;
		free(m->list[m->count].author);
		free(m->list[m->count].label);
	}
}

bool moments_again(struct moments *m, struct store *s, struct err *err)
{
	size_t had = m->count + (size_t)(store_last_edit(s) - m->known);

	clear(m);
	return moments_more(m, s, had, err);
}

size_t moments_find(const struct moments *m, int64_t seq)
{
	size_t i = 0;

	while (i + 1 < m->count && m->list[i].seq > seq)
		i++;
	return i;
}

void moments_release(struct moments *m)
{
	clear(m);
	free(m->list);
	free(m->author);
	*m = (struct moments){ .list = NULL };
}

struct thing moment_thing(int64_t seq)
{
	return (struct thing){ ENTITIES, seq };
}

/* "after the talk", the names that this moment was given. */
static void add_names(const struct project *p, int64_t seq,
		      struct strbuf *out)
{
	const struct list *l = project_list(p, SNAPSHOT, 0);

	for (size_t i = 0; i < l->count; i++)
		if (row_ref(l->rows[i], SNAPSHOT_EDIT) == seq)
			strbuf_addf(out, "[%s] ", row_title(l->rows[i]));
}

static void cell(const struct listing *l, size_t row, int column,
		 struct strbuf *out)
{
	const struct moments_page *what = l->what;
	const struct moment *m = &what->moments->list[row];

	switch (column) {
	case 0:
		strbuf_addf(out, "%lld", (long long)m->seq);
		break;
	case 1:
		clock_text(m->time, out);
		break;
	case 2:
		add_names(what->project, m->seq, out);
		edit_shown(m->label, out);
		break;
	default:
		strbuf_addstr(out, m->author);
	}
}

static struct thing thing(const struct listing *l, size_t row)
{
	const struct moments_page *what = l->what;

	return moment_thing(what->moments->list[row].seq);
}

/* "History · only Ann · only Pays at the till" */
static void add_title(const struct page *page,
		      const struct moments_page *what, struct strbuf *out)
{
	const struct moments *m = what->moments;
	const struct row *r = project_row(what->project, m->thing.entity,
					  m->thing.id);
	const char *dot = grid_sign(page->grid, SIGN_DOT);

	strbuf_addstr(out, _("History"));
	if (m->author)
		strbuf_addf(out, " %s %s %s", dot, _("only"), m->author);
	if (m->thing.id)
		strbuf_addf(out, " %s %s %s", dot, _("only"),
			    r ? row_title(r) : "?");
}

void moments_paint(struct page *page, const void *moments_page)
{
	static const struct listing_column columns[] = {
		{ N_("No."), 8 }, { N_("When"), 16 }, { N_("What"), 0 },
		{ N_("Who"), 16 },
	};
	const struct moments_page *what = moments_page;
	struct strbuf title = STRBUF_INIT;
	struct listing l = { .columns = columns, .cell = cell,
			     .column_count = ARRAY_LEN(columns),
			     .thing = thing, .what = what,
			     .count = what->moments->count };

	add_title(page, what, &title);
	l.title = title.s;
	l.empty = _("Nothing here: no change is of that kind.");
	page->more = !what->moments->all;
	listing_paint(page, &l);
	strbuf_release(&title);
}
