"""The values that sums are made of: what is added, what it is held against, and how it fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from homeward.ledger.core.compared import Compared
from homeward.ledger.core.figures import Number, Op, in_digits, in_words, quantity, span_in_words
from homeward.ledger.core.pair import Span, span


class Fit(StrEnum):
    """How a sum fits what was stated: it holds, nobody stated it, a rest is untold, it fits badly, it does not fit."""

    HOLDS = "holds"
    ALONE = "alone"
    UNTOLD = "untold"
    STRAINED = "strained"
    MISFIT = "misfit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One statement as sums see it: its figures, its words, and the note of whoever checked it."""

    statement: str
    figures: tuple[Compared, ...] = ()
    text: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One number in a sum: its interval, the one number told if it was one, and how it was put.

    `ref` says where it stands: "f10#1", or "f7" for a number that stands only in the words of f7.
    """

    ref: str
    lo: Number
    hi: Number | None
    told: Number | None
    put: str = ""
    taken_off: bool = False

    @classmethod
    def of(cls, figure: Compared, *, taken_off: bool = False) -> Term:
        lo, hi = span(figure)
        return cls(figure.ref, lo, hi, told(figure), in_words(figure.quantity), taken_off)

    @classmethod
    def put_as(cls, op: Op, value: int, ref: str) -> Term:
        """A number only in words, as it was put: "more than 300"."""
        said = quantity(op, value, None)
        return cls(ref, said.lo, said.hi, value, in_words(said))

    @classmethod
    def number(cls, value: Number, ref: str) -> Term:
        """A plain number; one below zero is taken off."""
        size = -value if value < 0 else value
        return cls(ref, size, size, size, taken_off=value < 0)

    @property
    def words(self) -> str:
        """The number as it stands in a sum."""
        return span_in_words(self.lo, self.hi) if self.told is None else in_digits(self.told)

    @property
    def statement(self) -> str:
        return self.ref.partition("#")[0]


@dataclass(frozen=True, slots=True)
class SumCheck:
    """A sum, what it was held against, and how it fits; it names its numbers and accuses nobody.

    `sum` is the interval of the sum, `told` that of the numbers as they were put. `wholes` is what it was held against.
    """

    inputs: tuple[Term, ...]
    wholes: tuple[Term, ...]
    fit: Fit
    sentence: str = ""

    @property
    def sum(self) -> Span:
        return added(self.inputs)

    @property
    def told(self) -> Number | None:
        return told_sum(self.inputs)

    @property
    def whole(self) -> Term | None:
        return self.wholes[0] if self.wholes else None

    @property
    def holds(self) -> bool:
        """Whether the numbers add up, or nothing was stated that they could fail to add up to."""
        return self.fit in (Fit.HOLDS, Fit.ALONE)

    @property
    def equation(self) -> str:
        """The sum as one would write it: "706 + 186 = 892"."""
        return f"{addition(self.inputs)} = {_result(self.inputs)}"

    @property
    def statements(self) -> tuple[str, ...]:
        """Every statement whose numbers are in it, each once."""
        return tuple(dict.fromkeys(term.statement for term in (*self.inputs, *self.wholes)))

    @property
    def what(self) -> str:
        """The finding in a sentence."""
        if self.sentence:
            return self.sentence
        stated = _listed([f"{whole.put or whole.words} ({whole.ref})" for whole in self.wholes])
        match self.fit:
            case Fit.ALONE:
                return f"{self.equation}: nobody has stated this total."
            case Fit.HOLDS:
                return f"{self.equation}: fits {stated}."
            case _:
                return f"Parts give {_result(self.inputs)} ({addition(self.inputs)}), the whole says {stated}."


def told(figure: Compared) -> Number | None:
    """The one number that was put, where it was one."""
    low, high = figure.quantity.stated_lo, figure.quantity.stated_hi
    if figure.quantity.op is Op.LE and not low:
        return high
    stated = {n for n in (low, high) if n is not None}
    return stated.pop() if len(stated) == 1 else None


def added(terms: Iterable[Term]) -> Span:
    """The interval of a sum; no sum of counts is below zero."""
    lo: Number = 0
    hi: Number | None = 0
    for term in terms:
        if term.taken_off:
            lo = 0 if term.hi is None else lo - term.hi
            hi = None if hi is None else hi - term.lo
        else:
            lo += term.lo
            hi = None if hi is None or term.hi is None else hi + term.hi
    return max(lo, 0), hi


def told_sum(terms: Iterable[Term]) -> Number | None:
    """The sum of the numbers as they were put, where each was one number."""
    total: Number = 0
    for term in terms:
        if term.told is None:
            return None
        total += -term.told if term.taken_off else term.told
    return total


def addition(terms: Iterable[Term]) -> str:
    """The left side of a sum: "869 - 318 - 357"."""
    written = ""
    for term in terms:
        sign = " - " if term.taken_off else " + " if written else ""
        written += f"{sign}{term.words}"
    return written


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _result(terms: Iterable[Term]) -> str:
    kept = tuple(terms)
    total = told_sum(kept)
    return span_in_words(*added(kept)) if total is None else in_digits(total)
