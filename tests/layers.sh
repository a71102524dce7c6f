#!/bin/sh
# Who may include whom (DESIGN section 2).  Prints TAP.  With a folder as
# its argument it prints that source tree's breaches instead.

set -eu

# The layers, each with those it may see.
layers='
base	base
model	base model
layout	base model layout
format	base model layout format
store	base model store
cli	base model layout format store cli
tui	base model layout format store tui
main.c	base model layout format store cli tui
'

# Headers of libraries, each with the only files or folders that may see it.
libraries='
sqlite3.h	store/db.c store/db_inner.h store/stmt.c store/vfs.c
curses.h	tui/screen.c tui/key.c tui/theme.c
ncurses.h	tui/screen.c tui/key.c tui/theme.c
term.h	tui/screen.c tui/key.c tui/theme.c
termios.h	tui
utf8proc.h	base
wchar.h	base tui
locale.h	base
libintl.h	base
jansson.h	model store format
zip.h	format/pptx_zip.c
time.h	store cli tui
sys/time.h	store cli tui
'

breaches() {
	(cd "$1" && find . -name '*.[ch]' | sort | sed 's|^\./||' |
		layers=$layers libraries=$libraries xargs awk '
	function read_table(text, table,    line, part, n, i) {
		n = split(text, line, "\n")
		for (i = 1; i <= n; i++)
			if (split(line[i], part, "\t") == 2)
				table[part[1]] = " " part[2] " "
	}
	function among(name, list) {
		return index(list, " " name " ") > 0
	}
	function breach(what) {
		print FILENAME ":" FNR ": " what
	}
	BEGIN {
		read_table(ENVIRON["layers"], may_see)
		read_table(ENVIRON["libraries"], seen_by)
	}
	FNR == 1 {
		layer = FILENAME
		sub(/\/.*/, "", layer)
		if (!(layer in may_see))
			breach(layer " is no layer")
		own = FILENAME
		sub(/c$/, "h", own)
		first = own != FILENAME && (getline line < own) >= 0
		close(own)
	}
	/^[ \t]*#[ \t]*include/ {
		name = $0
		sub(/^[^"<]*["<]/, "", name)
		sub(/[">].*/, "", name)
		other = name
		sub(/\/.*/, "", other)
		if (first && name != own)
			breach("its own header does not come first")
		first = 0
		if (/"/ && !among(other, may_see[layer]))
			breach(layer " sees " name)
		if (name in seen_by && !among(layer, seen_by[name]) &&
		    !among(FILENAME, seen_by[name]))
			breach(layer " sees <" name ">")
	}')
}

[ $# -eq 0 ] || { breaches "$1"; exit; }

number=0
failures=0
result() {
	number=$((number + 1))
	if [ "$1" = "$2" ]; then
		echo "ok $number - $3"
		return
	fi
	failures=$((failures + 1))
	echo "not ok $number - $3"
	echo "$2" | sed 's/^/# /'
}

# A planted tree: one line each of what must be found, and what must not be.
plant() {
	mkdir -p "$(dirname "$planted/$1")"
	printf '%b\n' "$2" >"$planted/$1"
}

planted=$(mktemp -d)
trap 'rm -rf "$planted"' EXIT

plant base/err.h '#include <stdio.h>'
plant base/err.c '#include <stdio.h>\n#include "base/err.h"'
plant model/row.c '#include "layout/plan.h"\n#include <sqlite3.h>'
plant layout/plan.c '# include <time.h>\n#include "base/err.h"'
plant store/db.c '#include <sqlite3.h>\n#include "format/csv.h"'
plant store/verify.c '#include <sqlite3.h>'
plant cli/cli.c '#include "tui/app.h"\n#include "format/csv.h"'
plant tui/app.c '#include "cli/cli.h"\n#include <curses.h>'
plant tui/screen.c '#include <curses.h>\n#include "screen.h"'
plant main.c '#include "cli/cli.h"\n#include "tui/app.h"'
plant extra/odd.c 'int odd;'

found='base/err.c:1: its own header does not come first
cli/cli.c:1: cli sees tui/app.h
extra/odd.c:1: extra is no layer
layout/plan.c:1: layout sees <time.h>
model/row.c:1: model sees layout/plan.h
model/row.c:2: model sees <sqlite3.h>
store/db.c:2: store sees format/csv.h
store/verify.c:1: store sees <sqlite3.h>
tui/app.c:1: tui sees cli/cli.h
tui/app.c:2: tui sees <curses.h>
tui/screen.c:2: tui sees screen.h'

result "$found" "$(breaches "$planted")" "planted breaches are found"

all=$(breaches "${srcdir:-.}/src")
for layer in $(echo "$layers" | cut -f 1); do
	result "" "$(echo "$all" | grep "^${layer}[/:]" || :)" \
		"$layer sees only what it may"
done
result "" "$(echo "$all" | grep 'is no layer' || :)" \
	"every source file belongs to a layer"
echo "1..$number"
[ $failures -eq 0 ]
