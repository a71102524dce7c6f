/*
 * A deck: slides on their way into a .pptx file, with all the parts around
 * them that PowerPoint asks for.
 */
#ifndef FORMAT_PPTX_DECK_H
#define FORMAT_PPTX_DECK_H

#include <stdio.h>

#include "base/err.h"
#include "format/pptx_slide.h"

struct deck_part {
	char *name, *text;
};

struct deck {
	const char *lang;       /* of its texts: "vi-VN" */
	int slides;
	struct deck_part *parts;        /* of the slides */
	size_t count, cap;
	struct strbuf types;    /* what they are */
};

void deck_init(struct deck *d, const char *lang);

/* Put a finished slide behind the others and release it. */
void deck_add(struct deck *d, struct slide *s);

/* Print the deck and release it. */
bool deck_write(struct deck *d, const char *title, FILE *out,
		struct err *err);
void deck_release(struct deck *d);

#endif
