/* Every key of the map does what the table of keys says. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "tmp.h"
#include "tui/keymap.h"

struct key_case {
	const char *key;        /* as the table of keys spells it */
	const char *before;     /* typed first; waits for the card `at` */
	const char *at;
	const char *then;       /* typed after the key */
	const char *sees;
	const char *number, *title;     /* the card selected in the end */
	const char *sql, *holds;
};

#define COUNT(what) "SELECT count(*) FROM touchpoint WHERE " what
#define TITLE_OF(n) "SELECT title FROM stage ORDER BY map = (SELECT id FROM" \
	" map ORDER BY rank LIMIT 1) DESC, rank LIMIT 1 OFFSET " n
#define EMOTION "SELECT emotion FROM touchpoint WHERE title LIKE 'Smells%'"
#define NEED_IS "SELECT group_concat(substr(title, 1, 2)) FROM (SELECT" \
	" t.title FROM touchpoint AS t JOIN stage AS s ON s.id = t.stage" \
	" WHERE s.title = 'Need' ORDER BY t.rank)"

static const struct key_case cases[] = {
	{ "i", NULL, NULL, "Rings the bell<Enter>", "Added to Need", NULL,
	  NULL, COUNT("title = 'Rings the bell'"), "1" },
	{ "a", NULL, NULL, "Rings the bell<Enter>", NULL, "1.4", "Rings",
	  COUNT("title = 'Rings the bell'"), "1" },
	{ "Ins", NULL, NULL, "Rings the bell<Enter>", NULL, "1.4", "Rings",
	  COUNT("title = 'Rings the bell'"), "1" },
	{ "Enter", NULL, NULL, NULL, "save and close", NULL, NULL, NULL,
	  NULL },
	{ "E", NULL, NULL, NULL, "Edit touchpoint: Smells", NULL, NULL,
	  COUNT("notes = 'Sings'"), "1" },
	{ "d", NULL, NULL, NULL, NULL, "1.1", "Sees", COUNT("1"), "5" },
	{ "Del", NULL, NULL, NULL, NULL, "1.1", "Sees", COUNT("1"), "5" },
	{ "u", "d", "1.1 Sees", NULL, "Undone", NULL, NULL, COUNT("1"),
	  "6" },
	{ "C-r", "+u", "1.1 Smells", NULL, "Done again", NULL, NULL, EMOTION,
	  "2" },
	{ "h", "l", "2.1 Enters", NULL, NULL, "1.1", "Smells", NULL, NULL },
	{ "Left", "l", "2.1 Enters", NULL, NULL, "1.1", "Smells", NULL,
	  NULL },
	{ "l", NULL, NULL, NULL, NULL, "2.1", "Enters", NULL, NULL },
	{ "Right", NULL, NULL, NULL, NULL, "2.1", "Enters", NULL, NULL },
	{ "j", NULL, NULL, NULL, NULL, "1.2", "Sees", NULL, NULL },
	{ "Down", NULL, NULL, NULL, NULL, "1.2", "Sees", NULL, NULL },
	{ "k", "j", "1.2 Sees", NULL, NULL, "1.1", "Smells", NULL, NULL },
	{ "Up", "j", "1.2 Sees", NULL, NULL, "1.1", "Smells", NULL, NULL },
	{ "Home", "jj", "1.3 Asks", NULL, NULL, "1.1", "Smells", NULL, NULL },
	{ "End", NULL, NULL, NULL, NULL, "1.3", "Asks", NULL, NULL },
	{ "PgDn", NULL, NULL, NULL, NULL, "1.3", "Asks", NULL, NULL },
	{ "PgUp", "jj", "1.3 Asks", NULL, NULL, "1.1", "Smells", NULL, NULL },
	{ "g", NULL, NULL, "2.2<Enter>", NULL, "2.2", "Pays", NULL, NULL },
	{ "J", NULL, NULL, NULL, NULL, "1.2", "Smells", NEED_IS, "Se,Sm,As" },
	{ "S-Down", NULL, NULL, NULL, NULL, "1.2", "Smells", NEED_IS,
	  "Se,Sm,As" },
	{ "K", "j", "1.2 Sees", NULL, NULL, "1.1", "Sees", NEED_IS,
	  "Se,Sm,As" },
	{ "S-Up", "j", "1.2 Sees", NULL, NULL, "1.1", "Sees", NEED_IS,
	  "Se,Sm,As" },
	{ "H", "l", "2.1 Enters", NULL, NULL, "1.4", "Enters", NEED_IS,
	  "Sm,Se,As,En" },
	{ "S-Left", "l", "2.1 Enters", NULL, NULL, "1.4", "Enters", NEED_IS,
	  "Sm,Se,As,En" },
	{ "L", NULL, NULL, NULL, NULL, "2.3", "Smells", NEED_IS, "Se,As" },
	{ "S-Right", NULL, NULL, NULL, NULL, "2.3", "Smells", NEED_IS,
	  "Se,As" },
	{ "+", NULL, NULL, NULL, "3 +1.0", NULL, NULL, EMOTION, "2" },
	{ "-", NULL, NULL, NULL, "3 0.0", NULL, NULL, EMOTION, "0" },
	{ "0", NULL, NULL, NULL, "3 0.0", NULL, NULL, EMOTION, "0" },
	{ "=", NULL, NULL, NULL, "3 0.0", NULL, NULL, EMOTION, "-" },
	{ "Space", NULL, NULL, "<Space>d", "Delete touchpoints: Smells", "1.1",
	  "Asks", COUNT("1"), "4" },
	{ "Esc", "<Space>", "1.2 Sees", "d", "Delete touchpoint: Sees", "1.2",
	  "Asks", COUNT("1"), "5" },
	{ "m", NULL, NULL, "loy<Enter>", NULL, "3.1", "Smells", NEED_IS,
	  "Se,As" },
	{ "#", NULL, NULL, "smell<Enter>", "Edit touchpoints: Smells", NULL,
	  NULL, COUNT("tags = 'smell'"), "1" },
	{ "s", NULL, NULL, "owner: Lan<Enter>", "Edit touchpoints: Smells", NULL,
	  NULL, COUNT("owner = 'Lan'"), "1" },
	{ "y", NULL, NULL, "lp", NULL, "2.2", "Smells", COUNT("1"), "7" },
	{ "p", NULL, NULL, NULL, "Nothing was copied yet", NULL, NULL, NULL,
	  NULL },
	{ "Y", NULL, NULL, "lp", "3 Need", "3.1", "Smells", COUNT("1"),
	  "9" },
	{ "c", NULL, NULL, NULL, NULL, "1.2", "Smells", COUNT("1"), "7" },
	{ "C", NULL, NULL, "<Enter>", "map 2 of 3", "1.1", "Smells",
	  "SELECT state FROM map ORDER BY rank LIMIT 1 OFFSET 1", "to-be" },
	{ "A", NULL, NULL, "Search<Enter>", "2 Search", NULL, NULL,
	  TITLE_OF("1"), "Search" },
	{ "R", NULL, NULL, "<C-u>Wish<Enter>", "1 Wish", NULL, NULL,
	  TITLE_OF("0"), "Wish" },
	{ "D", NULL, NULL, NULL, "3 touchpoints are parked", NULL,
	  NULL, COUNT("stage IS NULL"), "3" },
	{ "<", "l", "2.1 Enters", NULL, "1 Purchase", NULL, NULL,
	  TITLE_OF("0"), "Purchase" },
	{ ">", NULL, NULL, NULL, "2 Need", NULL, NULL, TITLE_OF("1"),
	  "Need" },
	{ "M", NULL, NULL, "<C-u>Bread<Enter>", " Bread ·", NULL, NULL,
	  "SELECT title FROM map ORDER BY rank", "Bread" },
	{ "]", NULL, NULL, NULL, "map 2 of 2", "1.1", "Opens", NULL, NULL },
	{ "[", "]", "1.1 Opens", NULL, "map 1 of 2", "1.1", "Smells", NULL,
	  NULL },
	{ "t", NULL, NULL, "j", NULL, "1.2", "Sees", NULL, NULL },
	{ "W", NULL, NULL, NULL, "Save all of it as:", NULL, NULL, NULL,
	  NULL },
	{ "C-o", NULL, NULL, NULL, "Save all of it as:", NULL, NULL, NULL,
	  NULL },
	{ "V", NULL, NULL, NULL, "What it shows", NULL, NULL, NULL, NULL },
	{ "z", NULL, NULL, NULL, "Phase: before", NULL, NULL, NULL, NULL },
	{ "Z", NULL, NULL, NULL, "Matrix", NULL, NULL, NULL, NULL },
	{ "U", NULL, NULL, NULL, "History", NULL, NULL, NULL, NULL },
	{ "?", NULL, NULL, NULL, " Keys ", NULL, NULL, NULL, NULL },
	{ ":", NULL, NULL, NULL, "Commands", NULL, NULL, NULL, NULL },
	{ "C-p", NULL, NULL, "next stage<Enter>", NULL, "2.1", "Enters", NULL,
	  NULL },
	{ "/", NULL, NULL, "POSTER<Enter>", "1 of 1", "1.2", "Sees", NULL,
	  NULL },
	{ "n", "/the<Enter>", "1.1 Smells", NULL, "2 of 3", "2.1", "Enters",
	  NULL, NULL },
	{ "N", "/the<Enter>", "1.1 Smells", NULL, "3 of 3", "2.2", "Pays",
	  NULL, NULL },
	{ "f", NULL, NULL, "@till<Enter>", "[only Channel \"till\"]", "2.2",
	  "Pays", NULL, NULL },
	{ "Esc", "f@till<Enter>", "2.2 Pays", NULL, "All touchpoints show",
	  "2.2", "Pays", NULL, NULL },
	{ "P", NULL, NULL, "<Home>q", NULL, "1.1", "Smells", NULL, NULL },
	{ "v", NULL, NULL, "1.2 1.1 1.2<Enter>", "Counted: 1.2 +2, 1.1 +1",
	  NULL, NULL, "SELECT sum(number) FROM vote", "3" },
};

