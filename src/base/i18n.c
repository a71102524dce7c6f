#include "base/i18n.h"

#include <assert.h>
#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/* What was spoken before i18n_push(). */
static struct {
	bool pushed;
	char *messages;         /* the locale */
	char *language;         /* the LANGUAGE variable; NULL: not set */
} before;

/* Make gettext forget the catalogue it has open. */
static void catalogue_changed(void)
{
#ifdef __GLIBC__
	extern int _nl_msg_cat_cntr;

	_nl_msg_cat_cntr++;
#endif
}

static void use_utf8(void)
{
	static const char *const locales[] = { "C.UTF-8", "en_US.UTF-8" };

	for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
		if (!strcmp(nl_langinfo(CODESET), "UTF-8"))
			return;
		setlocale(LC_CTYPE, locales[i]);
	}
}

/* gettext looks at LANGUAGE only in a locale other than C, newer ones only
 * in one other than C.UTF-8 too.  Which one it is does not matter. */
static void leave_c_locale(void)
{
	static const char *const locales[] = {
		"en_US.UTF-8", "en_GB.UTF-8", "fr_FR.UTF-8", "de_DE.UTF-8",
		"es_ES.UTF-8", "ja_JP.UTF-8", "zh_CN.UTF-8", "C.UTF-8",
	};
	const char *now = setlocale(LC_MESSAGES, NULL);

	if (setlocale(LC_MESSAGES, "vi_VN.UTF-8"))
		return;
	if (now && strcmp(now, "POSIX") != 0 && now[0] != 'C')
		return;
	for (size_t i = 0; i < ARRAY_LEN(locales); i++)
		if (setlocale(LC_MESSAGES, locales[i]))
			return;
}

/* English is what the texts are written in: no catalogue at all. */
static bool speak(const char *lang)
{
	if (!strcmp(lang, "en"))
		setlocale(LC_MESSAGES, "C");
	else if (!strcmp(lang, "vi"))
		leave_c_locale();
	else
		return false;
	setenv("LANGUAGE", lang, 1);
	catalogue_changed();
	return !strcmp(i18n_language(), lang);
}

/* The first of the variables that decide, when their locale is missing. */
static bool environment_wants_vietnamese(void)
{
	static const char *const names[] = {
		"LC_ALL", "LC_MESSAGES", "LANG",
	};
	const char *language = getenv("LANGUAGE"), *locale = NULL;

	for (size_t i = 0; i < ARRAY_LEN(names) && !(locale && *locale); i++)
		locale = getenv(names[i]);
	if (!locale || !*locale || !strcmp(locale, "C") ||
	    !strcmp(locale, "POSIX"))
		return false;
	if (language && *language)
		locale = language;
	return !strncmp(locale, "vi", 2) &&
	       !isalpha((unsigned char)locale[2]);
}

bool i18n_start(const char *lang)
{
	const char *folder = getenv("CJM_LOCALEDIR");

	setlocale(LC_ALL, "");
	use_utf8();
	setlocale(LC_NUMERIC, "C");
	bindtextdomain("cjm", folder && *folder ? folder : LOCALEDIR);
	bind_textdomain_codeset("cjm", "UTF-8");
	textdomain("cjm");
	if (lang)
		return speak(lang);
	if (strcmp(i18n_language(), "vi") != 0 &&
	    environment_wants_vietnamese())
		speak("vi");
	return true;
}

const char *i18n_language(void)
{
	/* The text of "" is the catalogue's header. */
	static const char header[] = "";

	return strstr(gettext(header), "Language: vi") ? "vi" : "en";
}

void i18n_push(const char *lang)
{
	const char *language = getenv("LANGUAGE");

	if (strcmp(lang, "en") != 0 && strcmp(lang, "vi") != 0)
		return;
	assert(!before.pushed);
	before.pushed = true;
	before.messages = xstrdup(setlocale(LC_MESSAGES, NULL));
	before.language = language ? xstrdup(language) : NULL;
	speak(lang);
}

void i18n_pop(void)
{
	if (!before.pushed)
		return;
	setlocale(LC_MESSAGES, before.messages);
	if (before.language)
		setenv("LANGUAGE", before.language, 1);
	else
		unsetenv("LANGUAGE");
	catalogue_changed();
	free(before.messages);
	free(before.language);
	memset(&before, 0, sizeof before);
}
