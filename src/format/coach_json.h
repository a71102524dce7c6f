/*
 * What the coach found as JSON, for programs.
 *
 *   { "map": id, "title": ..., "day": ..., "warnings": 3, "notes": 1,
 *     "answered": 0, "off": 0, "rules": [{ "rule": ..., "severity": ...,
 *     "why": ..., "advice": ..., "findings": [{ "place": "5.3", "entity":
 *     "touchpoint", "id": ..., "title": ..., "text": ... }] }] }
 *
 * Only rules that found something are there.
 */
#ifndef FORMAT_COACH_JSON_H
#define FORMAT_COACH_JSON_H

#include "model/coach.h"

/* The caller frees it. */
char *coach_json_text(const struct coach *c, const struct findings *found);

#endif
