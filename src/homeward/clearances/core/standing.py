"""How one person stands with one authority, worked out from the words about them in their order.

What gives counts once a second person has confirmed it; what takes away counts at once. So a grant that nobody has confirmed
stands beside one that holds and does not take its place, and a refusal or withdrawal ends every grant before it. A later grant
takes the place of earlier ones whose days it meets; of two that do not meet, both stand. A further request takes nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.clearances.core.states import State
from homeward.ledger.core.clearance import Permission


@dataclass(frozen=True, slots=True)
class Word:
    """One word between the desk and an authority about a person; no `state`: the desk asked.

    `on` is the day it was said or asked, in the zone of the case; words of one day follow each other as they were recorded.
    Days of validity are the first and the last valid one; none where a side is open.
    """

    statement: UUID
    on: date
    position: int
    state: Permission | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    confirmed: bool = False

    @property
    def order(self) -> tuple[date, int]:
        return self.on, self.position

    def meets(self, other: Word) -> bool:
        """Whether the days of two grants have one in common."""
        return _reaches(self.valid_until, other.valid_from) and _reaches(other.valid_until, self.valid_from)

    def is_over(self, day: date) -> bool:
        """Whether its last day lies before this one."""
        return self.valid_until is not None and self.valid_until < day


@dataclass(frozen=True, slots=True)
class Standing:
    """A state, the word by which it is so, and since when the authority was last asked."""

    state: State
    word: Word
    asked: Word | None = None

    @property
    def confirmed(self) -> bool:
        return self.word.confirmed


def standings(words: Iterable[Word], day: date) -> tuple[Standing, ...]:
    """How the person stands on a day: one, unless grants that do not meet, or one still to be confirmed, stand side by side.

    The one that counts most comes last: what is to be confirmed, then grants from the earliest on.
    """
    last = _Last()
    for word in sorted(words, key=lambda each: each.order):
        last.take(word)
    return last.told(day)


class _Last:
    """What is left of the words so far."""

    def __init__(self) -> None:
        self.grants: list[Word] = []
        self.waiting: list[Word] = []
        self.ended: Word | None = None
        self.pending: Word | None = None
        self.asked: Word | None = None

    def take(self, word: Word) -> None:
        if word.state is None:
            self.asked = self.pending = word
        elif word.state is Permission.ACKNOWLEDGED:
            self.pending = word
        elif word.state is Permission.GRANTED:
            self.pending = None
            if word.confirmed:
                self.grants = [each for each in self.grants if not each.meets(word)] + [word]
                self.waiting = [each for each in self.waiting if not each.meets(word)]
            else:
                self.waiting = [each for each in self.waiting if not each.meets(word)] + [word]
        else:
            self.grants, self.waiting, self.pending, self.ended = [], [], None, word

    def told(self, day: date) -> tuple[Standing, ...]:
        live = [each for each in (*_by_days(self.waiting), *_by_days(self.grants)) if not each.is_over(day)]
        if live:
            return tuple(Standing(State.GRANTED, each, self.asked) for each in live)
        if self.pending is not None:
            state = State.ACKNOWLEDGED if self.pending.state else State.REQUESTED
            return (Standing(state, self.pending, self.asked),)
        over = [*self.waiting, *self.grants]
        if over:
            latest = max(over, key=lambda each: (each.valid_until or date.max, each.order))
            return (Standing(State.LAPSED, latest, self.asked),)
        if self.ended is not None:
            return (Standing(State(self.ended.state or Permission.REFUSED), self.ended, self.asked),)
        return ()


def _by_days(grants: Iterable[Word]) -> list[Word]:
    return sorted(grants, key=lambda each: (each.valid_from or date.min, each.order))


def _reaches(end: date | None, start: date | None) -> bool:
    return end is None or start is None or end >= start
