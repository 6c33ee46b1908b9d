"""Strips: the range of the words used, as one bar on a count axis. Never a probability, so no midpoint and no fade.

Method: form says what kind of words (`Shape`), filling says how far the voice commits itself (`Ink`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from homeward.web.drawing.axes import Counts, Number, percent


class Shape(StrEnum):
    """What kind of words a range was made from."""

    EXACT = "exact"
    CLOSED = "closed"
    MORE = "more"
    UP_TO = "up_to"
    ABOUT = "about"
    VAGUE = "vague"


class Ink(StrEnum):
    """How far the voice commits itself: more ink is more commitment."""

    SOLID = "solid"
    HATCHED = "hatched"
    OUTLINE = "outline"


#: Modalities in which somebody says that it is so, with or without committing to it.
SAID_TO_BE = frozenset({"asserted", "reported"})


@dataclass(frozen=True, slots=True)
class Words:
    """What a figure says: the operator, the computed closed range (None = open), and the number said."""

    op: str
    lo: Number | None
    hi: Number | None
    said: Number | None = None
    modality: str = "asserted"
    kind: str = "stock"

    @property
    def shape(self) -> Shape:
        if self.op == "vague" or (self.lo is None and self.hi is None):
            return Shape.VAGUE
        if self.op in ("about", "nearly"):
            return Shape.ABOUT
        if self.hi is None:
            return Shape.MORE
        if self.lo is None or self.op in ("lt", "le"):
            return Shape.UP_TO
        return Shape.EXACT if self.lo == self.hi else Shape.CLOSED

    @property
    def ink(self) -> Ink:
        if self.modality == "expected":
            return Ink.HATCHED
        if self.kind == "plan" or self.modality not in SAID_TO_BE:
            return Ink.OUTLINE
        return Ink.SOLID


@dataclass(frozen=True, slots=True)
class Strip:
    """One bar: where it begins, how wide it is, and where inside the axis the number said stands."""

    shape: Shape
    ink: Ink
    x: str
    width: str
    said: str | None


def strip(words: Words, axis: Counts) -> Strip:
    """Draw one range on the axis it shares with its rivals."""
    begin = axis.share(words.lo) if words.lo is not None and words.shape is not Shape.UP_TO else 0.0
    end = axis.share(words.hi) if words.hi is not None else 1.0
    tick = words.said if words.shape is Shape.ABOUT else None
    return Strip(
        shape=words.shape,
        ink=words.ink,
        x=percent(begin),
        width=percent(max(0.0, end - begin)),
        said=None if tick is None else axis.place(tick),
    )


@dataclass(frozen=True, slots=True)
class Bracket:
    """The stretch between or within two ranges that a verdict speaks of: a gap, an overlap, a part."""

    x: str
    width: str
    lo: Number
    hi: Number


def gap(one: Words, other: Words, axis: Counts) -> Bracket | None:
    """The numbers that lie between two ranges which do not meet; None when they meet or one is open on that side."""
    for below, above in ((one, other), (other, one)):
        if below.hi is not None and above.lo is not None and below.hi < above.lo:
            return _bracket(below.hi, above.lo, axis)
    return None


def overlap(one: Words, other: Words, axis: Counts) -> Bracket | None:
    """The numbers that both ranges allow; None when there are none, or no end to them."""
    floors = [words.lo for words in (one, other) if words.lo is not None]
    roofs = [words.hi for words in (one, other) if words.hi is not None]
    if not floors or not roofs or max(floors) > min(roofs):
        return None
    return _bracket(max(floors), min(roofs), axis)


def _bracket(lo: Number, hi: Number, axis: Counts) -> Bracket:
    begin, end = axis.share(lo), axis.share(hi)
    return Bracket(percent(begin), percent(end - begin), lo, hi)
