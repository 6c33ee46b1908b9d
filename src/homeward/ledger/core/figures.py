"""Quantities as people say them: the words are kept, and beside them the closed interval that the words allow.

"More than 500" is never 500: it is 501 or more. What was said and what it may mean are two things, and both are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from types import MappingProxyType

from homeward.refusals import Refused

Number = int | Decimal


class Op(StrEnum):
    """How a number was put: "exactly", "more than", "about", ..."""

    EQ = "eq"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    ABOUT = "about"
    NEARLY = "nearly"
    RANGE = "range"
    SHARE = "share"
    VAGUE = "vague"


SIGNS: Mapping[str, Op] = MappingProxyType(
    {
        "=": Op.EQ,
        ">": Op.GT,
        ">=": Op.GE,
        "<": Op.LT,
        "<=": Op.LE,
        "~": Op.ABOUT,
        "nearly": Op.NEARLY,
        "range": Op.RANGE,
        "share": Op.SHARE,
        "vague": Op.VAGUE,
    }
)


class FigureKind(StrEnum):
    """What sort of count a figure is; counts of two sorts are never held against each other."""

    FLOW = "flow"
    CUMULATIVE = "cumulative"
    STOCK = "stock"
    PLAN = "plan"
    LIST = "list"
    AVERAGE = "average"
    RULE = "rule"


class NotAQuantity(Refused):
    """This is not a quantity."""


class NotANumber(NotAQuantity):
    """This is not a number that can be counted with."""


class NoNumber(NotAQuantity):
    """Neither a lower nor an upper number was given."""


class NegativeCount(NotAQuantity):
    """A count cannot be below zero."""


class NotWhole(NotAQuantity):
    """This unit is counted whole, and the number has a fraction."""


class BoundsReversed(NotAQuantity):
    """The lower number is above the upper one."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was put, and the closed interval it allows; `hi` None means open."""

    op: Op
    stated_lo: Number | None
    stated_hi: Number | None
    lo: Number
    hi: Number | None
    words: str = ""


# Ranges of the words, as the desk reads them; a range here is a convention, so it stands in one place.
VAGUE_WORDS: Mapping[str, tuple[int, int | None]] = MappingProxyType(
    {
        "several": (3, 9),
        "a few": (2, 9),
        "a dozen": (12, 12),
        "dozens": (24, 96),
        "several dozen": (24, 96),
        "hundreds": (200, 999),
        "several hundred": (200, 999),
        "thousands": (2_000, 9_999),
        "several thousand": (2_000, 9_999),
        "tens of thousands": (20_000, 99_999),
        "hundreds of thousands": (200_000, 999_999),
        "millions": (2_000_000, 9_999_999),
    }
)


def quantity(
    op: Op, lo: Number | None, hi: Number | None, *, whole: bool = True, words: str = "", where: str = ""
) -> Quantity:
    """Read a number as it was put into the closed interval it allows, in whole units unless `whole` is off.

    "About" widens by a tenth on each side and "nearly" by a tenth below, both rounded outward.
    """
    whole = whole and op is not Op.SHARE
    low = _number(lo, whole=whole, where=f"{where}.lo" if where else "lo")
    high = _number(hi, whole=whole, where=f"{where}.hi" if where else "hi")
    if low is not None and high is not None and low > high:
        raise BoundsReversed(where=where, instead=f"Swap them: {in_digits(high)} to {in_digits(low)}.")
    if op is Op.VAGUE and low is None and high is None:
        return _vague(words, where)
    if low is None and high is None:
        raise NoNumber(where=where, instead="Give the number that was said in lo, in hi or in both.")
    least, most = _allowed(op, low, high, whole=whole)
    if most is not None and least > most:
        raise BoundsReversed("No count is that small.", where=where, instead="Check the sign and the number.")
    return Quantity(op, low, high, least, most, words)


def _number(value: Number | None, *, whole: bool, where: str) -> Number | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise NotANumber(where=where, instead="Give a whole number, or a decimal where the unit has parts.")
    if isinstance(value, Decimal) and not value.is_finite():
        raise NotANumber(where=where, instead="Leave the end empty when it is open.")
    if value < 0:
        raise NegativeCount(where=where, instead="Say which way it went in the measure, and give the size.")
    if isinstance(value, Decimal) and whole:
        if value != value.to_integral_value():
            raise NotWhole(where=where, instead="Use the kind average or the sign share for parts of a whole.")
        return int(value)
    return value


def _vague(words: str, where: str) -> Quantity:
    span = VAGUE_WORDS.get(" ".join(words.casefold().strip("\"'“”«» ").split()))
    if span is None:
        raise NoNumber(where=where, instead="Give the range that you read in these words in lo and hi.")
    return Quantity(Op.VAGUE, None, None, span[0], span[1], words)


