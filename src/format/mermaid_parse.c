#include "format/mermaid_parse.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "format/mermaid_lines.h"

struct parser {
	struct mermaid_lines lines;
	struct mermaid *m;
	struct report *report;
	struct err *err;
	bool begun;             /* a section or task was there */
};

static bool refuse(struct parser *p, long line, const char *why)
{
	p->m->wrong = line;
	return err_set(p->err, "%s", why);
}

static void remark(struct parser *p, const char *text)
{
	report_add(p->report, p->lines.line, "%s", text);
}

static void add_item(struct parser *p, enum mermaid_kind kind,
		     struct mermaid_task task)
{
	struct mermaid *m = p->m;

	m->items = xgrow(m->items, m->count, &m->cap, sizeof *m->items);
	m->items[m->count++] = (struct mermaid_item){ kind, p->lines.line,
						      task };
	p->begun |= kind != MERMAID_COMMENT;
}

static void add_name(struct parser *p, enum mermaid_kind kind, char *name)
{
	add_item(p, kind, (struct mermaid_task){
		.name = name, .actors = xstrdup(""), .word = xstrdup("") });
}

static void set_text(struct parser *p, struct mermaid_text *t,
		     struct span text, bool lines)
{
	if (t->text)
		remark(p, _("this was said before; the last one counts"));
	free(t->text);
	*t = (struct mermaid_text){ mermaid_decoded(text, lines),
				    p->lines.line };
}

/* A keyword and what follows it. */
static bool keyword(struct span line, const char *word, struct span *rest)
{
	if (!span_begins(line, word))
		return false;
	*rest = span_from(line, strlen(word));
	if (rest->len && !span_blank(*rest))
		return false;
	*rest = span_trim(*rest);
	return true;
}

/* accTitle and accDescr want a mark behind them, blanks before it or not. */
static bool marked(struct span line, const char *word, char mark,
		   struct span *rest)
{
	if (!span_begins(line, word))
		return false;
	*rest = span_trim(span_from(line, strlen(word)));
	if (!rest->len || rest->s[0] != mark)
		return false;
	*rest = span_trim(span_from(*rest, 1));
	return true;
}

static bool add_task(struct parser *p, struct span line, unsigned repairs)
{
	struct mermaid_task t;

	if (!mermaid_task_read(line, &t)) {
		if (mermaid_find(line, ":") < line.len)
			return refuse(p, p->lines.line,
				      _("there is a colon, but no name before "
					"it; write name: score: actor"));
		return refuse(p, p->lines.line,
			      _("this is no task, which reads name: score: "
				"actor, and no section or title"));
	}
	t.repairs |= repairs;
	mermaid_task_report(&t, p->lines.line, p->report);
	add_item(p, MERMAID_TASK, t);
	return true;
}

static bool reads_as_task(struct span line, bool with_actors)
{
	struct mermaid_task t;
	bool yes;

	if (!mermaid_task_read(line, &t))
		return false;
	yes = t.score && (*t.actors || !with_actors);
	mermaid_task_release(&t);
	return yes;
}

/* Several tasks may stand on a line, with `;` between them. */
static bool tasks(struct parser *p, struct span line, unsigned repairs)
{
	size_t end = mermaid_find(line, ";");
	bool scored = end < line.len && reads_as_task(span_to(line, end),
						      false);

	while (end < line.len) {
		struct span next = span_from(line, end + 1);
		bool task;

		next = span_to(next, mermaid_find(next, ";"));
		task = reads_as_task(next, false);
		if (scored && (task || !span_trim(next).len)) {
			remark(p, _("Mermaid refuses ; here; it was read as "
				    "the end of a task"));
			if (!add_task(p, span_to(line, end), repairs))
				return false;
			line = span_from(line, end + 1);
			end = next.len;
			repairs = 0;
			scored = task;
		} else {
			end += 1 + next.len;
			scored |= task;
		}
	}
	return !span_trim(line).len || add_task(p, line, repairs);
}

static void remark_marks(struct parser *p, struct span line)
{
	if (mermaid_find(line, "#;") < line.len)
		remark(p, _("the line holds # or ;, which Mermaid drops or "
			    "refuses; they were kept"));
}

static bool title_line(struct parser *p, struct span line, struct span rest)
{
	if ((p->begun || p->m->title.text) && reads_as_task(line, false))
		return tasks(p, line, 1u << REPAIR_KEYWORD);
	if (!rest.len) {
		remark(p, _("there is no title on the line, and Mermaid would "
			    "take the next line for it; it was left out"));
		return true;
	}
	remark_marks(p, rest);
	set_text(p, &p->m->title, rest, false);
	return true;
}

static bool section_line(struct parser *p, struct span line, struct span rest)
{
	char *name;

	if (reads_as_task(line, true))
		return tasks(p, line, 1u << REPAIR_KEYWORD);
	name = mermaid_decoded(rest, false);
	if (!*name) {
		remark(p, _("the section has no name, and Mermaid would take "
			    "the next line for it"));
		str_set(&name, _("Stage without a name"));
	}
	if (mermaid_find(rest, ":") < rest.len)
		remark(p, _("Mermaid refuses a colon in a section's name; it "
			    "was kept"));
	remark_marks(p, rest);
	add_name(p, MERMAID_SECTION, name);
	return true;
}

/* accDescr { ... } over several lines */
static bool description_block(struct parser *p, struct span line)
{
	long start = p->lines.line;
	struct strbuf text = STRBUF_INIT;
	size_t end;

	while ((end = mermaid_find(line, "}")) == line.len) {
		if (!span_begins(line, "%%"))
			strbuf_add(&text, line.s, line.len);
		strbuf_addch(&text, '\n');
		if (!mermaid_line_any(&p->lines, &line)) {
			strbuf_release(&text);
			return refuse(p, start, _("accDescr { is not closed "
						  "by a }"));
		}
	}
	strbuf_add(&text, line.s, end);
	set_text(p, &p->m->description, (struct span){ text.s, text.len },
		 true);
	strbuf_release(&text);
	if (end + 1 < line.len)
		remark(p, _("what follows the } was left out"));
	return true;
}

