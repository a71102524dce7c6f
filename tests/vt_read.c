#include "vt.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "vt_parts.h"

static struct vt_cell blank_cell(void)
{
	return (struct vt_cell){ .columns = 1, .fg = VT_DEFAULT,
				 .bg = VT_DEFAULT };
}

static int colour(const VTermColor *c)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(c) || VTERM_COLOR_IS_DEFAULT_BG(c))
		return VT_DEFAULT;
	if (VTERM_COLOR_IS_INDEXED(c))
		return c->indexed.idx;
	return VT_RGB | c->rgb.red << 16 | c->rgb.green << 8 | c->rgb.blue;
}

struct vt_cell vt_cell(struct vt *vt, int row, int col)
{
	struct vt_cell cell = blank_cell();
	VTermScreenCell from;
	int i;

	if (!vterm_screen_get_cell(vt->screen, (VTermPos){ row, col }, &from))
		return cell;
	strbuf_clear(&vt->letter);
	for (i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i]; i++)
		if (from.chars[i] != UINT32_MAX)
			utf8_encode(from.chars[i], &vt->letter);
	snprintf(cell.text, sizeof cell.text, "%s", vt->letter.s);
	cell.columns = from.width;
	cell.bold = from.attrs.bold;
	cell.underline = from.attrs.underline;
	cell.italic = from.attrs.italic;
	cell.reverse = from.attrs.reverse;
	cell.fg = colour(&from.fg);
	cell.bg = colour(&from.bg);
	return cell;
}

/* Append one row; column[n], if wanted, is where column n begins in it. */
static void add_row(struct vt *vt, int row, struct strbuf *out, size_t *column)
{
	size_t start = out->len;
	int col, i;

	for (col = 0; col < vt->cols;) {
		struct vt_cell cell = vt_cell(vt, row, col);

		for (i = 0; i < cell.columns && column; i++)
			column[col + i] = out->len;
		strbuf_addstr(out, *cell.text ? cell.text : " ");
		col += cell.columns;
	}
	while (out->len > start && out->s[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
}

const char *vt_row(struct vt *vt, int row)
{
	strbuf_clear(&vt->line);
	add_row(vt, row, &vt->line, NULL);
	return vt->line.s;
}

const char *vt_text(struct vt *vt)
{
	int row;

	strbuf_clear(&vt->text);
	for (row = 0; row < vt->rows; row++) {
		add_row(vt, row, &vt->text, NULL);
		strbuf_addch(&vt->text, '\n');
	}
	return vt->text.s;
}

bool vt_has(struct vt *vt, const char *text)
{
	return strstr(vt_text(vt), text);
}

bool vt_find(struct vt *vt, const char *text, int *row, int *col)
{
	size_t *column = xcalloc((size_t)vt->cols + 2, sizeof *column);
	struct strbuf line = STRBUF_INIT;
	const char *found = NULL;
	int r;

	for (r = 0; r < vt->rows && !found; r++) {
		strbuf_clear(&line);
		add_row(vt, r, &line, column);
		found = strstr(line.s, text);
	}
	if (found) {
		size_t at = (size_t)(found - line.s);

		*row = r - 1;
		for (*col = 0; column[*col] < at; ++*col)
			;
	}
	strbuf_release(&line);
	free(column);
	return found;
}

struct vt_cell vt_cell_of(struct vt *vt, const char *text)
{
	int row, col;

	if (vt_find(vt, text, &row, &col))
		return vt_cell(vt, row, col);
	vt_fail(vt, "not on the screen:", text);
	return blank_cell();
}

bool vt_cursor(struct vt *vt, int *row, int *col)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(vt->emulator), &pos);
	*row = pos.row;
	*col = pos.col;
	return vt->cursor_visible;
}

const char *vt_output(struct vt *vt)
{
	return vt->log.s;
}

size_t vt_bytes(struct vt *vt)
{
	return vt->log.len;
}

/* Whether the parameters of ESC [ ? ... h or l name the mode. */
static bool names_mode(const char *s, int mode)
{
	char *end;

	while (strtol(s, &end, 10) != mode) {
		if (*end != ';')
			return false;
		s = end + 1;
	}
	return true;
}

int vt_mode(struct vt *vt, int mode)
{
	const char *s = vt->log.s;
	int state = -1;

	while ((s = strstr(s, "\033[?"))) {
		const char *end = s + 3 + strspn(s + 3, "0123456789;");

		if ((*end == 'h' || *end == 'l') && names_mode(s + 3, mode))
			state = *end == 'h';
		s = end;
	}
	return state;
}
