"""Whom a plan gives which date, beside what they were told before: what somebody looks at before everybody is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.kept import KeptPlan
from homeward.crossings.queries.plans import PlanView, plan_made, plans_in
from homeward.crossings.queries.views import CalendarView, ConvoyView, WindowView
from homeward.crossings.records.known import DATE_TOLD, Known
from homeward.crossings.records.waiting import BEYOND
from homeward.ledger.queries.views import Asked
from homeward.people import queries as people


class Standing(StrEnum):
    """How the date that a plan gives a family stands to what they were told."""

    NEW = "new"
    MOVED = "moved"
    TOLD = "told"
    EXPECTED = "expected"
    """The plan has them there on a permission that is only expected: they are told one by one, if at all."""
    OVER = "over"
    """The window is over or called off."""
    GONE = "gone"
    """Somebody of them does not wait any more, or is not in the register."""


TO_TELL = (Standing.NEW, Standing.MOVED)
"""Those who are told when everybody is."""


@dataclass(frozen=True, slots=True)
class FamilyDate:
    """A family and the date that a plan gives it; `before` is the window that they were told last."""

    people: tuple[UUID, ...]
    window: UUID
    convoy: UUID
    standing: Standing
    before: UUID | None


@dataclass(frozen=True, slots=True)
class DatesView:
    """All of a plan; `last` says whether no plan was made after it."""

    plan: PlanView
    last: bool
    families: tuple[FamilyDate, ...]
    windows: Mapping[UUID, WindowView]
    convoys: Mapping[UUID, ConvoyView]

    @property
    def counts(self) -> dict[Standing, int]:
        """How many families stand how."""
        found = Counter(each.standing for each in self.families)
        return {standing: found[standing] for standing in Standing}

    @property
    def to_tell(self) -> tuple[FamilyDate, ...]:
        """The families that are told when everybody is."""
        return tuple(each for each in self.families if each.standing in TO_TELL)

    @property
    def people_to_tell(self) -> int:
        """How many people that are."""
        return sum(len(each.people) for each in self.to_tell)


def dates(asked: Asked, plan: UUID | None = None) -> DatesView:
    """Everybody whom a plan sends across, with the date it gives them and what they were told; the earliest first."""
    made = Calendar(asked)
    return dates_of(asked, made.known, made.view(), plan, at=asked.as_of)


def dates_of(asked: Asked, known: Known, view: CalendarView, plan: UUID | None, *, at: datetime) -> DatesView:
    """The same, out of what was read before; windows that are over at `at` are over."""
    kept = KeptPlan(plan_made(known, plan))
    windows = {each.id: each for each in view.windows}
    convoys = {each.id: each for window in view.windows for each in window.convoys}
    planned = {family: kept.families[family] for family in kept.seats}
    everyone = {person for family in planned.values() for person in family}
    here = people.known_among(asked.case, everyone)
    stages = people.stages_of(asked, sorted(here))
    waits = {each for each in here if stages[each].state not in BEYOND}
    found = []
    for family, members in planned.items():
        seat, window = kept.seats[family], windows.get(kept.seats[family].window)
        convoy = convoys.get(seat.convoy)
        before = _told(known, members)
        if not set(members) <= waits:
            standing = Standing.GONE
        elif window is None or window.cancelled or window.until <= at or convoy is None or convoy.cancelled:
            standing = Standing.OVER
        elif before == seat.window:
            standing = Standing.TOLD
        elif family in kept.provisional:
            standing = Standing.EXPECTED
        else:
            standing = Standing.MOVED if before else Standing.NEW
        found.append(FamilyDate(members, seat.window, seat.convoy, standing, before))
    order = {id: number for number, id in enumerate(sorted(windows, key=lambda each: windows[each].start))}
    found.sort(key=lambda each: (order.get(each.window, len(order)), str(each.convoy), each.people))
    return DatesView(kept.view, plans_in(known)[0].id == kept.view.id, tuple(found), windows, convoys)


def _told(known: Known, members: tuple[UUID, ...]) -> UUID | None:
    words = [known.people[DATE_TOLD][each] for each in members if each in known.people[DATE_TOLD]]
    last = max(words, key=lambda told: told.given.position, default=None)
    return last.content.window if last else None
