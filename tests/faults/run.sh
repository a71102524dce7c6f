#!/bin/sh
# Runs programs of faults, shows their lines of figures, and of one that
# fails all it said.  Files lie in memory where that can be, since what is
# tested is not the disk.

set -u

if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then
	export TMPDIR=/dev/shm
fi
unset CMOCKA_MESSAGE_OUTPUT

failed=0
for program in "$@"; do
	if "./$program" >"$program.log" 2>&1; then
		sed -n 's/^# //p' "$program.log"
	else
		echo "FAIL: $program"
		cat "$program.log"
		failed=$((failed + 1))
	fi
done
echo "$(($# - failed)) kinds of faults held, $failed not"
[ $failed -eq 0 ]
