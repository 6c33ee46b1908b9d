"""Simulated crises: the forecast against what a desk extrapolates, its intervals and its PIT.

A few crises here; `make forecasts` takes 200 and writes a table.
"""

from __future__ import annotations

import os

import numpy as np
import pytest

from bench import crises

CRISES = int(os.environ.get("CRISES", "24"))


@pytest.fixture(scope="module")
def found() -> list[crises.Row]:
    return list(crises.rows(range(1_000_000, 1_000_000 + CRISES), (10, 20)))


@pytest.mark.parametrize("day", [10, 20])
def test_the_error_is_at_most_half_of_what_a_desk_extrapolates(found: list[crises.Row], day: int) -> None:
    some = [row for row in found if row.day == day]
    assert np.mean([row.made.crps for row in some]) <= 0.5 * np.mean([row.naive for row in some])


def test_intervals_of_eighty_of_a_hundred_hold_about_as_many_truths(found: list[crises.Row]) -> None:
    covers = np.mean([row.made.covered for row in found])
    slack = 0.0 if CRISES >= 200 else 0.1
    assert 0.70 - slack <= covers <= 0.90 + slack


def test_what_a_forecast_sees_ends_with_its_day() -> None:
    truth = crises.crisis(1_000_003)
    history = crises.seen(truth, 10)
    assert len(history.days) == 10
    assert all((each.cleared or 0) < 10 and (each.crossed or 0) < 10 for each in history.families)
    assert not history.findings()
