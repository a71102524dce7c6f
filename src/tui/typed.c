#include "tui/typed.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/record.h"
#include "base/statefile.h"
#include "tui/app.h"
#include "tui/form.h"

enum { LETTERS_MOST = 200, REST_MS = 4000, SILENT_S = 30 };

static const char first_word[] = "cjm draft 1", ending[] = ".draft";

void typed_key(struct typed *t, const struct key *k, int64_t now)
{
	t->letters += k->kind == KEY_IS_PASTE ? k->text.len : 1;
	t->at = now;
}

static bool is_answering(const struct app *a)
{
	return a->mode == &mode_ask && a->question.answer.text.len;
}

static bool is_nothing(const struct app *a)
{
	return !a->line.field.text.len && !is_answering(a) && !a->form &&
	       !a->typed.waiting.len;
}

static void write_line(const struct app *a, struct strbuf *out)
{
	char again[ID_TEXT], last[ID_TEXT];

	if (a->line.field.text.len)
		record_write(out, "line", a->line.field.text.s,
			     id_text(a->line.again, again),
			     id_text(a->line.last, last), NULL);
}

static void write_all(const struct app *a, struct strbuf *out)
{
	size_t head;

	record_write(out, first_word, NULL);
	head = out->len;
	write_line(a, out);
	if (is_answering(a))
		record_write(out, "question", a->question.text,
			     a->question.answer.text.s, NULL);
	if (a->form)
		form_write(a->form, out);
	strbuf_add(out, a->typed.waiting.s, a->typed.waiting.len);
	if (out->len == head)
		strbuf_clear(out);
}

void typed_keep(struct app *a)
{
	struct typed *t = &a->typed;
	struct strbuf text = STRBUF_INIT;

	t->letters = 0;
	t->due = false;
	if (!t->name)
		return;
	write_all(a, &text);
	if (strcmp(text.s, t->kept.s) != 0) {
		if (text.len)
			statefile_write(t->name, text.s);
		else
			statefile_remove(t->name);
		strbuf_clear(&t->kept);
		strbuf_add(&t->kept, text.s, text.len);
	}
	strbuf_release(&text);
}

void typed_look(struct app *a, int64_t now)
{
	struct typed *t = &a->typed;

	if (t->due || t->letters >= LETTERS_MOST ||
	    (t->letters && now - t->at >= REST_MS) ||
	    (t->kept.len && is_nothing(a)))
		typed_keep(a);
}

void typed_done(struct app *a)
{
	a->typed.due = a->typed.kept.len;
}

/* What to look for and what was found among the files of other sessions. */
struct leftover {
	size_t prefix;          /* bytes of the name before the process */
	char *name;
	int64_t written;
};

static bool is_gone(long process)
{
	return process <= 0 || process == getpid() ||
	       (kill((pid_t)process, 0) && errno == ESRCH);
}

/* The newest one that nobody writes any more. */
static void consider(const char *name, int64_t written, void *arg)
{
	struct leftover *s = arg;
	size_t len = strlen(name), tail = strlen(ending);

	if (len < s->prefix + tail || strcmp(name + len - tail, ending) != 0)
		return;
	if (!is_gone(strtol(name + s->prefix, NULL, 10)) &&
	    time(NULL) - written < SILENT_S)
		return;
	if (s->name && s->written >= written)
		return;
	str_set(&s->name, name);
	s->written = written;
}

static char *find_draft(const char *prefix)
{
	struct leftover s = { strlen(prefix), NULL, 0 };

	statefile_each(prefix, consider, &s);
	return s.name;
}

/* Ids of rows that are gone by now count as none. */
static int64_t touchpoint_of(const struct app *a, const char *word)
{
	int64_t id = id_parse(word);

	return project_row(a->p, TOUCHPOINT, id) ? id : 0;
}

static void take_record(struct app *a, const struct record *r,
			const char *raw, size_t len)
{
	if (!strcmp(r->word[0], "line") && !a->line.field.text.len) {
		textfield_set(&a->line.field, r->word[1]);
		a->line.again = touchpoint_of(a, r->word[2]);
		a->line.last = touchpoint_of(a, r->word[3]);
	} else {
		strbuf_add(&a->typed.waiting, raw, len);
		if (raw[len - 1] != '\n')
			strbuf_addch(&a->typed.waiting, '\n');
	}
}

static void take_records(struct app *a, const char *text)
{
	struct record r = RECORD_INIT;
	const char *s = text, *raw;
	bool ours = record_read(&r, &s) && !strcmp(r.word[0], first_word);

	for (raw = s; ours && record_read(&r, &s); raw = s)
		if (*r.word[0])
			take_record(a, &r, raw, (size_t)(s - raw));
	record_release(&r);
}

/* The name changes hands first, so that two sessions never take the same;
 * then it is written anew, since it is not silent any more. */
static void take_over(struct app *a, const char *left)
{
	struct typed *t = &a->typed;

	if (!statefile_rename(left, t->name) ||
	    !statefile_read(t->name, &t->kept))
		return;
	statefile_write(t->name, t->kept.s);
	take_records(a, t->kept.s);
	t->due = true;
}

static void tell(struct app *a, struct strbuf *message)
{
	struct record r = RECORD_INIT;
	const char *s = a->typed.waiting.s;

	if (a->line.field.text.len)
		strbuf_addstr(message, _("Your unfinished line is back: press "
					 "i."));
	while (!message->len && record_read(&r, &s))
		if (!strcmp(r.word[0], "form"))
			strbuf_addf(message, _("Not saved yet: your text for "
					       "\"%s\"; open it."),
				    r.word[3]);
		else if (!strcmp(r.word[0], "question"))
			strbuf_addf(message, _("Not saved yet: \"%s %s\"."),
				    _(r.word[1]), r.word[2]);
	record_release(&r);
}

void typed_start(struct app *a, struct strbuf *message)
{
	struct strbuf name = STRBUF_INIT;
	char id[ID_TEXT];
	char *left;

	if (!app_state_name(a, &name))
		return;
	left = find_draft(name.s);
	strbuf_addf(&name, "%ld-%s%s", (long)getpid(), id_text(id_new(), id),
		    ending);
	a->typed.name = strbuf_detach(&name);
	if (left)
		take_over(a, left);
	free(left);
	tell(a, message);
}

void typed_release(struct typed *t)
{
	free(t->name);
	strbuf_release(&t->kept);
	strbuf_release(&t->waiting);
}

bool typed_take(struct typed *t, const char *what, const char *which,
		struct strbuf *out)
{
	struct record r = RECORD_INIT;
	const char *s = t->waiting.s, *raw;
	bool inside = false, found = false;
	size_t from = 0;

	for (raw = s; record_read(&r, &s); raw = s) {
		if (strcmp(r.word[0], "field") != 0)
			inside = !found && !strcmp(r.word[0], what) &&
				 !strcmp(r.word[1], which);
		if (!inside)
			continue;
		if (!found)
			from = (size_t)(raw - t->waiting.s);
		found = true;
		strbuf_add(out, raw, (size_t)(s - raw));
	}
	if (found)
		strbuf_splice(&t->waiting, from, out->len, "", 0);
	record_release(&r);
	return found;
}
