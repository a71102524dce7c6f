# What the scripts of this folder share.  Prints TAP; end with `plan`.
# `$work` is a folder that goes away.

set -eu
cjm=${CJM:-cjm}
here=${srcdir:-.}/tests/formats
samples=${srcdir:-.}/share/samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

number=0
failures=0

# result WRONG NAME: a case that passed if nothing is wrong.
result() {
	number=$((number + 1))
	if [ -z "$1" ]; then
		echo "ok $number - $2"
		return
	fi
	failures=$((failures + 1))
	echo "not ok $number - $2"
	echo "$1" | sed 's/^/# /' | head -n 40
}

skip() {
	number=$((number + 1))
	echo "ok $number - $2 # SKIP $1 is not installed"
}

has() {
	command -v "$1" >/dev/null
}

plan() {
	echo "1..$number"
	[ $failures -eq 0 ]
}

# said COMMAND...: what it says if it fails.
said() {
	"$@" >"$work/said" 2>&1 || cat "$work/said"
}

# Make en.cjm, vi.cjm, hostile.cjm and large.cjm in $work.
maps='en vi hostile large'
make_maps() {
	cp "$samples/coffee.en.outline" "$work/en.outline"
	cp "$samples/coffee.vi.outline" "$work/vi.outline"
	cp "$here/hostile.outline" "$work"
	large >"$work/large.outline"
	for map in $maps; do
		"$cjm" import "$work/$map.cjm" "$work/$map.outline" >/dev/null
	done
}

# Twelve stages, sixty touchpoints, much text.
large() {
	printf 'cjm outline 1\n\n# A journey of twelve stages\n'
	for stage in 1 2 3 4 5 6 7 8 9 10 11 12; do
		printf '\n## Giai đoạn thứ %s\n' $stage
		for n in 1 2 3 4 5; do
			printf -- '- khách chờ nhân viên giao hàng lần %s.%s' \
				$stage $n
			printf ' @website ~đang vội, sắp đến giờ họp'
			printf ' +biết tổng tiền trước khi quyết định'
			printf ' !phí giao hàng chỉ hiện ra ở bước cuối cùng'
			printf ' *ghi tổng tiền ngay trong giỏ hàng :-1\n'
			printf '  quote: Biết trước thì mình lấy hai túi %s.%s\n' \
				$stage $n
		done
	done
}
