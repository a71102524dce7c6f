#!/bin/sh
# The picture and the page, judged by an XML parser and a browser.  Prints
# TAP.  $CJM is the program.

set -eu
cjm=${CJM:-cjm}
samples=${srcdir:-.}/share/samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

number=0
failures=0
result() {
	number=$((number + 1))
	if [ -z "$1" ]; then
		echo "ok $number - $2"
		return
	fi
	failures=$((failures + 1))
	echo "not ok $number - $2"
	echo "$1" | sed 's/^/# /'
}
skip() {
	number=$((number + 1))
	echo "ok $number - $2 # SKIP $1 is not installed"
}
has() {
	command -v "$1" >/dev/null
}

# Titles that a careless writer would let out.
hostile() {
	cat <<-'END'
	cjm outline 1

	# <script>alert(1)</script> & "quotes" ]]>
	## </title></svg><b>bold</b>
	- <img src=x onerror=alert(1)> javascript:alert(1)
	  notes: http://example.com/?a=1&b="2"
	END
}

# browse DOCUMENT OPTION...: nothing of the user's is touched, and no network
# is needed.
browse() {
	page=$1
	shift
	timeout 60 chromium --headless --no-sandbox --disable-gpu \
		--hide-scrollbars --user-data-dir="$work/profile" \
		--window-size=1400,2000 "$@" "file://$page" 2>/dev/null
}

# What the browser's tree of the page lacks of the map's titles.
titles_lacking() {
	browse "$work/$1.html" --dump-dom >"$work/dom"
	"$cjm" export "$work/$1.cjm" --to outline |
		sed -n 's/^## //p' | while read -r title; do
			grep -qF "$title" "$work/dom" || echo "no $title"
		done
}

same_pictures() {
	browse "$work/$1.html" --screenshot="$work/light.png"
	browse "$work/$1.html" --screenshot="$work/dark.png" \
		--blink-settings=preferredColorScheme=0
	[ -s "$work/light.png" ] || echo "no picture"
	! cmp -s "$work/light.png" "$work/dark.png" || echo "no difference"
}

hostile >"$work/hostile.outline"
cp "$samples/coffee.en.outline" "$work/en.outline"
cp "$samples/coffee.vi.outline" "$work/vi.outline"

for map in en vi hostile; do
	"$cjm" import "$work/$map.cjm" "$work/$map.outline" >/dev/null
	for format in svg html; do
		out=$work/$map.$format
		"$cjm" export "$work/$map.cjm" -o "$out"
		if has xmllint; then
			result "$(xmllint --nonet --noout "$out" 2>&1)" \
				"$map.$format is XML"
		else
			skip xmllint "$map.$format is XML"
		fi
	done
	if has rsvg-convert; then
		result "$(rsvg-convert -o "$work/a.png" "$work/$map.svg" 2>&1)" \
			"$map.svg can be drawn"
	else
		skip rsvg-convert "$map.svg can be drawn"
	fi
done

if has chromium; then
	for map in en vi; do
		result "$(titles_lacking $map)" "the browser shows $map.html"
		result "$(same_pictures $map)" \
			"$map.html is another one in the dark"
	done
	browse "$work/hostile.html" --dump-dom >"$work/dom"
	result "$(grep -cE '<(script|img|b)\b' "$work/dom" | grep -v '^0$')" \
		"hostile text is text for the browser"
else
	skip chromium "the browser shows the pages"
fi
echo "1..$number"
[ $failures -eq 0 ]
