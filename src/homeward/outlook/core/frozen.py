"""A sample as the ledger keeps it: the quantiles of 1 to 99 of 100, as decimals; and scores of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil, isfinite

LEVELS = tuple(n / 100 for n in range(1, 100))
SCORER = "quantiles/1"


def quantiles(sample: Sequence[float], *, most: float | None = None) -> tuple[Decimal, ...]:
    """The 99 quantiles of a sample, to a thousandth; what is infinite or past `most` stands at it."""
    values = sorted(sample if most is None else (min(each, most) for each in sample))
    if not values or not all(isfinite(each) for each in values):
        raise ValueError("a sample that is infinite needs a horizon")
    at = (values[max(0, ceil(level * len(values) - 1e-9) - 1)] for level in LEVELS)
    return tuple(exact(each) for each in at)


def exact(number: float) -> Decimal:
    """A number as the ledger keeps it."""
    return Decimal(f"{number:.3f}")


def at(kept: Sequence[Decimal], level: int) -> Decimal:
    """The quantile of so many of 100; of a single number that number."""
    return kept[level - 1] if len(kept) == len(LEVELS) else kept[len(kept) // 2]
