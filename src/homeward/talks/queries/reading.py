"""What is known of one obligation while its view is made, and the times within which it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import moments
from homeward.ledger.core import kinds
from homeward.ledger.core.agreements import Turn
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval
from homeward.talks.core import units
from homeward.talks.core.quantities import Amount
from homeward.talks.queries.counts import Counts
from homeward.talks.queries.stated import Stated
from homeward.talks.queries.terms import Terms
from homeward.talks.queries.views import FindingView

DRAFTS = frozenset({"offered", "demanded", "possible", "conditional", "expected"})


@dataclass(slots=True)
class Reading:
    """What is known of one obligation while its view is made."""

    stated: Stated
    counts: Counts
    view: StatementView
    content: kinds.Obligation
    terms: Terms | None
    title: str
    ends: Interval | None
    others: Mapping[UUID, Amount | None] = field(default_factory=dict)
    done: Mapping[UUID, bool] = field(default_factory=dict)
    inferred: bool = False
    findings: list[FindingView] = field(default_factory=list)

    @property
    def zone(self) -> Any:
        return self.stated.asked.case.zone

    @property
    def as_of(self) -> datetime:
        return self.stated.asked.as_of

    @property
    def unit(self) -> str:
        """In what it is counted: as told, as its words have it, else as its counts are; empty for people."""
        told = self.more("unit", "") or units.unit_named(self.content.object)
        unit = told or self.counts.units.get(self.content.obligation, "")
        return "" if unit == "person" else unit

    def more(self, name: str, otherwise: Any = None) -> Any:
        """A field that only obligations told in full have."""
        return getattr(self.content, name, otherwise)

    def find(self, code: str, words: str, *about: UUID, **values: Any) -> None:
        self.findings.append(FindingView(code, words, about or (self.view.id,), tuple(values.items())))


def due_of(reading: Reading) -> Interval | None:
    """When it has to be done: its own deadline, the end of its time, else that of the agreement."""
    if reading.more("due") is not None:
        due: Interval = reading.more("due")
        return due
    window = reading.content.window
    if window is not None and window.until is not None:
        return window
    if reading.content.lo is None and not reading.content.batches and not reading.content.ratio:
        return None  # nobody said by when: the deadline of the agreement is that of what is counted
    extended = reading.terms is not None and (
        any(turn[1].turn is Turn.EXTENDED for turn in reading.terms.turns)
        or any(phase.makes_longer for phase in reading.terms.phases)
    )
    if reading.terms is not None and reading.terms.content.deadline is not None and not extended:
        return reading.terms.content.deadline
    return reading.ends


def start_of(reading: Reading) -> Interval | None:
    window = reading.content.window
    if window is not None and window.start is not None:
        return Interval.at(window.start) if window.until is None else _first_day(window, reading)
    return reading.terms.began or reading.terms.content.announced if reading.terms else None


def _first_day(window: Interval, reading: Reading) -> Interval:
    assert window.start is not None
    return moments.whole_day(window.start.astimezone(reading.zone).date(), reading.zone)


def last_moment(reading: Reading) -> datetime:
    """The time asked, or the end if that was before."""
    ends = [reading.as_of]
    window = reading.content.window
    if window is not None and window.until is not None:
        ends.append(window.until)
    for end in (reading.terms.actual_end if reading.terms else None, reading.ends):
        if end is not None and end.until is not None:
            ends.append(end.until)
    return min(ends)


def is_up(due: Interval, reading: Reading) -> bool:
    return due.until is not None and due.until <= reading.as_of
