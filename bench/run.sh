#!/bin/sh
# Make the projects to measure with, then measure: cjm beside its peers.
#
#	run.sh [-n RUNS] [-o RESULT.json]
#
# $CJM is the program (./cjm), $BENCH the folder of the bench's programs
# (./bench).  Takes less than ten minutes.
set -eu

CJM=$(realpath "${CJM:-./cjm}")
BENCH=$(realpath "${BENCH:-./bench}")
dir=$(mktemp -d "${TMPDIR:-/tmp}/cjm-bench.XXXXXX")
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir "$dir/bin" "$dir/home"
ln -s "$CJM" "$dir/bin/cjm"
ln -s "$BENCH/minimal" "$dir/bin/minimal"
PATH=$dir/bin:$PATH HOME=$dir/home
TERM=xterm-256color LC_ALL=C.UTF-8
export PATH HOME TERM LC_ALL
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME LANGUAGE NO_COLOR
unset LINES COLUMNS TMUX ESCDELAY

# make_data NAME TOUCHPOINTS [MAPS]
make_data() {
	name=$1
	shift
	"$BENCH/data" json "$@" |
		cjm import "$dir/$name.cjm" - --from json >/dev/null
	"$BENCH/data" text "$@" >"$dir/$name.nano"
	cp "$dir/$name.nano" "$dir/$name.vim"
}

make_data 20 20
make_data 2000 2000
make_data 2000-wide 2000
make_data 100000 100000
make_data 100 100
make_data 1000x100 100 1000

"$BENCH/edit" "$dir/2000.cjm"
"$BENCH/bench" "$@" "$dir"
