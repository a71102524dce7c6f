#!/bin/sh
# How long 100,000 touchpoints take to write and to read, beside sqlite3 doing
# the same with the same columns, in turns.  Prints medians of CPU seconds (the
# wall clock of a busy machine says little) and what issue 4 allows.
#
#	formats.sh [RUNS]
#
# $CJM is the program (./cjm), $BENCH the folder of the bench's programs
# (./bench).
set -eu

CJM=$(realpath "${CJM:-./cjm}")
BENCH=$(realpath "${BENCH:-./bench}")
runs=${1:-5}
dir=$(mktemp -d "${TMPDIR:-/tmp}/cjm-formats.XXXXXX")
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
cd "$dir"
HOME=$dir LC_ALL=C.UTF-8
export HOME LC_ALL

"$BENCH/data" json 100000 >data.json
"$CJM" import data.cjm data.json >/dev/null
"$CJM" export data.cjm --to csv -o data.csv >/dev/null

# The columns of our own table.
columns=$(head -1 data.csv | tr , '\n' | sed -n '5,$p' |
	sed 's/.*/t."&"/' | paste -sd, -)
select="SELECT 't' || t.id, m.title, s.title,
	1, $columns
	FROM touchpoint t JOIN stage s ON s.id = t.stage
	JOIN map m ON m.id = t.map ORDER BY m.rank, s.rank, t.rank"

# measure NAME COMMAND...: one line of CPU seconds and kilobytes
measure() {
	name=$1
	shift
	/usr/bin/time -a -o "$name.times" -f '%U %S %M' "$@" >out.tmp
}

n=0
while [ $n -lt "$runs" ]; do
	rm -f new.cjm new.db
	measure csv-out "$CJM" export data.cjm --to csv
	measure csv-out-peer sqlite3 -csv -readonly data.cjm "$select"
	measure json-out "$CJM" export data.cjm --to json
	measure csv-in "$CJM" import new.cjm data.csv
	measure csv-in-peer sqlite3 new.db '.mode csv' '.import data.csv t'
	n=$((n + 1))
done

median() {
	awk '{ print $1 + $2 }' "$1.times" | sort -n |
		awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'
}

# compare WHAT NAME PEER MOST
compare() {
	awk -v what="$1" -v ours="$(median "$2")" -v peer="$(median "$3")" \
		-v most="$4" 'BEGIN {
		printf "%-12s %6.2f s  sqlite3 %6.2f s  ratio %5.2f  " \
			"allowed %.1f  %s\n", what, ours, peer, ours / peer,
			most, ours / peer <= most ? "ok" : "TOO SLOW" }'
}

compare "csv export" csv-out csv-out-peer 1.0
compare "json export" json-out csv-out-peer 1.5
compare "csv import" csv-in csv-in-peer 4.0
awk -v source="$(wc -c <data.csv)" '$3 > most { most = $3 } END {
	printf "csv import   %d MB at most, the source has %d MB\n",
		most / 1024, source / 1048576 }' csv-in.times
