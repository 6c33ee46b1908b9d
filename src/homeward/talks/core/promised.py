"""Promised against delivered, in numbers and in words that judge nobody."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from homeward.ledger.core.figures import span_in_words
from homeward.talks.core.quantities import Amount, needed, share


class Outcome(StrEnum):
    """How what was delivered stands to what was promised."""

    MET = "met"
    PARTLY = "partly"
    SHORT = "short"
    CANNOT_TELL = "cannot tell"
    NOTHING_TOLD = "nothing told"


@dataclass(frozen=True, slots=True)
class Against:
    """What was delivered held against what was promised; `short` and `over` as intervals, none where they are surely nothing."""

    outcome: Outcome
    share_lo: Decimal | None
    share_hi: Decimal | None
    short: Amount | None
    over: Amount | None


def against(
    promised: Amount | None, delivered: Amount | None, *, time_is_up: bool, open_is_enough: bool = True
) -> Against:
    """Hold delivered against promised; before the time is up what is missing is open, not short.

    A promise that is open above is kept by its lower end ("at least 50"), but not where it is open since nobody knows how much.
    """
    if delivered is None:
        missing = needed(promised) if promised is not None and time_is_up else None
        return Against(Outcome.NOTHING_TOLD, None, None, missing, None)
    if promised is None:
        return Against(Outcome.CANNOT_TELL, None, None, None, None)
    enough = needed(promised) if open_is_enough else promised
    lo, hi = share(delivered, promised)
    short, over = enough.less(delivered), delivered.less(enough)
    if delivered.surely_least(enough):
        outcome = Outcome.MET
    elif not delivered.surely_below(enough):
        outcome = Outcome.CANNOT_TELL
    else:
        outcome = Outcome.SHORT if time_is_up else Outcome.PARTLY
    return Against(
        outcome, lo, hi, None if short.hi == 0 else short, over if over.lo > 0 and promised.hi is not None else None
    )


def percent(value: Decimal | None) -> str:
    """A share in hundredths, halves to the even one: "98 %"; what is not quite all is never said to be all."""
    if value is None:
        return ""
    whole = (value * 100).quantize(Decimal(1), ROUND_HALF_EVEN)
    if whole == 100 and value < 1:
        whole = Decimal(99)
    if whole == 0 and value > 0:
        return "under 1 %"
    return f"{whole} %"


def shares_in_words(lo: Decimal | None, hi: Decimal | None) -> str:
    """A share as it is said: "98 %", "60 to 75 %", "at least 40 %"."""
    if lo is None and hi is None:
        return ""
    if hi is None:
        return f"at least {percent(lo)}"
    first, last = percent(lo), percent(hi)
    return first if first == last or lo == hi else f"{first.removesuffix(' %')} to {last}"


def amount_in_words(amount: Amount | None) -> str:
    """An amount as it is said: "869", "501 or more", "5 to 6"."""
    return "" if amount is None else span_in_words(amount.lo, amount.hi)


def score(promised: Amount | None, delivered: Amount | None) -> int | None:
    """How far an obligation came, as the Colombia Barometer has it: 0 not begun, 1 minimal, 2 intermediate, 3 full.

    None where the numbers leave it open. The middle marks are read as shares: 1 below one half, 2 from one half on.
    """
    if promised is None or delivered is None:
        return None
    marks = {_mark(each) for each in share(delivered, needed(promised))}
    return marks.pop() if len(marks) == 1 else None


def _mark(value: Decimal | None) -> int | None:
    if value is None:
        return None
    return 0 if value == 0 else 1 if value < Decimal("0.5") else 2 if value < 1 else 3
