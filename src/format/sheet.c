#include "format/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "format/sheet_parts.h"

/* More labels than these are no labels. */
enum { LABELS_MOST = 200, KNOWN_MOST = 2000, LABEL_LONGEST = 200 };

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

struct sheet *sheet_new(const struct source *in, struct project *into,
			struct report *report)
{
	struct sheet *s = xcalloc(1, sizeof *s);

	s->into = into;
	s->report = report;
	s->name = file_name(in->name);
	s->guess = in->guess_emotion;
	s->stages = json_object();
	s->numbers = json_object();
	s->known = json_object();
	s->rank = (struct strbuf)STRBUF_INIT;
	return s;
}

static void release_map(struct sheet *s)
{
	while (s->count) {
		struct sheet_section *section = &s->sections[--s->count];

		while (section->count) {
			free(section->said[--section->count].name);
			free(section->said[section->count].text);
		}
		free(section->said);
		free(section->title);
	}
	columns_release(&s->labels);
	json_object_clear(s->stages);
	json_object_clear(s->numbers);
	free(s->title);
	free(s->an_example);
	s->title = s->an_example = NULL;
	s->numbered = s->moods = s->guessed = s->nameless = 0;
	s->touchpoint = 0;
}

void sheet_free(struct sheet *s)
{
	if (!s)
		return;
	release_map(s);
	free(s->sections);
	json_decref(s->stages);
	json_decref(s->numbers);
	json_decref(s->known);
	strbuf_release(&s->rank);
	free(s);
}

