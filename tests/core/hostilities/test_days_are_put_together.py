"""Days put together to weeks and months keep their gaps: what nobody reported is never taken for nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.hostilities.core.buckets import By, buckets, finest
from homeward.hostilities.core.series import Day

MONDAY = date(2026, 1, 5)
COUNTS = st.lists(st.none() | st.integers(0, 400), min_size=1, max_size=120)


def days(*counts: int | None, ranged: bool = True) -> list[Day]:
    """A day for each count from a Monday on; none is a gap."""
    return [
        Day(MONDAY + timedelta(days=n), each if ranged else None, each, each if ranged else None, int(bool(each)), each is None, 0)
        for n, each in enumerate(counts)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((1, 2, 3, 4, 5, 6, 7), (28, 7, 0)),
        ((1, None, 3, None, 5, 6, 7), (22, 5, 2)),
        ((None,) * 7, (None, 0, 7)),
        ((0,) * 7, (0, 7, 0)),
    ],
)
def test_a_week_adds_up_what_is_known_and_says_how_much_is_not(counts, told):
    (week,) = buckets(days(*counts), By.WEEK)
    assert (week.best, week.known, week.gaps) == told
    assert week.is_gap == (told[0] is None)
    assert week.is_partial == (0 < told[1] < 7)


def test_where_a_day_gives_no_range_its_week_has_none():
    (week,) = buckets(days(3, 4, ranged=False), By.WEEK)
    assert (week.low, week.best, week.high) == (None, 7, None)


def test_weeks_begin_on_monday_and_months_on_the_first():
    weeks = buckets(days(*[1] * 10), By.WEEK)
    assert [(each.first.isoformat(), each.known) for each in weeks] == [("2026-01-05", 7), ("2026-01-12", 3)]
    months = buckets(days(*[1] * 40), By.MONTH)
    assert [(each.first.isoformat(), each.last.isoformat()) for each in months] == [
        ("2026-01-05", "2026-01-31"),
        ("2026-02-01", "2026-02-13"),
    ]


@pytest.mark.parametrize(
    ("number", "wanted", "told"),
    [
        (30, "", By.DAY), (370, "", By.DAY), (371, "", By.WEEK), (3_701, "", By.MONTH),
        (30, "month", By.MONTH), (371, "day", By.WEEK), (12_000, "week", By.MONTH), (30, "year", By.DAY),
    ],
)  # fmt: skip
def test_as_many_days_stand_together_as_can_be_seen(number, wanted, told):
    assert finest(number, wanted) is told


@given(COUNTS, st.sampled_from(list(By)))
def test_nothing_is_lost_and_nothing_is_made_up(counts, by):
    made = buckets(days(*counts), by)
    assert sum(each.known + each.gaps for each in made) == len(counts)
    assert sum(each.best or 0 for each in made) == sum(each or 0 for each in counts)
    assert sum(each.gaps for each in made) == counts.count(None)
    assert all((each.best is None) == each.is_gap for each in made)
