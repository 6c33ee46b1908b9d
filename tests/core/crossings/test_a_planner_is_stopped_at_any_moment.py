"""Whenever somebody says stop, there is a plan: whole, sound, explained, and no better than what was proven by then."""

from __future__ import annotations

from itertools import count

import pytest

from homeward.crossings.core.checking import check
from homeward.crossings.core.plan import Progress, Step
from homeward.crossings.core.planning import making, plan
from homeward.crossings.formats.instance import read
from homeward.invented.crossing import crossing


@pytest.mark.parametrize("asked", [0, 1, 5, 40, 400])
@pytest.mark.parametrize("small", [True, False])
def test_the_best_so_far_is_kept(asked: int, small: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not small:  # the way of large instances, with few people in it
        monkeypatch.setattr(making, "SMALL", 0)
    instance, times = read(crossing(7, 300)), count()

    found = plan(instance, seconds=20.0, cancelled=lambda: next(times) >= asked)

    findings = check(instance, found)
    assert findings.sound and findings.explained
    assert found.upper_bound is not None and findings.objective <= found.upper_bound + 1e-6


def test_the_way_of_large_instances_comes_near_the_exact_one(monkeypatch: pytest.MonkeyPatch) -> None:
    instance = read(crossing(8, 300))
    exact = plan(instance, seconds=10.0)
    monkeypatch.setattr(making, "SMALL", 0)

    found = plan(instance, seconds=10.0)

    assert check(instance, found).sound
    assert found.upper_bound is not None and exact.upper_bound is not None
    assert exact.objective <= found.upper_bound + 1e-6
    assert found.objective <= exact.upper_bound + 1e-6
    assert found.objective >= 0.97 * exact.objective


def test_how_far_it_is_is_told_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[Progress] = []

    plan(read(crossing(9, 200)), seconds=10.0, progress=said.append)

    steps = [each.step for each in said]
    assert steps[:3] == [Step.READING, Step.PRICES, Step.PLACING]
    assert steps[-1] is Step.EXPLAINING
    bounds = [each.upper_bound for each in said if each.upper_bound is not None]
    assert bounds == sorted(bounds, reverse=True)
    worths = [each.objective for each in said if each.objective is not None]
    assert worths == sorted(worths)


def test_the_same_seed_gives_the_same_plan() -> None:
    instance = read(crossing(10, 150))

    one, other = (plan(instance, seconds=30.0, seed=4) for _ in range(2))

    assert one == other
