#include "base/datafile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { LARGEST = 1024 * 1024, PART = 4096 };

void datafile_path(struct strbuf *path, const char *name)
{
	const char *folder = getenv("CJM_DATADIR");

	strbuf_addf(path, "%s/%s", folder && *folder ? folder : DATADIR, name);
}

/* A relative path would lead anywhere, so it does not count. */
bool datafile_own_path(struct strbuf *path, const char *name)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	if (config && *config == '/')
		strbuf_addf(path, "%s/cjm/%s", config, name);
	else if (home && *home == '/')
		strbuf_addf(path, "%s/.config/cjm/%s", home, name);
	else
		return false;
	return true;
}

bool datafile_read(const char *path, struct strbuf *out)
{
	FILE *in = fopen(path, "re");
	size_t before = out->len, len;
	char part[PART];
	int failed;

	if (!in)
		return false;
	do {
		len = fread(part, 1, sizeof part, in);
		strbuf_add(out, part, len);
	} while (len && out->len - before <= LARGEST);
	failed = ferror(in) ? errno : len ? EFBIG : 0;
	fclose(in);
	errno = failed;
	return !failed;
}
