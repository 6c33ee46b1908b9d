"""What was said of movement day by day: how many crossed, how crossings were, what was agreed on and who met.

Everything here is a statement with the days that it speaks of; what names no day stands apart and is counted. Nothing is added up
across voices, and nothing is put between two days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.crossings import queries as crossings
from homeward.crossings.queries import CalendarView, CrossingView
from homeward.ledger.queries import figures
from homeward.ledger.queries.statements import Filters, find
from homeward.ledger.queries.views import Asked, FigureView
from homeward.moments import Interval
from homeward.refusals import Refused
from homeward.talks import queries as talks

CROSSED: Final = "crossed"
FLOW: Final = "flow"
STATUS: Final = "said.crossing_status"
GONE: Final = frozenset({"retracted", "corrected", "superseded"})
MOST: Final = 1_000
"""Statements on how crossings are that are looked at, the latest said."""
_TICK = timedelta(microseconds=1)


class State(StrEnum):
    """How a crossing was on some days, by one statement; a window that stands is one on which it was to be open."""

    OPEN = "open"
    RESTRICTED = "restricted"
    CLOSED = "closed"
    WINDOW = "window"
    CALLED_OFF = "called_off"


class Kind(StrEnum):
    """What a mark on the time axis is."""

    AGREEMENT = "agreement"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Crossed:
    """How many somebody said crossed on a day, or over some days."""

    first: date
    last: date
    figure: FigureView


@dataclass(frozen=True, slots=True)
class Stood:
    """How a crossing was from one day to another (included), by whom; `point` is set when it is of one control point only."""

    crossing: UUID
    name: str
    state: State
    first: date
    last: date
    ref: str
    speaker: str
    point: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something of the talks on the time axis; `planned` when only the plan has its days, no `last` when it goes on."""

    kind: Kind
    words: str
    first: date
    last: date | None
    ref: str
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Movement:
    """What was said of movement between two days; `undated` statements name no day and are drawn nowhere."""

    crossed: tuple[Crossed, ...]
    stood: tuple[Stood, ...]
    marks: tuple[Mark, ...]
    undated: int
    older: bool


@dataclass(frozen=True, slots=True)
class OpenDays:
    """The days on which a crossing was open (true) or closed, by whoever said so; what lies between is not known."""

    crossing: str
    days: Mapping[date, bool]
    findings: tuple[str, ...]
    refs: tuple[str, ...]


class NoSuchCrossing(Refused):
    """There is no such crossing in this case, or none that you may see."""


def movement(asked: Asked, since: date, until: date) -> Movement:
    """Everything said of movement on these days (both included), as known at the time asked."""
    crossed, older, undated = _crossed(asked)
    stood, without = _stood(asked, crossings.calendar(asked))
    marks, loose = _marks(asked)
    return Movement(
        crossed=tuple(each for each in crossed if _meets(each.first, each.last, since, until)),
        stood=tuple(each for each in stood if _meets(each.first, each.last, since, until)),
        marks=tuple(each for each in marks if _meets(each.first, each.last or each.first, since, until)),
        undated=undated + without + loose,
        older=older,
    )


def open_days(asked: Asked, name: str) -> OpenDays:
    """The days of a crossing by what was said of them; a day on which voices differ is not known.

    Open: somebody said so, or that it was open with restrictions, or a window stood and nobody said that it was closed.
    Closed: somebody said so, or all windows of the day were called off. The last word of each voice on a day counts.
    """
    calendar = crossings.calendar(asked)
    chosen = _named(calendar.crossings, name)
    every, _ = _stood(asked, calendar)
    today = asked.as_of.astimezone(asked.case.zone).date()
    of = [each for each in every if each.crossing == chosen.id and not each.point and each.first <= today]
    found: dict[date, bool] = {}
    contested = 0
    refs: dict[str, None] = {}
    for day in sorted({day for each in of for day in _days(each.first, min(each.last, today))}):
        on = [each for each in of if each.first <= day <= each.last]
        state = _state(on)
        contested += state is None
        if state is not None:
            found[day] = state
        refs |= dict.fromkeys(each.ref for each in on)
    findings = [f"{contested} days are told in two ways and are not taken as known."] if contested else []
    if any(each.state is State.RESTRICTED for each in of):
        findings.append("Days on which it was open with restrictions are taken as open.")
    if any(each.state is State.WINDOW for each in of):
        findings.append("A day on which a window stood is taken as open where nobody said otherwise.")
    if not found:
        findings.append("Nobody said of any day whether it was open.")
    return OpenDays(chosen.name, found, tuple(findings), tuple(refs))


