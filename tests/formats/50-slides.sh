#!/bin/sh
# The slides, judged by LibreOffice: it must show every title, a page for
# each slide, and the notes.  Prints TAP.  $CJM is the program.

set -eu
cjm=${CJM:-cjm}
samples=${srcdir:-.}/share/samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in soffice pdftotext pdfinfo unzip xmllint; do
	command -v $tool >/dev/null || {
		echo "1..0 # SKIP $tool is not installed"
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

# A large map of long texts: 12 stages, 60 touchpoints.
large() {
	awk 'BEGIN {
		print "cjm outline 1\n\n# Renewing a contract every year"
		for (i = 0; i < 60; i++) {
			if (i % 5 == 0)
				print "## Stage " i / 5 + 1 " of the journey"
			print "- does the thing number " i " because the " \
				"one before took so very long"
			print "  emotion: " i % 5 - 2
			text = ""
			for (k = 0; k < 25; k++)
				text = text " word" i "x" k
			print "  context:" text "\n  pain:" text
			print "  quote: they said " i
		}
	}'
}

# convert PPTX FILTER: a PDF beside it.
convert() {
	timeout 120 soffice "-env:UserInstallation=file://$work/profile" \
		--headless --convert-to "$2" --outdir "$work" "$1" \
		>/dev/null 2>&1
}

# Letters alone: how lines break is the font's business.
letters() {
	tr -d '[:space:]'
}

malformed() {
	mkdir "$work/parts"
	unzip -q "$1" -d "$work/parts"
	find "$work/parts" -type f -exec xmllint --nonet --noout {} + 2>&1
	rm -r "$work/parts"
}

lacking() {
	pdftotext "$work/$1.pdf" - | letters >"$work/text"
	"$cjm" export "$work/$1.cjm" --to outline |
		sed -n 's/^##* //p' | while read -r title; do
			title=$(printf %s "$title" | letters)
			grep -qF -- "$title" "$work/text" || echo "no $title"
		done
}

slides_of() {
	unzip -l "$1" | grep -c 'ppt/slides/slide'
}

pages_of() {
	pdfinfo "$1" | sed -n 's/^Pages: *//p'
}

notes='pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"},"ExportOnlyNotesPages":{"type":"boolean","value":"true"}}'

cp "$samples/coffee.en.outline" "$samples/coffee.vi.outline" "$work"
large >"$work/large.outline"
for map in coffee.en coffee.vi large; do
	"$cjm" import "$work/$map.cjm" "$work/$map.outline" >/dev/null
	for preset in executive tactical operational; do
		"$cjm" export "$work/$map.cjm" -o "$work/$map.pptx" \
			--preset $preset --force
		result "$(malformed "$work/$map.pptx")" \
			"$map, $preset: every part is XML"
	done
	convert "$work/$map.pptx" pdf
	result "$(lacking $map)" "$map: LibreOffice shows every title"
	[ "$(slides_of "$work/$map.pptx")" = "$(pages_of "$work/$map.pdf")" ] &&
		what= || what="not as many pages as slides"
	result "$what" "$map: a page for each slide"
	convert "$work/$map.pptx" "$notes"
	pdftotext "$work/$map.pdf" - | letters >"$work/text"
	quote=$("$cjm" export "$work/$map.cjm" --to outline |
		sed -n -e 's/^  quote: //p' -e 's/^- .* "\(.*\)".*/\1/p' |
		sed -n 2p | letters)
	[ -n "$quote" ] && grep -qF -- "$quote" "$work/text" &&
		what= || what="no $quote"
	result "$what" "$map: a quote stands in the notes"
done
echo "1..$number"
[ $failures -eq 0 ]
