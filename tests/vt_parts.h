/*
 * What the parts of vt.h share: the terminal, and how a wish fails.
 */
#ifndef TESTS_VT_PARTS_H
#define TESTS_VT_PARTS_H

#include <sys/types.h>
#include <vterm.h>

#include "base/strbuf.h"
#include "vt.h"

struct vt {
	VTerm *emulator;
	VTermScreen *screen;
	int rows, cols;
	int fd;                 /* -1: hung up */
	pid_t pid;
	bool ended;             /* nothing more can come */
	bool reaped;
	int wait_status;
	bool cursor_visible;
	struct strbuf log;      /* all bytes the program sent */
	struct strbuf outgoing; /* keys and the emulator's answers */
	struct strbuf text, line, letter;
};

/* Print the screen and fail the test: "wish "what"". */
void vt_fail(struct vt *vt, const char *wish, const char *what);

/* Send what has gathered in `outgoing`. */
void vt_flush(struct vt *vt);

#endif
