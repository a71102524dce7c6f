#!/bin/sh
# The slides, judged by LibreOffice: it must show every title, a page for
# each slide, and the notes.

. "${0%/*}/common.sh"

for tool in soffice pdftotext pdfinfo unzip xmllint; do
	has $tool || {
		skip $tool "LibreOffice shows the slides"
		plan
		exit
	}
done

# convert PPTX FILTER: a PDF beside it.
convert() {
	timeout 300 soffice "-env:UserInstallation=file://$work/profile" \
		--headless --convert-to "$2" --outdir "$work" "$1" \
		>/dev/null 2>&1 || :
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

# lacking MAP TEXTS: which of the texts, one a line, are not in MAP.pdf.
lacking() {
	pdftotext "$work/$1.pdf" - | letters >"$work/text"
	[ -s "$2" ] || echo "nothing to look for"
	while read -r text; do
		text=$(printf %s "$text" | letters)
		grep -qF -- "$text" "$work/text" || echo "no $text"
	done <"$2"
}

pages() {
	slides=$(unzip -l "$work/$1.pptx" | grep -c 'ppt/slides/slide')
	pages=$(pdfinfo "$work/$1.pdf" | sed -n 's/^Pages: *//p')
	[ "$slides" = "$pages" ] || echo "$pages pages for $slides slides"
}

notes='pdf:impress_pdf_Export:{'
notes=$notes'"ExportNotesPages":{"type":"boolean","value":"true"},'
notes=$notes'"ExportOnlyNotesPages":{"type":"boolean","value":"true"}}'

make_maps
for map in $maps; do
	for preset in executive tactical operational; do
		"$cjm" export "$work/$map.cjm" -o "$work/$map.pptx" \
			--preset $preset --force
		result "$(malformed "$work/$map.pptx")" \
			"every part of $map, $preset, is XML"
	done
done
for map in en vi large; do
	"$cjm" export "$work/$map.cjm" --to outline >"$work/outline"
	convert "$work/$map.pptx" pdf
	sed -n 's/^##* //p' "$work/outline" >"$work/titles"
	result "$(lacking $map "$work/titles")" \
		"LibreOffice shows every title of $map"
	result "$(pages $map)" "LibreOffice has a page for each slide of $map"
	convert "$work/$map.pptx" "$notes"
	sed -n -e 's/^  quote: //p' -e 's/^- .* "\(.*\)".*/\1/p' \
		"$work/outline" | sed -n 2p >"$work/quotes"
	result "$(lacking $map "$work/quotes")" \
		"LibreOffice has the quotes of $map in the notes"
done
plan
