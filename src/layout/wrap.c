#include "layout/wrap.h"

#include <string.h>

#include "base/utf8.h"

/* What must not begin a line, and what must not end one. */
static const char closing[] = ",.;:!?%)]}’”»…、。，．：；！？％）］｝"
	"〉》」』】〕〗・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々";
static const char opening[] = "([{‘“«$#（［｛〈《「『【〔〖＄＃";

static bool is_one_of(const char *cluster, size_t len, const char *set)
{
	for (; *set; set += utf8_cluster(set)) {
		if (utf8_cluster(set) == len && !memcmp(set, cluster, len))
			return true;
	}
	return false;
}

static int cluster_columns(const char *s, size_t len)
{
	char drawn[UTF8_DRAWN];

	return utf8_drawn(s, len, drawn);
}

/* A blank that carries a mark is a letter. */
static bool is_blank(const char *s)
{
	return (*s == ' ' || *s == '\t') && utf8_cluster(s) == 1;
}

/* Whether a line may end between the neighbouring clusters a and b: at
 * blanks, and in scripts that are written without them, which are the wide
 * ones. */
static bool may_break(const char *a, const char *b)
{
	size_t a_len = (size_t)(b - a), b_len = utf8_cluster(b);

	if (is_blank(a) || is_blank(b))
		return true;
	if (cluster_columns(a, a_len) < 2 && cluster_columns(b, b_len) < 2)
		return false;
	return !is_one_of(a, a_len, opening) && !is_one_of(b, b_len, closing);
}

/* The line is the text up to `end`; the blanks around the break go, but a
 * paragraph's leading ones stay. */
static void break_at(struct wrap *w, const char *end)
{
	size_t len = (size_t)(end - w->line);

	while (len && (w->line[len - 1] == ' ' || w->line[len - 1] == '\t'))
		len--;
	w->len = len ? len : (size_t)(end - w->line);
	while (is_blank(end))
		end++;
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
	const char *s = w->text, *before = NULL, *best = NULL;
	int columns = 0;

	if (!*s)
		return false;
	w->line = s;
	while (*s && *s != '\n') {
		size_t len = utf8_cluster(s);

		if (before && may_break(before, s))
			best = s;
		columns += cluster_columns(s, len);
		if (before && columns > w->columns) {
			break_at(w, best ? best : s);
			return true;
		}
		before = s;
		s += len;
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
