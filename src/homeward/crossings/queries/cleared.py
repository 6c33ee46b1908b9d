"""Who is cleared by everybody who has a say at a crossing, and whose permission or paper lapses before the next window."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from homeward.clearances import queries as clearances
from homeward.clearances.queries import Held, State
from homeward.crossings.queries.calendar import calendar
from homeward.crossings.queries.views import CalendarView, Named, WindowView
from homeward.ledger.queries.views import Asked
from homeward.people import queries as people
from homeward.people.core.values import Values
from homeward.people.queries import Identities


@dataclass(frozen=True, slots=True)
class Lapse:
    """What somebody holds now and no longer on the day of the next window: an authority's permission, or their last paper."""

    person: UUID
    authority: Named | None
    last_day: date


@dataclass(frozen=True, slots=True)
class ClearedView:
    """For one crossing and its next window: how many wait, how many every authority has cleared, and what lapses before."""

    crossing: Named
    authorities: tuple[Named, ...]
    window: WindowView
    waiting: int
    cleared: tuple[UUID, ...]
    lapses: tuple[Lapse, ...]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this names: what the log of readings is told."""
        return tuple(dict.fromkeys(each.person for each in self.lapses))


def cleared(asked: Asked, waiting: Collection[UUID], view: CalendarView | None = None) -> list[ClearedView]:
    """Of these people, for the next window of every crossing that has one."""
    view = view or calendar(asked)
    held = clearances.held(asked, waiting)
    papers = _papers(asked, waiting)
    today = today_of(asked)
    found = []
    for crossing in view.crossings:
        upcoming = next_window(asked, view, crossing.id)
        if upcoming is None:
            continue
        day = date.fromisoformat(upcoming.on)
        needed = [each.id for each in crossing.authorities]
        found.append(
            ClearedView(
                crossing=Named(crossing.id, crossing.name),
                authorities=crossing.authorities,
                window=upcoming,
                waiting=len(waiting),
                cleared=tuple(each for each in waiting if is_cleared(held.get(each, ()), needed, day)),
                lapses=tuple(
                    lapse
                    for each in waiting
                    for lapse in (
                        *_lapses(each, held.get(each, ()), crossing.authorities, today, day),
                        *_paper_lapse(each, papers.get(each), today, day),
                    )
                ),
            )
        )
    return found


def next_window(asked: Asked, view: CalendarView, crossing: UUID) -> WindowView | None:
    """The first window of a crossing that is not over at the time asked and was not called off."""
    return next(
        (
            each
            for each in view.windows
            if each.crossing.id == crossing and not each.cancelled and each.until > asked.as_of
        ),
        None,
    )


def today_of(asked: Asked) -> date:
    """The local day that is asked about."""
    return (asked.as_of - timedelta(microseconds=1)).astimezone(asked.case.zone).date()


def is_cleared(held: Iterable[Held], authorities: Collection[UUID], day: date) -> bool:
    """Whether every one of these authorities has granted, the desk relies on it, and it holds on the day."""
    given = {each.authority for each in held if holds(each, day)}
    return given.issuperset(authorities)


def holds(held: Held, day: date) -> bool:
    """Whether this is a grant that a second person confirmed and that is valid on the day."""
    return (
        held.state is State.GRANTED
        and held.confirmed
        and (held.valid_from or date.min) <= day <= (held.valid_until or date.max)
    )


def _lapses(
    person: UUID, held: Collection[Held], authorities: Collection[Named], today: date, day: date
) -> list[Lapse]:
    found = []
    for authority in authorities:
        own = [each for each in held if each.authority == authority.id]
        now = [each for each in own if holds(each, today)]
        if now and not any(holds(each, day) for each in own):
            last = max(each.valid_until or date.max for each in now)
            found.append(Lapse(person, authority, last))
    return found


def _paper_lapse(person: UUID, last: date | None, today: date, day: date) -> list[Lapse]:
    return [Lapse(person, None, last)] if last is not None and today <= last < day else []


def _papers(asked: Asked, waiting: Collection[UUID]) -> dict[UUID, date]:
    """The last day of the paper that holds longest, of everybody all of whose papers say when they end."""
    known: Identities = people.all_identities(asked)
    ids: Mapping[UUID, frozenset[UUID]] = {each: known.of(each) for each in waiting}
    given = people.given_of(asked, [id for own in ids.values() for id in own])
    found = {}
    for person, own in ids.items():
        ends = _ends([each.values for id in own for each in given.get(id, ())])
        if ends is not None:
            found[person] = ends
    return found


def _ends(values: Iterable[Values]) -> date | None:
    papers = [paper for each in values for paper in each.documents]
    if not papers or any(paper.expires is None or not paper.expires.until for paper in papers):
        return None
    # Days are kept half-open: the last day is the one before.
    last = max(date.fromisoformat(paper.expires.until) for paper in papers if paper.expires)
    return last - timedelta(days=1)
