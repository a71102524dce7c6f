/*
 * A program on a screen: a pseudo terminal with an emulator behind it.
 *
 * The program runs in the environment of run.h with TERM=xterm-256color; it
 * gets keys and its screen is read, as a user would.  Nothing here sleeps for
 * a fixed time: wait for the very text you want to assert.  A wait that is
 * not fulfilled within ten seconds, or before the program ends, prints the
 * screen and fails the test.
 *
 *	struct vt *vt = vt_start(24, 80, RUN("cjm", file));
 *
 *	vt_wait(vt, "Need");
 *	vt_send(vt, "iPays @card<Enter>");
 *	vt_wait(vt, "saved");
 *	vt_send(vt, "<Esc>q");
 *	assert_int_equal(vt_exit_status(vt), 0);
 *	assert_int_equal(vt_mode(vt, 1049), 0);
 *	vt_free(vt);
 *
 * Rows and columns count from 0.  Texts handed out are borrowed: they live
 * until the same function is called again, or vt_free().
 */
#ifndef TESTS_VT_H
#define TESTS_VT_H

#include <stdbool.h>
#include <stddef.h>

#include "run.h"

struct vt;

/* Start words[0]; leading words NAME=value go into its environment. */
struct vt *vt_start(int rows, int cols, const char *const words[]);
void vt_free(struct vt *vt);            /* ends the program; NULL is fine */

/*
 * Press keys.  Plain UTF-8 is typed as it is; names are those of the keymap:
 * <Enter> <Esc> <Tab> <BS> <Space> <Up> <Down> <Left> <Right> <Home> <End>
 * <PageUp> <PageDown> <Insert> <Delete> <F1> ... <F12>, <C-r>, <C-Left>,
 * <S-Tab>, and <lt> for `<`.  <BS> is 0x7f, <C-h> 0x08.
 */
void vt_send(struct vt *vt, const char *keys);
void vt_send_bytes(struct vt *vt, const char *bytes, size_t len);
void vt_paste(struct vt *vt, const char *text); /* as one bracketed paste */

/* Press or release a mouse button, or turn the wheel (64 up, 65 down), in
 * the SGR spelling; the program must have switched mode 1006 on. */
void vt_mouse(struct vt *vt, int button, int row, int col, bool press);

/* Wait until the screen, as in vt_text(), holds the text, or no longer. */
void vt_wait(struct vt *vt, const char *text);
void vt_wait_gone(struct vt *vt, const char *text);
void vt_wait_row(struct vt *vt, int row, const char *text);
void vt_wait_cursor(struct vt *vt, int row, int col);
/* Until the program has once switched the mode on (or off again). */
void vt_wait_mode(struct vt *vt, int mode, bool on);

/* Read on until the program has sent nothing for a tenth of a second.  Only
 * before counting bytes, or to show that nothing happens. */
void vt_settle(struct vt *vt);

/* The screen's rows joined by newlines, blanks at their ends cut; one row of
 * it; whether it holds the text now, and where it begins. */
const char *vt_text(struct vt *vt);
const char *vt_row(struct vt *vt, int row);
bool vt_has(struct vt *vt, const char *text);
bool vt_find(struct vt *vt, const char *text, int *row, int *col);

enum { VT_DEFAULT = -1, VT_RGB = 1 << 24 };

struct vt_cell {
	char text[32];          /* empty: nothing was ever put there */
	int columns;
	bool bold, underline, italic, reverse;
	int fg, bg;             /* VT_DEFAULT, 0 ... 255, or VT_RGB | rrggbb */
};

struct vt_cell vt_cell(struct vt *vt, int row, int col);
struct vt_cell vt_cell_of(struct vt *vt, const char *text); /* its first */
bool vt_cursor(struct vt *vt, int *row, int *col);      /* is it visible? */

/* What the program has sent: all of it, the count of bytes, and whether it
 * switched a private mode such as 1049 (other screen), 2004 (paste) or 1000
 * (mouse) on (1), off again (0), or never touched it (-1). */
const char *vt_output(struct vt *vt);
size_t vt_bytes(struct vt *vt);
int vt_mode(struct vt *vt, int mode);

void vt_resize(struct vt *vt, int rows, int cols);
void vt_hangup(struct vt *vt);          /* the terminal is gone */
/* SIGTSTP stops a program only where a shell looks after it: start
 * RUN("sh", "-mc", "cjm FILE; echo stopped; fg") and press <C-z>. */
void vt_signal(struct vt *vt, int signal_number);
int vt_pid(const struct vt *vt);

/* Wait for the program's end; 128+n: ended by signal n. */
int vt_exit_status(struct vt *vt);

#endif
