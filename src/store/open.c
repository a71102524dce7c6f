#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "store/inner.h"
#include "store/migrate.h"
#include "store/schema.h"
#include "store/sniff.h"

static const char *login_name(void)
{
	const struct passwd *who = getpwuid(getuid());

	return who ? who->pw_name : "?";
}

/* What the environment says, on one line and without control characters. */
static char *author_name(void)
{
	const char *given = getenv("CJM_AUTHOR");
	struct strbuf name = STRBUF_INIT;

	if (given)
		utf8_clean_line(given, &name);
	if (!name.len)
		strbuf_addstr(&name, login_name());
	return strbuf_detach(&name);
}

static struct store *store_new(char *path)
{
	struct store *s = xcalloc(1, sizeof *s);

	s->path = path;
	s->author = author_name();
	s->last_label = xstrdup("");
	s->warning = (struct strbuf)STRBUF_INIT;
	s->project = project_new();
	return s;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	db_close(s->db);
	db_close(s->lost);
	project_free(s->project);
	free(s->visited);
	free(s->path);
	free(s->author);
	free(s->last_label);
	free(s->refused.text);
	strbuf_release(&s->warning);
	free(s);
}

char *store_real_path(const char *path, struct err *err)
{
	char *full = realpath(path, NULL);

	if (!full && errno == ENOENT)
		err_set(err, _("%s: there is no such file; `cjm new` makes "
			       "one"), path);
	else if (!full)
		err_set(err, _("%s cannot be opened: %s"), path,
			strerror(errno));
	return full;
}

/* Where to append one more sentence. */
static struct strbuf *warning(struct store *s)
{
	if (s->warning.len)
		strbuf_addch(&s->warning, ' ');
	return &s->warning;
}

static bool connect(struct store *s, struct err *err)
{
	s->db = db_open(s->path, s->read_only ? DB_READ : DB_WRITE, err);
	return s->db;
}

static void disconnect(struct store *s)
{
	db_close(s->db);
	s->db = NULL;
	s->checked = false;     /* see store_check() */
}

/* A file of an older cjm is made anew before anybody reads it. */
static bool bring_up_to_date(struct store *s, struct err *err)
{
	struct strbuf kept = STRBUF_INIT;
	const struct schema_version *v;
	bool ok;

	if (!schema_find(s->db, &v, err))
		return false;
	if (v == schema_current())
		return true;
	disconnect(s);
	ok = s->read_only ?
	     err_set(err, _("it was written by an older cjm and has to be "
			    "brought up to date first, but it can only be "
			    "read; copy it to where it can be changed")) :
	     migrate(s->path, &kept, err) && connect(s, err);
	if (kept.len)
		strbuf_addf(warning(s), _("This file was written by an older "
					  "cjm and was brought up to date; "
					  "the old one is kept as %s."),
			    kept.s);
	strbuf_release(&kept);
	return ok;
}

/* What is read at opening is all of one moment. */
static bool read_form(struct store *s,
		      bool (*read)(struct store *s, struct err *err),
		      struct err *err)
{
	bool ok;

	if (!db_begin_read(s->db, err))
		return false;
	s->data_version = db_data_version(s->db);
	ok = schema_check(s->db, err) && read(s, err);
	db_rollback(s->db);
	return ok;
}

/* The steps behind sniff(), each before the next. */
static bool open_file(struct store *s,
		      bool (*read)(struct store *s, struct err *err),
		      struct err *err)
{
	if (connect(s, err) && bring_up_to_date(s, err) &&
	    read_form(s, read, err))
		return true;
	disconnect(s);
	return false;
}

/* Rows are checked as they are loaded, those of a map on its first visit. */
static bool load(struct store *s, struct err *err)
{
	return last_edit(s->db, &s->last_seq, &s->last_uid, err) &&
	       load_top(s, err);
}

static void warn_of_network(struct store *s)
{
	const char *kind = sniff_network(s->path);

	if (kind)
		strbuf_addf(warning(s), _("This file lies on a network folder "
					  "(%s), where two people saving at "
					  "once can damage it; better work on "
					  "the machine that has it."), kind);
}

struct store *store_open(const char *path, struct err *err)
{
	char *full = store_real_path(path, err);
	struct store *s = full ? store_new(full) : NULL;

	if (s && sniff(full, &s->read_only, err)) {
		warn_of_network(s);
		if (open_file(s, load, err))
			return s;
		err_prefix(err, "%s", path);
	}
	store_close(s);
	return NULL;
}

/* As long as it is open, a file without a name has its bytes. */
static void set_aside(struct store *s)
{
	if (s->db && !s->lost && !db_in_place(s->db)) {
		s->lost = s->db;
		s->db = NULL;
	}
	disconnect(s);
}

bool store_reopen(struct store *s, struct err *err)
{
	set_aside(s);
	if (access(s->path, F_OK))
		return err_set(err, _("the file was moved, replaced or "
				      "deleted; put it back"));
	if (!sniff(s->path, &s->read_only, err) ||
	    !open_file(s, check_known, err))
		return false;
	db_close(s->lost);
	s->lost = NULL;
	s->data_version = -1;   /* others may have written meanwhile */
	return true;
}
