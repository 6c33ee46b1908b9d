"""Monthly violence: draws from what was, weighed on the training window alone; scores as the library gives them."""

from __future__ import annotations

import numpy as np
import pytest
import scoringrules
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.outlook.core import violence
from homeward.outlook.core.scoring import score

LEVEL = [100.0, 140.0, 90.0, 160.0, 120.0, 80.0, 150.0, 110.0, 95.0, 130.0, 105.0, 125.0]


def test_a_level_that_stays_is_held_between_ten_and_ninety() -> None:
    month = violence.forecast(LEVEL * 2, seed=1).months[0]
    assert 60 < month.low < month.middle < month.high < 260
    assert 90 < month.middle < 140
    assert list(month.sample) == sorted(month.sample)


def test_each_further_month_is_told_and_no_narrower_by_much() -> None:
    made = violence.forecast(LEVEL * 2, ahead=3, seed=1)
    assert [each.ahead for each in made.months] == [1, 2, 3]
    assert made.months[2].high - made.months[2].low > 0.9 * (made.months[0].high - made.months[0].low)


def test_a_series_is_weighed_as_all_others_and_the_weights_sum_to_one() -> None:
    assert sum(violence.WEIGHTS) == pytest.approx(1)
    assert len(violence.WEIGHTS) == len(violence.SOURCES)
    assert violence.forecast(LEVEL * 2, seed=1).weights == violence.forecast([9_999.0] * 8, seed=1).weights


def test_a_gap_is_no_quiet_and_time_goes_on_in_it() -> None:
    """Half a year after the last count the forecast is wider than right after it, and does not fall to nought."""
    fresh = violence.forecast(LEVEL * 2, seed=1).months[0]
    stale = violence.forecast([*LEVEL * 2, *[None] * 6], seed=1).months[0]
    assert stale.high - stale.low > fresh.high - fresh.low
    assert stale.middle > 0.6 * fresh.middle


def test_a_month_that_is_no_number_is_a_gap() -> None:
    odd = violence.forecast([*LEVEL, float("nan"), -3.0], seed=1)
    assert "2 months have no count and are passed over." in odd.findings


def test_what_comes_later_changes_nothing() -> None:
    known = LEVEL * 2
    for source in violence.SOURCES.values():
        one, again = (source(np.array(known), 3, np.linspace(0.1, 0.9, 9)) for _ in range(2))
        assert np.array_equal(one, again)
        assert np.all(np.diff(one) >= 0)


def test_too_few_months_bear_no_forecast_and_gaps_are_passed_over() -> None:
    short = violence.forecast([3.0, 4.0], seed=1)
    assert short.months == ()
    assert "2 months have a count; 6 are needed." in short.findings
    holed = violence.forecast([*LEVEL, None, None], seed=1)
    assert holed.months
    assert "2 months have no count and are passed over." in holed.findings


def test_nothing_at_all_and_the_same_every_month_are_borne() -> None:
    assert violence.forecast([0.0] * 12, seed=1).months[0].middle == 0
    assert violence.forecast([5.0] * 12, seed=1).months[0].middle == pytest.approx(5, abs=2)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 5_000), min_size=6, max_size=30))
def test_whatever_the_months_the_quantiles_are_in_order_and_none_is_below_nought(counts: list[int]) -> None:
    month = violence.forecast([float(each) for each in counts], seed=2, ahead=3).months[-1]
    assert 0 <= month.low <= month.middle <= month.high
    assert all(np.isfinite(month.sample))


@pytest.mark.parametrize("truth", [0.0, 40.0, 111.0, 5_000.0])
def test_a_score_is_that_of_the_library_and_of_the_definition(truth: float) -> None:
    sample = violence.forecast(LEVEL, seed=1).months[0].sample
    found = score(sample, truth)
    values = np.array(sample)
    spread = np.abs(values[:, None] - values[None, :]).mean() / 2
    assert found.crps == pytest.approx(np.abs(values - truth).mean() - spread, rel=1e-6)
    assert found.crps == pytest.approx(float(scoringrules.crps_ensemble(truth, values)), rel=0.01)


def test_a_truth_outside_the_interval_is_not_covered_and_never_counts_as_the_horizon() -> None:
    assert score([1.0, 2.0, 3.0, 4.0, 5.0], 9.0).covered is False
    assert score([1.0, 2.0, 3.0, 4.0, 5.0], 3.0).pit == 0.5
    late = score([10.0, np.inf], np.inf, most=240)
    assert late.crps == pytest.approx(230 / 4)
