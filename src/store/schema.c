#include "store/schema.h"

#include <string.h>

#include "base/i18n.h"
#include "model/field.h"

static const char history_tables[] =
	"CREATE TABLE edit (\n"
	"  seq INTEGER PRIMARY KEY,\n"
	"  uid INTEGER NOT NULL,\n"
	"  time INTEGER NOT NULL,\n"
	"  author TEXT NOT NULL,\n"
	"  kind TEXT NOT NULL,\n"
	"  ref INTEGER,\n"
	"  label TEXT NOT NULL,\n"
	"  merged INTEGER\n"
	") STRICT;\n"
	"CREATE INDEX edit_ref ON edit (ref);\n"
	"CREATE TABLE change (\n"
	"  n INTEGER PRIMARY KEY,\n"
	"  edit INTEGER NOT NULL REFERENCES edit"
	" DEFERRABLE INITIALLY DEFERRED,\n"
	"  op TEXT NOT NULL,\n"
	"  entity TEXT NOT NULL,\n"
	"  id INTEGER NOT NULL,\n"
	"  field TEXT,\n"
	"  old TEXT,\n"
	"  new TEXT\n"
	") STRICT;\n"
	"CREATE INDEX change_edit ON change (edit);\n";

static void add_column(struct strbuf *out, const struct field *f)
{
	bool integer = field_is_integer(f);

	strbuf_addf(out, ",\n  \"%s\" %s", f->key,
		    integer ? "INTEGER" : "TEXT");
	if (f->required)
		strbuf_addstr(out, " NOT NULL");
	else if (!integer)
		strbuf_addstr(out, " NOT NULL DEFAULT ''");
	if (f->type == FIELD_EMOTION)
		strbuf_addf(out, " CHECK (\"%s\" BETWEEN -2 AND 2)", f->key);
	if (f->type == FIELD_REF)
		strbuf_addf(out, " REFERENCES \"%s\""
			    " DEFERRABLE INITIALLY DEFERRED",
			    entities[f->target].key);
}

/* Every column that refers to another row is indexed. */
static void add_indexes(struct strbuf *out, const struct entity_info *info)
{
	for (int i = 0; i < info->count; i++) {
		const struct field *f = &info->fields[i];

		if (f->type == FIELD_REF)
			strbuf_addf(out, "CREATE INDEX \"%s_%s\" ON \"%s\""
				    " (\"%s\");\n", info->key, f->key,
				    info->key, f->key);
	}
}

void schema_text(struct strbuf *out)
{
	for (int e = 0; e < ENTITIES; e++) {
		const struct entity_info *info = &entities[e];

		strbuf_addf(out, "CREATE TABLE \"%s\" (\n"
			    "  id INTEGER PRIMARY KEY"
			    " CHECK (id BETWEEN 1 AND 9007199254740991)",
			    info->key);
		for (int i = 0; i < info->count; i++)
			add_column(out, &info->fields[i]);
		strbuf_addstr(out, "\n) STRICT;\n");
		add_indexes(out, info);
	}
	strbuf_addstr(out, history_tables);
}

/* Nothing leads to the first version; a later one has its copy function. */
static const struct schema_version published[] = {
	{ 1, schema_text, NULL },
	{ 0, NULL, NULL }
};

const struct schema_version *schema_versions = published;

const struct schema_version *schema_current(void)
{
	const struct schema_version *v = schema_versions;

	while (v[1].number)
		v++;
	return v;
}

static const struct schema_version *version_of(int64_t number)
{
	const struct schema_version *v = schema_versions;

	while (v->number && v->number != number)
		v++;
	return v->number ? v : NULL;
}

bool schema_create(struct db *db, const struct schema_version *v,
		   struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	bool ok;

	strbuf_addf(&sql, "PRAGMA application_id = %d;"
		    "PRAGMA user_version = %d;\n",
		    SCHEMA_APPLICATION, v->number);
	v->text(&sql);
	ok = db_exec(db, sql.s, err);
	strbuf_release(&sql);
	return ok;
}

bool schema_copy_rows(struct db *from, const char *select, struct db *to,
		      const char *insert, struct err *err)
{
	struct stmt in, out;
	bool ok = true;

	stmt_open(&in, from, select);
	while (ok && stmt_next(&in)) {
		stmt_open(&out, to, insert);
		stmt_bind_row(&out, &in);
		stmt_run(&out, NULL);
		ok = stmt_close(&out, err);
	}
	return stmt_close(&in, err) && ok;
}

static bool check_encoding(struct db *db, struct err *err)
{
	struct stmt st;
	bool ok;

	stmt_open(&st, db, "PRAGMA encoding");
	ok = stmt_next(&st) && !strcmp(stmt_text(&st, 0), "UTF-8");
	if (!stmt_close(&st, err))
		return false;
	return ok || err_set(err, _("its text is not UTF-8, so cjm did not "
				    "write it"));
}

/* Whether the file's statements are those of `want`, a line break before it,
 * in whatever order: a copy by VACUUM has its indexes last.  No two of them
 * are the same, since they make things of different names; so if each is ours
 * and together they are as long as ours, they are ours. */
static bool same_statements(struct db *db, const struct strbuf *want,
			    bool *same, struct err *err)
{
	struct strbuf statement = STRBUF_INIT;
	size_t total = 1;
	struct stmt st;

	*same = true;
	stmt_open(&st, db, "SELECT sql FROM sqlite_schema"
			   " WHERE sql IS NOT NULL");
	while (*same && stmt_next(&st)) {
		strbuf_clear(&statement);
		strbuf_addf(&statement, "\n%s;\n", stmt_text(&st, 0));
		total += statement.len - 1;
		*same = strstr(want->s, statement.s);
	}
	*same = *same && total == want->len;
	strbuf_release(&statement);
	return stmt_close(&st, err);
}

static bool altered(struct err *err)
{
	return err_set(err, _("its tables are not as cjm makes them; the "
			      "file is damaged or was altered"));
}

bool schema_matches(struct db *db, const struct schema_version *v,
		    struct err *err)
{
	struct strbuf want = STRBUF_INIT;
	bool ok, same;

	if (!check_encoding(db, err))
		return false;
	strbuf_addch(&want, '\n');
	v->text(&want);
	ok = same_statements(db, &want, &same, err) && (same || altered(err));
	strbuf_release(&want);
	return ok;
}

bool schema_find(struct db *db, const struct schema_version **v,
		 struct err *err)
{
	int64_t number = 0;

	if (!db_int(db, "PRAGMA user_version", &number, err))
		return false;
	if (number > schema_current()->number)
		return err_set(err, _("it was written by a newer cjm; "
				      "install that one to open it"));
	*v = version_of(number);
	return *v || altered(err);
}

bool schema_check(struct db *db, struct err *err)
{
	const struct schema_version *v;

	if (!schema_find(db, &v, err))
		return false;
	if (v != schema_current())
		return err_set(err, _("it was written by an older cjm; open "
				      "it with `cjm` once, to bring it up to "
				      "date"));
	return schema_matches(db, v, err);
}
