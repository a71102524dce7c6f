#!/bin/sh
# Prints the manual page with the parts between its marks made anew, by the
# program that $CJM names (./cjm), from the program's own tables.

set -eu
page=${1:-man/cjm.1}

mark=
while IFS= read -r line; do
	[ "$line" != '.\" end' ] || mark=
	[ -n "$mark" ] || printf '%s\n' "$line"
	case $line in
	'.\" begin '*)
		mark=${line##* }
		"${CJM:-./cjm}" --manual "$mark" </dev/null
		;;
	esac
done <"$page"
if [ -n "$mark" ]; then
	echo "$page: the part \"$mark\" has no end" >&2
	exit 1
fi
