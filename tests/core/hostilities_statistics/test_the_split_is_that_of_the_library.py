"""The split that is written out over running sums is the one that ruptures finds."""

from __future__ import annotations

import numpy as np
import pytest
import ruptures

from homeward.hostilities.core.statistics.changes import SHORTEST, best_split


@pytest.mark.parametrize("seed", range(8))
def test_the_best_split_is_that_of_ruptures(seed: int) -> None:
    chance = np.random.default_rng(seed)
    series = np.log1p(np.concatenate([chance.poisson(9, 20 + seed), chance.poisson(4, 40)]).astype(float))
    theirs = ruptures.Binseg(model="l2", min_size=SHORTEST, jump=1).fit(series).predict(n_bkps=1)[0]
    assert best_split(series)[0] == theirs
