"""The closed words of crossings as they are shown: mark, family and word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.web.signs import Sign

STATUSES: Mapping[str, Sign] = MappingProxyType(
    {
        "open": Sign("met", "met", pgettext_lazy("crossing", "open")),
        "restricted": Sign("contested", "may", pgettext_lazy("crossing", "restricted")),
        "closed": Sign("unmet", "unmet", pgettext_lazy("crossing", "closed")),
    }
)
TICKED: Mapping[str, Sign] = MappingProxyType(
    {
        "done": Sign("met", "met", pgettext_lazy("checklist", "done")),
        "open": Sign("unknown", "unknown", pgettext_lazy("checklist", "open")),
        "not_possible": Sign("unmet", "unmet", pgettext_lazy("checklist", "not possible")),
    }
)
ANSWERED: Mapping[str, Promise] = MappingProxyType(
    {
        "acknowledged": pgettext_lazy("notice", "acknowledged"),
        "objected": pgettext_lazy("notice", "objected"),
    }
)
RUN_STATES: Mapping[str, Sign] = MappingProxyType(
    {
        "waiting": Sign("unknown", "unknown", pgettext_lazy("plan", "waits for the worker")),
        "running": Sign("expected", "may", pgettext_lazy("plan", "is being worked out")),
        "done": Sign("met", "met", pgettext_lazy("plan", "done")),
        "cancelled": Sign("denied", "quiet-verdict", pgettext_lazy("plan", "stopped")),
        "failed": Sign("unmet", "unmet", pgettext_lazy("plan", "not kept")),
    }
)
PURPOSES: Mapping[str, Promise] = MappingProxyType(
    {
        "plan": pgettext_lazy("run", "plan"),
        "pin": pgettext_lazy("run", "what a pin would change"),
        "policy": pgettext_lazy("run", "what other weights would change"),
    }
)
STEPS: Mapping[str, Promise] = MappingProxyType(
    {
        "reading": _("reading who waits"),
        "prices": _("weighing places against each other"),
        "placing": _("putting families into vehicles"),
        "exact": _("looking for the best plan"),
        "days": _("going through the days one by one"),
        "improving": _("looking for a better plan"),
        "explaining": _("writing down why not"),
        "done": _("checking the plan"),
    }
)
CLASSES: Mapping[int, Promise] = MappingProxyType(
    {
        1: _("urgent: life or limb"),
        2: _("vulnerable"),
        3: _("children and their carers"),
        4: _("others"),
    }
)
WEIGHTS: Mapping[str, Promise] = MappingProxyType(
    {
        "wait_bonus_per_day": _("For each day somebody has waited, more"),
        "wait_cap_days": _("Days of waiting that count at most"),
        "move_dropped": _("A date that was told is taken away"),
        "move_later": _("A date that was told comes later"),
        "move_earlier": _("A date that was told comes earlier"),
        "move_frozen_extra": _("More, if the date is near"),
        "frozen_days": _("A date is near within days"),
        "firm_days": _("Days within which every permission must be there"),
        "least_provisional": _("Planned on expected permissions from this likelihood on"),
        "minor_age": _("Under this age nobody rides without a grown-up"),
        "adult_age": _("Grown-up from this age on"),
        "minors_per_escort": _("Children that one escort takes"),
    }
)
BESIDE: Mapping[str, Promise] = MappingProxyType(
    {
        "care": pgettext_lazy("rides beside", "they need care on the way"),
        "guardian": pgettext_lazy("rides beside", "a guardian goes with them"),
        "medical": pgettext_lazy("rides beside", "medical reasons"),
        "interpreter": pgettext_lazy("rides beside", "somebody who speaks for them"),
    }
)
APART: Mapping[str, Promise] = MappingProxyType(
    {
        "vehicle": pgettext_lazy("kept apart", "not in one vehicle"),
        "window": pgettext_lazy("kept apart", "not in one window"),
    }
)
#: How the date that a plan gives a family stands to what they were told.
DATES: Mapping[str, Sign] = MappingProxyType(
    {
        "new": Sign("unknown", "unknown", pgettext_lazy("date of a family", "told no date so far")),
        "moved": Sign("contested", "contested", pgettext_lazy("date of a family", "told another date before")),
        "told": Sign("met", "met", pgettext_lazy("date of a family", "told this date")),
        "expected": Sign(
            "expected", "may", pgettext_lazy("date of a family", "on an expected permission: tell them by hand")
        ),
        "over": Sign("stale", "quiet-verdict", pgettext_lazy("date of a family", "the window is over or called off")),
        "gone": Sign("not_comparable", "quiet-verdict", pgettext_lazy("date of a family", "do not wait any more")),
    }
)
#: Why a group is not in a window, as a sentence that names nobody else.
REASONS: Mapping[str, Promise] = MappingProxyType(
    {
        "DATA_DEFECT": _("What is recorded of this family contradicts itself."),
        "CLEARANCE_REFUSED": _("An authority refused a permission that is needed here."),
        "CLEARANCE_MISSING": _("A permission that is needed here was not asked for."),
        "CLEARANCE_PENDING": _("A permission that is needed here has not been given yet."),
        "CLEARANCE_NOT_VALID": _("A permission that is needed here is not valid on this day."),
        "WINDOW_CLOSED": _("The window is closed."),
        "NO_CONVOY": _("No convoy goes there from where they are picked up."),
        "WINDOW_FULL": _("The window takes no more people."),
        "DESKS_FULL": _("The desks of the crossing take no more people before it closes."),
        "QUOTA_FULL": _("The quota of this day is used up."),
        "COMPANION_BLOCKED": _("Nobody who may go along is in this window."),
        "PLACES_FULL": _("There are no more places of the kind that is needed."),
        "NO_MEDIC": _("All medics of this window go along with others."),
        "NO_ESCORT": _("All escorts of this window go along with others."),
        "VEHICLE_FIT": _("There are places, and no seating that keeps everybody together."),
        "FITS": _("There is room, and nothing stands against it."),
    }
)
#: What would change it, said to the staff; it names no other person.
CHANGES: Mapping[str, Promise] = MappingProxyType(
    {
        "DATA_DEFECT": _("Put right what is recorded of the family."),
        "CLEARANCE_REFUSED": _("Ask the authority again, with what has changed."),
        "CLEARANCE_MISSING": _("Ask the authority for it."),
        "CLEARANCE_PENDING": _("An answer of the authority, or its confirmation here."),
        "CLEARANCE_NOT_VALID": _("A permission that holds on this day, or a window on a day on which it holds."),
        "WINDOW_CLOSED": _("A word that it opens."),
        "NO_CONVOY": _("A convoy from where they are picked up, or another pick-up point."),
        "WINDOW_FULL": _("More people let through, or another window."),
        "DESKS_FULL": _("More desks, longer hours, or an earlier convoy."),
        "QUOTA_FULL": _("A larger quota for this nationality, or another day."),
        "COMPANION_BLOCKED": _("Somebody who goes along in the same window."),
        "PLACES_FULL": _("A vehicle with places of this kind."),
        "NO_MEDIC": _("One more medic."),
        "NO_ESCORT": _("One more escort."),
        "VEHICLE_FIT": _("One more vehicle."),
        "FITS": _("Ask for a new plan."),
    }
)
#: In which family of colour and form a reason stands: what an authority owes, what the crossing lacks, what is full.
REASON_SIGNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "DATA_DEFECT": ("conflict", "not"),
        "CLEARANCE_REFUSED": ("unmet", "unmet"),
        "CLEARANCE_MISSING": ("unmet", "unmet"),
        "CLEARANCE_PENDING": ("unknown", "unknown"),
        "CLEARANCE_NOT_VALID": ("stale", "unmet"),
        "WINDOW_CLOSED": ("denied", "quiet-verdict"),
        "NO_CONVOY": ("not_comparable", "quiet-verdict"),
    }
)
FULL = ("different_split", "quiet-verdict")
"""How it is shown that something is used up."""
SHORT: Mapping[str, Promise] = MappingProxyType(
    {
        "DATA_DEFECT": pgettext_lazy("why not", "records"),
        "CLEARANCE_REFUSED": pgettext_lazy("why not", "refused"),
        "CLEARANCE_MISSING": pgettext_lazy("why not", "not asked"),
        "CLEARANCE_PENDING": pgettext_lazy("why not", "no answer"),
        "CLEARANCE_NOT_VALID": pgettext_lazy("why not", "not valid"),
        "WINDOW_CLOSED": pgettext_lazy("why not", "closed"),
        "NO_CONVOY": pgettext_lazy("why not", "no convoy"),
        "WINDOW_FULL": pgettext_lazy("why not", "full"),
        "DESKS_FULL": pgettext_lazy("why not", "desks"),
        "QUOTA_FULL": pgettext_lazy("why not", "quota"),
        "COMPANION_BLOCKED": pgettext_lazy("why not", "companion"),
        "PLACES_FULL": pgettext_lazy("why not", "places"),
        "NO_MEDIC": pgettext_lazy("why not", "medic"),
        "NO_ESCORT": pgettext_lazy("why not", "escort"),
        "VEHICLE_FIT": pgettext_lazy("why not", "seating"),
        "FITS": pgettext_lazy("why not", "room"),
    }
)
#: What the desk looks at twice, in the reader's language.
WARNINGS: Mapping[str, Promise] = MappingProxyType(
    {
        "no-authority": _("No authority is named: everybody counts as cleared for this crossing."),
        "no-way": _("How long the way to a crossing takes is not told: no convoy can be planned."),
        "nobody": _("It takes nobody."),
        "same-window": _("A window of the same hours is there already; the gate counts once."),
        "overlaps": _("It overlaps another window of this crossing; the gate counts once."),
        "too-late": _("The convoy arrives when the window is closed: nobody is planned."),
        "contradicts": _("They are kept apart from everybody beside whom they may ride: no plan can take them."),
        "one-family": _("They travel together: with this no plan takes their family."),
        "expires-early": _("The notice is over before the window closes."),
    }
)