/* Keys of the other views. */
struct view_case {
	unsigned place;
	const char *key;
	const char *before, *at;        /* keys that lead there, and a wait */
	const char *sees, *gone;        /* either may be NULL */
};

#define MAPS "gmaps<Enter>", "▌1  Buying bread"
#define LAST "gmaps<Enter><Down>", "▌2  Selling bread"
#define MATRIX "Z", "▌1.1 Smells"
#define NEWEST "+U", "▌2 "
#define OLDEST "+U<Down>", "▌1 "
#define THEN "+U<Enter>"
#define SMELL "Quote: What a smell"
#define NO_MORE "Enter: all fields"
#define TITLE "P", " 1/5"
#define NEED "P1<Enter>", " 3/5"

static const struct view_case view_cases[] = {
	{ IN_PAGE, "Enter", LAST, "map 2 of 2", "Maps" },
	{ IN_PAGE, "j", MAPS, "▌2  Selling bread", NULL },
	{ IN_PAGE, "Down", MAPS, "▌2  Selling bread", NULL },
	{ IN_PAGE, "k", LAST, "▌1  Buying bread", NULL },
	{ IN_PAGE, "Up", LAST, "▌1  Buying bread", NULL },
	{ IN_PAGE, "h", MAPS, "▌1  Buying bread", NULL },
	{ IN_PAGE, "Left", MAPS, "▌1  Buying bread", NULL },
	{ IN_PAGE, "l", MAPS, "▌1  Buying bread", NULL },
	{ IN_PAGE, "Right", MAPS, "▌1  Buying bread", NULL },
	{ IN_PAGE, "Home", LAST, "▌1  Buying bread", NULL },
	{ IN_PAGE, "End", MAPS, "▌2  Selling bread", NULL },
	{ IN_PAGE, "PgDn", MAPS, "▌2  Selling bread", NULL },
	{ IN_PAGE, "PgUp", LAST, "▌1  Buying bread", NULL },
	{ IN_PAGE, "Esc", MAPS, "Smells the bread", "Maps" },
	{ IN_PAGE, "q", MAPS, "Smells the bread", "Maps" },
	{ IN_PAGE, "V", MAPS, "▌Map ", "Maps · 2" },
	{ IN_PAGE, "g", MAPS, "Go to (", NULL },
	{ IN_PAGE, "]", MAPS, "map 2 of 2", NULL },
	{ IN_PAGE, "[", "gmaps<Enter>]", "map 2 of 2", "map 1 of 2", NULL },
	{ IN_PAGE, "U", MAPS, "History", "Maps" },
	{ IN_PAGE, "P", MAPS, " 1/5", "Maps" },
	{ IN_PRESENT, "Space", TITLE, " 2/5", NULL },
	{ IN_PRESENT, "Right", TITLE, " 2/5", NULL },
	{ IN_PRESENT, "PgDn", TITLE, " 2/5", NULL },
	{ IN_PRESENT, "Left", NEED, " 2/5", NULL },
	{ IN_PRESENT, "PgUp", NEED, " 2/5", NULL },
	{ IN_PRESENT, "Home", NEED, " 1/5", NULL },
	{ IN_PRESENT, "End", TITLE, "3 Loyalty", NULL },
	{ IN_PRESENT, "j", NEED, "▌ 1.2", NULL },
	{ IN_PRESENT, "Down", NEED, "▌ 1.2", NULL },
	{ IN_PRESENT, "k", NEED, "▌ 1.1", NULL },
	{ IN_PRESENT, "Up", "P1<Enter>j", "▌ 1.2", "▌ 1.1", NULL },
	{ IN_PRESENT, "Enter", NEED, "“What a smell”", NULL },
	{ IN_PRESENT, "g", NEED, "Go to (5.3 or a stage):", NULL },
	{ IN_PRESENT, "i", NEED, "Enter adds, Esc leaves", NULL },
	{ IN_PRESENT, "v", NEED, "Votes (", NULL },
	{ IN_PRESENT, "u", "+P", " 1/5", "Undone", NULL },
	{ IN_PRESENT, "n", NEED, "numbered as they stand", NULL },
	{ IN_PRESENT, "?", NEED, " Keys ", NULL },
	{ IN_PRESENT, ":", NEED, "Commands", NULL },
	{ IN_PRESENT, "C-p", NEED, "Commands", NULL },
	{ IN_PRESENT, "Esc", NEED, "i: type what", " 3/5" },
	{ IN_PRESENT, "q", NEED, "i: type what", " 3/5" },
	{ IN_PAGE, "z", MATRIX, "i: type what", "Matrix" },
	{ IN_PAGE, "Z", "z", "Phase: before", "i: type what", "Phase:" },
	{ IN_PAGE, "a", MATRIX, "What the new lane is called", NULL },
	{ IN_PAGE, "c", MATRIX, "Which lanes", NULL },
	{ IN_PAGE, "d", MATRIX, "1.1 Sees a poster", "1.3 Asks" },
	{ IN_PAGE, "Del", MATRIX, "1.1 Sees a poster", "1.3 Asks" },
	{ IN_PAGE, "u", "Zd", "1.1 Sees a poster", "1.3 Asks", NULL },
	{ IN_PAGE, "C-r", "Zdu", "Undone", "1.1 Sees a poster", NULL },
	{ IN_PAGE, "J", MAPS, "▌2  Buying bread", NULL },
	{ IN_PAGE, "S-Down", MAPS, "▌2  Buying bread", NULL },
	{ IN_PAGE, "K", LAST, "▌1  Selling bread", NULL },
	{ IN_PAGE, "S-Up", LAST, "▌1  Selling bread", NULL },
	{ IN_PAGE, "?", MAPS, " Keys ", "Title" },
	{ IN_PAGE, ":", MAPS, "Commands", "Title" },
	{ IN_PAGE, "C-p", MAPS, "Commands", "Title" },
	{ IN_PAGE, "f", MAPS, "Only:", NULL },
	{ IN_HISTORY, "Enter", NEWEST, "As it was at", "History" },
	{ IN_HISTORY, "j", NEWEST, "▌1 ", NULL },
	{ IN_HISTORY, "Down", NEWEST, "▌1 ", NULL },
	{ IN_HISTORY, "k", OLDEST, "▌2 ", NULL },
	{ IN_HISTORY, "Up", OLDEST, "▌2 ", NULL },
	{ IN_HISTORY, "PgDn", NEWEST, "▌1 ", NULL },
	{ IN_HISTORY, "PgUp", OLDEST, "▌2 ", NULL },
	{ IN_HISTORY, "Home", OLDEST, "▌2 ", NULL },
	{ IN_HISTORY, "End", NEWEST, "▌1 ", NULL },
	{ IN_HISTORY, "r", NEWEST, "Bring all of this back", NULL },
	{ IN_HISTORY, "s", NEWEST, "Name of this moment", NULL },
	{ IN_HISTORY, "a", NEWEST, "History · only", NULL },
	{ IN_HISTORY, "t", NEWEST, "only Smells the bread", NULL },
	{ IN_HISTORY, "V", NEWEST, "What it shows", "History · " },
	{ IN_HISTORY, "Esc", NEWEST, "i: type what", "History" },
	{ IN_HISTORY, "q", NEWEST, "i: type what", "History" },
	{ IN_HISTORY, "?", NEWEST, " Keys ", "When" },
	{ IN_HISTORY, ":", NEWEST, "Commands", "When" },
	{ IN_HISTORY, "C-p", NEWEST, "Commands", "When" },
	{ IN_PAST, "h", THEN "l", NO_MORE, SMELL, NULL },
	{ IN_PAST, "Left", THEN "l", NO_MORE, SMELL, NULL },
	{ IN_PAST, "l", THEN, SMELL, NO_MORE, SMELL },
	{ IN_PAST, "Right", THEN, SMELL, NO_MORE, SMELL },
	{ IN_PAST, "j", THEN, SMELL, NO_MORE, SMELL },
	{ IN_PAST, "Down", THEN, SMELL, NO_MORE, SMELL },
	{ IN_PAST, "k", THEN "j", NO_MORE, SMELL, NULL },
	{ IN_PAST, "Up", THEN "j", NO_MORE, SMELL, NULL },
	{ IN_PAST, "Home", THEN "j", NO_MORE, SMELL, NULL },
	{ IN_PAST, "End", THEN, SMELL, "Pain: no answer", NULL },
	{ IN_PAST, "PgDn", THEN, SMELL, "Pain: no answer", NULL },
	{ IN_PAST, "PgUp", THEN "<End>", "Pain: no answer", SMELL, NULL },
	{ IN_PAST, "Enter", THEN, SMELL, "Only to look at", NULL },
	{ IN_PAST, "t", THEN, SMELL, "As it was at", SMELL },
	{ IN_PAST, "]", THEN, SMELL, "map 2 of 2", NULL },
	{ IN_PAST, "[", THEN "]", "map 2 of 2", "map 1 of 2", NULL },
	{ IN_PAST, "J", THEN, SMELL, "after change 1 by", NULL },
	{ IN_PAST, "K", THEN "J", "after change 1 by", "after change 2 by",
	  NULL },
	{ IN_PAST, "y", THEN, SMELL, "Copied: Smells", NULL },
	{ IN_PAST, "Y", THEN, SMELL, "Copied: Need", NULL },
	{ IN_PAST, "r", THEN, SMELL, "Bring all of this back", NULL },
	{ IN_PAST, "s", THEN, SMELL, "Name of this moment", NULL },
	{ IN_PAST, "Esc", THEN, SMELL, "History", "As it was at" },
	{ IN_PAST, "q", THEN, SMELL, "History", "As it was at" },
	{ IN_PAST, "?", THEN, SMELL, " Keys ", SMELL },
	{ IN_PAST, ":", THEN, SMELL, "Commands", SMELL },
	{ IN_PAST, "C-p", THEN, SMELL, "Commands", SMELL },
	{ IN_PAST, "/", THEN, SMELL, "Words, @channel", NULL },
	{ IN_PAST, "n", THEN "/the<Enter>", "1 of 3", "2 of 3", NULL },
	{ IN_PAST, "N", THEN "/the<Enter>", "1 of 3", "3 of 3", NULL },
};

