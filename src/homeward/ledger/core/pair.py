"""Two figures on the table: what they share, how they overlap, how their times stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from decimal import Decimal
from functools import lru_cache

from homeward import moments
from homeward.ledger.core import units
from homeward.ledger.core.compared import Compared, Relation, Step, Verdict
from homeward.ledger.core.figures import FigureKind, Number, Op
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.timing import Timing, is_before, is_identical, timing, window_timing
from homeward.moments import Interval

_COUNTED_IN_A_STRETCH = frozenset({FigureKind.FLOW, FigureKind.AVERAGE})
STANDING_UNTIL_CHANGED = frozenset({FigureKind.PLAN, FigureKind.RULE})

Span = tuple[Number, Number | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, in an order that does not depend on who asked."""

    one: Compared
    other: Compared
    populations: Populations
    zone: tzinfo

    def found(self, verdict: Verdict, step: Step, why: str, *, gap: Number | None = None, about: str = "") -> Relation:
        """The answer, as a relation of these two."""
        return Relation(self.one.ref, self.other.ref, verdict, why, step, gap, about)

    @property
    def refs(self) -> str:
        return f"{self.one.ref} and {self.other.ref}"

    def day(self, when: Interval | None) -> str:
        """A time in words, in the zone of whoever asked."""
        return "a time not known" if when is None else _in_words(when, self.zone)

    # How big

    @property
    def in_one_unit(self) -> bool:
        """Whether the two amounts can be held against each other."""
        shares = (self.one.quantity.op is Op.SHARE, self.other.quantity.op is Op.SHARE)
        return shares[0] == shares[1] and units.comparable(self.one.unit, self.other.unit)

    @property
    def equal(self) -> bool:
        return span(self.one) == span(self.other)

    @property
    def overlap(self) -> Span | None:
        """What both allow, or nothing."""
        return meeting(span(self.one), span(self.other))

    @property
    def by_size(self) -> tuple[Compared, Compared]:
        """The lower and the higher of two that do not overlap."""
        return (self.one, self.other) if span(self.one)[0] < span(self.other)[0] else (self.other, self.one)

    @property
    def gap(self) -> Number:
        """How far two that do not overlap lie apart."""
        low, high = self.by_size
        top = span(low)[1]
        return span(high)[0] - (top if top is not None else 0)

    # Who

    @property
    def in_one_breath(self) -> bool:
        return self.one.statement == self.other.statement

    @property
    def one_origin(self) -> bool:
        """Whether both come from one utterance, surely or perhaps."""
        return self.in_one_breath or (bool(self.one.origin) and self.one.origin == self.other.origin)

    @property
    def surely_one_origin(self) -> bool:
        doubtful = self.one.origin_doubtful or self.other.origin_doubtful
        return self.in_one_breath or (self.one_origin and not doubtful)

    @property
    def one_speaker(self) -> bool:
        return bool(self.one.speaker) and self.one.speaker == self.other.speaker

    @property
    def by_saying(self) -> tuple[Compared, Compared] | None:
        """The one said earlier and the one said later, where that is sure."""
        if is_before(self.one.said, self.other.said):
            return self.one, self.other
        if is_before(self.other.said, self.one.said):
            return self.other, self.one
        return None

    # When

    @property
    def time(self) -> Timing:
        """How the times of the two stand, by what their kind makes of time."""
        if self.one.kind in _COUNTED_IN_A_STRETCH:
            return window_timing(self.one.stretch, self.other.stretch)
        if self.one.kind in STANDING_UNTIL_CHANGED and self.windows_differ:
            return Timing.OTHER
        return timing(self.one.stood, self.other.stood)

    @property
    def at_one_time(self) -> bool:
        """Whether both surely speak of the same time; in one breath the same words mean the same time."""
        if self.in_one_breath and is_identical(self.one.asof, self.other.asof):
            return is_identical(self.one.window, self.other.window)
        return self.time is Timing.SAME

    @property
    def windows_differ(self) -> bool:
        """Whether both name the stretch they cover, and it is not the same."""
        if self.one.window is None or self.other.window is None:
            return False
        return window_timing(self.one.window, self.other.window) is Timing.OTHER

    @property
    def by_age(self) -> tuple[Compared, Compared] | None:
        """The older and the newer, where their times surely lie apart."""
        match timing(self.one.stood, self.other.stood):
            case Timing.BEFORE:
                return self.one, self.other
            case Timing.AFTER:
                return self.other, self.one
            case _:
                return None

    @property
    def falls(self) -> bool:
        """Whether a running total is lower later on, which it cannot be."""
        if self.one.kind is not FigureKind.CUMULATIVE or (ages := self.by_age) is None:
            return False
        top = span(ages[1])[1]
        return top is not None and top < span(ages[0])[0]

    @property
    def rules_differ(self) -> bool:
        """Whether both say how they count, and not alike."""
        rules = (self.one.counting.casefold(), self.other.counting.casefold())
        return all(rules) and rules[0] != rules[1]


def span(figure: Compared) -> Span:
    """The interval of a figure in the unit that its amounts are compared in."""
    factor = units.converted(figure.unit)[1]
    lo, hi = figure.quantity.lo, figure.quantity.hi
    if factor == 1:
        return lo, hi
    return Decimal(lo) * factor, None if hi is None else Decimal(hi) * factor


def meeting(one: Span, other: Span) -> Span | None:
    """What two closed intervals have in common, or nothing."""
    lo = max(one[0], other[0])
    ends = [hi for hi in (one[1], other[1]) if hi is not None]
    hi = min(ends) if ends else None
    return None if hi is not None and lo > hi else (lo, hi)


@lru_cache(maxsize=4096)
def _in_words(when: Interval, zone: tzinfo) -> str:
    # A case speaks of few days and many pairs.
    return moments.in_words(when, zone)
