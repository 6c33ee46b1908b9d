"""Things of the crossings by their name or id, as somebody types them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from homeward.crossings.queries.views import CalendarView, WindowView
from homeward.refusals import Refused


class NothingOfThatName(Refused):
    """Nothing of that name is at the crossings of this case, or nothing that you may see."""


class Thing(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def name(self) -> str: ...


def crossing_named(view: CalendarView, words: str) -> UUID:
    """The crossing of this name or id; without words the only one there is."""
    return _named(view.crossings, words, "crossing")


def point_named(view: CalendarView, words: str) -> UUID:
    return _named([point for each in view.crossings for point in each.points], words, "control point")


def pickup_named(view: CalendarView, words: str) -> UUID:
    return _named(view.pickups, words, "pick-up point")


def vehicle_named(view: CalendarView, words: str) -> UUID:
    return _named(view.vehicles, words, "vehicle")


def check_named(view: CalendarView, words: str) -> UUID:
    return _named(view.checks, words, "point of the checklist")


def window_named(view: CalendarView, words: str) -> UUID:
    """The window of this id, or of this day and hour: "2026-01-06 08:30"."""
    found = [each for each in view.windows if words in (str(each.id), f"{each.on} {each.opens}", each.on)]
    exact = [each for each in found if not each.cancelled] or found
    if len(exact) != 1:
        several = f"There are several: {', '.join(_told(each) for each in exact)}." if exact else ""
        raise NothingOfThatName(where=words, instead=several or "See them: homeward crossings show.")
    return exact[0].id


def _told(window: WindowView) -> str:
    return f"{window.on} {window.opens} ({window.id})"


def _named(things: Iterable[Thing | Any], words: str, what: str) -> UUID:
    every = list(things)
    wanted = " ".join(words.split()).casefold()
    found = [each for each in every if wanted in (str(each.id), each.name.casefold())]
    if not wanted and len(every) == 1:
        found = every
    if len(found) != 1:
        names = ", ".join(each.name for each in every)
        raise NothingOfThatName(
            where=f"{what} {words}".strip(), instead=f"There are: {names}." if names else f"No {what} is named."
        )
    id: UUID = found[0].id
    return id
