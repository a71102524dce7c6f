#include "layout/frame.h"

enum { UP = 1, RIGHT = 2, DOWN = 4, LEFT = 8 };

static const char *const joints[16] = {
	" ", "│", "─", "╰", "│", "│", "╭", "├",
	"─", "╯", "─", "┴", "╮", "┤", "┬", "┼",
};

static const char *const ascii_joints[16] = {
	" ", "|", "-", "+", "|", "|", "+", "+",
	"-", "+", "-", "+", "+", "+", "+", "+",
};

static void leave(struct grid *g, int row, int col, int ways, enum role role)
{
	struct cell *c = grid_at(g, row, col);

	if (!c)
		return;
	ways |= c->lines;
	grid_text(g, row, col, 1, (g->ascii ? ascii_joints : joints)[ways],
		  role);
	c->lines = (uint8_t)ways;
}

void frame_across(struct grid *g, int row, int col, int cols, enum role role)
{
	for (int i = 0; i < cols - 1; i++) {
		leave(g, row, col + i, RIGHT, role);
		leave(g, row, col + i + 1, LEFT, role);
	}
}

void frame_down(struct grid *g, int row, int col, int rows, enum role role)
{
	for (int i = 0; i < rows - 1; i++) {
		leave(g, row + i, col, DOWN, role);
		leave(g, row + i + 1, col, UP, role);
	}
}

void frame_box(struct grid *g, struct rect r, enum role role)
{
	if (rect_empty(r))
		return;
	frame_across(g, r.row, r.col, r.cols, role);
	frame_across(g, r.row + r.rows - 1, r.col, r.cols, role);
	frame_down(g, r.row, r.col, r.rows, role);
	frame_down(g, r.row, r.col + r.cols - 1, r.rows, role);
}