/* The table of keys and vt_send() spell some of them differently. */
static void press(struct vt *vt, const char *key)
{
	static const struct { const char *key, *spelled; } names[] = {
		{ "Ins", "<Insert>" }, { "Del", "<Delete>" },
		{ "PgDn", "<PageDown>" }, { "PgUp", "<PageUp>" },
		{ "<", "<lt>" },
	};
	char text[32];

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(names[i].key, key)) {
			vt_send(vt, names[i].spelled);
			return;
		}
	snprintf(text, sizeof text, key[1] ? "<%s>" : "%s", key);
	vt_send(vt, text);
}

static const struct key_case *now;      /* the one that is played */

static void lead_there(struct vt *vt)
{
	char number[8];

	if (!now->before)
		return;
	vt_send(vt, now->before);
	snprintf(number, sizeof number, "%.3s", now->at);
	editor_selected(vt, number, now->at + 4);
}

static void play(struct vt *vt, const char *file)
{
	lead_there(vt);
	press(vt, now->key);
	if (now->then)
		vt_send(vt, now->then);
	if (now->sees)
		vt_wait(vt, now->sees);
	if (now->number)
		editor_selected(vt, now->number, now->title);
	if (now->sql)
		editor_holds(file, now->sql, now->holds);
	vt_send(vt, "<Esc>");
	vt_wait(vt, "? help");
	editor_leave(vt);
}

