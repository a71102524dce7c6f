#include "format/pptx_zip.h"

#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "base/alloc.h"
#include "base/i18n.h"
#include "base/strbuf.h"

/* minizip goes back to fill a part's size in, which `out` may not allow. */
struct pptx_zip {
	zipFile file;
	struct strbuf bytes;
	size_t at;
	bool failed;
};

/* 1 January 1980, the first day a zip knows. */
enum { NO_DATE = 1 << 21 | 1 << 16, LEVEL = 6 };

static voidpf open_bytes(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong read_bytes(voidpf opaque, voidpf stream, void *to, uLong size)
{
	(void)opaque;
	(void)stream;
	(void)to;
	(void)size;
	return 0;
}

static uLong write_bytes(voidpf opaque, voidpf stream, const void *from,
			 uLong size)
{
	struct pptx_zip *z = opaque;
	size_t over = z->bytes.len - z->at;

	(void)stream;
	strbuf_splice(&z->bytes, z->at, size < over ? size : over, from, size);
	z->at += size;
	return size;
}

static ZPOS64_T tell_bytes(voidpf opaque, voidpf stream)
{
	(void)stream;
	return ((struct pptx_zip *)opaque)->at;
}

static long seek_bytes(voidpf opaque, voidpf stream, ZPOS64_T offset,
		       int origin)
{
	struct pptx_zip *z = opaque;
	size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR ? z->at :
		      origin == ZLIB_FILEFUNC_SEEK_END ? z->bytes.len : 0;

	(void)stream;
	if (from + offset > z->bytes.len)
		return -1;
	z->at = from + offset;
	return 0;
}

static int nothing(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

struct pptx_zip *pptx_zip_new(void)
{
	struct pptx_zip *z = xcalloc(1, sizeof *z);
	zlib_filefunc64_def functions = {
		.zopen64_file = open_bytes, .zread_file = read_bytes,
		.zwrite_file = write_bytes, .ztell64_file = tell_bytes,
		.zseek64_file = seek_bytes, .zclose_file = nothing,
		.zerror_file = nothing, .opaque = z,
	};

	z->bytes = (struct strbuf)STRBUF_INIT;
	z->file = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
	z->failed = !z->file;
	return z;
}

void pptx_zip_add(struct pptx_zip *z, const char *name, const char *text)
{
	zip_fileinfo info = { .dosDate = NO_DATE };

	z->failed = z->failed ||
		zipOpenNewFileInZip(z->file, name, &info, NULL, 0, NULL, 0,
				    NULL, Z_DEFLATED, LEVEL) != ZIP_OK ||
		zipWriteInFileInZip(z->file, text, (unsigned)strlen(text)) !=
			ZIP_OK ||
		zipCloseFileInZip(z->file) != ZIP_OK;
}

bool pptx_zip_write(struct pptx_zip *z, FILE *out, struct err *err)
{
	bool ok = z->file && zipClose(z->file, NULL) == ZIP_OK && !z->failed;

	if (ok)
		fwrite(z->bytes.s, 1, z->bytes.len, out);
	else
		err_set(err, _("the slides cannot be packed"));
	strbuf_release(&z->bytes);
	free(z);
	return ok;
}
