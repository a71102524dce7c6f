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
};

const struct kind *kind_find(const char *key)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (!strcmp(kinds[i].key, key))
			return &kinds[i];
	return NULL;
}
