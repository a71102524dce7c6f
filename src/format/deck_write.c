#include "format/deck_write.h"

#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "format/deck.h"
#include "format/markdown_text.h"

struct writer {
	struct strbuf out;
	bool pandoc;
};

/* 1280 by 720 points, text of 18; see the style below. */
static const struct deck_size marp_size = {
	.columns = 125, .first = 24, .between = 3, .height = 205, .row = 5,
	.most = 6, .quotes = true,
};

/* 720 by 405 points, text of 18: what pandoc takes by itself. */
static const struct deck_size pandoc_size = {
	.columns = 72, .between = 2, .height = 140, .row = 4, .most = 5,
};

static void put(struct writer *w, const char *text)
{
	markdown_escape(text, w->pandoc ? " / " : "<br>", &w->out);
}

/* A text of the front matter, in quotation marks; to pandoc it is Markdown,
 * too. */
static void put_quoted(struct writer *w, const char *key, const char *text)
{
	struct strbuf value = STRBUF_INIT;

	if (w->pandoc)
		markdown_escape(text, " ", &value);
	else
		strbuf_addstr(&value, text);
	if (value.len)
		strbuf_addf(&w->out, "%s: \"", key);
	for (const char *s = value.s; *s; s++) {
		if (*s == '"' || *s == '\\')
			strbuf_addch(&w->out, '\\');
		strbuf_addch(&w->out, *s == '\n' || *s == '\t' ? ' ' : *s);
	}
	if (value.len)
		strbuf_addstr(&w->out, "\"\n");
	strbuf_release(&value);
}

static void put_table(struct writer *w, const struct slide *s)
{
	for (size_t row = 0; row < s->rows; row++) {
		strbuf_addch(&w->out, '|');
		for (size_t i = 0; i < s->columns; i++) {
			strbuf_addch(&w->out, ' ');
			put(w, s->cells[row * s->columns + i]);
			strbuf_addstr(&w->out, " |");
		}
		strbuf_addch(&w->out, '\n');
		if (row)
			continue;
		strbuf_addch(&w->out, '|');
		for (size_t i = 0; i < s->columns; i++)
			strbuf_addstr(&w->out, "---|");
		strbuf_addch(&w->out, '\n');
	}
}

static void put_notes(struct writer *w, const char *notes)
{
	strbuf_addstr(&w->out, "\n::: notes\n");
	for (const char *s = notes; *s; s += *s == '\n') {
		struct strbuf line = STRBUF_INIT;
		size_t len = strcspn(s, "\n");

		strbuf_add(&line, s, len);
		strbuf_addch(&w->out, '\n');
		put(w, line.s);
		strbuf_addch(&w->out, '\n');
		strbuf_release(&line);
		s += len;
	}
	strbuf_addstr(&w->out, "\n:::\n");
}

static void put_slide(const struct slide *s, void *arg)
{
	struct writer *w = arg;

	strbuf_addstr(&w->out, w->pandoc ? "\n# " : "\n---\n\n## ");
	put(w, s->title);
	strbuf_addstr(&w->out, "\n\n");
	put_table(w, s);
	if (w->pandoc && *s->notes)
		put_notes(w, s->notes);
}

/* "As it is today, Lan, office worker": below the title. */
static void add_subtitle(const struct project *p, const struct row *map,
			 struct strbuf *out)
{
	const struct row *who = project_row(p, PERSONA,
					    row_ref(map, MAP_PERSONA));
	const char *state = row_text(map, MAP_STATE);

	if (*state)
		strbuf_addstr(out, field_shown(field_of(MAP, MAP_STATE),
					       state));
	if (who)
		strbuf_addf(out, "%s%s", out->len ? " · " : "",
			    row_title(who));
}

static const char *language(const struct project *p, const struct row *map)
{
	const struct row *self = project_self(p);

	return *row_text(map, MAP_LANGUAGE) ? row_text(map, MAP_LANGUAGE) :
	       self ? row_text(self, PROJECT_LANGUAGE) : "";
}

/* Tables of even columns, so that what fits can be told from the text. */
static const char marp_style[] =
	"style: |\n"
	"  section { padding: 45px 60px; font-size: 22px;"
	" place-content: start stretch; }\n"
	"  section.lead { place-content: center stretch; }\n"
	"  h2 { font-size: 34px; margin: 0 0 12px; }\n"
	"  table { display: table; width: 100%; table-layout: fixed;"
	" font-size: 18px; line-height: 1.35; }\n"
	"  th, td { padding: 5px 10px; vertical-align: top;"
	" overflow-wrap: anywhere; }\n"
	"  th:first-child { width: 24%; }\n";

static void put_front(struct writer *w, const struct project *p,
		      const struct row *map)
{
	struct strbuf subtitle = STRBUF_INIT;

	add_subtitle(p, map, &subtitle);
	strbuf_addstr(&w->out, "---\n");
	put_quoted(w, "title", row_title(map));
	if (w->pandoc)
		put_quoted(w, "subtitle", subtitle.s);
	put_quoted(w, "lang", language(p, map));
	if (!w->pandoc)
		strbuf_addf(&w->out, "marp: true\npaginate: true\n%s",
			    marp_style);
	strbuf_addstr(&w->out, "---\n");
	if (!w->pandoc) {
		strbuf_addstr(&w->out, "\n<!-- _class: lead -->\n\n# ");
		put(w, row_title(map));
		strbuf_addstr(&w->out, subtitle.len ? "\n\n### " : "\n");
		put(w, subtitle.s);
		strbuf_addstr(&w->out, subtitle.len ? "\n" : "");
	}
	strbuf_release(&subtitle);
}

static bool write_deck(struct writer *w, const struct project *p,
		       const struct write_options *o, FILE *out,
		       struct err *err)
{
	const struct row *map = o->map ? project_row(p, MAP, o->map) :
					 list_at(project_maps(p), 0);
	bool ok;

	if (!map)
		return err_set(err, _("there is no map to write"));
	put_front(w, p, map);
	ok = deck_make(p, map, o, w->pandoc ? &pandoc_size : &marp_size,
		       put_slide, w, err);
	if (ok && fwrite(w->out.s, 1, w->out.len, out) != w->out.len)
		ok = err_set(err, _("cannot write: %s"), strerror(errno));
	strbuf_release(&w->out);
	return ok;
}

bool marp_write(const struct project *p, const struct write_options *o,
		FILE *out, struct err *err)
{
	struct writer w = { STRBUF_INIT, false };

	return write_deck(&w, p, o, out, err);
}

bool pandoc_write(const struct project *p, const struct write_options *o,
		  FILE *out, struct err *err)
{
	struct writer w = { STRBUF_INIT, true };

	return write_deck(&w, p, o, out, err);
}
