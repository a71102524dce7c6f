/*
 * One task of a Mermaid journey: `name: score: actor, actor`, and the ways
 * in which people get it wrong.
 *
 * A task owns its texts; release it with mermaid_task_release().
 */
#ifndef FORMAT_MERMAID_TASK_H
#define FORMAT_MERMAID_TASK_H

#include "format/mermaid_text.h"
#include "format/report.h"

enum mermaid_repair {
	REPAIR_COLON,           /* Meet at 10:30: 4: Me */
	REPAIR_COMMA,           /* Make tea: 5, Me */
	REPAIR_SWAPPED,         /* Make tea: Me, 5   Make tea: Me: 5 */
	REPAIR_FRACTION,        /* Make tea: 2.5: Me */
	REPAIR_RANGE,           /* Make tea: 6: Me */
	REPAIR_OF_FIVE,         /* Make tea: 4/5: Me */
	REPAIR_MISSING,         /* Make tea: : Me */
	REPAIR_WORD,            /* Make tea: good: Me */
	REPAIR_ACTOR_COLON,     /* Make tea: 5: Team: Kitchen */
	REPAIR_MARK,            /* `#` or `;` */
	REPAIR_KEYWORD,         /* Title page: 4: Me */
	REPAIRS
};

struct mermaid_task {
	char *name;
	int score;              /* 1 ... 5; 0: unknown */
	char *actors;           /* joined with "; " */
	char *word;             /* what stood in the score's place, or "" */
	unsigned repairs;       /* bits, 1 << enum mermaid_repair */
};

/* Read a line.  False, with nothing to release, when it is no task: it has
 * no colon, or no name before it. */
bool mermaid_task_read(struct span line, struct mermaid_task *t);
void mermaid_task_report(const struct mermaid_task *t, long line,
			 struct report *report);
void mermaid_task_release(struct mermaid_task *t);

#endif
