"""What one more place, one more of a quota, one authority's answers would be worth: what a negotiator asks for next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from homeward.crossings.core.instance import Clearance, Instance, Status
from homeward.crossings.core.prices import prices
from homeward.crossings.formats.instance import read
from homeward.invented.crossing import crossing
from tests.spec.crossings.planning.desk import day, instance, made

PEOPLE = """
    name  | family | class | nationality
    Anna  | A      | 4     | XXA
    Vera  | V      | 3     | XXA
    Olga  | O      | 3     | XXB
"""


def test_nothing_is_worth_asking_for_when_all_cross() -> None:
    assert prices(instance(PEOPLE), seconds=5.0).places == ()


def test_a_window_that_is_too_small_is_worth_what_the_next_one_would_add() -> None:
    given = instance(PEOPLE, windows="window | day | people\nMon | 0 | 2")

    (price,) = prices(given, seconds=5.0).places

    more = instance(PEOPLE, windows="window | day | people\nMon | 0 | 3")
    assert (price.of, price.window) == ("window", "Mon")
    assert price.each == pytest.approx(made(more).plan.objective - made(given).plan.objective, rel=0.01)


def test_a_quota_that_keeps_people_here_is_named_with_its_nationality_and_day() -> None:
    given = instance(PEOPLE, quotas="day | nationality | most\n0 | XXA | 1")

    (price,) = prices(given, seconds=5.0).places

    assert (price.of, price.crossing, price.date, price.nationality) == ("quota", "gate", day(0), "XXA")
    assert price.each > 0


def test_an_authority_whose_answers_keep_many_here_comes_first() -> None:
    given = instance("name | family | papers\nAnna | A | 0.3\nBoris | B | 0.3\nVera | V | granted")

    (answer,) = prices(given, seconds=5.0).authorities

    assert (answer.authority, answer.persons, answer.groups) == ("home", 2, 2)
    assert answer.worth == pytest.approx(made(_granted(given)).plan.objective - made(given).plan.objective, rel=0.01)


def test_prices_prove_a_bound_as_well() -> None:
    given = read(crossing(4, 300))

    assert prices(given, seconds=10.0).upper_bound >= made(given, seconds=5.0).plan.objective - 1e-6


def _granted(given: Instance) -> Instance:
    held = {"home": Clearance(Status.GRANTED)}
    return replace(given, persons=tuple(replace(each, clearances=held) for each in given.persons))
