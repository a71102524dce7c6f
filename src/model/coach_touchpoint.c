#include "model/coach_find.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "model/coverage.h"

/* Whether the title is a channel that touchpoints of this file name. */
static bool is_channel_in_use(const struct project *p, const char *title)
{
	return catalogue_uses(project_catalogue(p), TOUCHPOINT_CHANNEL,
			      title) > 0;
}

static void check_title(struct finder *f, const struct row *r)
{
	if (coach_words_only_channels(f->coach->words, row_title(r)) ||
	    is_channel_in_use(f->coach->p, row_title(r)))
		found(f, r, _("\"%.*s\" is only the name of a channel"),
		      UTF8_CUT(SHOWN, row_title(r)));
}

void find_channel_title(struct finder *f)
{
	each_touchpoint(f, true, check_title);
}

static void check_need(struct finder *f, const struct row *r)
{
	if (!*row_text(r, TOUCHPOINT_NEED))
		found(f, r, _("no need is named"));
}

void find_missing_need(struct finder *f)
{
	each_touchpoint(f, false, check_need);
}

static void check_context(struct finder *f, const struct row *r)
{
	if (!*row_text(r, TOUCHPOINT_CONTEXT))
		found(f, r, _("no context is named"));
}

void find_missing_context(struct finder *f)
{
	each_touchpoint(f, false, check_context);
}

static void check_wording(struct finder *f, const struct row *r)
{
	const struct coach_words *w = f->coach->words;
	const char *verb = coach_words_company(w, row_title(r));

	if (verb) {
		found(f, r, _("the title begins with the company's \"%s\""),
		      verb);
		return;
	}
	verb = coach_words_company(w, row_text(r, TOUCHPOINT_NEED));
	if (verb)
		found(f, r, _("the need begins with the company's \"%s\""),
		      verb);
}

void find_business_centred(struct finder *f)
{
	each_touchpoint(f, true, check_wording);
}

static void check_pain(struct finder *f, const struct row *r)
{
	const char *pain = row_text(r, TOUCHPOINT_PAIN);

	if (!touchpoint_hurts(r) || touchpoint_is_mended(f->coach->p, r))
		return;
	if (*pain)
		found(f, r, _("no improvement for the pain \"%.*s\""),
		      UTF8_CUT(SHOWN, pain));
	else
		found(f, r, _("emotion %s, and no improvement"),
		      emotion_shown(row_emotion(r)));
}

void find_unmended_pain(struct finder *f)
{
	each_touchpoint(f, false, check_pain);
}

static void check_review(struct finder *f, const struct row *r)
{
	const char *day = row_text(r, TOUCHPOINT_REVIEW);

	if (*day && strcmp(day, f->coach->day) < 0)
		found(f, r, _("to be reviewed by %s"), day);
}

void find_overdue_review(struct finder *f)
{
	each_touchpoint(f, false, check_review);
}

static void check_goal(struct finder *f, const struct row *r)
{
	if (*row_text(r, TOUCHPOINT_NEED) && !*row_text(r, TOUCHPOINT_GOAL))
		found(f, r, _("a need, but no business goal"));
}

void find_missing_goal(struct finder *f)
{
	each_touchpoint(f, false, check_goal);
}

static void check_content(struct finder *f, const struct row *r)
{
	if (*row_text(r, TOUCHPOINT_NEED) && !*row_text(r, TOUCHPOINT_CONTENT))
		found(f, r, _("a need, but no content"));
}

void find_missing_content(struct finder *f)
{
	each_touchpoint(f, false, check_content);
}
