#include "model/coach_find.h"

#include <string.h>

#include "base/alloc.h"
#include "base/i18n.h"

const struct rule rules[] = {
	{ "channel-as-touchpoint", SEVERITY_WARNING,
	  N_("The name of a channel hides what customers do there, in which "
	     "situation and why; one \"social media\" may hold ten "
	     "touchpoints."),
	  N_("Say what the customer does, for instance \"reacts to a "
	     "flash-sale post\", each touchpoint for itself, and put the "
	     "channel behind @."), find_channel_title },
	{ "missing-need", SEVERITY_WARNING,
	  N_("Without the need nobody can tell whether a touchpoint helps the "
	     "customer."),
	  N_("Ask what they need at this moment, and put it behind +."),
	  find_missing_need },
	{ "missing-context", SEVERITY_WARNING,
	  N_("The same touchpoint is another one for somebody curious and for "
	     "somebody in a hurry."),
	  N_("Ask what state or situation they are in, and put it behind ~."),
	  find_missing_context },
	{ "business-centred", SEVERITY_WARNING,
	  N_("A map shows what customers do, feel and want, not what the "
	     "company wishes."),
	  N_("Word it from the customer's side; what the company wishes is "
	     "the business goal."), find_business_centred },
	{ "empty-stage", SEVERITY_WARNING,
	  N_("A stage without a touchpoint is a gap in the map, or a stage "
	     "that customers do not have."),
	  N_("Ask what customers do in this stage, or delete it."),
	  find_empty_stage },
	{ "ends-at-purchase", SEVERITY_WARNING,
	  N_("What comes after the purchase decides whether they stay, and a "
	     "new customer costs five times a kept one."),
	  N_("Add what they meet afterwards: confirmation, delivery, help, "
	     "thanks."), find_early_end },
	{ "few-ways-to-contact", SEVERITY_WARNING,
	  N_("Who cannot reach you in a way that suits them goes elsewhere."),
	  N_("Offer at least two ways: chat, phone, e-mail, social media."),
	  find_few_ways },
	{ "single-channel", SEVERITY_WARNING,
	  N_("Customers go from channel to channel; a map of one of them "
	     "shows a part of their journey."),
	  N_("Ask where else they look, ask, buy and complain, and add these "
	     "touchpoints."), find_single_channel },
	{ "no-digital", SEVERITY_NOTE,
	  N_("Most customers look something up online, even for what they buy "
	     "in a shop."),
	  N_("Ask where they search, compare and complain online."),
	  find_no_digital },
	{ "only-digital", SEVERITY_NOTE,
	  N_("Parcels, receipts and talks with friends belong to the journey, "
	     "too, and are easily forgotten."),
	  N_("Ask what they hold in their hands, where they go and whom they "
	     "talk to."), find_only_digital },
	{ "only-created", SEVERITY_NOTE,
	  N_("What the company neither makes nor controls is often trusted "
	     "most: friends, reviews, chance."),
	  N_("Ask what they see and hear that does not come from you, and set "
	     "its origin."), find_only_created },
	{ "assumption-only", SEVERITY_WARNING,
	  N_("Nothing in this stage comes from customers, so all of it may be "
	     "wrong."),
	  N_("Ask or watch a few customers, then set the evidence and its "
	     "source."), find_assumptions },
	{ "pain-without-improvement", SEVERITY_WARNING,
	  N_("A pain that nobody works on costs customers every day, and one "
	     "slip can be enough to lose them."),
	  N_("Add an improvement to the touchpoint, or answer why it must "
	     "stay as it is."), find_unmended_pain },
	{ "unowned-improvement", SEVERITY_WARNING,
	  N_("What nobody is in charge of is not done."),
	  N_("Agree on one person and enter the name as its owner."),
	  find_unowned },
	{ "no-measure", SEVERITY_WARNING,
	  N_("Without a figure from after the change nobody knows whether it "
	     "helped."),
	  N_("Measure, and enter the figure from after the change."),
	  find_unmeasured },
	{ "no-verdict", SEVERITY_WARNING,
	  N_("A round ends when success is declared or plan B begins; else it "
	     "never ends."),
	  N_("Compare the figures and set the verdict."), find_undecided },
	{ "review-overdue", SEVERITY_WARNING,
	  N_("Audiences and habits change, and touchpoints have to change "
	     "with them."),
	  N_("Look at the touchpoint again and set the next day of review."),
	  find_overdue_review },
	{ "no-goal", SEVERITY_NOTE,
	  N_("The need is known, but not what the company gets for meeting "
	     "it."),
	  N_("Name the business goal: first impression, trust, reach, sales "
	     "or satisfaction."), find_missing_goal },
	{ "no-content", SEVERITY_NOTE,
	  N_("The need is known, but not what customers are shown or told to "
	     "meet it."),
	  N_("Enter as content what they see or hear there."),
	  find_missing_content },
	{ "duplicate-touchpoint", SEVERITY_WARNING,
	  N_("What is there twice counts twice in every number and in the "
	     "curve."),
	  N_("Delete one of the two, or say in the title what is different."),
	  find_duplicates },
	{ "long-journey", SEVERITY_WARNING,
	  N_("Nobody keeps so many touchpoints of one stage in mind, neither "
	     "customers nor the room."),
	  N_("Join what belongs together, or make two stages of it."),
	  find_long_stage },
	{ "hidden-characters", SEVERITY_WARNING,
	  N_("Characters that cannot be seen make a text look like another, "
	     "and a search miss it."),
	  N_("Delete the text and type it anew."), find_hidden_characters },
	{ NULL, SEVERITY_NOTE, NULL, NULL, NULL }
};

const struct rule *rule_find(const char *name)
{
	for (const struct rule *r = rules; r->name; r++)
		if (!strcmp(r->name, name))
			return r;
	return NULL;
}

static const struct choice severities[SEVERITIES] = {
	[SEVERITY_WARNING] = { "warning", N_("warning") },
	[SEVERITY_NOTE] = { "note", N_("note") },
};

const char *severity_key(enum severity s)
{
	return severities[s].key;
}

const char *severity_label(enum severity s)
{
	return _(severities[s].label);
}
