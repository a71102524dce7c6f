#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include <sqlite3.h>

#include "base/alloc.h"
#include "base/strbuf.h"
#include "tmp.h"
#include "vt_parts.h"

enum { PROGRAMS_MOST = 8, BUSY_MS = 5000, TRIES = 50 };

static struct vt *programs[PROGRAMS_MOST];

const char editor_bread[] =
	"cjm outline 1\n"
	"# Buying bread\n"
	"  state: as-is\n"
	"## Need\n"
	"  phase: before\n"
	"- Smells the bread @street ~hungry +a snack \"What a smell\" :+1\n"
	"- Sees a poster @poster :0\n"
	"- Asks a friend @phone !no answer\n"
	"## Purchase\n"
	"- Enters the shop @shop :+1\n"
	"- Pays at the till @till !the queue :-2\n"
	"## Loyalty\n"
	"# Selling bread\n"
	"## Morning\n"
	"- Opens the shop @shop\n";

static const char *import(const char *source)
{
	const char *file = tmp_path("map.cjm");
	struct run r;

	run(&r, NULL, RUN("cjm", "import", file, source));
	if (r.status)
		fail_msg("cjm import: %d %s", r.status, r.err);
	run_release(&r);
	return file;
}

const char *editor_file(const char *outline)
{
	return import(tmp_file("map.outline", outline));
}

const char *editor_sample(const char *language)
{
	const char *data = getenv("CJM_DATADIR");
	char path[4096];

	snprintf(path, sizeof path, "%s/samples/coffee.%s.outline",
		 data ? data : "share", language);
	return import(path);
}

struct vt *editor_start(int rows, int cols, const char *const words[])
{
	size_t i = 0;

	while (i < PROGRAMS_MOST && programs[i])
		i++;
	assert_in_range(i, 0, PROGRAMS_MOST - 1);
	programs[i] = vt_start(rows, cols, words);
	return programs[i];
}

struct vt *editor_open(int rows, int cols, const char *file)
{
	struct vt *vt = editor_start(rows, cols, RUN("cjm", file));

	vt_wait(vt, "all saved");
	return vt;
}

int editor_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < PROGRAMS_MOST; i++) {
		vt_free(programs[i]);
		programs[i] = NULL;
	}
	return 0;
}

void editor_twice(const char *outline,
		  void (*play)(struct vt *vt, const char *file))
{
	static const struct { int rows, cols; } sizes[] = { { 24, 80 },
							    { 50, 200 } };

	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		const char *file = editor_file(outline);

		play(editor_open(sizes[i].rows, sizes[i].cols, file), file);
		editor_end(NULL);
	}
}

/* Large screens draw boxes, with the number in the frame. */
static bool is_boxed(const struct vt *vt)
{
	return vt->rows >= 32 && vt->cols >= 110;
}

/* Whether the cursor is on the text, with the number in the frame above it
 * where there are frames. */
static bool is_selected(struct vt *vt, const char *number, const char *text)
{
	int row, col, cursor_row, cursor_col;
	struct strbuf frame = STRBUF_INIT;
	bool found = vt_find(vt, text, &row, &col);

	if (!found)
		return false;
	if (is_boxed(vt)) {
		for (int i = 0; i < (int)strlen(number) + 4; i++)
			strbuf_addstr(&frame,
				      vt_cell(vt, row - 1, col + i).text);
		found = strstr(frame.s, number);
	}
	strbuf_release(&frame);
	vt_cursor(vt, &cursor_row, &cursor_col);
	return found && cursor_row == row && cursor_col == col;
}

void editor_selected(struct vt *vt, const char *number, const char *title)
{
	char text[256], wish[512];

	if (is_boxed(vt))
		snprintf(text, sizeof text, "▌ %s", title);
	else
		snprintf(text, sizeof text, "▌%-4s %s", number, title);
	vt_wait(vt, text);
	for (int i = 0; i < TRIES && !is_selected(vt, number, text); i++)
		vt_settle(vt);
	snprintf(wish, sizeof wish, "%s %s", number, title);
	if (!is_selected(vt, number, text))
		vt_fail(vt, "not selected:", wish);
}

int editor_line(const struct vt *vt)
{
	return vt->rows - 3;
}

void editor_left(struct vt *vt)
{
	assert_int_equal(vt_exit_status(vt), 0);
	assert_int_equal(vt_mode(vt, 1049), 0);
	assert_int_equal(vt_mode(vt, 2004), 0);
}

void editor_leave(struct vt *vt)
{
	vt_send(vt, "q");
	editor_left(vt);
}

static char *ask(const char *file, const char *sql)
{
	const char *text = NULL;
	sqlite3_stmt *st = NULL;
	sqlite3 *db = NULL;
	char *answer;

	if (sqlite3_open_v2(file, &db, SQLITE_OPEN_READONLY, NULL) ||
	    sqlite3_busy_timeout(db, BUSY_MS) ||
	    sqlite3_prepare_v2(db, sql, -1, &st, NULL))
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	if (sqlite3_step(st) == SQLITE_ROW)
		text = (const char *)sqlite3_column_text(st, 0);
	answer = xstrdup(text ? text : "-");
	sqlite3_finalize(st);
	sqlite3_close(db);
	return answer;
}

void editor_holds(const char *file, const char *sql, const char *expected)
{
	char *answer = ask(file, sql);

	if (strcmp(answer, expected))
		fail_msg("%s: \"%s\", not \"%s\"", sql, answer, expected);
	free(answer);
}

void editor_stage_holds(const char *file, const char *stage,
			const char *titles)
{
	char *sql = sqlite3_mprintf(
		"SELECT coalesce(group_concat(title, '|'), '') FROM"
		" (SELECT t.title FROM touchpoint AS t"
		"  LEFT JOIN stage AS s ON s.id = t.stage"
		"  WHERE coalesce(s.title, '') = %Q ORDER BY t.rank)", stage);

	editor_holds(file, sql, titles);
	sqlite3_free(sql);
}

void editor_field_is(const char *file, const char *title, const char *field,
		     const char *expected)
{
	char *sql = sqlite3_mprintf(
		"SELECT \"%w\" FROM touchpoint WHERE title = %Q", field,
		title);

	editor_holds(file, sql, expected);
	sqlite3_free(sql);
}
