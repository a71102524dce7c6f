/*
 * What the readers of tables share, and nobody else sees.
 */
#ifndef FORMAT_TABLE_READ_H
#define FORMAT_TABLE_READ_H

#include "format/cells.h"
#include "format/csv.h"
#include "format/places.h"

enum shape { SHAPE_NONE, SHAPE_TABLE, SHAPE_MATRIX, SHAPE_SURVEY, SHAPE_LOG };

/* table_shape.c: what the table is, by its columns, once they are settled,
 * and its first lines. */
enum shape table_shape(const struct source *in, const struct columns *c);

/* The columns that the first record names.  False: the user tells of one
 * that is not there. */
bool table_columns(struct csv *c, const struct source *in,
		   struct columns *columns, struct err *err);

/* How the emotions of a column are meant. */
enum scale table_scale(const struct source *in, int column);

/* Always false; puts in front of the sentence where the cell is. */
bool table_wrong(const struct csv *c, size_t cell, struct err *err);

/* table_stage.c: the stage's title without its number, "Этап 2: "; the title
 * itself if it has none. */
const char *stage_without_number(const char *title);

/* Whether people call stages so: "Phase". */
bool is_stage_word(const char *text);

/* What stands in a cell, clean and with nothing around it. */
void table_text(const struct csv *c, size_t cell, struct strbuf *out);

/* Cut a title that is too long for its field. */
void table_cut(struct strbuf *title, const struct field *f);

/* Put a touchpoint into its place; one without an id gets a new one. */
bool table_put(struct places *p, struct draft *d, size_t map, size_t place,
	       long position, struct err *err);

#endif
