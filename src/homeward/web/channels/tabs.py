"""The pages that lie beside each other in the room of talks, as far as they are there."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from homeward.web.asked import AskedHere, carry

HERE = "talks"
PAGES: tuple[tuple[str, str | Promise], ...] = (
    ("talks", pgettext_lazy("talks", "What stands in the way")),
    ("talks_agreements", pgettext_lazy("talks", "Agreements")),
    ("talks_duties", pgettext_lazy("talks", "What falls due")),
    ("talks_channels", pgettext_lazy("talks", "Channels")),
    ("talks_meetings", pgettext_lazy("talks", "Meetings")),
    ("talks_positions", pgettext_lazy("talks", "Positions")),
    ("talks_held", pgettext_lazy("talks", "Those held")),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of the room."""

    label: str | Promise
    address: str
    here: bool


def tabs(asked: AskedHere, here: str) -> tuple[Tab, ...]:
    """All of them with the moment shown on each; `here` is the name of this page."""
    found = []
    for name, label in PAGES:
        try:
            address = reverse(name, args=[asked.case.slug])
        except NoReverseMatch:
            continue
        found.append(Tab(label, carry(address, asked), name == here))
    return tuple(found)