def _state(on: Iterable[Stood]) -> bool | None:
    """Open, closed, or none where voices differ; the last word of each voice counts, and a voice before a window."""
    last: dict[str, bool] = {}
    windows: list[bool] = []
    for each in on:
        if each.state in (State.WINDOW, State.CALLED_OFF):
            windows.append(each.state is State.WINDOW)
        else:
            last.setdefault(each.speaker, each.state is not State.CLOSED)
    told = set(last.values()) or ({any(windows)} if windows else set())
    return told.pop() if len(told) == 1 else None


def _crossed(asked: Asked) -> tuple[list[Crossed], bool, int]:
    """The flows of people who crossed by day, whether older ones are known, and how many name no day."""
    found: dict[str, Crossed] = {}
    undated, older = 0, False
    for group in figures.groups(asked, measure=CROSSED, with_history=True):
        older = older or group.more
        for figure in (*group.current, *group.history):
            if figure.kind != FLOW or figure.standing in GONE or figure.ref in found:
                continue
            days = _days_of(figure.window or figure.asof, asked.case.zone)
            if days is None:
                undated += 1
            else:
                found[figure.ref] = Crossed(*days, figure)
    return sorted(found.values(), key=lambda each: (each.first, each.last, each.figure.ref)), older, undated


def _stood(asked: Asked, calendar: CalendarView) -> tuple[list[Stood], int]:
    """How crossings were, the latest word first, and how many words name no day."""
    names = {each.id: each.name for each in calendar.crossings}
    told = find(asked, Filters(kind=STATUS), size=MOST).statements if names else ()
    found, undated = [], 0
    for each in told:
        content = each.content
        if each.standing in GONE or content.crossing not in names:
            continue
        days = _days_of(each.occurred, asked.case.zone)
        if days is None:
            undated += 1
            continue
        speaker = each.speaker.name if each.speaker else each.recorded_by
        found.append(
            Stood(content.crossing, names[content.crossing], State(content.status.value), *days, each.ref, speaker,
                  content.point is not None)
        )  # fmt: skip
    for window in calendar.windows:
        day = date.fromisoformat(window.on)
        state = State.CALLED_OFF if window.cancelled else State.WINDOW
        found.append(
            Stood(window.crossing.id, window.crossing.name, state, day, day, window.given.ref, window.given.speaker)
        )
    return found, undated


def _marks(asked: Asked) -> tuple[list[Mark], int]:
    """Agreements from their start to their end, meetings on their day; how many name no day."""
    found, undated = [], 0
    zone = asked.case.zone
    for each in talks.agreements(asked):
        begun = each.actual_start or each.planned_start
        days = _days_of(begun, zone)
        if days is None:
            undated += 1
            continue
        over = _day(each.actual_end or each.ends, zone)
        found.append(Mark(Kind.AGREEMENT, each.title, days[0], over, each.ref, planned=each.actual_start is None))
    for met in talks.meetings(asked):
        days = _days_of(met.begins, zone)
        if days is None:
            undated += 1
            continue
        found.append(Mark(Kind.MEETING, met.channel_name, *days, met.ref, planned=_is_ahead(met.begins, asked.as_of)))
    return sorted(found, key=lambda each: (each.first, each.ref)), undated


def _named(known: Iterable[CrossingView], words: str) -> CrossingView:
    every = list(known)
    name = " ".join(words.split()).casefold()
    named = [each for each in every if name in (each.name.casefold(), str(each.id))]
    if len(named) == 1:
        return named[0]
    there = "; ".join(each.name for each in every) or "none yet"
    raise NoSuchCrossing(
        "Several crossings are called so." if named else "", where=words, instead=f"Name one of them: {there}."
    )


def _days_of(time: Interval | None, zone: ZoneInfo) -> tuple[date, date] | None:
    """The local days of a time with two ends; of an open one nobody knows which days it means."""
    if time is None or time.start is None or time.until is None:
        return None
    last = max(time.start, time.until - _TICK)
    return time.start.astimezone(zone).date(), last.astimezone(zone).date()


def _day(time: Interval | None, zone: ZoneInfo) -> date | None:
    """The day of an end; none where it is open."""
    at = (time.until - _TICK if time.until and time.start != time.until else time.start) if time else None
    return at.astimezone(zone).date() if at else None


def _is_ahead(time: Interval, as_of: datetime) -> bool:
    return time.start is not None and time.start > as_of


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _meets(first: date, last: date, since: date, until: date) -> bool:
    return first <= until and last >= since
