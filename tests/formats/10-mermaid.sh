#!/bin/sh
# Our diagrams, judged by Mermaid.

. "${0%/*}/common.sh"
corpus=${CJM_CORPUS:-${srcdir:-.}/../shared/corpus}

if ! has node || [ ! -d "$FORMATS_NODE/node_modules/mermaid" ]; then
	skip mermaid "Mermaid takes our diagrams"
	plan
	exit
fi

make_maps
for map in $maps; do
	"$cjm" export "$work/$map.cjm" -o "$work/$map.mmd" 2>/dev/null
	"$cjm" export "$work/$map.cjm" -o "$work/$map.json"
	result "$(node "$here/mermaid.mjs" "$FORMATS_NODE" map \
		"$work/$map.mmd" "$work/$map.json" 2>&1)" \
		"Mermaid finds all of $map.mmd in it"
done

# corpus FILE: nothing if our diagram of the file says what the file said.
same_as() {
	rm -f "$work/a.cjm"
	"$cjm" import "$work/a.cjm" "$1" >/dev/null 2>&1 || return 0
	"$cjm" export "$work/a.cjm" --to mermaid -o "$work/a.mmd" --force
	printf '%s\n%s\n' "$1" "$work/$2.mmd" >>"$work/pairs"
	mv "$work/a.mmd" "$work/$2.mmd"
}

if [ -d "$corpus/mermaid" ]; then
	i=0
	for file in "$corpus"/mermaid/*.mmd "$corpus"/mermaid-tests/*.mmd; do
		i=$((i + 1))
		same_as "$file" $i
	done
	result "$(node "$here/mermaid.mjs" "$FORMATS_NODE" pairs \
		"$work/pairs" 2>&1)" \
		"what Mermaid accepts comes back with all it draws"
else
	skip "the corpus" "what Mermaid accepts comes back with all it draws"
fi
plan
