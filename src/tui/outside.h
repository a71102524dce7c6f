/*
 * The person's own editor ($VISUAL, $EDITOR), for long texts.
 *
 * It gets a file in a new folder that nobody else may enter, and the terminal
 * until it ends.  Nothing is held of the project meanwhile.
 */
#ifndef TUI_OUTSIDE_H
#define TUI_OUTSIDE_H

#include "base/err.h"
#include "base/strbuf.h"

/* Edit the text; `name` is the file's.  False, and the text left alone, when
 * the editor could not be started or says that it failed; one that was killed
 * gives back what it had saved.  What comes back is clean (utf8_clean). */
bool outside_edit(const char *name, struct strbuf *text, struct err *err);

#endif
