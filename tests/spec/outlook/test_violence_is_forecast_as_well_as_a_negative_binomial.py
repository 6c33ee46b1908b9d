"""The last twelve months of Syria, one month ahead: CRPS at or below the negative binomial, for the country and its governorates.

The events lie beside the repository; without them this is skipped. Weights are chosen on the months before July 2017 alone.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bench import months

FILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "hostilities" / "ged_syria_2016_2018h1.csv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="needs the events beside the repository")


def found(*, adm1: bool) -> list[tuple[float, float, float]]:
    every = months.series(FILE, adm1=adm1)
    rows = (months.scored(of, "2017-06", 12, rolling=True) for of in every.values())
    return [row for row in rows if row is not None]


def test_the_country_is_forecast_at_least_as_well() -> None:
    ((made, beside, _),) = found(adm1=False)
    assert made <= beside


def test_the_governorates_are_forecast_better_and_intervals_of_eighty_of_a_hundred_hold_about_as_many() -> None:
    rows = found(adm1=True)
    assert len(rows) == 14
    made, beside, covers = np.mean(rows, axis=0)
    assert made <= beside
    assert 0.72 <= covers <= 0.88


def test_rows_that_span_months_belong_to_none() -> None:
    (whole,) = months.series(FILE, adm1=False).values()
    assert len(whole) == 30
    assert whole["2016-01"] < 10_000
