#!/bin/sh
# Our Markdown and our slides in it, judged by pandoc and Marp.

. "${0%/*}/common.sh"
marp=$FORMATS_NODE/node_modules/.bin/marp

if ! has python3; then
	skip python3 "Markdown says what the map says"
	plan
	exit
fi

make_maps
for map in $maps; do
	"$cjm" export "$work/$map.cjm" -o "$work/$map.json"
	for format in markdown marp pandoc; do
		"$cjm" export "$work/$map.cjm" --to $format \
			-o "$work/$map.$format" 2>/dev/null
	done
	if has pandoc; then
		pandoc -f gfm -t html "$work/$map.markdown" \
			>"$work/$map.html"
		result "$(python3 "$here/texts.py" html "$work/$map.json" \
			"$work/$map.html" all)" \
			"pandoc finds every text of $map in the Markdown"
		pandoc -f markdown-smart "$work/$map.pandoc" \
			-o "$work/$map.pptx"
		result "$(python3 "$here/texts.py" pptx "$work/$map.json" \
			"$work/$map.pptx" "$work/$map.pandoc")" \
			"pandoc makes slides with every title of $map"
	else
		skip pandoc "pandoc reads $map"
	fi
	if has node && [ -e "$marp" ]; then
		node "$marp" --no-stdin --html false "$work/$map.marp" \
			-o "$work/$map.deck.html" >"$work/said" 2>&1 ||
			cat "$work/said"
		result "$(python3 "$here/texts.py" html "$work/$map.json" \
			"$work/$map.deck.html" titles)" \
			"Marp makes slides with every title of $map"
	else
		skip marp "Marp reads $map"
	fi
done
plan
