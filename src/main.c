#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/cli.h"
#include "tui/app.h"
#include "tui/keymap.h"

/* A file must not get the number of a closed standard stream, or what is
 * said would land in it.  Reading and writing these fails, as it should. */
static void fill_closed_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", fd == STDIN_FILENO ? O_WRONLY :
							   O_RDONLY) != fd)
			_exit(EXIT_FAILURE);
}

int main(int argc, char **argv)
{
	fill_closed_streams();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	i18n_start(cli_language(argc, argv));
	return cli_main(argc, argv, tui_run, keymap_each);
}
