#include "format/deck_pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "layout/wrap.h"

enum { LINE = 10, TITLE_COLUMNS = 50, TITLE_LINE = 20, TITLE_LONGEST = 150 };

void deck_pages_start(struct deck_pages *t, const struct deck_size *size,
		      size_t columns)
{
	*t = (struct deck_pages){ .size = size, .columns = columns };
}

static void add(struct deck_pages *t, char *text)
{
	t->cells = xgrow(t->cells, t->count, &t->cap, sizeof *t->cells);
	t->cells[t->count++] = text;
}

void deck_pages_cell(struct deck_pages *t, const char *text)
{
	add(t, xstrdup(text));
}

static int width(const struct deck_pages *t, size_t column)
{
	int all = t->size->columns, count = (int)t->columns;
	int first = t->size->first && count > 1 ?
		    all * t->size->first / 100 : all / count;
	int letters = !column ? first : (all - first) / (count - 1);

	letters -= t->size->between;
	return letters > 4 ? letters : 4;
}

static int row_height(const struct deck_pages *t, size_t row)
{
	int most = 1;

	for (size_t i = 0; i < t->columns; i++) {
		int lines = wrap_lines(t->cells[row * t->columns + i],
				       width(t, i));

		most = lines > most ? lines : most;
	}
	return most * LINE + t->size->row;
}

/* Where the text goes on behind so many lines, or its end. */
static const char *behind(const char *text, int columns, int lines)
{
	struct wrap w;

	wrap_start(&w, text, columns);
	while (lines-- > 0 && wrap_next(&w))
		;
	return w.text;
}

static char *without_end(const char *text, size_t len)
{
	while (len && strchr(" \t\n", text[len - 1]))
		len--;
	return xstrndup(text, len);
}

/* Cut the row so that it takes no more than `height`; what is left over
 * becomes a new row behind it. */
static void cut_row(struct deck_pages *t, size_t row, int height)
{
	int lines = (height - t->size->row) / LINE;
	size_t first = row * t->columns, behind_it = first + t->columns;

	for (size_t i = 0; i < t->columns; i++)
		add(t, NULL);
	memmove(t->cells + behind_it + t->columns, t->cells + behind_it,
		(t->count - t->columns - behind_it) * sizeof *t->cells);
	for (size_t i = 0; i < t->columns; i++) {
		char *all = t->cells[first + i];
		const char *rest = behind(all, width(t, i), lines);

		t->cells[behind_it + i] = xstrdup(rest);
		t->cells[first + i] = without_end(all,
							 (size_t)(rest - all));
		free(all);
	}
}

static size_t rows(const struct deck_pages *t)
{
	return t->count / t->columns;
}

/* How high a page's rows may be together. */
static int room(const struct deck_pages *t, const char *title)
{
	int lines = wrap_lines(title, TITLE_COLUMNS);
	int left = t->size->height - row_height(t, 0) -
		   (lines > 1 ? (lines - 1) * TITLE_LINE : 0);

	return left > 3 * LINE ? left : 3 * LINE;
}

/* The row behind the last one that fits on the page that begins with `row`;
 * one that fits on none is cut. */
static size_t page_end(struct deck_pages *t, size_t row, int height)
{
	int left = height;

	if (row_height(t, row) > height)
		cut_row(t, row, height);
	do {
		left -= row_height(t, row++);
	} while (row < rows(t) && row_height(t, row) <= left);
	return row;
}

static void show_page(const struct deck_pages *t, size_t row, size_t end,
		      struct slide *s,
		      void (*show)(const struct slide *s, void *arg),
		      void *arg)
{
	size_t header = t->columns, cells = (end - row) * t->columns;
	const char **page = xmalloc((header + cells) * sizeof *page);

	memcpy(page, t->cells, header * sizeof *page);
	memcpy(page + header, t->cells + row * t->columns,
	       cells * sizeof *page);
	s->cells = page;
	s->rows = 1 + end - row;
	s->columns = t->columns;
	show(s, arg);
	free(page);
}

static void release(struct deck_pages *t)
{
	while (t->count)
		free(t->cells[--t->count]);
	free(t->cells);
	t->cells = NULL;
	t->cap = 0;
}

/* Titles have to stay in their place. */
static void add_title(struct strbuf *out, const char *title)
{
	size_t len = utf8_fit(title, TITLE_LONGEST, NULL);

	strbuf_add(out, title, len);
	if (title[len])
		strbuf_addstr(out, "…");
}

void deck_pages_show(struct deck_pages *t, const char *title,
		     const char *notes,
		     void (*show)(const struct slide *s, void *arg),
		     void *arg)
{
	struct strbuf short_title = STRBUF_INIT, full = STRBUF_INIT;
	size_t *ends = NULL, count = 0, cap = 0, row = 1;
	int height;

	add_title(&short_title, title);
	height = t->count ? room(t, short_title.s) : 0;
	while (row < rows(t)) {
		row = page_end(t, row, height);
		ends = xgrow(ends, count, &cap, sizeof *ends);
		ends[count++] = row;
	}
	for (size_t i = 0; i < count; i++) {
		struct slide s = { .notes = i ? "" : notes };

		strbuf_clear(&full);
		strbuf_addstr(&full, short_title.s);
		if (count > 1)
			strbuf_addf(&full, " (%zu/%zu)", i + 1, count);
		s.title = full.s;
		show_page(t, i ? ends[i - 1] : 1, ends[i], &s, show, arg);
	}
	free(ends);
	strbuf_release(&full);
	strbuf_release(&short_title);
	release(t);
}
