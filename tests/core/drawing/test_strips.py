from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.web.drawing.axes import counts
from homeward.web.drawing.strips import Ink, Shape, Words, gap, overlap, strip

AXIS = counts([901])  # 0 to 1,200


@pytest.mark.parametrize(
    ("words", "shape", "x", "width", "said"),
    [
        (Words("eq", 600, 600, 600), Shape.EXACT, "50.00%", "0.00%", None),
        (Words("range", 540, 660, 540), Shape.CLOSED, "45.00%", "10.00%", None),
        (Words("gt", 501, None, 500), Shape.MORE, "41.75%", "58.25%", None),
        (Words("ge", 500, None, 500), Shape.MORE, "41.67%", "58.33%", None),
        (Words("lt", 0, 299, 300), Shape.UP_TO, "0.00%", "24.92%", None),
        (Words("le", None, 300, 300), Shape.UP_TO, "0.00%", "25.00%", None),
        (Words("about", 540, 660, 600), Shape.ABOUT, "45.00%", "10.00%", "50.00%"),
        (Words("nearly", 570, 599, 600), Shape.ABOUT, "47.50%", "2.42%", "50.00%"),
        (Words("vague", None, None), Shape.VAGUE, "0.00%", "100.00%", None),
        (Words("vague", 2, 9), Shape.VAGUE, "0.17%", "0.58%", None),
    ],
)
def test_each_kind_of_words_has_its_form(words, shape, x, width, said):
    drawn = strip(words, AXIS)

    assert (drawn.shape, drawn.x, drawn.width, drawn.said) == (shape, x, width, said)


@pytest.mark.parametrize(
    ("modality", "kind", "ink"),
    [
        ("asserted", "stock", Ink.SOLID),
        ("reported", "flow", Ink.SOLID),
        ("expected", "stock", Ink.HATCHED),
        ("possible", "stock", Ink.OUTLINE),
        ("promised", "stock", Ink.OUTLINE),
        ("denied", "stock", Ink.OUTLINE),
        ("alleged", "stock", Ink.OUTLINE),
        ("asserted", "plan", Ink.OUTLINE),
    ],
)
def test_more_ink_is_more_commitment(modality, kind, ink):
    assert Words("eq", 8, 8, 8, modality, kind).ink is ink


def test_two_ranges_that_do_not_meet_leave_a_gap():
    found = gap(Words("eq", 361, 361), Words("eq", 335, 335), AXIS)

    assert found is not None
    assert (found.lo, found.hi) == (335, 361)
    assert gap(Words("gt", 501, None), Words("about", 540, 660, 600), AXIS) is None


def test_two_ranges_that_meet_overlap_as_far_as_both_allow():
    found = overlap(Words("gt", 501, None), Words("about", 540, 660, 600), AXIS)

    assert found is not None
    assert (found.lo, found.hi, found.x, found.width) == (540, 660, "45.00%", "10.00%")
    assert overlap(Words("gt", 501, None), Words("gt", 901, None), AXIS) is None
    assert overlap(Words("eq", 1, 1), Words("eq", 2, 2), AXIS) is None


ends = st.integers(0, 1000) | st.none()


@given(ends, ends)
def test_no_bar_leaves_its_axis(lo, hi):
    if lo is not None and hi is not None and lo > hi:
        lo, hi = hi, lo

    drawn = strip(Words("range", lo, hi), AXIS)

    begin, width = Decimal(drawn.x[:-1]), Decimal(drawn.width[:-1])
    assert 0 <= begin <= 100
    assert width >= 0
    assert begin + width <= Decimal("100.01")


@given(ends, ends, ends, ends)
def test_two_ranges_never_have_both_a_gap_and_an_overlap(a, b, c, d):
    one = Words("range", *sorted((a, b))) if a is not None and b is not None else Words("range", a, b)
    other = Words("range", *sorted((c, d))) if c is not None and d is not None else Words("range", c, d)

    assert gap(one, other, AXIS) is None or overlap(one, other, AXIS) is None
