"""No bound lies below what can be reached: held against every plan there is, where there are few enough to try them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.crossings.core.instance import Instance
from homeward.crossings.core.known import known
from homeward.crossings.core.planning import plan
from homeward.crossings.core.planning.bounding import proven
from homeward.crossings.core.planning.capacities import by_heads, whole
from homeward.crossings.core.planning.cuts import rounded, sharper
from homeward.crossings.core.planning.filling import value
from homeward.crossings.core.planning.prices import descended
from homeward.crossings.core.planning.relaxing import sharpened
from homeward.crossings.core.planning.tables import Pairs, pairs
from homeward.crossings.core.seating import place
from homeward.crossings.core.standing import Standing
from tests.core.crossings.nasty import nasty

FEW = 2_500
"""So many plans at most are tried of one instance."""


def every_plan(columns: Pairs) -> Iterator[Standing]:
    """Every choice of a convoy or none for each unit, as far as it can be seated in this order."""
    sound = columns.known
    choices = [[-1, *columns.run[columns.of(unit)].tolist()] for unit in columns.owners.tolist()]
    for chosen in product(*choices):
        standing = Standing(sound)
        for unit, run in zip(columns.owners.tolist(), chosen, strict=True):
            if run >= 0 and place(standing, sound.units[unit], sound.runs[run]) is not None:
                break
        else:
            yield standing


def small() -> Iterator[int]:
    """Numbers of instances with something to choose and few enough choices."""
    for number in range(400):
        columns = pairs(known(nasty(number)), nasty(number).weights, {})
        sizes = np.diff(columns.begins)
        if len(columns.owners) >= 3 and np.prod(1.0 + sizes) <= FEW:
            yield number


SOME = list(small())[:12]


@pytest.mark.parametrize("number", SOME)
def test_the_plan_is_the_best_of_all_and_no_bound_lies_below_it(number: int) -> None:
    instance = nasty(number)
    columns = pairs(known(instance), instance.weights, {})
    best = max(value(standing, columns) for standing in every_plan(columns))

    found = plan(instance, seconds=10.0)
    quick, rows = by_heads(columns), whole(columns)
    rough = descended(quick)
    sharp = sharpened(rows, quick.reduced(rough.prices), lambda: 10.0)

    assert found.objective >= best - 1e-6
    assert sharp is not None
    for bound in (found.upper_bound, rough.bound, sharp.bound):
        assert bound is not None and bound >= best - 1e-6


@st.composite
def told_dates(draw: st.DrawFn) -> Instance:
    """A small instance whose families were told dates by chance, also dates that are none and dates they cannot keep."""
    instance = nasty(draw(st.sampled_from(SOME)))
    windows = [None, "nowhere", *(window.id for window in instance.windows)]
    told = draw(st.lists(st.sampled_from(windows), min_size=len(instance.groups), max_size=len(instance.groups)))
    groups = tuple(replace(group, told=window) for group, window in zip(instance.groups, told, strict=True))
    return replace(instance, groups=groups)


@given(told_dates())
@settings(max_examples=15, deadline=None)
def test_a_plan_that_changes_little_is_told_with_a_bound_of_the_true_weights(instance: Instance) -> None:
    columns = pairs(known(instance), instance.weights, {})
    best = max(value(standing, columns) for standing in every_plan(columns))

    found = plan(instance, seconds=5.0, least_change=True)
    late = proven(columns, lambda: 0.0)

    assert found.upper_bound is not None
    assert best - 1e-6 <= found.upper_bound <= late + 1e-6, "proven, and no looser than by rough prices"
    usual = plan(instance, seconds=5.0).upper_bound
    assert usual is not None
    assert found.upper_bound <= usual + 1e-3 * (abs(usual) + columns.lost + 1), "no looser than that of the usual plan"
    assert found.objective <= best + 1e-6


@pytest.mark.parametrize("number", SOME[:6])
def test_a_bound_is_proven_whatever_time_is_left(number: int) -> None:
    instance = nasty(number)
    columns = pairs(known(instance), instance.weights, {})
    best = max(value(standing, columns) for standing in every_plan(columns))

    for left in (-1.0, 0.0, 0.001, 5.0):
        assert proven(columns, partial(float, left)) >= best - 1e-6
    assert proven(columns, lambda: 5.0, cancelled=lambda: True) >= best - 1e-6


@pytest.mark.parametrize("number", SOME[:6])
def test_a_bound_of_a_large_model_is_proven_by_its_relaxation(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("homeward.crossings.core.planning.bounding.SMALL", 0)
    instance = nasty(number)
    columns = pairs(known(instance), instance.weights, {})
    best = max(value(standing, columns) for standing in every_plan(columns))

    assert best - 1e-6 <= proven(columns, lambda: 5.0) <= proven(columns, lambda: 0.0) + 1e-6


@pytest.mark.parametrize("number", SOME[:4])
def test_any_prices_prove_a_bound(number: int) -> None:
    instance = nasty(number)
    columns = pairs(known(instance), instance.weights, {})
    best = max(value(standing, columns) for standing in every_plan(columns))
    chance = np.random.default_rng(number)

    for rows in (by_heads(columns), whole(columns)):
        for _ in range(20):
            assert rows.bound(chance.exponential(10.0, len(rows.room))) >= best - 1e-6


@given(st.integers(1, 60), st.lists(st.integers(1, 12), max_size=20))
@settings(max_examples=200, deadline=None)
def test_whole_families_that_fit_a_capacity_keep_each_row_that_is_rounded_from_it(room: int, sizes: list[int]) -> None:
    most = min(12, room)
    inside: list[int] = []
    for size in sizes:
        if size <= most and sum(inside) + size <= room:
            inside.append(size)

    if most >= 2:
        takes, rooms = rounded(room, most)
        used = takes[:, [size - 1 for size in inside]].sum(axis=1)
        assert (used <= rooms + 1e-9).all()


def test_a_rounded_row_shuts_out_what_only_parts_of_families_can_do() -> None:
    takes, rooms = rounded(5, 5)

    three_and_two_thirds_of_three = takes[:, 2] * (5 / 3)

    assert (three_and_two_thirds_of_three > rooms + 0.5).any()


def test_rows_that_shares_pass_are_found() -> None:
    from homeward.crossings.formats.instance import read
    from homeward.invented.crossing import crossing

    instance = read(crossing(1, 400))
    columns = pairs(known(instance), instance.weights, {})
    rows = by_heads(columns)
    share = descended(rows).share

    found = sharper(rows, share)

    cells = rows.cells(share)
    assert found
    for row in found:
        begins = rows.features.offsets[row.kind]
        used = cells[list(row.runs), begins : begins + len(row.takes)].sum(axis=0) @ row.takes
        assert used > row.room
