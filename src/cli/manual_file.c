#include "cli/manual.h"

#include "format/json_schema.h"
#include "format/json_shape.h"

static const char *kind(const struct field *f)
{
	switch (f->type) {
	case FIELD_CHOICE:
		return "One of the keys listed in";
	case FIELD_EMOTION:
		return "\\-2 to 2, or NULL.";
	case FIELD_DAY:
		return "YYYY\\-MM\\-DD.";
	case FIELD_NUMBER:
		return "A number as a text, which keeps its digits.";
	case FIELD_WORDS:
		return "Words with a semicolon and a blank between them.";
	case FIELD_RANK:
		return "Its place in the list.";
	default:
		return NULL;
	}
}

static void print_column(FILE *out, const struct field *f)
{
	fprintf(out, ".It Cm %s Pq %s\n", f->key,
		field_is_integer(f) ? "integer" : "text");
	if (f->label)
		manual_sentence(out, f->label);
	if (f->type == FIELD_REF)
		fprintf(out, "The id of a row of\n.Em %s .\n",
			entities[f->target].key);
	if (f->type == FIELD_LINK)
		fprintf(out, "The id of a row of\n.Em %s\nthat may be gone.\n",
			entities[f->target].key);
	if (kind(f))
		fprintf(out, "%s\n", kind(f));
	if (f->type == FIELD_CHOICE)
		fputs(".Xr cjm 1 .\n", out);
	if (f->required)
		fputs("Never empty.\n", out);
}

void manual_tables(const struct call *c)
{
	FILE *out = c->out.file;

	for (int e = 0; e < ENTITIES; e++) {
		const struct entity_info *info = &entities[e];

		fprintf(out, ".Ss Table: %s\n", info->key);
		fputs(".Bl -tag -width opportunity_(text) -compact\n", out);
		fputs(".It Cm id Pq integer\n", out);
		for (int i = 0; i < info->count; i++)
			print_column(out, &info->fields[i]);
		fputs(".El\n", out);
	}
}

/* "maps", and below it, further in, what hangs on a map. */
static void print_lists(FILE *out, int above, int indent)
{
	for (const struct json_list *l = json_lists; l->key; l++) {
		if (l->above != above)
			continue;
		fprintf(out, "%*s\"%s\": list of %s\n", indent, "", l->key,
			entities[l->entity].key);
		print_lists(out, (int)l->entity, indent + 2);
	}
}

void manual_json(const struct call *c)
{
	FILE *out = c->out.file;

	fputs(".Bd -literal -offset indent\n", out);
	fprintf(out, "\"cjm\": %d\n\"project\": one project\n",
		JSON_VERSION);
	print_lists(out, JSON_TOP, 0);
	fputs(".Ed\n", out);
}

void manual_schema(const struct call *c)
{
	json_schema_write(c->out.file);
}
