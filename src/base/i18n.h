/*
 * The user's language, and for exports the map's.
 *
 * Every text a user sees passes through _() or ngettext(); N_() only marks
 * it for the translator, where a table is filled.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>
#include <stdbool.h>

#define _(s) gettext(s)
#define N_(s) s

/* Set the locale up, once, at the program's start: UTF-8 for text whatever
 * the environment says, "C" for numbers.  `lang` is "en", "vi" or NULL for
 * the environment's choice; false if that language cannot be had. */
bool i18n_start(const char *lang);

/* The language texts come in now: "en" or "vi".  Static storage. */
const char *i18n_language(void);

/* Speak `lang` until i18n_pop(): labels in exports follow the map's
 * language.  An empty or unknown language changes nothing.  One level. */
void i18n_push(const char *lang);
void i18n_pop(void);

#endif
