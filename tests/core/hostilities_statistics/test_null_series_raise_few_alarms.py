"""On series in which nothing changed, as spread and sluggish as real ones, at most seven looks in a hundred raise an alarm.

A few series here, a chosen number by NULL_SERIES; `make placebos` takes 500 and writes a table.
"""

from __future__ import annotations

import os

import numpy as np
import pytest

from homeward.hostilities.core.statistics import nulls

SERIES = int(os.environ.get("NULL_SERIES", "30"))


@pytest.fixture(scope="module")
def found() -> dict[str, nulls.Alarms]:
    return nulls.alarms(SERIES, 11)


@pytest.mark.parametrize("look", nulls.LOOKS)
def test_few_null_series_raise_an_alarm(found: dict[str, nulls.Alarms], look: str) -> None:
    sure = 1.645 * np.sqrt(0.07 * 0.93 / SERIES) if SERIES < 500 else 0.0
    assert found[look].rate <= 0.07 + sure
    assert found[look].series == SERIES


def test_null_series_are_spread_and_sluggish_as_real_ones() -> None:
    series = [nulls.null_series(np.random.default_rng(n), 243) for n in range(60)]
    counts = [np.array([each for each in one.counts if each is not None]) for one in series]
    spread = [one.var() / one.mean() for one in counts]
    stays = [float(np.corrcoef(one[:-1], one[1:])[0, 1]) for one in counts]
    assert 5 < np.median(spread) < 40
    assert 0.02 < np.median(stays) < 0.4
    assert any(one.gaps for one in series)
