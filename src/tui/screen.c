#include "tui/screen.h"

#include <curses.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/i18n.h"
#include "tui/theme.h"

static struct grid shown;       /* what the terminal has */
static SCREEN *screen;

static void modes(bool on)
{
	const char *s = on ? "\033[?2004h" : "\033[?2004l";

	putp(s);
	fflush(stdout);
}

/* curses prints, and may exit, when it knows no such terminal; newterm does
 * neither. */
static SCREEN *start_terminal(void)
{
	SCREEN *s = newterm(NULL, stdout, stdin);

	return s ? s : newterm("xterm-256color", stdout, stdin);
}

bool screen_start(struct err *err)
{
	const char *delay = getenv("ESCDELAY");

	screen = start_terminal();
	if (screen && !tigetstr("cup")) {       /* "dumb" cannot be drawn on */
		endwin();
		delscreen(screen);
		screen = NULL;
	}
	if (!screen)
		return err_set(err, _("the terminal \"%s\" is not known here; "
				      "try TERM=xterm cjm ..."),
			       getenv("TERM") ? getenv("TERM") : "");
	if (!delay || !*delay)
		set_escdelay(25);
	raw();
	noecho();
	nonl();
	theme_start();
	modes(true);
	return true;
}

void screen_abandon(void)
{
	delscreen(screen);
	grid_release(&shown);
}

void screen_stop(void)
{
	modes(false);
	endwin();
	screen_abandon();
}

void screen_size(int *rows, int *cols)
{
	struct winsize size;

	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_row &&
	    size.ws_col && (size.ws_row != LINES || size.ws_col != COLS))
		resizeterm(size.ws_row, size.ws_col);
	*rows = LINES;
	*cols = COLS;
}

/* A cell may hold a letter with its marks, or two signs of one column each
 * (the letters of a flag). */
static void put_cell(int row, int col, const struct cell *c)
{
	struct look look = theme_look((enum role)c->role);
	wchar_t text[UTF8_DRAWN + 1];
	const char *s = c->text;
	mbstate_t state;
	size_t n;

	memset(&state, 0, sizeof state);
	n = mbsrtowcs(text, &s, UTF8_DRAWN, &state);
	if (n == (size_t)-1) {
		text[0] = L'?';
		n = 1;
	}
	attr_set((attr_t)look.attributes, look.pair, NULL);
	mvaddnwstr(row, col, text, (int)n);
}

void screen_redraw(void)
{
	grid_release(&shown);
	clearok(stdscr, TRUE);
}

/* A row is compared whole first: most are the same. */
static void show_row(const struct grid *g, int r)
{
	const struct cell *cells = grid_at(g, r, 0);
	struct cell *old = grid_at(&shown, r, 0);
	size_t size = (size_t)g->cols * sizeof *cells;

	if (!memcmp(cells, old, size))
		return;
	for (int c = 0; c < g->cols; c++)
		if (cells[c].columns && !cell_equal(&cells[c], &old[c]))
			put_cell(r, c, &cells[c]);
	memcpy(old, cells, size);
}

void screen_show(const struct grid *g, int row, int col)
{
	if (shown.rows != g->rows || shown.cols != g->cols) {
		grid_release(&shown);
		grid_init(&shown, g->rows, g->cols, g->ascii);
		erase();
	}
	for (int r = 0; r < g->rows; r++)
		show_row(g, r);
	curs_set(row >= 0);
	if (row >= 0)
		move(row, col);
	refresh();
}

void screen_leave(void)
{
	modes(false);
	endwin();
}

void screen_return(void)
{
	refresh();
	modes(true);
}

void screen_suspend(void)
{
	struct sigaction normal = { .sa_handler = SIG_DFL }, ours;

	screen_leave();
	sigaction(SIGTSTP, &normal, &ours);
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
	screen_return();
}