static char *one_line(const char *text)
{
	struct strbuf line = STRBUF_INIT;

	utf8_clean(text, strlen(text), &line, NULL);
	for (char *c = line.s; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	strbuf_trim(&line);
	return strbuf_detach(&line);
}

static struct sheet_section *add_section(struct sheet *s,
					 enum sheet_part part, char *title,
					 long line)
{
	s->sections = xgrow(s->sections, s->count, &s->cap,
			    sizeof *s->sections);
	s->open = s->count;
	s->touchpoint = 0;
	s->sections[s->count] = (struct sheet_section){
		.part = part, .title = title, .line = line,
	};
	return &s->sections[s->count++];
}

void sheet_map(struct sheet *s, const char *title, long line)
{
	if (s->title)
		sheet_put(s);
	release_map(s);
	s->title = one_line(title);
	s->line = line;
	add_section(s, SHEET_FACTS, xstrdup(""), line);
}

static void need_map(struct sheet *s, long line)
{
	const char *dot = strrchr(s->name, '.');
	char *title;

	if (s->title)
		return;
	title = xstrndup(s->name, dot && dot > s->name ?
			 (size_t)(dot - s->name) : strlen(s->name));
	sheet_map(s, title, line);
	free(title);
}

void sheet_part(struct sheet *s, enum sheet_part part, const char *title,
		long line)
{
	need_map(s, line);
	s->touchpoint = 0;
	for (size_t i = 0; i < s->count; i++)
		if (s->sections[i].part == part && part != SHEET_PERSONA) {
			s->open = i;
			return;
		}
	add_section(s, part, one_line(title), line);
}

/* "3. ", and no more than the next stage's number. */
static bool is_plain_number(const char *line, size_t len, size_t next)
{
	size_t digits = strspn(line, "0123456789");

	return digits && len == digits + 2 && line[digits] == '.' &&
	       (size_t)strtol(line, NULL, 10) <= next;
}

/* A stage's title without its number, which is worth a remark unless it just
 * counts; `next` is the number of the next stage. */
static char *bare_title(struct sheet *s, const char *title, size_t next)
{
	char *line = one_line(title), *bare;
	size_t len = sheet_number(line);

	bare = xstrdup(line + len);
	if (len && !is_plain_number(line, len, next)) {
		s->numbered++;
		if (!s->an_example)
			s->an_example = xstrdup(line);
	}
	free(line);
	return bare;
}

static size_t count_stages(const struct sheet *s)
{
	return (size_t)json_integer_value(json_object_get(s->stages, " "));
}

/* Remember where the stage is, behind others of its title. */
static void note_stage(struct sheet *s, const char *folded, size_t number)
{
	json_t *first = json_object_get(s->stages, folded);
	size_t i = (size_t)json_integer_value(first);

	json_object_set_new(s->stages, " ", json_integer((json_int_t)
						count_stages(s) + 1));
	if (!first) {
		json_object_set_new(s->stages, folded,
				    json_integer((json_int_t)number));
		return;
	}
	while (s->sections[i].same)
		i = s->sections[i].same;
	s->sections[i].same = number;
}

/* The stage that is meant, 0: a new one. */
static size_t find_stage(const struct sheet *s, const char *folded, int pass)
{
	json_t *first = json_object_get(s->stages, folded);
	size_t i = (size_t)json_integer_value(first);

	while (i && pass && s->sections[i].pass == pass)
		i = s->sections[i].same;
	return i;
}

int sheet_pass(struct sheet *s)
{
	return ++s->passes;
}

void sheet_stage(struct sheet *s, const char *title, int pass, long line)
{
	struct strbuf folded = STRBUF_INIT;
	size_t found;
	char *bare;

	need_map(s, line);
	bare = bare_title(s, title, count_stages(s) + 1);
	utf8_fold(bare, &folded, NULL);
	found = find_stage(s, folded.s, pass);
	if (found) {
		s->open = found;
		s->touchpoint = 0;
		free(bare);
	} else {
		add_section(s, SHEET_STAGE, bare, line);
		note_stage(s, folded.s, s->open);
	}
	s->sections[s->open].pass = pass;
	strbuf_release(&folded);
}

void sheet_touchpoint(struct sheet *s)
{
	need_map(s, 1);
	s->touchpoint = ++s->sections[s->open].touchpoints;
}

bool sheet_touchpoint_again(struct sheet *s, size_t n)
{
	if (!n || !s->title || n > s->sections[s->open].touchpoints)
		return false;
	s->touchpoint = n;
	return true;
}

void sheet_whole(struct sheet *s)
{
	s->touchpoint = 0;
}

static int new_label(struct sheet *s, const char *name)
{
	const char *ours = sheet_key(name);
	size_t i = 0;

	while (i < s->labels.count && strcmp(s->labels.at[i].name, ours))
		i++;
	if (i == LABELS_MOST || !*name)
		return -1;
	if (i == s->labels.count)
		columns_add(&s->labels, ours);
	return (int)i;
}

static int label_number(struct sheet *s, const char *name)
{
	json_t *known = json_object_get(s->numbers, name);
	int number = known ? (int)json_integer_value(known) :
			     new_label(s, name);

	if (!known && number >= 0)
		json_object_set_new(s->numbers, name, json_integer(number));
	return number;
}

/* The label on one line, without a colon behind it; NULL for none. */
static char *bare_label(const char *label)
{
	char *name = label ? one_line(label) : NULL;
	size_t len = name ? strlen(name) : 0;

	while (len && strchr(": ", name[len - 1]))
		name[--len] = '\0';
	if (name && !len) {
		free(name);
		name = NULL;
	}
	return name;
}

/* A dash alone is how others say that there is nothing. */
static bool is_nothing(const char *text)
{
	static const char *const dashes[] = { "", "-", "–", "—", "?", "n/a" };

	for (size_t i = 0; i < ARRAY_LEN(dashes); i++)
		if (!strcmp(text, dashes[i]))
			return true;
	return false;
}

void sheet_say(struct sheet *s, const char *label, const char *text,
	       long line)
{
	struct sheet_section *section;
	struct strbuf clean = STRBUF_INIT;
	struct sheet_said said = { .label = -1, .line = line };

	need_map(s, line);
	section = &s->sections[s->open];
	utf8_clean(text, strlen(text), &clean, &s->mended);
	strbuf_trim(&clean);
	if (is_nothing(clean.s)) {
		strbuf_release(&clean);
		return;
	}
	said.touchpoint = s->touchpoint;
	said.name = bare_label(label);
	said.text = strbuf_detach(&clean);
	if (said.name && (section->part == SHEET_STAGE ||
			  section->part == SHEET_PARKED))
		said.label = label_number(s, said.name);
	section->said = xgrow(section->said, section->count, &section->cap,
			      sizeof *section->said);
	section->said[section->count++] = said;
}

bool sheet_knows(struct sheet *s, const char *label)
{
	json_t *known = json_object_get(s->known, label);
	int stage;
	bool is;

	if (known)
		return json_is_true(known);
	if (strlen(label) > LABEL_LONGEST ||
	    json_object_size(s->known) > KNOWN_MOST)
		return false;
	stage = sheet_field(STAGE, label);
	is = sheet_field(TOUCHPOINT, label) >= 0 || stage == STAGE_WANT ||
	     stage == STAGE_PHASE;
	json_object_set_new(s->known, label, json_boolean(is));
	return is;
}

bool sheet_end(struct sheet *s, struct err *err)
{
	if (s->title)
		sheet_put(s);
	release_map(s);
	if (s->mended.bad || s->mended.stripped)
		report_add(s->report, 0, _("characters that no text may hold "
					   "were taken out"));
	return s->any ||
	       err_set(err, _("%s: there is no journey map in it: a map has "
			      "stages, and touchpoints, channels or emotions "
			      "in them"), s->name);
}