def _allowed(op: Op, low: Number | None, high: Number | None, *, whole: bool) -> tuple[Number, Number | None]:
    """The closed interval; at least one of the two numbers is there."""
    # Files often give the one number that was said in both places, or only in one: all three mean the same.
    single = low if high is None or high == low else high if low is None else None
    first, last = (low if low is not None else single), (high if high is not None else single)
    assert first is not None and last is not None
    step = 1 if whole else 0
    match op:
        case Op.GT:
            return first + step, None if single is not None else last
        case Op.GE:
            return first, None if single is not None else last
        case Op.LT:
            return (0 if single is not None else first), last - step
        case Op.LE:
            return (0 if single is not None else first), last
        case Op.ABOUT:
            return _tenths(first, 9, whole=whole, up=False), _tenths(last, 11, whole=whole, up=True)
        case Op.NEARLY if single is not None:
            return _tenths(single, 9, whole=whole, up=False), single - step
        case Op.RANGE | Op.VAGUE:
            return (0 if low is None else low), high
        case _:
            return first, last


def _tenths(value: Number, tenths: int, *, whole: bool, up: bool) -> Number:
    part = Decimal(value) * tenths / 10
    if not whole:
        return part
    return int(part.to_integral_value(ROUND_CEILING if up else ROUND_FLOOR))


# Units without plural are said with the bare number: on this desk a count is of people unless it says otherwise.
_PLURALS: Mapping[str, str] = MappingProxyType({"bus": "buses", "family": "families", "body": "bodies", "%": "%"})
_PEOPLE = frozenset({"", "person", "persons", "people"})


def in_words(q: Quantity, unit: str = "") -> str:
    """Say a quantity as it was put: "more than 500", "about 600", "nearly 900", "6 buses"."""
    said = _as_put(q)
    if q.op is Op.SHARE or unit in _PEOPLE:
        return said
    many = _PLURALS.get(unit) or (unit if unit.endswith("s") or not unit.isascii() else unit + "s")
    return f"{said} {unit if q.lo == q.hi == 1 else many}"


def _as_put(q: Quantity) -> str:
    if q.stated_lo is None and q.stated_hi is None:
        return q.words.strip("\"'“”«» ") or span_in_words(q.lo, q.hi)
    both = q.stated_lo is not None and q.stated_hi is not None and q.stated_lo != q.stated_hi
    first = in_digits(q.stated_lo if q.stated_lo is not None else q.stated_hi)
    last = in_digits(q.stated_hi if q.stated_hi is not None else q.stated_lo)
    match q.op:
        case Op.GT:
            return f"more than {first}" + (f", up to {last}" if both else "")
        case Op.GE:
            return f"at least {first}" + (f", up to {last}" if both else "")
        case Op.LT:
            return f"fewer than {last}" + (f", at least {first}" if both and q.lo else "")
        case Op.LE:
            return f"up to {last}" + (f", at least {first}" if both and q.lo else "")
        case Op.ABOUT:
            return f"about {first}" + (f" to {last}" if both else "")
        case Op.NEARLY:
            return f"nearly {_nearly_what(q)}"
        case Op.SHARE:
            return share_in_words(q.lo, q.hi)
        case Op.VAGUE if q.words:
            return q.words.strip("\"'“”«» ")
        case _:
            return span_in_words(q.lo, q.hi)


def _nearly_what(q: Quantity) -> str:
    """The number that was neared: files may give it, or the range that somebody already read from it."""
    top = q.stated_hi if q.stated_hi is not None else q.stated_lo
    assert top is not None
    given_as_range = q.stated_lo is not None and q.stated_lo < top
    if given_as_range and isinstance(top, int) and q.lo == (top + 1) * 9 // 10:
        return in_digits(top + 1)
    return in_digits(top)


def interval_in_words(q: Quantity) -> str:
    """Say what the words allow: "501 or more", "540 to 660", "639"."""
    return share_in_words(q.lo, q.hi) if q.op is Op.SHARE else span_in_words(q.lo, q.hi)


def span_in_words(lo: Number, hi: Number | None) -> str:
    """Say a closed interval: "501 or more", "540 to 660", "639"."""
    if hi is None:
        return f"{in_digits(lo)} or more"
    return in_digits(lo) if lo == hi else f"{in_digits(lo)} to {in_digits(hi)}"


def share_in_words(lo: Number, hi: Number | None) -> str:
    """Say a share between 0 and 1 in percent, one above 1 as it stands."""
    top = lo if hi is None else hi
    if top > 1:
        return span_in_words(lo, hi)
    return f"{span_in_words(_tidy(Decimal(lo) * 100), None if hi is None else _tidy(Decimal(hi) * 100))} %"


def in_digits(value: Number | None) -> str:
    """Write a number with its thousands apart: 9,000; nothing as an empty text."""
    return "" if value is None else f"{_tidy(value):,}"


def _tidy(value: Number) -> Number:
    """Drop zeros after the point that nobody said."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value.normalize()
    return value
