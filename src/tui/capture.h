/*
 * The capture line: Enter adds a touchpoint, the line stays open.
 */
#ifndef TUI_CAPTURE_H
#define TUI_CAPTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/textfield.h"

struct app;

struct capture_line {
	struct textfield field;
	struct strbuf hint;     /* how the line is read */
	bool hint_due;          /* ... was not said of its last word */
	int64_t last;           /* touchpoint captured last */
	int64_t again;          /* ... and brought back by Up */
	bool once;              /* close after one touchpoint */
};

#define CAPTURE_LINE_INIT { .field = TEXTFIELD_INIT, .hint = STRBUF_INIT }

extern const struct mode mode_capture;

/* Open the line; `once`: close it after one touchpoint. */
void capture_start(struct app *a, bool once);

/* Forget which touchpoints the line was about; its text stays. */
void capture_forget(struct capture_line *c);
void capture_line_release(struct capture_line *c);

#endif
