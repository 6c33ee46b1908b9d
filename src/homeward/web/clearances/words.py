"""The words of clearances as pages show them: states with their marks, what would become of a row, what runs out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from homeward.web.people.words import PERMISSIONS
from homeward.web.signs import Sign

STATES: Mapping[str, Sign] = MappingProxyType(
    {
        "requested": Sign("unknown", "unknown", pgettext_lazy("clearance", "requested")),
        "acknowledged": Sign("possible", "may", pgettext_lazy("clearance", "acknowledged")),
        "granted": Sign("met", "met", pgettext_lazy("clearance", "granted")),
        "unconfirmed": Sign("expected", "may", pgettext_lazy("clearance", "granted, not yet confirmed")),
        "refused": Sign("unmet", "unmet", pgettext_lazy("clearance", "refused")),
        "withdrawn": Sign("denied", "unmet", pgettext_lazy("clearance", "withdrawn")),
        "lapsed": Sign("stale", "quiet-verdict", pgettext_lazy("clearance", "lapsed")),
    }
)
DRAWN = ("granted", "unconfirmed", "acknowledged", "requested", "refused", "withdrawn", "lapsed", "not_asked")
"""The parts of a drawn way, in their order."""
NOT_ASKED = pgettext_lazy("clearance", "never asked")
MEANINGS: Mapping[str, Promise] = MappingProxyType(
    {**PERMISSIONS, "leave": pgettext_lazy("permission", "says nothing: leave these rows out")}
)
WOULD: Mapping[str, Promise] = MappingProxyType(
    {
        "new": pgettext_lazy("row", "first word of the authority"),
        "changes": pgettext_lazy("row", "changes how they stand"),
        "again": pgettext_lazy("row", "says the same again"),
        "taken": pgettext_lazy("row", "taken before"),
        "unread": pgettext_lazy("row", "words not explained"),
        "twice": pgettext_lazy("row", "one person, two answers"),
        "defect": pgettext_lazy("row", "days that cannot be"),
        "left": pgettext_lazy("row", "left out"),
        "closed": pgettext_lazy("row", "forgotten"),
        "gone": pgettext_lazy("row", "on the list no more"),
    }
)


def sign_of(state: str, *, confirmed: bool = True) -> Sign:
    """How a state is shown; a grant that nobody has confirmed is shown as what it is."""
    return STATES["unconfirmed" if state == "granted" and not confirmed else state]
