#include "format/mermaid_lines.h"

#include <string.h>

bool mermaid_line_any(struct mermaid_lines *l, struct span *line)
{
	if (!*l->at)
		return false;
	*line = (struct span){ l->at, strcspn(l->at, "\n") };
	l->at += line->len;
	l->at += *l->at == '\n';
	l->line++;
	*line = span_trim(*line);
	return true;
}

/* Of any kind. */
static bool is_comment(struct span line)
{
	unsigned codepoint;

	return line.len && (line.s[0] == '%' ||
	       (line.s[0] == '#' && !mermaid_entity(line, &codepoint)));
}

/* Go behind the directive; what follows it is left in `line`. */
static void skip_directive(struct mermaid_lines *l, struct span *line)
{
	const char *end = l->endless ? NULL : strstr(line->s, "}%%");

	if (!l->directive)
		l->directive = l->line;
	if (!end) {
		l->endless = true;
		line->len = 0;
		return;
	}
	end += strlen("}%%");
	while (l->at < end) {
		l->at += strcspn(l->at, "\n");
		l->at += *l->at == '\n';
		l->line++;
	}
	*line = (struct span){ end, strcspn(end, "\n") };
	*line = span_trim(*line);
}

/* The JSON of `%% cjm {...}`; `%% cjm: ...` is ours too, for people only. */
static bool is_ours(struct span line, struct span *json)
{
	if (!span_begins(line, "%%"))
		return false;
	line = span_trim(span_from(line, 2));
	if (line.len < 4 || memcmp(line.s, "cjm", 3))
		return false;
	line = span_trim(span_from(line, 3));
	*json = line.s[0] == '{' ? line : span_to(line, 0);
	return line.s[0] == '{' || line.s[0] == ':';
}

bool mermaid_line(struct mermaid_lines *l, struct span *line)
{
	while (mermaid_line_any(l, line)) {
		l->comment = span_to(*line, 0);
		while (span_begins(*line, "%%{"))
			skip_directive(l, line);
		if (!is_comment(*line)) {
			if (line->len)
				return true;
		} else if (is_ours(*line, &l->comment)) {
			*line = span_to(*line, 0);
			if (l->comment.len)
				return true;
		} else if (!l->dropped) {
			l->dropped = l->line;
		}
	}
	return false;
}
