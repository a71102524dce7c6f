#include "model/kind.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

static const struct kind kinds[] = {
	{ "need",
	  N_("Every purchase has a motive. What made them start, and what do "
	     "they hope for?") },
	{ "research",
	  N_("What do they find about us, online and from friends? Does it "
	     "say the same everywhere?") },
	{ "discovery",
	  N_("Which channels do they meet us on, and are we at our best "
	     "there? Being everywhere is costly.") },
	{ "contact",
	  N_("How can they reach us, and how easily? Offer more than one "
	     "way: chat, phone, e-mail, social media.") },
	{ "purchase",
	  N_("Can every question be answered before they pay? Product and "
	     "service count together.") },
	{ "confirmation",
	  N_("Not the last step: what do they hear and feel after paying? "
	     "Think of delivery, its cost and after-sales care.") },
	{ "loyalty",
	  N_("What do they get for staying, and whom do they tell? Keeping a "
	     "customer costs far less than winning one.") },

	/* a visit to a shop */
	{ "approach",
	  N_("What makes them come in, or walk past? Think of the sign, the "
	     "window, parking, opening hours.") },
	{ "browsing",
	  N_("Can they find, touch and compare without asking? What do they "
	     "see, hear and smell on the way?") },
	{ "advice",
	  N_("Who helps them, how soon, and in whose interest? What do they "
	     "ask again and again?") },
	{ "checkout",
	  N_("How long do they queue, how can they pay, and what is the last "
	     "word they hear?") },
	{ "taking-home",
	  N_("What do they carry, unpack and try first? Bag, receipt and "
	     "delivery speak for you, too.") },
	{ "return",
	  N_("What brings them back: a card, a message, an exchange that was "
	     "easy? Whom do they bring along?") },

	/* a candidate's journey to an employer */
	{ "attention",
	  N_("Where do they first hear of you as an employer: from friends, "
	     "in a group, on a job site?") },
	{ "inquiry",
	  N_("What do they find out about pay, people and work, and does your "
	     "own staff say the same?") },
	{ "application",
	  N_("How many steps and days does it take? What do they hear after "
	     "sending it off?") },
	{ "interview",
	  N_("Whom do they meet, and do they feel respected? Those you turn "
	     "down will talk about it, too.") },
	{ "offer",
	  N_("What decides it for them, and who else has a say: family, the "
	     "present boss, another offer?") },
	{ "first-weeks",
	  N_("Is all that was promised there on the first day? Who looks "
	     "after them?") },
	{ "staying",
	  N_("What do they get for staying, and would they bring a friend? "
	     "What do those who leave say?") },

	/* business customers */
	{ "awareness",
	  N_("Which problem do they have, and where do they read or hear of "
	     "you: trade press, fairs, LinkedIn?") },
	{ "consideration",
	  N_("Who compares, who decides, who pays? What does each of them "
	     "need to see before they agree?") },
	{ "use",
	  N_("How soon does it work for those who use it every day? Who helps "
	     "when it does not?") },
	{ "renewal",
	  N_("What do they look at before they renew: figures, service, "
	     "price? Who reminds them, and when?") },
	{ "advocacy",
	  N_("Would they speak for you, in a reference or to a colleague? "
	     "What makes that easy?") },
};

const struct kind *kind_find(const char *key)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (!strcmp(kinds[i].key, key))
			return &kinds[i];
	return NULL;
}
