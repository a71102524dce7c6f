#!/bin/sh
# Every header compiles alone, and twice.  Prints TAP.

set -eu
cd "${srcdir:-.}"

number=0
failures=0
for header in $(find src tests -name '*.h' | sort); do
	number=$((number + 1))
	if said=$(printf '#include "%s"\n#include "%s"\n' "$header" "$header" |
		${CC:-cc} -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror \
			${CORE_CFLAGS:-} -I. -Isrc -fsyntax-only -x c - 2>&1)
	then
		echo "ok $number - $header compiles alone"
	else
		failures=$((failures + 1))
		echo "not ok $number - $header compiles alone"
		echo "$said" | sed 's/^/# /'
	fi
done
echo "1..$number"
[ $failures -eq 0 ]
