"""Odds side by side and where truths fell, as they are drawn."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from homeward.web.drawing import spreads, tenths
from homeward.web.drawing.spreads import Odds

VALUES = st.lists(st.decimals(0, 10_000, places=3), min_size=5, max_size=5).map(lambda each: tuple(sorted(each)))
COUNTS = st.lists(st.integers(0, 500), min_size=10, max_size=10)


def odds(*values: int, horizon: int | None = None, truth: int | None = None) -> Odds:
    least, low, middle, high, most = (Decimal(each) for each in values)
    return Odds(
        1,
        (least, low, middle, high, most),
        None if horizon is None else Decimal(horizon),
        None if truth is None else Decimal(truth),
    )


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_each_column_holds_its_parts_in_their_order_within_the_drawing(found):
    drawn = spreads.spreads([Odds(n, values, None, None) for n, values in enumerate(found)])

    for column in drawn.columns:
        assert spreads.TOP <= column.outer[0] <= column.inner[0] <= column.inner[1] <= column.outer[1] <= spreads.FLOOR
        assert column.inner[0] <= column.middle <= column.inner[1]
    places = [float(column.x[:-1]) for column in drawn.columns]
    assert places == sorted(places)
    assert len(set(places)) == len(found)
    assert places[0] > 12 and places[-1] < 100


def test_what_goes_past_the_horizon_has_no_end_and_no_middle_that_lies_there():
    (some,) = spreads.spreads([odds(3, 5, 9, 200, 240, horizon=240)]).columns
    (most,) = spreads.spreads([odds(3, 5, 240, 240, 240, horizon=240)]).columns
    (none,) = spreads.spreads([odds(3, 5, 9, 20, 30, horizon=240)]).columns

    assert (some.goes_on, some.middle is None) == (True, False)
    assert (most.goes_on, most.middle is None) == (True, True)
    assert (none.goes_on, none.middle is None) == (False, False)


def test_a_truth_far_above_its_forecast_is_still_drawn():
    (column,) = spreads.spreads([odds(1, 2, 3, 4, 5, truth=5000)]).columns

    assert column.truth is not None
    assert spreads.TOP <= column.truth < column.outer[0]


def test_where_nothing_is_scored_nothing_is_drawn():
    assert tenths.tenths([0] * 10) is None


@given(COUNTS.filter(any))
def test_bars_are_as_high_as_their_counts_and_add_up_to_all(counts):
    drawn = tenths.tenths(counts)

    assert [each.count for each in drawn.tenths] == counts
    assert drawn.tenths[-1].below == drawn.of == sum(counts)
    assert drawn.tenths[-1].below_y == tenths.TOP
    assert [each.ends for each in drawn.tenths] == [*range(10, 101, 10)]
    for each in drawn.tenths:
        assert each.height == 0 if each.count == 0 else each.height >= 0
        assert each.top >= tenths.TOP


def test_an_even_share_is_a_line_at_the_height_of_even_bars():
    drawn = tenths.tenths([3] * 10)

    assert {each.top for each in drawn.tenths} == {drawn.even}
    assert drawn.chance_y[0] < drawn.even < drawn.chance_y[1], "what chance alone gives lies on both sides of it"
