/*
 * A zip archive in memory.  It bears no date, so that the same parts give
 * the same bytes.
 */
#ifndef FORMAT_PPTX_ZIP_H
#define FORMAT_PPTX_ZIP_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"

struct pptx_zip;

struct pptx_zip *pptx_zip_new(void);

/* Add a part; the name is ASCII.  What fails is told by pptx_zip_write(). */
void pptx_zip_add(struct pptx_zip *z, const char *name, const char *text);

/* Print the archive and free it. */
bool pptx_zip_write(struct pptx_zip *z, FILE *out, struct err *err);

#endif
