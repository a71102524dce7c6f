#include "model/tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "model/sigil.h"

static const char between[] = " \t,;";

static void count_in(struct tally *t, const struct number *number)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->at[i].number.id == number->id) {
			t->at[i].votes++;
			return;
		}
	t->at = xgrow(t->at, t->count, &t->cap, sizeof *t->at);
	t->at[t->count].number = *number;
	t->at[t->count++].votes = 1;
}

/* False: the word is not the number of a card. */
static bool take_word(struct tally *t, const char *word,
		      const struct numbers *n, const struct project *p)
{
	int stage, card;
	size_t len = sigil_card(word, &stage, &card);
	int64_t id = len && !word[len] ? numbers_find(n, stage, card) : 0;

	if (!id || !project_row(p, TOUCHPOINT, id))
		return false;
	count_in(t, numbers_of(n, id));
	return true;
}

static bool check(const struct tally *t, const struct strbuf *wrong,
		  struct err *err)
{
	if (wrong->len)
		return err_set(err, _("no touchpoint has the number %.*s, so "
				      "nothing was counted"),
			       UTF8_CUT(200, wrong->s));
	return t->count || err_set(err, _("type the numbers of touchpoints, "
					  "one for each vote: 5.3 5.3 2.1"));
}

bool tally_read(struct tally *t, const char *line, const struct numbers *n,
		const struct project *p, struct err *err)
{
	struct strbuf wrong = STRBUF_INIT;
	char *copy = xstrdup(line), *rest = copy, *word;
	bool ok;

	while ((word = strsep(&rest, between)))
		if (*word && !take_word(t, word, n, p))
			strbuf_addf(&wrong, "%s%s", wrong.len ? ", " : "",
				    word);
	ok = check(t, &wrong, err);
	strbuf_release(&wrong);
	free(copy);
	return ok;
}

void tally_release(struct tally *t)
{
	free(t->at);
	*t = (struct tally)TALLY_INIT;
}

void tally_text(const struct tally *t, struct strbuf *out)
{
	for (size_t i = 0; i < t->count; i++)
		strbuf_addf(out, "%s%d.%d +%ld", i ? ", " : "",
			    t->at[i].number.stage, t->at[i].number.card,
			    t->at[i].votes);
}

static const struct row *vote_by(const struct project *p, int64_t touchpoint,
				 const char *voter)
{
	const struct list *l = project_list(p, VOTE, touchpoint);

	for (size_t i = 0; i < l->count; i++)
		if (!strcmp(row_text(l->rows[i], VOTE_VOTER), voter))
			return l->rows[i];
	return NULL;
}

static long number_of(const struct row *vote)
{
	return strtol(row_text(vote, VOTE_NUMBER), NULL, 10);
}

static bool build_vote(const char *voter, int64_t touchpoint, long votes,
		       const struct project *p, struct edit *e,
		       struct err *err)
{
	const struct row *r = vote_by(p, touchpoint, voter);
	struct set_intent set;
	struct add_intent add;
	char number[32], id[ID_TEXT];

	snprintf(number, sizeof number, "%ld", votes + (r ? number_of(r) : 0));
	if (r) {
		intent_set(&set, VOTE, r->id);
		intent_set_field(&set, VOTE_NUMBER, number);
		return set.intent.build(&set.intent, p, e, err);
	}
	intent_add(&add, VOTE);
	add.values.text[VOTE_TOUCHPOINT] = id_text(touchpoint, id);
	add.values.text[VOTE_VOTER] = voter;
	add.values.text[VOTE_NUMBER] = number;
	return add.intent.build(&add.intent, p, e, err);
}

static bool build_tally(const struct intent *self, const struct project *p,
			struct edit *e, struct err *err)
{
	const struct tally_intent *i = (const struct tally_intent *)self;
	const struct tally *t = i->tally;
	struct strbuf text = STRBUF_INIT;

	for (size_t k = 0; k < t->count; k++)
		if (!build_vote(i->voter, t->at[k].number.id, t->at[k].votes,
				p, e, err))
			return false;
	tally_text(t, &text);
	edit_label(e, N_("Vote"), text.s);
	strbuf_release(&text);
	return true;
}

void intent_tally(struct tally_intent *i, const struct tally *tally,
		  const char *voter)
{
	*i = (struct tally_intent){ { build_tally }, tally, voter };
}

long votes_of(const struct project *p, int64_t touchpoint)
{
	const struct list *l = project_list(p, VOTE, touchpoint);
	long votes = 0;

	for (size_t i = 0; i < l->count; i++)
		votes += number_of(l->rows[i]);
	return votes;
}
