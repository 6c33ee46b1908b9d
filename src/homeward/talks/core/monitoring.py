"""Rules over time, evaluated on interval quantities: a rule holds, fails, or cannot be told, with the step that decides it.

The meaning is that of signal temporal logic with its quantitative margin (Donzé and Maler, Robust satisfaction of temporal
logic over real-valued signals, 2010) in discrete steps. Quantities are intervals and what lies past the end of a trace is
unknown, so a margin is an interval too: at nought or above throughout the rule holds, below throughout it fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from homeward.talks.core.quantities import Amount

Trace = Mapping[str, Sequence[Amount | None]]
"""What each signal was at each step; none where nobody said."""


class Verdict(StrEnum):
    """Whether a rule held; words of arithmetic about numbers, not about anybody."""

    HOLDS = "holds"
    FAILS = "fails"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Margin:
    """By how much a rule holds (or, below nought, fails), at least and at most; none is without bound. `step` decides it."""

    lo: Decimal | None
    hi: Decimal | None
    step: int

    @property
    def verdict(self) -> Verdict:
        if self.lo is not None and self.lo >= 0:
            return Verdict.HOLDS
        return Verdict.FAILS if self.hi is not None and self.hi < 0 else Verdict.CANNOT_TELL


@dataclass(frozen=True, slots=True)
class Term:
    """A sum of signals, each so many times, and a constant."""

    parts: tuple[tuple[str, Decimal], ...] = ()
    constant: Decimal = Decimal(0)

    @classmethod
    def of(cls, signal: str, times: Decimal | int = 1) -> Term:
        return cls(((signal, Decimal(times)),))


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The left is at least the right; its margin is what is left over."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Not:
    inner: Formula


@dataclass(frozen=True, slots=True)
class All:
    """Each of them."""

    inner: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of them."""

    inner: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Always:
    """At every step from `first` to `last` ahead, both counted; `last` none: to the end, and whatever comes after it."""

    inner: Formula
    first: int = 0
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Eventually:
    """At some step from `first` to `last` ahead, both counted."""

    inner: Formula
    first: int = 0
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Once:
    """At some step from `last` to `first` back, both counted."""

    inner: Formula
    first: int = 0
    last: int | None = None


Formula = AtLeast | Not | All | Some | Always | Eventually | Once


def implies(when: Formula, then: Formula) -> Formula:
    """Where the first holds the second does."""
    return Some((Not(when), then))


def margin(rule: Formula, trace: Trace, step: int = 0) -> Margin:
    """By how much a rule holds at a step of a trace."""
    return _Evaluation(trace).at(rule, step)


def explained(rule: Formula, trace: Trace, step: int = 0) -> str:
    """Why a rule holds, fails or cannot be told at a step: the verdict, the step that decides it and by how much."""
    found = margin(rule, trace, step)
    match found.verdict:
        case Verdict.HOLDS:
            return f"holds, with {_number(found.lo)} to spare at step {found.step}"
        case Verdict.FAILS:
            return f"fails at step {found.step}, short by {_number(None if found.hi is None else -found.hi)}"
        case _:
            return f"cannot be told: step {found.step} leaves it open"


class _Evaluation:
    """One trace, with the margins that were found already."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.length = max((len(signal) for signal in trace.values()), default=0)
        self.found: dict[tuple[int, int], Margin] = {}

    def at(self, rule: Formula, step: int) -> Margin:
        key = (id(rule), step)
        if key not in self.found:
            self.found[key] = self._work_out(rule, step)
        return self.found[key]

    def _work_out(self, rule: Formula, step: int) -> Margin:
        match rule:
            case AtLeast(left, right):
                return self._left_over(left, right, step)
            case Not(inner):
                found = self.at(inner, step)
                return Margin(_minus(found.hi), _minus(found.lo), found.step)
            case All(inner):
                return _least([self.at(each, step) for each in inner], step)
            case Some(inner):
                return _most([self.at(each, step) for each in inner], step)
            case Always(inner, first, last):
                return _least(self._ahead(inner, step, first, last), step)
            case Eventually(inner, first, last):
                return _most(self._ahead(inner, step, first, last), step)
            case Once(inner, first, last):
                back = range(max(0, step - (step if last is None else last)), step - first + 1)
                return _most([self.at(inner, each) for each in back], step)

    def _ahead(self, inner: Formula, step: int, first: int, last: int | None) -> list[Margin]:
        end = self.length if last is None else step + last
        return [self.at(inner, each) for each in range(step + first, end + 1)]

    def _left_over(self, left: Term, right: Term, step: int) -> Margin:
        lo, hi = self._value(left, step), self._value(right, step)
        return Margin(_difference(lo[0], hi[1]), _difference(lo[1], hi[0]), step)

    def _value(self, term: Term, step: int) -> tuple[Decimal | None, Decimal | None]:
        """The ends of a term; none is without bound on that side."""
        lo: Decimal | None = term.constant
        hi: Decimal | None = term.constant
        for signal, times in term.parts:
            values = self.trace.get(signal, ())
            amount = values[step] if 0 <= step < len(values) else None
            least = None if amount is None else amount.lo * times
            most = None if amount is None or amount.hi is None else amount.hi * times
            if times < 0:
                least, most = most, least
            lo, hi = _sum(lo, least), _sum(hi, most)
        return lo, hi


def _least(margins: Sequence[Margin], step: int) -> Margin:
    """The margin of all together; of none, it holds without bound."""
    return _chosen(margins, step, below=True)


def _most(margins: Sequence[Margin], step: int) -> Margin:
    """The margin of any of them; of none, it fails without bound."""
    return _chosen(margins, step, below=False)


_UNBOUND = Decimal("Infinity")


def _chosen(margins: Iterable[Margin], step: int, *, below: bool) -> Margin:
    pick: Callable[[Decimal, Decimal], Decimal] = min if below else max
    edge = _UNBOUND if below else -_UNBOUND
    lo = hi = edge
    at_lo = at_hi = step
    for each in margins:
        low = -_UNBOUND if each.lo is None else each.lo
        high = _UNBOUND if each.hi is None else each.hi
        if pick(low, lo) != lo:
            lo, at_lo = low, each.step
        if pick(high, hi) != hi:
            hi, at_hi = high, each.step
    decides = at_hi if hi < 0 else at_lo
    return Margin(None if lo == -_UNBOUND else lo, None if hi == _UNBOUND else hi, decides)


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _difference(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _number(value: Decimal | None) -> str:
    if value is None or not value.is_finite():
        return "an unknown amount"
    return f"{value.normalize():f}"