static void every_key_does_what_the_table_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		now = &cases[i];
		editor_twice(editor_bread, play);
	}
}

static const struct view_case *view_now;

/* However deep, Escape leads back to the map, where it does nothing. */
static void leave_view(struct vt *vt)
{
	for (int i = 0; i < 4; i++) {
		vt_send(vt, "<Esc>");
		vt_settle(vt);
	}
	vt_wait(vt, "q leave");
	editor_leave(vt);
}

static void play_view(struct vt *vt, const char *file)
{
	(void)file;
	vt_send(vt, view_now->before);
	vt_wait(vt, view_now->at);
	press(vt, view_now->key);
	if (view_now->gone)
		vt_wait_gone(vt, view_now->gone);
	vt_wait(vt, view_now->sees);
	leave_view(vt);
}

static void every_key_of_a_view_does_what_the_table_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(view_cases); i++) {
		view_now = &view_cases[i];
		editor_twice(editor_bread, play_view);
	}
}

/* The map's `q` has its case wherever a program is left. */
static bool has_case(const char *key, unsigned place)
{
	bool found = place == IN_MAP && !strcmp(key, "q");

	for (size_t i = 0; place == IN_MAP && i < ARRAY_LEN(cases); i++)
		found = found || !strcmp(cases[i].key, key);
	for (size_t i = 0; i < ARRAY_LEN(view_cases); i++)
		found = found || (view_cases[i].place == place &&
				  !strcmp(view_cases[i].key, key));
	return found;
}

