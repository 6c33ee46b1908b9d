"""A number that cannot be counted with is refused with its place and what to do instead."""

from decimal import Decimal

import pytest

from homeward.ledger.core.figures import (
    BoundsReversed,
    NegativeCount,
    NoNumber,
    NotANumber,
    NotWhole,
    Op,
    quantity,
)


@pytest.mark.parametrize(
    ("op", "lo", "hi", "refusal"),
    [
        (Op.EQ, 6, 5, BoundsReversed),
        (Op.RANGE, 900, 500, BoundsReversed),
        (Op.LT, 0, None, BoundsReversed),
        (Op.NEARLY, 0, None, BoundsReversed),
        (Op.EQ, -1, -1, NegativeCount),
        (Op.LE, 0, -5, NegativeCount),
        (Op.EQ, Decimal("NaN"), None, NotANumber),
        (Op.GT, 5, Decimal("Infinity"), NotANumber),
        (Op.EQ, True, True, NotANumber),
        (Op.EQ, 5.0, 5.0, NotANumber),
        (Op.EQ, Decimal("2.5"), Decimal("2.5"), NotWhole),
        (Op.EQ, None, None, NoNumber),
        (Op.VAGUE, None, None, NoNumber),
    ],
)
def test_refused(op, lo, hi, refusal):
    with pytest.raises(refusal) as refused:
        quantity(op, lo, hi, where="statements[3].figures[0]")
    assert refused.value.where.startswith("statements[3].figures[0]")
    assert refused.value.instead


def test_parts_of_a_whole_and_averages_have_fractions():
    assert quantity(Op.SHARE, Decimal("0.5"), None).hi == Decimal("0.5")
    assert quantity(Op.EQ, Decimal("2.5"), None, whole=False).lo == Decimal("2.5")


def test_a_range_that_somebody_read_from_nearly_900_is_kept():
    read = quantity(Op.NEARLY, 810, 899)
    assert (read.lo, read.hi) == (810, 899)
