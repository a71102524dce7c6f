#include "cli/coach.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/subcommand.h"
#include "cli/document.h"
#include "model/coach_answer.h"

enum { NAME_COLUMNS = 25 };

const struct rule *coach_rule(const char *name, struct err *err)
{
	const struct rule *rule = rule_find(name);
	struct strbuf list = STRBUF_INIT;

	if (rule)
		return rule;
	for (const struct rule *r = rules; r->name; r++)
		strbuf_addf(&list, "%s%s", list.len ? ", " : "", r->name);
	err_set(err, _("there is no rule \"%.*s\"; there are: %s"),
		UTF8_CUT(100, name), list.s);
	strbuf_release(&list);
	return NULL;
}

/* "missing-need             warning  no need is named" */
static void print_rules(FILE *out, const struct project *p)
{
	for (const struct rule *r = rules; r->name; r++) {
		bool off = coach_is_off(p, r->name);

		fprintf(out, "%-*s %s%s\n", NAME_COLUMNS, r->name,
			severity_label(r->severity), off ? _(", off") : "");
	}
}

static enum status list_rules(struct call *c, struct err *err)
{
	struct store *s = document_open(c, err);

	if (s)
		print_rules(c->out.file, store_project(s));
	store_close(s);
	return s ? DONE : REFUSED;
}

static enum status alter(struct call *c, const struct intent *i,
			 struct err *err)
{
	struct store *s = document_open_to_write(c, err);
	bool ok = s && store_do(s, i, err);

	store_close(s);
	return ok ? DONE : REFUSED;
}

enum status subcommand_rules(struct call *c, struct err *err)
{
	struct switch_intent i;
	const struct rule *rule;
	bool off;

	if (c->count == 1)
		return list_rules(c, err);
	rule = coach_rule(c->word[1], err);
	if (!rule)
		return WRONG_USAGE;
	off = c->count == 3 && !strcmp(c->word[2], "off");
	if (!off && (c->count < 3 || strcmp(c->word[2], "on") != 0))
		return wrong_usage(err, _("say `on` or `off` behind the rule"));
	intent_switch(&i, rule->name, off);
	return alter(c, &i.intent, err);
}

static bool answer(struct call *c, struct store *s, const struct rule *rule,
		   const char *note, struct err *err)
{
	struct answer_intent i;
	char *place = call_word(c, 2);
	int64_t map = document_map(c, s, err), id;
	enum entity e;
	bool ok = map && coach_place_read(store_project(s), map, place, &e,
					  &id, err);

	free(place);
	if (!ok)
		return false;
	intent_answer(&i, rule->name, id, note);
	return store_do(s, &i.intent, err);
}

enum status subcommand_answer(struct call *c, struct err *err)
{
	const struct rule *rule = coach_rule(c->word[1], err);
	struct store *s;
	char *note;
	bool ok;

	if (!rule)
		return WRONG_USAGE;
	note = call_word(c, 3);
	s = document_open_to_write(c, err);
	ok = s && answer(c, s, rule, note, err);
	store_close(s);
	free(note);
	return ok ? DONE : REFUSED;
}
