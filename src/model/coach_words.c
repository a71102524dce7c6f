#include "model/coach_words.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/datafile.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"

static const char *const names[WORD_LISTS] = {
	"channels", "fillers", "verbs", "exceptions"
};

static const char *const languages[] = { "en", "vi" };

/* Marks tell what a company wants from a customer's friend (bán, bạn), but
 * not one channel from another. */
static bool keeps_marks(enum word_list list)
{
	return list == WORDS_VERBS || list == WORDS_EXCEPTIONS;
}

/* Append the text as it is compared: words with one blank between them. */
static void add_form(const char *s, bool marks, struct strbuf *out)
{
	struct strbuf small = STRBUF_INIT;
	size_t start = out->len, len;

	if (marks)
		utf8_lower(s, &small);
	else
		utf8_fold(s, &small, NULL);
	for (s = small.s; *s; s += len) {
		bool word = utf8_is_alnum(utf8_decode(s, &len));

		if (word)
			strbuf_add(out, s, len);
		else if (out->len > start && out->s[out->len - 1] != ' ')
			strbuf_addch(out, ' ');
	}
	strbuf_trim(out);
	strbuf_release(&small);
}

static size_t find_word(const struct phrases *l, const char *word)
{
	size_t i = 0;

	while (i < l->count && strcmp(l->at[i], word) != 0)
		i++;
	return i;
}

static void drop_word(struct phrases *l, const char *word)
{
	size_t i = find_word(l, word);

	if (i == l->count)
		return;
	free(l->at[i]);
	l->at[i] = l->at[--l->count];
}

static void add_word(struct phrases *l, const char *word)
{
	if (find_word(l, word) < l->count)
		return;
	l->at = xgrow(l->at, l->count, &l->cap, sizeof *l->at);
	l->at[l->count++] = xstrdup(word);
}

static void read_line(struct coach_words *w, enum word_list list,
		      const char *line)
{
	struct strbuf word = STRBUF_INIT;
	bool drop = *line == '-';

	add_form(line, keeps_marks(list), &word);
	if (*line != '#' && word.len) {
		if (drop)
			drop_word(&w->lists[list], word.s);
		else
			add_word(&w->lists[list], word.s);
	}
	strbuf_release(&word);
}

void coach_words_read(struct coach_words *w, enum word_list list,
		      const char *text)
{
	struct strbuf clean = STRBUF_INIT;
	char *line, *end;

	utf8_clean(text, strlen(text), &clean, NULL);
	for (line = clean.s; *line; line = end) {
		end = line + strcspn(line, "\n");
		if (*end)
			*end++ = '\0';
		read_line(w, list, line + strspn(line, " \t"));
	}
	strbuf_release(&clean);
}

static bool load_ours(struct coach_words *w, enum word_list list,
		      const char *language, struct err *err)
{
	struct strbuf name = STRBUF_INIT, path = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;
	bool ok;

	strbuf_addf(&name, "coach/%s.%s.words", names[list], language);
	datafile_path(&path, name.s);
	ok = datafile_read(path.s, &text);
	if (ok)
		coach_words_read(w, list, text.s);
	else
		err_set(err, _("the coach's words cannot be read: %s: %s"),
			path.s, strerror(errno));
	strbuf_release(&name);
	strbuf_release(&path);
	strbuf_release(&text);
	return ok;
}

/* Whoever has none of their own is content with ours. */
static void load_own(struct coach_words *w, enum word_list list)
{
	struct strbuf name = STRBUF_INIT, path = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&name, "coach/%s.words", names[list]);
	if (datafile_own_path(&path, name.s) && datafile_read(path.s, &text))
		coach_words_read(w, list, text.s);
	strbuf_release(&name);
	strbuf_release(&path);
	strbuf_release(&text);
}

bool coach_words_load(struct coach_words *w, struct err *err)
{
	*w = (struct coach_words){ .lists = { { NULL, 0, 0 } } };
	for (int list = 0; list < WORD_LISTS; list++) {
		for (size_t i = 0; i < ARRAY_LEN(languages); i++)
			if (!load_ours(w, (enum word_list)list, languages[i],
				       err))
				return false;
		load_own(w, (enum word_list)list);
	}
	return true;
}

void coach_words_release(struct coach_words *w)
{
	for (int list = 0; list < WORD_LISTS; list++) {
		for (size_t i = 0; i < w->lists[list].count; i++)
			free(w->lists[list].at[i]);
		free(w->lists[list].at);
	}
	*w = (struct coach_words){ .lists = { { NULL, 0, 0 } } };
}

/* The longest phrase of the list that whole words at s make, or NULL. */
static const char *longest_at(const struct phrases *l, const char *s)
{
	const char *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < l->count; i++) {
		size_t len = strlen(l->at[i]);

		if (len > most && !strncmp(s, l->at[i], len) &&
		    (!s[len] || s[len] == ' ')) {
			best = l->at[i];
			most = len;
		}
	}
	return best;
}

static size_t length(const char *phrase)
{
	return phrase ? strlen(phrase) : 0;
}

bool coach_words_only_channels(const struct coach_words *w, const char *title)
{
	struct strbuf form = STRBUF_INIT;
	const char *s;
	bool named = false;

	add_form(title, false, &form);
	for (s = form.s; *s; s += *s == ' ') {
		size_t channel = length(longest_at(&w->lists[WORDS_CHANNELS],
						   s));
		size_t filler = length(longest_at(&w->lists[WORDS_FILLERS],
						  s));

		if (!channel && !filler)
			break;
		named |= channel > 0;
		s += channel > filler ? channel : filler;
	}
	named &= !*s;
	strbuf_release(&form);
	return named;
}

const char *coach_words_company(const struct coach_words *w, const char *text)
{
	struct strbuf form = STRBUF_INIT;
	const char *verb;

	add_form(text, true, &form);
	verb = longest_at(&w->lists[WORDS_VERBS], form.s);
	if (longest_at(&w->lists[WORDS_EXCEPTIONS], form.s))
		verb = NULL;
	strbuf_release(&form);
	return verb;
}
