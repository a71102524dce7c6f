#include "cli/subcommand.h"

#include <string.h>

#include "base/i18n.h"

const struct subcommand subcommands[] = {
	{ "", N_("FILE"),
	  N_("open a map; a new FILE is made"),
	  N_("A new FILE's name ends in .cjm or holds a /; it gets the stages "
	     "of the default\ntemplate.  Without a terminal the map is "
	     "printed, as `cjm show` does."),
	  OPTION(MAP), 1, 1, subcommand_edit },
	{ "new", N_("FILE"), N_("make a new map"),
	  N_("Nothing is asked, and no file is ever replaced.  --lang is the "
	     "language of the\nmap.  A template is one of these, or an outline "
	     "file:\n\n"
	     "  default    from the need to loyalty, in seven stages\n"
	     "  b2b        business customers, from awareness to advocacy\n"
	     "  candidate  a job candidate's way to an employer\n"
	     "  retail     a visit to a shop"),
	  OPTION(TEMPLATE) | OPTION(TITLE) | OPTION(LANG), 1, 1,
	  subcommand_new },
	{ "add", N_("FILE LINE..."), N_("add touchpoints, each on one line"),
	  N_("A LINE is what you would type in the program:\n\n"
	     "  stage > what happens @channel ~context +need !pain "
	     "*opportunity\n"
	     "  \"quote\" =owner #tag :)\n\n"
	     "Without a stage, or if there is no such stage, the touchpoint "
	     "is parked.  A line\nwith only a stage and > is for the lines "
	     "behind it; one that begins with a sign\nadds to the touchpoint "
	     "before it.  A LINE that is - reads lines from standard\n"
	     "input."),
	  OPTION(MAP), 2, 0, subcommand_add },
	{ "show", N_("FILE"), N_("print a map"),
	  N_("A QUERY is what / and f take on the screen: words that stand "
	     "anywhere in\na touchpoint, the signs of `cjm add`, an emotion "
	     "(:-2 :<0 :?), or\na field with what is in it: owner:lan, "
	     "need:? for none, need:* for\nany, phase:after."),
	  OPTION(MAP) | OPTION(VIEW) | OPTION(FILTER) | OPTION(LANES) |
	  OPTION(WIDTH) |
	  OPTION(ASCII) | OPTION(PLAIN) | OPTION(AT), 1, 1, subcommand_show },
	{ "present", N_("FILE"), N_("show a map to a room, screen by screen"),
	  N_("For a projector: large letters, few words.  Without a terminal "
	     "all screens are\nprinted."),
	  OPTION(MAP) | OPTION(WIDTH) | OPTION(ASCII), 1, 1,
	  subcommand_present },
	{ "export", N_("FILE"), N_("write a map in another format"), NULL,
	  OPTION(MAP) | OPTION(TO) | OPTION(OUT) | OPTION(FORCE) |
	  OPTION(EXCEL) | OPTION(RAW) | OPTION(LANES) | OPTION(PRESET) |
	  OPTION(WIDTH) | OPTION(ASCII) |
	  OPTION(REDACT) | OPTION(AT) | OPTION(HISTORY), 1, 1,
	  subcommand_export },
	{ "import", N_("FILE SOURCE"), N_("read a text into a map's file"),
	  N_("A SOURCE that is - is standard input.  A new FILE holds only "
	     "what was read; from\nanother one `cjm undo` takes all of it "
	     "out again."),
	  OPTION(MAP) | OPTION(FROM) | OPTION(DRY_RUN) | OPTION(COLUMN) |
	  OPTION(GUESS_EMOTION), 2, 2, subcommand_import },
	{ "check", N_("FILE"), N_("ask the coach what a map lacks"),
	  N_("What is found is printed stage by stage, then what each rule is "
	     "about.  The exit\nstatus is 1 if anything was found, else 0.  "
	     "`cjm rules` and `cjm answer` keep\nthe coach from saying it "
	     "again."),
	  OPTION(MAP) | OPTION(JSON) | OPTION(RULE) | OPTION(ON) |
	  OPTION(FAIL_ON), 1, 1, subcommand_check },
	{ "answer", N_("FILE RULE PLACE NOTE"),
	  N_("tell the coach that it is meant so"),
	  N_("PLACE is what `cjm check` prints: 5.3 a touchpoint, 5 a stage, "
	     "i2 an\nimprovement, or map.  What RULE finds there is only "
	     "counted from now on; NOTE\ntells others why."),
	  OPTION(MAP), 4, 4, subcommand_answer },
	{ "rules", N_("FILE [RULE on|off]"),
	  N_("list the coach's rules, or switch one"),
	  N_("A rule that is off finds nothing in this file, for everybody "
	     "who works on it."),
	  0, 1, 3, subcommand_rules },
	{ "maps", N_("FILE"), N_("list the maps in a file"), NULL,
	  0, 1, 1, subcommand_maps },
	{ "log", N_("FILE"), N_("list who changed what, the latest first"),
	  N_("With --author only what they did.  --to markdown prints the "
	     "minutes of a\nworkshop instead: what is different now, stage by "
	     "stage, in the map's language."),
	  OPTION(SINCE) | OPTION(TOUCHPOINT) | OPTION(LIMIT) | OPTION(MAP) |
	  OPTION(JSON) | OPTION(TO), 1, 1, subcommand_log },
	{ "undo", N_("FILE"), N_("take back your last change"), NULL,
	  0, 1, 1, subcommand_undo },
	{ "redo", N_("FILE"), N_("bring back what you took back last"), NULL,
	  0, 1, 1, subcommand_redo },
	{ "snapshot", N_("FILE NAME"), N_("give what is there now a name"),
	  N_("`cjm restore` goes back to it, and `cjm log` lists it."),
	  0, 2, 2, subcommand_snapshot },
	{ "restore", N_("FILE NAME|EDIT"), N_("go back to a snapshot"),
	  N_("Everything becomes as it was at the snapshot NAME, or after the "
	     "change of this\nnumber, as `cjm log` has it.  Nothing is lost: "
	     "`cjm undo` takes this back, too."),
	  0, 2, 2, subcommand_restore },
	{ "verify", N_("FILE"), N_("look for damage in a file"),
	  N_("Every page and text is looked at, and whether the history leads "
	     "to the rest.\nNothing is printed and the exit status is 0 if "
	     "the file is sound; else each\ndamage is printed and the status "
	     "is 1."),
	  0, 1, 1, subcommand_verify },
	{ "backup", N_("FILE OUT"), N_("copy a file with its history"),
	  N_("This is safe while others are writing to FILE.  OUT is never "
	     "replaced."),
	  0, 2, 2, subcommand_backup },
	{ "share", N_("FILE OUT"), N_("copy a file to give it away"),
	  N_("The copy has no history, no earlier wordings, and no names of "
	     "those who worked\non it or voted.  OUT is never replaced."),
	  OPTION(REDACT), 2, 2, subcommand_share },
	{ "salvage", N_("FILE OUT"), N_("save what can be read of a damaged "
					"file"),
	  N_("Without the history.  What was lost is printed, and the exit "
	     "status is then 1.\nFILE stays as it is, and OUT is never "
	     "replaced."),
	  0, 2, 2, subcommand_salvage },
	{ NULL, NULL, NULL, NULL, 0, 0, 0, NULL }
};

enum { LONGEST = 24 };

const struct subcommand *subcommand_find(const char *name)
{
	for (const struct subcommand *c = subcommands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Letters to add, drop or change to make one word of the other. */
static int distance(const char *a, const char *b)
{
	int row[LONGEST + 1], lb = (int)strlen(b);

	for (int j = 0; j <= lb; j++)
		row[j] = j;
	for (int i = 1; a[i - 1]; i++) {
		int corner = row[0];

		row[0] = i;
		for (int j = 1; j <= lb; j++) {
			int change = corner + (a[i - 1] != b[j - 1]);

			corner = row[j];
			row[j] = least(change, least(row[j], row[j - 1]) + 1);
		}
	}
	return row[lb];
}

const struct subcommand *subcommand_nearest(const char *word)
{
	const struct subcommand *nearest = NULL;
	int best = (int)strlen(word) / 2 + 1;

	if (strlen(word) > LONGEST)
		return NULL;
	for (const struct subcommand *c = subcommands; c->name; c++) {
		int far = !*c->name ? best :
			  !strncmp(c->name, word, strlen(word)) ? 1 :
			  distance(word, c->name);

		if (far < best) {
			best = far;
			nearest = c;
		}
	}
	return nearest;
}