static void every_key_has_its_case(void **state)
{
	(void)state;
	for (const struct binding *b = bindings; b->key; b++)
		for (unsigned place = 1; place <= b->places; place <<= 1)
			if (b->places & place && !has_case(b->key, place))
				fail_msg("no case for the key %s (%s) in "
					 "place %u", b->key, b->command,
					 place);
}

static bool has_key(const struct command *c, unsigned place)
{
	struct strbuf keys = STRBUF_INIT;
	bool has;

	keymap_keys(c, place, &keys);
	has = keys.len;
	strbuf_release(&keys);
	return has;
}

static void every_key_names_a_command(void **state)
{
	(void)state;
	for (const struct binding *b = bindings; b->key; b++)
		if (!command_find(b->command))
			fail_msg("%s: no such command", b->command);
	for (const struct command *c = commands; c->name; c++) {
		assert_ptr_equal(command_find(c->name), c);
		assert_true(has_key(c, ANYWHERE));
	}
}

static void show_all_of_help(struct vt *vt, const char *file)
{
	(void)file;
	vt_send(vt, "?");
	vt_wait(vt, " Keys ");
	for (const struct command *c = commands; c->name; c++)
		if (has_key(c, IN_MAP)) {
			vt_wait(vt, c->help);
			vt_send(vt, "<Down>");
		}
	vt_send(vt, "<Esc>");
	vt_wait_gone(vt, "Keys");
	editor_leave(vt);
}

