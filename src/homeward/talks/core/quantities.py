"""Amounts as closed intervals, and what may be done with them; none of it makes an amount sharper than it was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from homeward.refusals import Refused

NOTHING = Decimal(0)


class NotAnAmount(Refused):
    """An amount cannot be below nought, nor its lower end above its upper one."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A closed interval from `lo` to `hi`; `hi` none when it is open above."""

    lo: Decimal
    hi: Decimal | None

    def __post_init__(self) -> None:
        if self.lo < 0 or (self.hi is not None and self.hi < self.lo):
            raise NotAnAmount(where=f"{self.lo} to {self.hi}")

    @classmethod
    def exactly(cls, value: Decimal | int) -> Amount:
        """The amount that is this number and no other."""
        return cls(Decimal(value), Decimal(value))

    @property
    def exact(self) -> bool:
        return self.lo == self.hi

    def plus(self, other: Amount) -> Amount:
        """Both together."""
        return Amount(self.lo + other.lo, None if self.hi is None or other.hi is None else self.hi + other.hi)

    def times(self, other: Amount) -> Amount:
        """So many times this."""
        return Amount(self.lo * other.lo, None if self.hi is None or other.hi is None else self.hi * other.hi)

    def less(self, other: Amount) -> Amount:
        """What is left when the other is taken away, never below nought."""
        lo = NOTHING if other.hi is None else max(NOTHING, self.lo - other.hi)
        hi = None if self.hi is None else max(NOTHING, self.hi - other.lo)
        return Amount(lo, hi)

    def holds(self, other: Amount) -> bool:
        """Whether all that the other allows lies within this."""
        return self.lo <= other.lo and (self.hi is None or (other.hi is not None and other.hi <= self.hi))

    def meets(self, other: Amount) -> bool:
        """Whether both allow some number in common."""
        return (self.hi is None or other.lo <= self.hi) and (other.hi is None or self.lo <= other.hi)

    def surely_least(self, other: Amount) -> bool:
        """Whether this is at least the other, whatever either is."""
        return other.hi is not None and self.lo >= other.hi

    def surely_below(self, other: Amount) -> bool:
        """Whether this is below the other, whatever either is."""
        return self.hi is not None and self.hi < other.lo


ZERO = Amount(NOTHING, NOTHING)
UNKNOWN = Amount(NOTHING, None)


def spanned(amounts: Iterable[Amount]) -> Amount:
    """The narrowest amount that holds each of these; of none, anything at all."""
    every = list(amounts)
    if not every:
        return UNKNOWN
    his = [each.hi for each in every]
    return Amount(min(each.lo for each in every), None if None in his else max(hi for hi in his if hi is not None))


def total(amounts: Iterable[Amount]) -> Amount:
    """All of these together; of none, nothing."""
    found = ZERO
    for each in amounts:
        found = found.plus(each)
    return found


def share(delivered: Amount, promised: Amount) -> tuple[Decimal | None, Decimal | None]:
    """What part of a promise was delivered: [delivered lo / promised hi, delivered hi / promised lo]; none where open."""
    lo = NOTHING if promised.hi is None else None if promised.hi == 0 else delivered.lo / promised.hi
    hi = None if delivered.hi is None or promised.lo == 0 else delivered.hi / promised.lo
    return lo, hi


def needed(promised: Amount) -> Amount:
    """How much is enough: "at least 50" is met by 50, while of "50 or 60" nobody said that 50 is enough."""
    return Amount(promised.lo, promised.lo) if promised.hi is None else promised
