#!/bin/sh
# Build the fuzz targets by clang and run each, two at a time:
#
#	run.sh SRCDIR FOLDER [TARGET...]
#
# in FOLDER, for $FUZZ_SECONDS (60) each.  What makes one fail is kept in
# FOLDER/found, and what reached something new in FOLDER/reached.
set -eu

src=$(realpath "$1")
mkdir -p "$2"
cd "$2"
shift 2
targets=${*:-capture key open read write}
seconds=${FUZZ_SECONDS:-60}
corpus=${CJM_CORPUS:-$src/../shared/corpus}
CJM_DATADIR=$src/share LC_ALL=C.UTF-8
export CJM_DATADIR LC_ALL

build() {
	[ -e Makefile ] || "$src/configure" CC="${FUZZ_CC:-clang}" \
		CFLAGS='-g -O1' --enable-fuzz
	make fuzz-programs
}

# texts: every text there is to read, whoever wrote it.
texts() {
	find "$src/tests/golden" "$src/tests/fixtures" "$src/share" -type f \
		! -name '*.sql' ! -name '*.expected'
	[ ! -d "$corpus" ] || find "$corpus" -type f ! -name 'ORACLE*'
}

# lines: what people type; from the outlines.
lines() {
	grep -h '^- ' "$src"/share/*/*.outline "$src"/tests/golden/*.outline |
		cut -c 3-
	grep -o '"[^"]*[@~+!*=#][^"]*"' "$src/tests/test_capture.c" |
		sed 's/^"//; s/"$//'
}

# Each text for each reader: a format's own is a stranger to the others.
seed_read() {
	texts | while read -r file; do
		number=$((${number:-0} + 1))
		for reader in $(tests/fuzz/read readers); do
			{ echo "$reader"; cat "$file"; } \
				>"seeds/read/$number-$reader"
		done
	done
}

seed_capture() {
	lines | while read -r line; do
		number=$((${number:-0} + 1))
		printf '%s' "$line" >"seeds/capture/$number"
	done
}

seed_key() {
	grep -o '"\\033[^"]*"' "$src/src/tui/key.c" |
		sed 's/^"//; s/"$//' | while read -r keys; do
		number=$((${number:-0} + 1))
		printf "iab%b[c\\303\\240d" "$keys" >"seeds/key/$number"
	done
}

seed_open() {
	rm -f seeds/open/*.cjm
	./cjm import seeds/open/a.cjm "$src/tests/golden/sample.json"
	./cjm add seeds/open/a.cjm --map 1 'need > asks @phone'
	./cjm undo seeds/open/a.cjm
	./cjm new seeds/open/b.cjm
	# small pages make small files, and those are tried more often
	! command -v sqlite3 ||
		for file in seeds/open/*.cjm; do
			sqlite3 "$file" 'PRAGMA page_size = 512; VACUUM'
		done
}

# Rows: an entity, which fields are given, and their texts.
seed_write() {
	printf '\0\50\1Map\0\3\1\1Stage\0\4\1\0Pays @card: 3\0' \
		>seeds/write/1
	printf '\1\20\1\377M\33[m\0\0\0\0\3\377\0S\0\4\377\0\0# t; u\0|\0' \
		>seeds/write/2
}

# figure WORD LOG: what libFuzzer says at its end.
figure() {
	sed -n "s/^stat::$1: *//p" "$2"
}

# `found' has a file for each that failed; each is told with its way back.
report() {
	log=$1.log
	printf '%-8s %9s runs, %6s/s, coverage %s, %s found\n' "$1" \
		"$(figure number_of_executed_units "$log")" \
		"$(figure average_exec_per_sec "$log")" \
		"$(sed -n 's/.*cov: \([0-9]*\).*/\1/p' "$log" | tail -n 1)" \
		"$(find found -name "$1-*" | wc -l)"
	find found -name "$1-*" -exec echo "  $PWD/{}" \;
}

run() {
	case $1 in
	open) longest=600000 ;;
	read) longest=20000 ;;
	*) longest=4000 ;;
	esac
	"tests/fuzz/$1" "reached/$1" "seeds/$1" -max_total_time="$seconds" \
		-max_len=$longest -len_control=10 -timeout=10 -rss_limit_mb=2048 \
		-dict="$src/tests/fuzz/words.dict" -print_final_stats=1 \
		-artifact_prefix="found/$1-" >"$1.log" 2>&1 </dev/null ||
		echo "$1" >>failed
}

build >build.log 2>&1 || { tail -n 20 build.log; exit 1; }
rm -rf failed found
mkdir -p found
for target in $targets; do
	mkdir -p "seeds/$target" "reached/$target"
	"seed_$target" >/dev/null
done
set -- $targets
while [ $# -gt 0 ]; do
	run "$1" &
	if [ $# -gt 1 ]; then
		run "$2"
		shift
	fi
	shift
	wait
done
for target in $targets; do
	report "$target"
done
[ ! -e failed ]
