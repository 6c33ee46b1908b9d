"""Who is cleared by everybody who has a say at a crossing, and whose permission or paper lapses before the next window."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from homeward.clearances import queries as clearances
from homeward.clearances.queries import Held, State
from homeward.crossings.queries.calendar import Calendar, NoSuchWindow, calendar
from homeward.crossings.queries.views import CalendarView, Named, WindowView
from homeward.ledger.queries.views import Asked
from homeward.people import queries as people
from homeward.people.core.values import Values
from homeward.people.queries import Identities

Standing = Mapping[UUID, tuple[Held, ...]]


@dataclass(frozen=True, slots=True)
class Lapse:
    """What somebody holds now and no longer on the day of the window: an authority's permission, or their last paper."""

    person: UUID
    authority: Named | None
    last_day: date


@dataclass(frozen=True, slots=True)
class ClearedView:
    """For one window of a crossing: how many wait, whom every authority has cleared for its day, and what lapses before.

    `since` is the day from which lapses are looked for: that of the time asked about; where this is the day of the window, or a
    later one, the day up to which things are known.
    """

    crossing: Named
    authorities: tuple[Named, ...]
    window: WindowView
    since: date
    waiting: int
    cleared: tuple[UUID, ...]
    lapses: tuple[Lapse, ...]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom the lapses name: what the log of readings is told."""
        return tuple(dict.fromkeys(each.person for each in self.lapses))


def cleared(asked: Asked, waiting: Collection[UUID], view: CalendarView | None = None) -> list[ClearedView]:
    """Of these people, for the next window of every crossing that has one."""
    view = view or calendar(asked)
    upcoming = [window for each in view.crossings if (window := next_window(asked, view, each.id)) is not None]
    return _cleared(asked, waiting, view, upcoming)


def cleared_for(asked: Asked, waiting: Collection[UUID], window: UUID, view: CalendarView | None = None) -> ClearedView:
    """Of these people, for one window, also one that is over; refuses one that is not there.

    What was said as of the time asked, as far as it was known, has to hold on the day of the window.
    """
    view = view or calendar(asked)
    found = view.window(window)
    if found is None or found.crossing.id not in {each.id for each in view.crossings}:
        raise NoSuchWindow(where=str(window), instead="See them: homeward crossings show.")
    return _cleared(asked, waiting, view, [found])[0]


def _cleared(
    asked: Asked, waiting: Collection[UUID], view: CalendarView, windows: Collection[WindowView]
) -> list[ClearedView]:
    days = {each.id: date.fromisoformat(each.on) for each in windows}
    since = {id: _since(asked, day) for id, day in days.items()}
    held = clearances.held_on(asked, waiting, {*days.values(), *since.values()})
    papers = _papers(asked, waiting) if windows else {}
    crossings = {each.id: each for each in view.crossings}
    found = []
    for window in windows:
        crossing, day, before = crossings[window.crossing.id], days[window.id], since[window.id]
        needed = [each.id for each in crossing.authorities]
        found.append(
            ClearedView(
                crossing=Named(crossing.id, crossing.name),
                authorities=crossing.authorities,
                window=window,
                since=before,
                waiting=len(waiting),
                cleared=tuple(each for each in waiting if is_cleared(held[day].get(each, ()), needed, day)),
                lapses=tuple(
                    lapse
                    for each in waiting
                    for lapse in (
                        *_lapses(each, (held[before], held[day]), crossing.authorities, (before, day)),
                        *_paper_lapse(each, papers.get(each), before, day),
                    )
                ),
            )
        )
    return found


def not_cleared(asked: Asked, whole: Calendar, window: WindowView, everyone: Collection[UUID]) -> set[UUID]:
    """Who of these is not cleared by everybody who has a say at this crossing, on the day of this window.

    What is said while the window is open counts. What is said or lapses once it has closed tells nothing of those who went.
    """
    crossing = next((each for each in whole.view().crossings if each.id == window.crossing.id), None)
    needed = [each.id for each in crossing.authorities] if crossing else []
    if not needed:
        return set()
    day = date.fromisoformat(window.on)
    said = replace(asked, as_of=min(asked.as_of, window.until))
    held = clearances.held_on(said, everyone, [day])[day]
    return {person for person in everyone if not is_cleared(held.get(person, ()), needed, day)}


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


def _since(asked: Asked, day: date) -> date:
    """From which day on lapses before this one are looked for: asked as of the opening, they are those after what is known."""
    today = today_of(asked)
    return today if today < day else min(day, asked.known_at.astimezone(asked.case.zone).date())


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
    person: UUID,
    held: tuple[Standing, Standing],
    authorities: Collection[Named],
    days: tuple[date, date],
) -> list[Lapse]:
    """What holds on the first of these days and not on the second."""
    found = []
    for authority in authorities:
        now, then = (
            [each for each in of.get(person, ()) if each.authority == authority.id and holds(each, day)]
            for of, day in zip(held, days, strict=True)
        )
        if now and not then:
            found.append(Lapse(person, authority, max(each.valid_until or date.max for each in now)))
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