static void help_lists_every_command(void **state)
{
	(void)state;
	editor_twice(editor_bread, show_all_of_help);
}

static void help_outlives_a_window_too_small_for_it(void **state)
{
	struct vt *vt = editor_open(24, 80, editor_file(editor_bread));

	(void)state;
	vt_send(vt, "?");
	vt_wait(vt, "Keys");
	vt_resize(vt, 9, 80);
	vt_wait(vt, "too small");
	vt_send(vt, "leave");
	vt_resize(vt, 24, 80);
	vt_wait(vt, "Leave; everything is saved");
	vt_send(vt, "<Esc>");
	vt_wait_gone(vt, "Keys");
	editor_leave(vt);
}

static void hide_the_details(struct vt *vt, const char *file)
{
	(void)file;
	vt_wait(vt, "Quote: What a smell");
	vt_send(vt, "t");
	vt_wait_gone(vt, "What a smell");
	vt_send(vt, "t");
	vt_wait(vt, "Quote: What a smell");
	editor_leave(vt);
}

static void the_detail_pane_can_be_put_away(void **state)
{
	(void)state;
	editor_twice(editor_bread, hide_the_details);
}

/* Where nothing else is chosen, the one called `editor` is taken. */
static void put_editor_in_path(void)
{
	const char *path = tmp_file("editor", "#!/bin/sh\n"
				    "echo Sings >> \"$1\"\n");
	struct strbuf paths = STRBUF_INIT;

	assert_int_equal(chmod(path, 0700), 0);
	strbuf_add(&paths, path, strlen(path) - strlen("/editor"));
	strbuf_addf(&paths, ":%s", getenv("PATH"));
	setenv("PATH", paths.s, 1);
	strbuf_release(&paths);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_names_a_command),
		cmocka_unit_test(every_key_has_its_case),
		cmocka_unit_test_teardown(every_key_does_what_the_table_says,
					  editor_end),
		cmocka_unit_test_teardown(
			every_key_of_a_view_does_what_the_table_says,
			editor_end),
		cmocka_unit_test_teardown(help_lists_every_command,
					  editor_end),
		cmocka_unit_test_teardown(
			help_outlives_a_window_too_small_for_it, editor_end),
		cmocka_unit_test_teardown(the_detail_pane_can_be_put_away,
					  editor_end),
	};

	put_editor_in_path();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
