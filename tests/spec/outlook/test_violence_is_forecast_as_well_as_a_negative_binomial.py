"""The last twelve months of Syria, one month ahead: CRPS at or below the negative binomial, for the country and its governorates.

The events lie beside the repository; without them this is skipped. Weights and width are the same for every series; none was found
on these twelve months.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bench import months

FILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "hostilities" / "ged_syria_2016_2018h1.csv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="needs the events beside the repository")


def found(*, adm1: bool, rolling: bool = True) -> list[months.Scored]:
    every = months.series(FILE, adm1=adm1)
    rows = (months.scored(of, "2017-06", 12, rolling=rolling) for of in every.values())
    return [row for row in rows if row is not None]


@pytest.mark.parametrize("rolling", [True, False], ids=["one month ahead", "all from June 2017"])
def test_the_country_is_forecast_at_least_as_well(rolling: bool) -> None:
    (row,) = found(adm1=False, rolling=rolling)
    assert row.months == 12
    assert row.crps <= row.beside


def test_the_governorates_are_forecast_better_and_intervals_of_eighty_of_a_hundred_hold_about_as_many() -> None:
    rows = found(adm1=True)
    assert len(rows) == 14
    made, beside, covers = np.mean([(row.crps, row.beside, row.covered) for row in rows], axis=0)
    assert made <= beside
    assert 0.72 <= covers <= 0.88


def test_a_series_that_is_short_or_empty_bears_no_score_and_breaks_nothing() -> None:
    names = [f"2016-{month:02}" for month in range(1, 13)]
    assert months.scored(dict.fromkeys(names, 0.0), "", 6, rolling=True) is None
    assert months.scored(dict.fromkeys(names, None), "", 6, rolling=False) is None
    assert months.scored(dict(zip(names[:3], (4.0, 5.0, 6.0), strict=True)), "2016-02", 6, rolling=True) is None
    holed = {name: None if number % 3 == 0 else 10.0 + number for number, name in enumerate(names)}
    row = months.scored(holed, "2016-10", 12, rolling=True)
    assert row is not None
    assert row.months == 2


def test_rows_that_span_months_belong_to_none() -> None:
    (whole,) = months.series(FILE, adm1=False).values()
    assert len(whole) == 30
    assert whole["2016-01"] < 10_000
