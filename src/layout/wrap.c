#include "layout/wrap.h"

#include <string.h>

#include "base/utf8.h"

/* What must not begin a line, and what must not end one. */
static const char closing[] = ",.;:!?%)]}’”»…、。，．：；！？％）］｝"
	"〉》」』】〕〗・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々";
static const char opening[] = "([{‘“«$#（［｛〈《「『【〔〖＄＃";

/* UTF-8 cannot match from the middle of another character. */
static bool is_one_of(const char *cluster, size_t len, const char *set)
{
	return memmem(set, strlen(set), cluster, len);
}

struct cluster {
	const char *s;
	size_t len;
	int columns;
};

/* A blank that carries a mark is a letter. */
static bool is_blank(const struct cluster *c)
{
	return c->len == 1 && (*c->s == ' ' || *c->s == '\t');
}

/* Whether a line may end between the neighbouring clusters a and b: at
 * blanks, and in scripts that are written without them, which are the wide
 * ones. */
static bool may_break(const struct cluster *a, const struct cluster *b)
{
	if (is_blank(a) || is_blank(b))
		return true;
	if (a->columns < 2 && b->columns < 2)
		return false;
	return !is_one_of(a->s, a->len, opening) &&
	       !is_one_of(b->s, b->len, closing);
}

static struct cluster cluster_at(const char *s)
{
	struct cluster c = { s, 0, 0 };

	if (*s)
		c.len = utf8_step(s, &c.columns);
	return c;
}

static const char *skip_blanks(const char *s)
{
	struct cluster c = cluster_at(s);

	while (is_blank(&c))
		c = cluster_at(++s);
	return s;
}

/* The line is the text up to `end`; the blanks around the break go, but a
 * paragraph's leading ones stay. */
static void break_at(struct wrap *w, const char *end)
{
	size_t len = (size_t)(end - w->line);

	while (len && (w->line[len - 1] == ' ' || w->line[len - 1] == '\t'))
		len--;
	w->len = len ? len : (size_t)(end - w->line);
	end = skip_blanks(end);
	w->text = *end == '\n' ? end + 1 : end;
}

void wrap_start(struct wrap *w, const char *text, int columns)
{
	*w = (struct wrap){
		.text = text, .columns = columns > 1 ? columns : 1,
		.line = text,
	};
}

bool wrap_next(struct wrap *w)
{
	const char *s = w->text, *best = NULL;
	struct cluster before = { NULL, 0, 0 };
	int width = 0;

	if (!*s)
		return false;
	w->line = s;
	while (*s && *s != '\n') {
		struct cluster c = cluster_at(s);

		if (before.s && may_break(&before, &c))
			best = s;
		width += w->measure ? w->measure(s, c.len, c.columns) :
				      c.columns;
		if (before.s && width > w->columns) {
			break_at(w, best ? best : s);
			return true;
		}
		before = c;
		s += c.len;
	}
	w->len = (size_t)(s - w->line);
	w->text = *s ? s + 1 : s;
	return true;
}

int wrap_lines(const char *text, int columns)
{
	struct wrap w;
	int lines = 0;

	wrap_start(&w, text, columns);
	while (wrap_next(&w))
		lines++;
	return lines;
}
