#include "format/pptx_flow.h"

#include "format/pptx_cell.h"
#include "format/pptx_row.h"

static const int sizes[] = { 18, 16, 14, 13, 12, PPTX_LEAST, 0 };

/* Lines of repeated headings, and of a part of a row that is worth it. */
enum { AGAIN = 4, PART = 4 };

struct flow {
	const struct table *t;
	struct deck *d;
	struct flow_text *text;
	int size;
	struct slide slide;
	bool open;              /* a slide is being made */
	bool first;             /* of this table */
	int y;                  /* where its next row goes */
	int rows;               /* on it, besides the heading */
};

/* Lines there is room for above the bottom. */
static int room_from(int y, int size)
{
	struct pptx_style style = { .size = size };

	return (SLIDE_BOTTOM - y - 2 * CELL_ABOVE) / pptx_line_height(&style);
}

static int whole_lines(const struct table *t, const struct table_row *r,
		       int size)
{
	struct row_rest rest = row_whole(t, r);

	return row_lines(t, r, &rest, size);
}

static void init_slide(const struct flow *f, struct slide *s,
		       const char *title)
{
	slide_init(s, LAYOUT_CONTENT, f->d->lang, title);
	if (*f->text->lead)
		slide_lead(s, f->text->lead);
}

/* The heading is whole once; then as much as tells columns apart. */
static void add_head(struct flow *f)
{
	struct row_rest rest = row_whole(f->t, &f->t->head);
	int lines = row_lines(f->t, &f->t->head, &rest, f->size);

	if (!f->first && lines > AGAIN)
		lines = AGAIN;
	row_add(&f->slide.shapes, f->t, f->d->lang, &f->t->head, &rest, lines,
		f->size);
	f->y += row_height(lines, f->size);
}

static void begin_slide(struct flow *f)
{
	struct strbuf title = STRBUF_INIT;

	strbuf_addstr(&title, f->text->title);
	if (f->text->slides++)
		strbuf_addf(&title, " (%d)", f->text->slides);
	init_slide(f, &f->slide, title.s);
	strbuf_release(&title);
	strbuf_addstr(&f->slide.notes, f->text->notes);
	f->text->lead = f->text->notes = "";
	f->open = true;
	f->rows = 0;
	f->y = f->slide.top;
	cell_table_begin(&f->slide, f->t, f->y);
	if (f->t->headed)
		add_head(f);
	f->first = false;
}

static void end_slide(struct flow *f)
{
	if (!f->open)
		return;
	cell_table_end(&f->slide);
	deck_add(f->d, &f->slide);
	f->open = false;
}

/* Whether to leave the rest of the slide empty: the row fits on the next one
 * and is not high, or there is hardly any room. */
static bool is_full(const struct flow *f, int lines)
{
	int room = room_from(f->y, f->size);

	if (!f->rows || lines <= room)
		return false;
	return room < PART ||
	       lines <= room_from(f->slide.top, f->size) * 2 / 5;
}

static void flow_row(struct flow *f, const struct table_row *r)
{
	struct row_rest rest = row_whole(f->t, r);

	do {
		int lines = row_lines(f->t, r, &rest, f->size), room;

		if (f->open && is_full(f, lines))
			end_slide(f);
		if (!f->open)
			begin_slide(f);
		room = room_from(f->y, f->size);
		if (lines > room)
			lines = room > 1 ? room : 1;
		row_add(&f->slide.shapes, f->t, f->d->lang, r, &rest, lines,
			f->size);
		f->y += row_height(lines, f->size);
		f->rows++;
		if (!row_is_done(f->t, &rest))
			end_slide(f);
	} while (!row_is_done(f->t, &rest));
}

static bool fits(const struct table *t, int top, int size)
{
	bool words = !t->headed || row_words_fit(t, &t->head, size);
	int y = top;

	if (t->headed)
		y += row_height(whole_lines(t, &t->head, size), size);
	for (size_t i = 0; i < t->count && y <= SLIDE_BOTTOM; i++) {
		y += row_height(whole_lines(t, &t->rows[i], size), size);
		words = words && row_words_fit(t, &t->rows[i], size);
	}
	return words && y <= SLIDE_BOTTOM;
}

/* The largest letters with which all is on one slide. */
static int choose_size(const struct flow *f)
{
	struct slide probe;
	const int *size = sizes;

	init_slide(f, &probe, f->text->title);
	while (size[1] && !fits(f->t, probe.top, *size))
		size++;
	slide_release(&probe);
	return *size;
}

void table_flow(const struct table *t, struct deck *d, struct flow_text *text)
{
	struct flow f = { .t = t, .d = d, .text = text, .first = true };
	int head;

	if (!t->count)
		return;
	f.size = choose_size(&f);
	head = t->headed ? whole_lines(t, &t->head, f.size) : 0;
	if (head > room_from(SLIDE_HEIGHT / 4, f.size) * 2 / 3) {
		f.first = false;
		flow_row(&f, &t->head);
	}
	for (size_t i = 0; i < t->count; i++)
		flow_row(&f, &t->rows[i]);
	end_slide(&f);
}
