"""What a picture holds, cut for a page: what stands in the way of what, silences, what disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.briefing.queries.picture import Against, Picture
from homeward.ledger.core.compared import Verdict
from homeward.ledger.queries.views import Asked, ConditionView, StatementView
from homeward.moments import Clock, Interval, Precision
from homeward.web.drawing.timeline import Event, Timeline, timeline

SILENCE = timedelta(days=3)
"""From how long on a stretch without anything is named in the list."""
MOST_AGAINST = 20
MOST_CONDITIONS = 40
MOST_GAPS = 20
MOST_CHANGED = 30


@dataclass(frozen=True, slots=True)
class Gated:
    """What is said to stand in the way of one thing."""

    gates: str
    conditions: tuple[ConditionView, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the timeline; `silent` days lie before it."""

    statement: StatementView
    when: Interval | None
    silent: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was held against each other, in its sentence, with the short names of which it is true."""

    verdict: str
    sentence: str
    pairs: tuple[tuple[str, ...], ...]
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What came out in one way, the first of it; a sentence is told once."""

    shown: tuple[Sentence, ...]
    more: int


def gated(conditions: Iterable[ConditionView]) -> list[Gated]:
    """Conditions by what they stop, in the order in which they were met."""
    found: dict[str, list[ConditionView]] = {}
    for condition in conditions:
        found.setdefault(condition.gates, []).append(condition)
    return [Gated(gates, tuple(members)) for gates, members in found.items()]


def happened(picture: Picture) -> list[Happened]:
    """The timeline as lines, each with the silence before it."""
    lines: list[Happened] = []
    heard: datetime | None = None
    for statement in picture.timeline:
        when = _placed(statement, picture)
        start = when.start if when else None
        silence = start - heard if heard and start else timedelta()
        lines.append(Happened(statement, when, silence.days if silence >= SILENCE else 0))
        ends = [moment for moment in (heard, when.until if when else None) if moment]
        heard = max(ends, default=None)
    return lines


def drawn(lines: Sequence[Happened], asked: Asked) -> Timeline | None:
    """The strip above the lines, or none when no line has a time."""
    events = [
        Event(line.statement.ref, line.statement.modality or "reported", *_ends(line.when))
        for line in lines
        if line.when and (line.when.start or line.when.until)
    ]
    return timeline(events, zone=asked.case.zone, now=_now(events, asked)) if events else None


def disagreements(picture: Picture) -> Held:
    return _held(one for one in picture.disagreements if one.verdict != Verdict.ARITHMETIC_FAULT)


def faults(picture: Picture) -> Held:
    """What does not add up, whether a sum or a part larger than its whole."""
    return _held(one for one in picture.disagreements if one.verdict == Verdict.ARITHMETIC_FAULT)


def only_seems(picture: Picture) -> Held:
    return _held(picture.only_seem)


def _held(found: Iterable[Against]) -> Held:
    once = tuple({one.sentence: one for one in found}.values())
    shown = tuple(Sentence(one.verdict, one.sentence, (one.refs,), one.statements) for one in once[:MOST_AGAINST])
    return Held(shown, len(once) - len(shown))


def _placed(statement: StatementView, picture: Picture) -> Interval | None:
    """Where a statement stands on the timeline: at its event, or where the clock says that it was known."""
    if picture.by_event:
        return statement.occurred or statement.said or statement.published
    if picture.asked.clock is Clock.RECORDED:
        return Interval(statement.recorded_at, statement.recorded_at, Precision.INSTANT, "")
    by_clock = {
        Clock.SAID: (statement.said, statement.published),
        Clock.PUBLISHED: (statement.published, statement.said),
    }
    return next((when for when in by_clock[picture.asked.clock] if when), None)


def _ends(when: Interval | None) -> tuple[datetime | None, datetime | None]:
    return (when.start, when.until) if when else (None, None)


def _now(events: Sequence[Event], asked: Asked) -> datetime | None:
    """The moment shown, where it does not lie so far on that everything else would be pressed together."""
    ends = [moment for event in events for moment in (event.start, event.until) if moment]
    length = max(ends) - min(ends)
    return asked.as_of if asked.as_of <= max(ends) + max(length / 2, timedelta(days=2)) else None