static void accessible(struct parser *p, struct mermaid_text *t,
		       struct span text, bool lines)
{
	if (text.len)
		set_text(p, t, text, lines);
	else
		remark(p, _("there is no text behind the colon, and Mermaid "
			    "would take the next line for it"));
}

static bool statement(struct parser *p, struct span line)
{
	struct span rest;

	if (!line.len)
		return true;
	if (keyword(line, "title", &rest))
		return title_line(p, line, rest);
	if (keyword(line, "section", &rest))
		return section_line(p, line, rest);
	if (marked(line, "accDescr", '{', &rest))
		return description_block(p, rest);
	if (marked(line, "accTitle", ':', &rest))
		accessible(p, &p->m->accessible_title, rest, false);
	else if (marked(line, "accDescr", ':', &rest))
		accessible(p, &p->m->description, rest, true);
	else
		return tasks(p, line, keyword(line, "journey", &rest) ?
			     1u << REPAIR_KEYWORD : 0);
	return true;
}

/* A YAML value on one line: plain, or in quotes of either kind. */
static void front_title(struct parser *p, struct span value)
{
	char quote = value.len ? value.s[0] : '\0';
	struct strbuf text = STRBUF_INIT;
	size_t i = quote == '"' || quote == '\'';

	for (bool quoted = i; i < value.len; i++) {
		if (quoted && quote == '"' && value.s[i] == '\\' &&
		    i + 1 < value.len)
			i++;
		else if (quoted && value.s[i] == quote &&
			 (quote == '"' || i + 1 == value.len ||
			  value.s[++i] != quote))
			break;
		else if (!quoted && value.s[i] == '#' && i &&
			 span_blank(span_from(value, i - 1)))
			break;
		strbuf_addch(&text, value.s[i]);
	}
	if (text.len && quote != '|' && quote != '>')
		set_text(p, &p->m->front_title,
			 (struct span){ text.s, text.len }, false);
	strbuf_release(&text);
}

/* The indent of a line that was taken trimmed. */
static const char *line_start(const char *text, const char *s)
{
	while (s > text && s[-1] != '\n')
		s--;
	return s;
}

/* From `---` to `---`; of all its settings only the title is ours. */
static bool front_matter(struct parser *p, const char *text)
{
	long start = p->lines.line, other = 0;
	long top = -1;
	struct span line, value;

	while (mermaid_line_any(&p->lines, &line)) {
		long indent = line.s - line_start(text, line.s);

		if (span_equal(line, span_of("---"))) {
			if (other)
				report_add(p->report, other, "%s",
					   _("settings in the front matter "
					     "are not kept"));
			return true;
		}
		if (top < 0 && line.len)
			top = indent;
		if (line.len && indent == top &&
		    marked(line, "title", ':', &value))
			front_title(p, value);
		else if (line.len && !other)
			other = p->lines.line;
	}
	return refuse(p, start, _("the front matter that begins with --- does "
				  "not end with ---"));
}

/* All up to the word `journey`; `line` is then what follows it. */
static bool prologue(struct parser *p, const char *text, struct span *line)
{
	struct mermaid_lines ahead = p->lines;

	*line = span_of("");
	while (mermaid_line_any(&ahead, line) && !line->len)
		p->lines = ahead;
	if (line->len == 3 && !memcmp(line->s, "---", 3)) {
		p->lines = ahead;
		if (!front_matter(p, text))
			return false;
	}
	while (mermaid_line(&p->lines, line)) {
		if (!line->len)
			continue;
		if (line->len >= 7 && !memcmp(line->s, "journey", 7) &&
		    keyword(*line, "journey", line))
			return true;
		break;
	}
	return refuse(p, p->lines.line ? p->lines.line : 1,
		      _("a journey begins with the word journey on a line of "
			"its own, in small letters"));
}

static void report_dropped(struct parser *p)
{
	if (p->lines.directive)
		report_add(p->report, p->lines.directive, "%s",
			   _("settings of Mermaid (%%{...}%%) are not kept"));
	if (p->lines.dropped)
		report_add(p->report, p->lines.dropped, "%s",
			   _("comments, here and further down, are not "
			     "kept"));
}

bool mermaid_parse(const char *text, struct mermaid *m, struct report *report,
		   struct err *err)
{
	struct parser p = { { .at = text }, m, report, err, false };
	struct span line;

	memset(m, 0, sizeof *m);
	if (!prologue(&p, text, &line) || !statement(&p, line))
		return false;
	while (mermaid_line(&p.lines, &line)) {
		struct span json = p.lines.comment;

		if (line.len ? !statement(&p, line) : false)
			return false;
		if (!line.len)
			add_name(&p, MERMAID_COMMENT,
				 xstrndup(json.s, json.len));
	}
	report_dropped(&p);
	return true;
}

void mermaid_release(struct mermaid *m)
{
	for (size_t i = 0; i < m->count; i++)
		mermaid_task_release(&m->items[i].task);
	free(m->items);
	free(m->title.text);
	free(m->front_title.text);
	free(m->accessible_title.text);
	free(m->description.text);
}

bool mermaid_begins(const char *text)
{
	struct mermaid m = { .count = 0 };
	struct report report = REPORT_INIT;
	struct err err;
	struct parser p = { { .at = text }, &m, &report, &err, false };
	struct span line;
	bool yes = prologue(&p, text, &line);

	mermaid_release(&m);
	report_release(&report);
	return yes;
}
