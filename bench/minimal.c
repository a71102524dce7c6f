/*
 * The least program that shows the same rows: what a screen and SQLite cost
 * by themselves.  It reads all touchpoints of the first map, shows them as a
 * list and moves a selection.  The bench measures everything against it.
 *
 *	minimal FILE.cjm        j k PgDn PgUp q
 */
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* Title, channel, emotion, need, context. */
enum { FIELDS = 5, WIDEST = 1000 };

static const char query[] =
	"SELECT t.title, t.channel, t.emotion, t.need, t.context"
	" FROM touchpoint t JOIN stage s ON s.id = t.stage"
	" WHERE t.map = (SELECT id FROM map ORDER BY rank, id LIMIT 1)"
	" ORDER BY s.rank, s.id, t.rank, t.id";

/* One block a row: its fields, one behind the other, each ended by NUL. */
static char **rows;
static int count, room, here, top;

static void keep_row(sqlite3_stmt *st)
{
	const char *text[FIELDS];
	size_t len[FIELDS], all = 0;
	char *end;
	int i;

	for (i = 0; i < FIELDS; i++) {
		text[i] = (const char *)sqlite3_column_text(st, i);
		len[i] = (size_t)sqlite3_column_bytes(st, i);
		all += len[i] + 1;
	}
	if (count == room) {
		room = room ? room * 2 : 64;
		rows = realloc(rows, (size_t)room * sizeof *rows);
	}
	end = rows[count++] = malloc(all);
	for (i = 0; i < FIELDS; i++) {
		memcpy(end, text[i] ? text[i] : "", len[i]);
		end[len[i]] = '\0';
		end += len[i] + 1;
	}
}

static int load(const char *path)
{
	sqlite3 *db;
	sqlite3_stmt *st = NULL;
	int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_prepare_v2(db, query, -1, &st, NULL);
	while (code == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW)
		keep_row(st);
	if (code != SQLITE_OK || sqlite3_finalize(st) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
		return 3;
	}
	sqlite3_close(db);
	return 0;
}

static void draw_row(int line, int number)
{
	wchar_t wide[WIDEST];
	char text[WIDEST * 4];
	const char *field = rows[number];
	size_t len = 0;
	int i, columns = 0;

	for (i = 0; i < FIELDS && len < sizeof text; i++) {
		len += (size_t)snprintf(text + len, sizeof text - len,
					i ? " | %s" : "%s", field);
		field += strlen(field) + 1;
	}
	len = mbstowcs(wide, text, WIDEST - 1);
	wide[len == (size_t)-1 ? 0 : len] = L'\0';
	for (i = 0; wide[i]; i++) {
		columns += wcwidth(wide[i]) < 0 ? 0 : wcwidth(wide[i]);
		if (columns > COLS - 3)
			break;
	}
	mvaddstr(line, 0, number == here ? "> " : "  ");
	addnwstr(wide, i);
	clrtoeol();
}

static void draw(void)
{
	int line;

	if (here < top)
		top = here;
	if (here >= top + LINES)
		top = here - LINES + 1;
	for (line = 0; line < LINES && top + line < count; line++)
		draw_row(line, top + line);
	move(here - top, 0);
	refresh();
}

static int within(int n, int most)
{
	return n > most ? (most > 0 ? most : 0) : n < 0 ? 0 : n;
}

static void go(int by)
{
	here = within(here + by, count - 1);
}

static void page(int by)
{
	go(by);
	top = within(top + by, count - LINES);
}

static int act(int key)
{
	switch (key) {
	case 'j': case KEY_DOWN:
		go(1);
		return 1;
	case 'k': case KEY_UP:
		go(-1);
		return 1;
	case KEY_NPAGE:
		page(LINES);
		return 1;
	case KEY_PPAGE:
		page(-LINES);
		return 1;
	}
	return key != 'q';
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	if (argc != 2 || load(argv[1]))
		return 3;
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	do
		draw();
	while (act(getch()));
	endwin();
	return 0;
}
