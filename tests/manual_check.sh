#!/bin/sh
# The manual says what the program's tables say.  Prints TAP.

set -eu
page=${srcdir:-.}/man/cjm.1
generate=${srcdir:-.}/man/generate.sh

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

made_anew() {
	sh "$generate" "$page" 2>&1 | diff "$page" - || :
}

wrong_mdoc() {
	mandoc -W warning -T lint "$page" 2>/dev/null || :
}

result "$(made_anew)" "the page is as \`make manual\` makes it"
result "$(LANGUAGE=vi LANG=vi_VN.UTF-8 LC_ALL=vi_VN.UTF-8 made_anew)" \
	"it is English whatever the language"
result "$(grep -n '	' "$page" || :)" "it holds no tabs"
if command -v mandoc >/dev/null; then
	result "$(wrong_mdoc)" "mandoc has nothing to say against it"
else
	number=$((number + 1))
	echo "ok $number # SKIP mandoc is not here"
fi
echo "1..$number"
[ $failures -eq 0 ]
