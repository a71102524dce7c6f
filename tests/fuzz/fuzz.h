/*
 * What the fuzz targets share.
 *
 * A target is a program of libFuzzer: LLVMFuzzerTestOneInput() gets bytes of
 * all kinds, and whatever must hold is asserted; a failed assertion, also one
 * of cmocka's, ends the program and leaves the bytes behind.  `make fuzz`
 * runs them all; HACKING tells what to do with what they find.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "format/format.h"

/* Called by libFuzzer.  With the one word "readers" a target only lists the
 * formats that can be read, for whoever makes the first inputs. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

/* Say what does not hold, and end. */
void fuzz_fail(const char *fmt, ...)
	__attribute__((noreturn, format(printf, 1, 2)));

/* That each text of the row is one its field may have; when `clean`, also one
 * that utf8_clean() leaves as it is. */
void fuzz_row(const struct row *r, bool clean);

/* The same of all rows, and that the project holds together. */
void fuzz_sound(const struct project *p, bool clean);

/* What the format prints of all maps, or of one; the caller frees it. */
char *fuzz_print(const struct format *f, const struct project *p,
		 const struct write_options *o, size_t *len);

/* The text read by the format; NULL when it is refused, which then has a
 * sentence.  The caller frees the project. */
struct project *fuzz_read(const struct format *f, const char *text,
			  size_t len);

#endif
