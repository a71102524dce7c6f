/*
 * What an outline says about rows that may stand further down: references
 * by title or place, and improvements out of their order.
 *
 * The reader notes them here as it goes and settles them at the end.
 */
#ifndef FORMAT_OUTLINE_LINKS_H
#define FORMAT_OUTLINE_LINKS_H

#include "model/project.h"

struct outline_link {
	enum entity entity;     /* the row that refers */
	int64_t id;
	int field;
	long line;
	char *to;
};

struct outline_named {
	enum entity entity;
	int64_t id;
};

struct outline_place {
	size_t map;             /* maps are counted as they come */
	long order;             /* in the map */
	size_t sequence;        /* in the text */
	int64_t improvement;
};

struct outline_links {
	struct outline_link *links;
	size_t count, cap;
	struct outline_named *named;    /* in the order of the text */
	size_t named_count, named_cap;
	struct outline_place *places;
	size_t place_count, place_cap;
};

#define OUTLINE_LINKS_INIT { NULL, 0, 0, NULL, 0, 0, NULL, 0, 0 }

/* A row that may be referred to, and a reference. */
void outline_links_name(struct outline_links *l, enum entity e, int64_t id);
void outline_links_add(struct outline_links *l, struct outline_link link,
		       const char *to);

/* An improvement, behind the one before it; then perhaps its true place. */
void outline_links_place(struct outline_links *l, size_t map,
			 int64_t improvement);
void outline_links_order(struct outline_links *l, long order);

/* Set all of it in the project.  Fails at a reference to nothing; `line` is
 * then where it stands. */
bool outline_links_settle(struct outline_links *l, struct project *p,
			  long *line, struct err *err);
void outline_links_release(struct outline_links *l);

#endif
