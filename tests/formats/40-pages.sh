#!/bin/sh
# The picture and the page, judged by an XML parser and a browser.

. "${0%/*}/common.sh"

# browse DOCUMENT OPTION...: with a profile of its own.
browse() {
	page=$1
	shift
	timeout 60 chromium --headless --no-sandbox --disable-gpu \
		--hide-scrollbars --user-data-dir="$work/profile" \
		--window-size=1400,2000 "$@" "file://$page" 2>/dev/null
}

# What the browser's tree of the page lacks of the map's stages.
titles_lacking() {
	browse "$work/$1.html" --dump-dom >"$work/dom"
	"$cjm" export "$work/$1.cjm" --to outline |
		sed -n 's/^## //p' | while read -r title; do
			grep -qF "$title" "$work/dom" || echo "no $title"
		done
}

same_pictures() {
	browse "$work/$1.html" --screenshot="$work/light.png" >"$work/said"
	browse "$work/$1.html" --screenshot="$work/dark.png" \
		--blink-settings=preferredColorScheme=0 >"$work/said"
	[ -s "$work/light.png" ] || echo "no picture"
	! cmp -s "$work/light.png" "$work/dark.png" || echo "no difference"
}

elements_made_of_text() {
	browse "$work/hostile.html" --dump-dom >"$work/dom"
	grep -E '<(script|img|b)[ >]|href="javascript' "$work/dom" || :
}

make_maps
for map in $maps; do
	for format in svg html; do
		out=$work/$map.$format
		"$cjm" export "$work/$map.cjm" -o "$out"
		if has xmllint; then
			result "$(said xmllint --nonet --noout "$out")" \
				"$map.$format is XML"
		else
			skip xmllint "$map.$format is XML"
		fi
	done
	if has rsvg-convert; then
		result "$(said rsvg-convert -o "$work/a.png" \
			"$work/$map.svg")" "$map.svg can be drawn"
	else
		skip rsvg-convert "$map.svg can be drawn"
	fi
done

if has chromium; then
	for map in en vi large; do
		result "$(titles_lacking $map)" "the browser shows $map.html"
		result "$(same_pictures $map)" \
			"$map.html is another one in the dark"
	done
	result "$(elements_made_of_text)" \
		"hostile text is text for the browser"
else
	skip chromium "the browser shows the pages"
fi
plan
