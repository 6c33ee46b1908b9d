"""Draws between low, best and high: within both ends, the same for the same seed, sure where the maker is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.hostilities.core.draws import TooManyDraws, bands, draws

NUMBERS = st.integers(0, 5_000)
EVENTS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=20)


@given(EVENTS, st.integers(0, 2**31 - 1))
def test_every_draw_lies_between_the_ends_also_where_they_are_exchanged(
    events: list[tuple[int, int, int]], seed: int
) -> None:
    low, best, high = zip(*events, strict=True)
    drawn = draws(low, best, high, number=40, seed=seed)

    for row, told in zip(drawn, events, strict=True):
        assert min(told) <= row.min() and row.max() <= max(told)
    assert (drawn == draws(low, best, high, number=40, seed=seed)).all()


@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_an_event_without_a_range_is_sure(best: list[int]) -> None:
    assert (draws(best, best, best, number=9, seed=1) == np.array(best)[:, None]).all()


def test_the_reported_number_has_its_weight_and_the_long_end_lies_above() -> None:
    (drawn,) = draws([0], [20], [200], number=20_000, seed=3, reported=0.5)

    assert 0.49 < (drawn == 20).mean() < 0.53
    assert (drawn > 20).sum() > (drawn < 20).sum()


def test_another_seed_gives_other_draws() -> None:
    one, other = (draws([0], [20], [200], number=50, seed=seed, reported=0) for seed in (1, 2))

    assert (one != other).any()


def test_bands_are_of_the_sums_of_each_day() -> None:
    found = bands(["a", "b", "a"], [1, 0, 2], [1, 5, 2], [1, 9, 2], number=500, seed=4)

    assert found["a"] == (3, 3, 3)
    low, middle, high = found["b"]
    assert 0 <= low < middle == 5 < high <= 9
    assert bands([], [], [], []) == {}


def test_more_draws_than_the_desk_gives_are_refused() -> None:
    with pytest.raises(TooManyDraws, match="at most"):
        draws([0] * 3_000, [1] * 3_000, [2] * 3_000, number=10_000, seed=1)
