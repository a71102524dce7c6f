#!/bin/sh
# The completions are as the tables say, and the shells that are here complete
# with them.  Prints TAP.

set -eu
dir=$(cd "${srcdir:-.}/share/completions" && pwd)

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
	echo "ok $number # SKIP $1"
}

made_anew() {
	"${CJM:-./cjm}" --manual "completion-$1" </dev/null 2>&1 |
		diff "$dir/$2" - || :
}

# What bash offers for these words, the last being typed, sorted.
bash_offers() {
	(cd "$empty" && bash --norc --noprofile -c '
		. "$0/cjm"
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_cjm
		printf "%s\n" "${COMPREPLY[@]}" | sort | tr "\n" " "
	' "$dir" "$@")
}

expect() {
	offers=$1
	shift
	got=$(bash_offers "$@")
	if [ "$got" = "$offers " ]; then
		result '' "bash: $*"
	else
		result "offers $got, not $offers" "bash: $*"
	fi
}

fish_has() {
	(cd "$empty" && fish --no-config -c "
		source $dir/cjm.fish
		complete -C '$2'" | cut -f1 | grep -qx -- "$1") ||
		echo "fish does not offer $1 for $2"
}

empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT
: >"$empty/map.cjm"

for pair in bash:cjm zsh:_cjm fish:cjm.fish; do
	result "$(made_anew "${pair%:*}" "${pair#*:}")" \
		"${pair#*:} is as \`make manual\` makes it"
done

result "$(bash -n "$dir/cjm" 2>&1)" "bash reads its completions"
expect 'salvage share show snapshot' cjm s
expect 'map.cjm maps' cjm map
expect 'map.cjm' cjm export m
expect '--version --view' cjm show --v
expect 'map maps matrix' cjm show map.cjm --view ma
expect 'json' cjm export map.cjm --to js
expect 'en' cjm --lang e
expect 'retail' cjm new x.cjm --template r
expect 'map.cjm' cjm export map.cjm -o m

if command -v zsh >/dev/null; then
	result "$(zsh -n "$dir/_cjm" 2>&1)" "zsh reads its completions"
else
	skip "zsh is not here"
fi
if command -v fish >/dev/null; then
	result "$(fish_has matrix 'cjm show map.cjm --view ')" "fish: views"
	result "$(fish_has export 'cjm exp')" "fish: commands"
else
	skip "fish is not here"
fi
echo "1..$number"
[ $failures -eq 0 ]
