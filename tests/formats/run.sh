#!/bin/sh
# What other people's programs make of our formats.  Runs each script here
# whose name begins with a number, and ends with `N passed, N failed,
# N skipped`.  $CJM is the program, $srcdir where the sources lie; packages of
# npm go into $FORMATS_NODE, a folder of the build.

set -u
here=${srcdir:-.}/tests/formats
node=${FORMATS_NODE:-formats-node}
log=$(mktemp)
trap 'rm -f "$log" "$log.one"' EXIT

# The versions that were tried; an older folder is brought up to date.
packages='mermaid@11.17.2 jsdom@29.1.1 @marp-team/marp-cli@4.5.1'
if command -v npm >/dev/null && [ "$(cat "$node/here" 2>/dev/null)" != \
	"$packages" ]; then
	echo "# npm installs $packages"
	mkdir -p "$node"
	if PUPPETEER_SKIP_DOWNLOAD=1 npm install --prefix "$node" --no-save \
		--no-audit --no-fund --loglevel=error $packages >&2; then
		echo "$packages" >"$node/here"
	fi
fi
FORMATS_NODE=$(cd "$node" 2>/dev/null && pwd)
export FORMATS_NODE

one=$log.one
for script in "$here"/[0-9]*.sh; do
	echo "# ${script##*/}"
	sh "$script" >"$one" || grep -q '^not ok' "$one" ||
		echo "not ok - ${script##*/} ended with status $?" >>"$one"
	cat "$one"
done | tee "$log"

passed=$(grep '^ok' "$log" | grep -vc '# SKIP')
failed=$(grep -c '^not ok' "$log")
skipped=$(grep -c '^ok.*# SKIP' "$log")
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
