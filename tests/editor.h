/*
 * The editor on a screen, with a file of its own.
 *
 * Each program that is started here is ended by editor_end(), which belongs
 * in every case's teardown: cmocka_unit_test_teardown(case, editor_end).
 */
#ifndef TESTS_EDITOR_H
#define TESTS_EDITOR_H

#include "vt.h"

/*
 * "Buying bread": 1 Need with three touchpoints, 2 Purchase with two,
 * 3 Loyalty with none; and a second map, "Selling bread", with one.
 *
 *	1.1 Smells the bread +1   2.1 Enters the shop +1
 *	1.2 Sees a poster 0       2.2 Pays at the till -2
 *	1.3 Asks a friend ?
 */
extern const char editor_bread[];

/* A new file that holds what the outline says. */
const char *editor_file(const char *outline);
/* A new file with the sample map in this language. */
const char *editor_sample(const char *language);

/* Start `cjm FILE` and wait until it stands there. */
struct vt *editor_open(int rows, int cols, const char *file);
/* Start any command, to be ended with the others. */
struct vt *editor_start(int rows, int cols, const char *const words[]);
int editor_end(void **state);

/* Run the case on a small and on a large screen, each with a new file. */
void editor_twice(const char *outline,
		  void (*play)(struct vt *vt, const char *file));

/* Wait until the card is the selected one, its number such as "1.2", with
 * the cursor on it. */
void editor_selected(struct vt *vt, const char *number, const char *title);

/* The row one types in; the hints are in the row below it. */
int editor_line(const struct vt *vt);

/* Press q; the program must end well and leave the terminal as it was. */
void editor_leave(struct vt *vt);
void editor_left(struct vt *vt);        /* ... when the key is pressed */

/* What the file holds: the first column of the first row, "-" for NULL. */
void editor_holds(const char *file, const char *sql, const char *expected);

/* The titles of a stage's touchpoints in order, joined by "|"; "" stands for
 * the parking lot. */
void editor_stage_holds(const char *file, const char *stage,
			const char *titles);
/* One field of the touchpoint with this title. */
void editor_field_is(const char *file, const char *title, const char *field,
		     const char *expected);

#endif
