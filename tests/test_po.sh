#!/bin/sh
# Every text a user sees is there in every language.  Prints TAP.

set -eu
cd "${srcdir:-.}"

for tool in xgettext msgcmp msgfmt; do
	command -v $tool >/dev/null || {
		echo "1..0 # SKIP $tool of gettext is not installed"
		exit 0
	}
done

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

# Sources with texts in them; i18n.h is where _() is made.
sources() {
	find src -name '*.[ch]' ! -path src/base/i18n.h -exec grep -lE \
		'(^|[^[:alnum:]_])(_|N_|ngettext)\(' {} + | LC_ALL=C sort
}

# The English texts as they are in the sources now.
texts() {
	xgettext $(sed -n 's/^XGETTEXT_OPTIONS = //p' po/Makevars) \
		-f po/POTFILES.in -o "$1"
}

# What a catalogue lacks of them, one line each; a fuzzy text is lacking, one
# that is no longer used does no harm.
lacks() {
	said=$(msgcmp "$1" "$2" 2>&1) || echo "$said"
}

# plant FILE MARK TRANSLATION: a catalogue of one text.
plant() {
	printf '%s\n' 'msgid ""' \
		'msgstr "Content-Type: text/plain; charset=UTF-8\n"' '' \
		"$2" 'msgid "stage"' "msgstr \"$3\"" >"$work/$1"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

plant texts '#' ''
plant translated '#' 'giai đoạn'
plant fuzzy '#, fuzzy' 'giai đoạn'
result "$(lacks "$work/translated" "$work/texts")" \
	"a text that is translated is not lacking"
result "$([ -n "$(lacks "$work/fuzzy" "$work/texts")" ] || echo not found)" \
	"a fuzzy text is lacking"
result "$([ -n "$(lacks "$work/texts" "$work/texts")" ] || echo not found)" \
	"a text without a translation is lacking"

sources >"$work/sources"
result "$(diff po/POTFILES.in "$work/sources" || :)" \
	"po/POTFILES.in lists every source that holds texts"
result "$(texts "$work/cjm.pot" 2>&1)" "the texts can be taken out"

while read -r language; do
	catalogue=po/$language.po
	result "$(lacks "$catalogue" "$work/cjm.pot")" \
		"$language: every text is translated"
	result "$(msgfmt -c --check-format -o /dev/null "$catalogue" 2>&1)" \
		"$language: what a text must keep is kept"
done <po/LINGUAS
echo "1..$number"
[ $failures -eq 0 ]
