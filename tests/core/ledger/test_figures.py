"""Quantities against the plain meaning of their words."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from homeward.ledger.core.figures import Op, in_words, interval_in_words, quantity, share_in_words

MEANS = {
    Op.EQ: lambda said, n: n == said,
    Op.GT: lambda said, n: n > said,
    Op.GE: lambda said, n: n >= said,
    Op.LT: lambda said, n: n < said,
    Op.LE: lambda said, n: n <= said,
}


@given(st.sampled_from(list(MEANS)), st.integers(1, 200), st.sampled_from(["lo", "hi", "both"]))
def test_the_interval_holds_exactly_the_whole_numbers_that_the_word_means(op, said, given_in):
    read = quantity(op, said if given_in != "hi" else None, said if given_in != "lo" else None)
    for n in range(400):
        assert MEANS[op](said, n) == (read.lo <= n and (read.hi is None or n <= read.hi))


@given(st.integers(1, 10**12))
def test_about_widens_by_a_tenth_and_rounds_outward(said):
    read = quantity(Op.ABOUT, said, said)
    assert read.lo <= said <= read.hi
    assert read.lo * 10 <= said * 9 < (read.lo + 1) * 10
    assert (read.hi - 1) * 10 < said * 11 <= read.hi * 10


@given(st.integers(1, 10**12))
def test_nearly_lies_below_what_it_nears(said):
    read = quantity(Op.NEARLY, said, said)
    assert read.hi == said - 1
    assert read.lo <= read.hi
    assert in_words(read) == f"nearly {said:,}"


@given(st.sampled_from([op for op in Op if op is not Op.VAGUE]), st.integers(1, 10**9))
def test_what_is_read_twice_is_the_same(op, said):
    read = quantity(op, said, None)
    assert quantity(op, read.stated_lo, read.stated_hi) == read
    assert in_words(read)
    assert interval_in_words(read)


def test_words_of_ends_that_were_both_stated():
    assert in_words(quantity(Op.GT, 500, 600)) == "more than 500, up to 600"
    assert in_words(quantity(Op.LE, 100, 9000)) == "up to 9,000, at least 100"
    assert in_words(quantity(Op.ABOUT, 500, 600)) == "about 500 to 600"
    assert in_words(quantity(Op.VAGUE, 30, 90, words="a few dozen")) == "a few dozen"
    assert in_words(quantity(Op.NEARLY, 810, 899)) == "nearly 900"
    assert in_words(quantity(Op.NEARLY, 850, 900)) == "nearly 900"
    assert in_words(quantity(Op.EQ, 1, None), "bus") == "1 bus"
    assert in_words(quantity(Op.RANGE, 2, 3), "family") == "2 to 3 families"


def test_a_share_is_told_in_per_cent():
    assert in_words(quantity(Op.SHARE, Decimal("0.5"), None)) == "50 %"
    assert share_in_words(Decimal("0.25"), Decimal("0.333")) == "25 to 33.3 %"


def test_a_decimal_that_is_whole_is_kept_as_a_whole_number():
    assert quantity(Op.EQ, Decimal("500.0"), None).lo == 500
    assert isinstance(quantity(Op.EQ, Decimal("5E+2"), None).lo, int)
