"""Families against windows, by a plan that was kept: where each is, and what keeps it out of every other window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.kept import KeptPlan, Seat, WhyNot
from homeward.crossings.queries.plans import PlanView, plan_made
from homeward.crossings.queries.views import CalendarView, Named, WindowView
from homeward.ledger.queries.views import Asked
from homeward.people.queries import PersonLine, people_of

PAGE = 40
CHOICES = ("all", "planned", "not planned", "moved")


@dataclass(frozen=True, slots=True)
class Cell:
    """One family in one window: `planned` there, `told` it, or why it is not there."""

    window: UUID
    planned: bool
    told: bool
    why: WhyNot | None


@dataclass(frozen=True, slots=True)
class Row:
    """One family: its people, where it is planned, which window it was told, a cell for every window."""

    family: str
    people: tuple[PersonLine, ...]
    seat: Seat | None
    told: UUID | None
    provisional: bool
    cells: tuple[Cell, ...]

    @property
    def first(self) -> UUID | None:
        """By whom the family is named where one person stands for it."""
        return self.people[0].id if self.people else None


@dataclass(frozen=True, slots=True)
class BoardView:
    """A page of the board: the plan, its windows, the families, how many there are of each choice."""

    plan: PlanView
    windows: tuple[WindowView, ...]
    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    chosen: str
    authorities: Mapping[UUID, Named]
    prices: Mapping[str, Any]
    """What one more of something would be worth, as the plan was made: places the dearest first, answers of authorities."""

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(line.id for row in self.rows for line in row.people)


def board(asked: Asked, plan: UUID | None = None, *, chosen: str = "all", page: int = 1, size: int = PAGE) -> BoardView:
    """The families of a plan (the last one, unless one is named) against its windows."""
    made = Calendar(asked)
    view = made.view()
    kept = KeptPlan(plan_made(made.known, plan))
    choices = {choice: [each for each in kept.families if _fits(kept, each, choice)] for choice in CHOICES}
    chosen = chosen if chosen in choices else "all"
    dates = dict(kept.windows)
    ordered = sorted(choices[chosen], key=lambda family: (_day(kept, dates, family), family.zfill(9)))
    part = ordered[(page - 1) * size : page * size]
    lines = {line.id: line for line in people_of(asked, [p for each in part for p in kept.families[each]])}
    shown = tuple(each for each in view.windows if each.id in dates)
    return BoardView(
        plan=kept.view,
        windows=shown,
        rows=tuple(_row(kept, each, shown, lines) for each in part),
        counts={choice: len(families) for choice, families in choices.items()},
        chosen=chosen,
        authorities=authorities_of(view),
        prices=kept.plain.get("prices", {}),
    )


def authorities_of(view: CalendarView) -> dict[UUID, Named]:
    """The authorities of all crossings by their ids."""
    return {each.id: each for crossing in view.crossings for each in crossing.authorities}


def _fits(kept: KeptPlan, family: str, choice: str) -> bool:
    seat, told = kept.seats.get(family), kept.told.get(family)
    match choice:
        case "planned":
            return seat is not None
        case "not planned":
            return seat is None
        case "moved":
            return told is not None and (seat is None or seat.window != told)
        case _:
            return True


def _day(kept: KeptPlan, dates: Mapping[UUID, str], family: str) -> str:
    seat = kept.seats.get(family)
    return dates[seat.window] if seat else date.max.isoformat()


def _row(kept: KeptPlan, family: str, windows: tuple[WindowView, ...], lines: Mapping[UUID, PersonLine]) -> Row:
    seat, told = kept.seats.get(family), kept.told.get(family)
    return Row(
        family=family,
        people=tuple(lines[each] for each in kept.families[family] if each in lines),
        seat=seat,
        told=told,
        provisional=family in kept.provisional,
        cells=tuple(
            Cell(
                each.id,
                seat is not None and seat.window == each.id,
                told == each.id,
                None if seat else kept.why(family, each.id),
            )
            for each in windows
        ),
    )
