#include "drafts.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "run.h"
#include "tmp.h"

enum { PATH = 4096 };

static char folder[PATH / 2];

void drafts_new_home(void)
{
	snprintf(folder, sizeof folder, "%s/state/cjm", run_new_home());
}

const char *drafts_folder(void)
{
	return folder;
}

const char *draft(void)
{
	static char path[PATH];
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	int count = 0;

	path[0] = '\0';
	while (dir && (entry = readdir(dir)))
		if (strstr(entry->d_name, ".draft") &&
		    !strstr(entry->d_name, ".new")) {
			snprintf(path, sizeof path, "%s/%s", folder,
				 entry->d_name);
			count++;
		}
	if (dir)
		closedir(dir);
	assert_in_range(count, 0, 1);
	return path;
}

bool draft_holds(const char *text)
{
	const char *path = draft();
	bool holds = false;
	char *all;

	if (*path) {
		all = tmp_read(path, NULL);
		holds = strstr(all, text);
		free(all);
	}
	return holds;
}
