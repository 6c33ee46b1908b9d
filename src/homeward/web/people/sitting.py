"""One act about a person: what its page says, the parts of its sheet, how it is checked, shown and recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise

from homeward.ledger.queries.views import Asked
from homeward.people import queries
from homeward.people.actions import PersonTold
from homeward.people.queries import FoundView, PersonView
from homeward.web import acts
from homeward.web.people.checked import Line
from homeward.web.people.sheet import Sheet
from homeward.web.write.forms import Row

#: What the desk calls a field and what the sheet calls it.
FIELDS = {"values": "names.0.words", "need": "need", "scope": "authorities", "other": "whom"}


@dataclass(slots=True)
class Sitting:
    """One request at a sheet: who it is about, when, what was found for it."""

    request: HttpRequest
    asked: Asked
    view: PersonView
    at: datetime
    found: list[FoundView] = field(default_factory=list)
    called: dict[UUID, tuple[str, ...]] = field(default_factory=dict)

    @property
    def common(self) -> dict[str, Any]:
        """What every action takes."""
        return {
            "case": self.asked.case,
            "room": queries.room_of(self.asked.case, self.view.id),
            "once": acts.once(self.request),
            "by": acts.actor(self.request),
            "at": self.at,
        }

    def name_of(self, person: UUID | None) -> str:
        return " · ".join(self.called.get(person, ())) if person else ""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: what its page says, the parts and rows of its sheet, how it is checked, shown and recorded."""

    title: str | Promise
    lead: str | Promise
    button: str | Promise
    template: str
    parts: Mapping[str, type[Row]]
    check: Callable[[Sheet, Sitting], None]
    lines: Callable[[Sheet, Sitting], list[Line]]
    record: Callable[[Sheet, Sitting], PersonTold]
    rows: tuple[str, ...] = ("via",)
    asserted: bool = False
    back: str = "person"
    """The page to which it leads back."""


def corrected(request: HttpRequest) -> str:
    """Which statement is put right, by its short name."""
    return request.GET.get("instead_of", "")
