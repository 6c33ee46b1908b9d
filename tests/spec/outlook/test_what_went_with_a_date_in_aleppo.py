"""The reference results of the city of Aleppo around 15 December 2016: the level, the day it changed, the wrong frame, placebos.

The series lies beside the repository; without it this is skipped.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from homeward.hostilities.core.statistics import changes, levels
from homeward.hostilities.core.statistics.series import Daily, Frame

FILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "hostilities" / "aleppo_city_daily.csv"
BREAK = date(2016, 12, 15)
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="needs the series beside the repository")


def series(column: str, parties: str) -> Daily:
    with FILE.open() as file:
        counts = {date.fromisoformat(row["date"]): float(row[column]) for row in csv.DictReader(file)}
    frame = Frame("Aleppo", parties, "deaths a day (best)")
    return Daily.of(counts, frame).between(date(2016, 7, 1), date(2017, 3, 1))


CITY = ("best", "city, one dyad")
GOVERNORATE = ("best_governorate_all_dyads", "governorate, all dyads")


@pytest.mark.parametrize(
    ("frame", "ratio", "lo", "hi"),
    [(CITY, 0.17, 0.04, 0.66), (GOVERNORATE, 0.86, 0.41, 1.83)],
    ids=["the city", "the wrong frame"],
)
def test_the_ratio_of_levels_is_that_of_the_reference(
    frame: tuple[str, str], ratio: float, lo: float, hi: float
) -> None:
    found = levels.level_at(series(*frame), BREAK)
    assert found.ratio == pytest.approx(ratio, rel=0.05)
    assert round(found.lo or 0, 2) == pytest.approx(lo, rel=0.05)
    assert found.hi == pytest.approx(hi, rel=0.05)


def test_a_poisson_interval_is_falsely_sharp() -> None:
    found = levels.level_at(series(*CITY), BREAK)
    assert found.sharp == pytest.approx((0.18, 0.14, 0.23), rel=0.05)
    assert found.dispersion == pytest.approx(20.8, rel=0.05)
    assert any("far too narrow" in each for each in found.basis.caveats)


def test_placebo_dates_before_the_break_reach_from_half_to_almost_three() -> None:
    found = levels.level_at(series(*CITY), BREAK)
    assert found.placebo is not None
    assert found.placebo.lo == pytest.approx(0.50, rel=0.05)
    assert found.placebo.hi == pytest.approx(2.75, rel=0.05)


def test_the_day_of_change_is_an_interval_about_the_reference() -> None:
    """The reference was looked for on a grid of five days and is 18 December; day by day it is the 17th."""
    found = changes.change(series(*CITY), seed=1)
    assert found.best is not None and found.earliest is not None and found.latest is not None
    assert abs(found.best - date(2016, 12, 18)) <= timedelta(days=1)
    assert found.earliest <= date(2016, 12, 18) <= found.latest
    assert found.noise is not None and found.noise <= 0.05
