"""Series that bear no answer: each look says why, and none of them fails."""

from __future__ import annotations

from datetime import date, timedelta
from math import inf, nan

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.hostilities.core.statistics import around, changes, levels, quiet
from homeward.hostilities.core.statistics.series import Daily
from tests.core.hostilities_statistics.invented import FIRST, daily, level

BAD = {
    "empty": [],
    "one day": [3.0],
    "all gaps": [None] * 100,
    "constant": [4.0] * 100,
    "all zero": [0.0] * 100,
    "too short": [1.0, 0.0, 5.0, 2.0, 7.0, 1.0],
    "nothing after": [3.0, 8.0, 1.0, 0.0] * 15 + [0.0] * 40,
    "gaps after": [3.0, 8.0, 1.0, 0.0] * 15 + [None] * 40,
    "no numbers": [nan, inf, -1.0, 2.0] * 5,
}


@pytest.mark.parametrize("name", BAD)
def test_every_look_says_in_words_why_it_cannot_be_worked_out(name: str) -> None:
    series = daily(BAD[name])
    for answer in (
        around.around(series, FIRST + timedelta(days=60)),
        levels.level_at(series, FIRST + timedelta(days=60)),
        quiet.open_days(series, {}),
    ):
        assert answer.test.p is None
        assert answer.test.why_not
        assert answer.words
    if name not in ("nothing after", "gaps after"):
        answer = changes.change(series, seed=1, placebos=19, resampled=9)
        assert answer.best is None
        assert "cannot be worked out" in answer.words


@pytest.mark.parametrize(("at", "why"), [(-40, "does not reach"), (400, "does not reach"), (3, "3 days before")])
def test_a_date_at_the_edge_or_outside_bears_no_level(at: int, why: str) -> None:
    answer = levels.level_at(level(8, 2), FIRST + timedelta(days=at))
    assert answer.ratio is None
    assert why in answer.words


def test_nothing_recorded_on_one_side_gives_no_ratio_rather_than_nought() -> None:
    answer = levels.level_at(daily(BAD["nothing after"]), FIRST + timedelta(days=60))
    assert answer.ratio is None
    assert "a ratio has no bound" in answer.words


def test_a_gap_is_missing_and_never_a_zero() -> None:
    whole = level(10, 10, days=140, at=70)
    holed = Daily(
        whole.first, tuple(None if 80 <= n < 110 else each for n, each in enumerate(whole.counts)), whole.frame
    )
    answer = levels.level_at(holed, FIRST + timedelta(days=70))
    as_zero = levels.level_at(daily([each or 0.0 for each in holed.counts]), FIRST + timedelta(days=70))
    assert (answer.basis.days, answer.basis.gaps) == (110, 30)
    assert answer.ratio is not None
    assert as_zero.ratio is not None
    assert abs(answer.ratio - 1) < abs(as_zero.ratio - 1) or answer.ratio > 0.5
    shown = around.around(holed, FIRST + timedelta(days=95))
    assert shown.counts[shown.offsets.index(0)] is None
    assert any("never a zero" in each for each in answer.basis.caveats)


def test_days_that_hold_no_count_are_told_and_taken_as_missing() -> None:
    series = level(9, 3)
    spoiled = Daily(series.first, (-4.0, nan, *series.counts[2:]), series.frame)
    answer = levels.level_at(spoiled, FIRST + timedelta(days=70))
    assert answer.basis.gaps == 2
    assert any("2 counts below zero or no number" in each for each in answer.basis.findings)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 5), st.floats(allow_nan=True, allow_infinity=True)), max_size=70),
    st.integers(-5, 75),
    st.lists(st.one_of(st.none(), st.booleans()), max_size=70),
)
def test_whatever_the_series_there_is_an_answer(
    counts: list[float | None], at: int, open_on: list[bool | None]
) -> None:
    series, on = daily(counts), FIRST + timedelta(days=at)
    states: dict[date, bool | None] = {FIRST + timedelta(days=n): each for n, each in enumerate(open_on)}
    answers = (
        around.around(series, on, side=7),
        levels.level_at(series, on),
        changes.change(series, seed=at + 5, placebos=9, resampled=5),
        quiet.open_days(series, states),
        quiet.crossing_days(series, series),
    )
    for answer in answers:
        assert answer.words
        assert (answer.test.p is None) == bool(answer.test.why_not)
