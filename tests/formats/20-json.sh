#!/bin/sh
# Our JSON, judged by jq and by a validator of JSON Schema.

. "${0%/*}/common.sh"
schema=${srcdir:-.}/share/cjm.schema.json

valid() {
	python3 - "$schema" "$1" <<-'END' 2>&1
	import json, sys
	from jsonschema import Draft202012Validator as Validator
	schema, value = (json.load(open(f, encoding="utf-8"))
	                 for f in sys.argv[1:])
	Validator.check_schema(schema)
	for error in Validator(schema).iter_errors(value):
	    print(error.json_path, error.message[:200])
	END
}

# What is wrong must be found, else nothing was tried.
invalid() {
	echo '{"cjm": 1, "maps": [{"stages": [{"title": "",
		"touchpoints": [{"title": "t", "emotion": 3}]}]}]}' \
		>"$work/wrong.json"
	[ "$(valid "$work/wrong.json" | wc -l)" -eq 3 ] ||
		echo "three faults were not found"
}

can_validate() {
	has python3 && python3 -c 'from jsonschema import \
		Draft202012Validator' 2>/dev/null
}

make_maps
for map in $maps; do
	"$cjm" export "$work/$map.cjm" --to json --history \
		-o "$work/$map.json"
	if has jq; then
		result "$(said jq -e '.maps[0].title' "$work/$map.json")" \
			"jq reads $map.json"
	else
		skip jq "jq reads $map.json"
	fi
	if can_validate; then
		result "$(valid "$work/$map.json")" "$map.json is valid"
	else
		skip python3-jsonschema "$map.json is valid"
	fi
done
if can_validate; then
	result "$(invalid)" "the schema finds what is wrong"
fi
plan
