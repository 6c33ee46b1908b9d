"""An exchange goes on batch by batch, pauses, and may end for good; what was promised is never passed."""

from __future__ import annotations

import pytest

from homeward.outlook.core import exchange
from homeward.outlook.core.exchange import Batches


def test_batches_that_come_daily_are_done_in_about_as_many_days_as_are_left() -> None:
    target, findings = exchange.forecast(Batches((10,) * 6, 100), 1.0, seed=1)
    assert target is not None and not findings
    assert target.early is not None and target.middle is not None
    assert 6 + 3 <= target.early <= target.middle <= 6 + 12
    assert target.people == 100


def test_a_long_silence_makes_it_later_and_more_likely_never() -> None:
    going, _ = exchange.forecast(Batches((10,) * 6, 100), 1.0, seed=1)
    silent, _ = exchange.forecast(Batches((*(10,) * 6, *(0,) * 30), 100), 1.0, seed=1)
    assert going is not None and silent is not None
    assert silent.never > going.never
    left = [(each - today) for each, today in ((going.middle, 6), (silent.middle, 36)) if each is not None]
    assert len(left) == 1 or left[1] > left[0]


def test_what_has_come_is_told_as_it_was() -> None:
    target, _ = exchange.forecast(Batches((30, 30, 40, 0), 100), 0.6, seed=1)
    assert target is not None
    assert (target.early, target.late, target.never) == (1, 1, 0.0)


def test_the_fan_never_passes_what_was_promised_and_never_falls() -> None:
    target, _ = exchange.forecast(Batches((9, 0, 0, 12), 100, planned=(10, 10)), 1.0, seed=3)
    assert target is not None
    assert all(max(each.people) <= 100 for each in target.ahead)
    for one, other in zip(target.ahead, target.ahead[1:], strict=False):
        assert all(a <= b for a, b in zip(one.people, other.people, strict=True))


@pytest.mark.parametrize(
    ("batches", "why"),
    [
        (Batches((1, 2), 0), "Nothing was promised in numbers."),
        (Batches((), 10), "No day of it has been seen yet."),
        (Batches((5, -1), 10), "A day has less than nobody."),
    ],
)
def test_what_bears_no_forecast_says_why(batches: Batches, why: str) -> None:
    target, findings = exchange.forecast(batches, 1.0, seed=1)
    assert target is None
    assert why in findings


def test_straight_on_is_what_came_a_day() -> None:
    assert exchange.naive(Batches((10, 0, 10, 0), 100), 1.0) == 4 + 80 / 5
    assert exchange.naive(Batches((0, 0), 100), 1.0, horizon=50) == 52
