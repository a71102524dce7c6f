#!/bin/sh
# The manuals and the schema say what the program's tables say.  Prints TAP.

set -eu
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
	mandoc -W warning -T lint "$page" 2>/dev/null |
		grep -v 'referenced manual not found' || :
}

schema_anew() {
	"${CJM:-./cjm}" --manual schema </dev/null 2>&1 |
		diff "${srcdir:-.}/share/cjm.schema.json" - || :
}

for name in cjm.1 cjm.5; do
	page=${srcdir:-.}/man/$name
	result "$(made_anew)" "$name is as \`make manual\` makes it"
	result "$(LANGUAGE=vi LANG=vi_VN.UTF-8 LC_ALL=vi_VN.UTF-8 made_anew)" \
		"$name is English whatever the language"
	result "$(grep -n '	' "$page" || :)" "$name holds no tabs"
	if command -v mandoc >/dev/null; then
		result "$(wrong_mdoc)" "mandoc has nothing to say against $name"
	else
		number=$((number + 1))
		echo "ok $number # SKIP mandoc is not here"
	fi
done
result "$(schema_anew)" "the schema is as \`make manual\` makes it"
echo "1..$number"
[ $failures -eq 0 ]
