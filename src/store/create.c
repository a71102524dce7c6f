#include "store/fresh.h"
#include "store/inner.h"
#include "store/schema.h"

static bool make_tables(const char *path, struct err *err)
{
	struct db *db = db_open(path, DB_CREATE, err);
	bool ok = db && db_begin(db, err) && schema_create(db, schema_current(), err) &&
		  db_commit(db, err);

	db_close(db);
	return ok;
}

/* Fill the temporary file through the door, as any other file. */
static bool fill(const char *temporary, const char *author,
		 const struct intent *first, struct err *err)
{
	struct store *s;
	bool ok;

	if (!make_tables(temporary, err))
		return false;
	s = store_open(temporary, err);
	if (!s)
		return false;
	store_set_author(s, author);
	ok = store_do(s, first, err);
	store_close(s);
	return ok;
}

struct store *store_create(const char *path, const char *author,
			   const struct intent *first, struct err *err)
{
	struct store *s = NULL;
	struct fresh f;

	if (fresh_begin(&f, path, err) &&
	    fill(f.temporary, author, first, err) && fresh_publish(&f, err))
		s = store_open(f.path, err);
	if (s)
		store_set_author(s, author);
	fresh_end(&f);
	return s;
}
