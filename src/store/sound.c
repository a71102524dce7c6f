#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "store/inner.h"

void sound_pages(struct db *db, const char *pragma,
		 void (*found)(const char *what, void *arg), void *arg)
{
	struct strbuf what = STRBUF_INIT;
	struct err err;
	struct stmt st;

	stmt_open(&st, db, pragma);
	while (stmt_next(&st)) {
		if (!strcmp(stmt_text(&st, 0), "ok"))
			continue;
		strbuf_clear(&what);
		strbuf_addf(&what, _("the file's pages: %s"),
			    stmt_text(&st, 0));
		found(what.s, arg);
	}
	strbuf_release(&what);
	if (!stmt_close(&st, &err))
		found(err.msg, arg);
}

void sound_references(struct db *db,
		      void (*found)(const char *what, void *arg), void *arg)
{
	struct strbuf what = STRBUF_INIT;
	struct err err;
	struct stmt st;

	stmt_open(&st, db, "PRAGMA foreign_key_check");
	while (stmt_next(&st)) {
		strbuf_clear(&what);
		strbuf_addf(&what, _("%s %lld refers to a %s that is not "
				     "there"), stmt_text(&st, 0),
			    (long long)stmt_int(&st, 1), stmt_text(&st, 2));
		found(what.s, arg);
	}
	strbuf_release(&what);
	if (!stmt_close(&st, &err))
		found(err.msg, arg);
}

static void keep_first(const char *what, void *arg)
{
	struct err *first = arg;

	if (!*first->msg)
		err_set(first, "%s", what);
}

static void look_at_row(struct row *r, const char *why, void *arg)
{
	if (why)
		keep_first(why, arg);
	free(r);
}

bool sound_all(struct db *db, struct err *err)
{
	struct err first = { "" }, why;

	sound_pages(db, "PRAGMA quick_check(1)", keep_first, &first);
	sound_references(db, keep_first, &first);
	for (int e = 0; e < ENTITIES && !*first.msg; e++)
		if (!load_each(db, (enum entity)e, "", look_at_row, &first,
			       &why))
			keep_first(why.msg, &first);
	return !*first.msg || err_set(err, "%s", first.msg);
}
