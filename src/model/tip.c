#include "model/tip.h"

#include <string.h>

#include "base/i18n.h"

const struct tip tips[] = {
	{ "research",
	  N_("88 of 100 look at what others say online before they buy.") },
	{ "research",
	  N_("The search results page is often the very first touchpoint.") },
	{ "research",
	  N_("Say features and benefits already in the search listing.") },
	{ "discovery",
	  N_("84 of 100 millennials say they dislike advertising; they trust "
	     "close friends nearly twice as much as sales messages.") },
	{ "discovery",
	  N_("Where a brand is silent, negative comments speak for it.") },
	{ "discovery",
	  N_("Facebook suits business with consumers, LinkedIn business with "
	     "companies, Twitter either.") },
	{ "purchase",
	  N_("71 of 100 stop using a company over poor service.") },
	{ "purchase",
	  N_("Sales people weigh most at the moment of purchase.") },
	{ "loyalty",
	  N_("A new customer costs five times as much as keeping one.") },
	{ NULL, NULL }
};

static size_t count_of(const char *kind)
{
	size_t count = 0;

	for (const struct tip *t = tips; t->kind; t++)
		count += !strcmp(t->kind, kind);
	return count;
}

const struct tip *tip_of(const char *kind, size_t n)
{
	size_t count = count_of(kind);

	if (count)
		n %= count;
	for (const struct tip *t = tips; t->kind; t++)
		if (!strcmp(t->kind, kind) && !n--)
			return t;
	return NULL;
}
