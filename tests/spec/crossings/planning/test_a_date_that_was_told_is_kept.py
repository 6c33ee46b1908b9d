"""A plan made again keeps the dates that families were told, as far as there is still room."""

from __future__ import annotations

from dataclasses import replace

from tests.spec.crossings.planning.desk import instance, made

WEEK = """
    window | day | people
    Mon    | 0   | 2
    Wed    | 2   | 2
    Fri    | 4   | 2
"""
PEOPLE = """
    name  | family | class
    Anna  | A      | 4
    Boris | B      | 4
    Vera  | V      | 3
    Gleb  | G      | 3
    Olga  | O      | 4
    Pavel | P      | 4
"""


def test_a_told_date_outweighs_a_little_more_worth() -> None:
    told = {"A": "Mon", "B": "Mon", "V": "Fri", "G": "Fri"}

    plan = made(instance(PEOPLE, windows=WEEK, told=told))

    assert [plan.crossing[name] for name in ("Anna", "Boris")] == ["Mon", "Mon"]


def test_when_a_day_is_lost_only_its_families_are_moved() -> None:
    first = made(instance(PEOPLE, windows=WEEK))
    told = {person[0]: window for person, window in first.crossing.items()}
    again = instance(PEOPLE, windows=WEEK.replace("Mon    | 0   | 2", "Mon    | 0   | 0"), told=told)

    plan = made(again, least_change=True)

    lost = {person for person, window in first.crossing.items() if window == "Mon"}
    kept = {person: window for person, window in first.crossing.items() if person not in lost}
    assert {person: plan.crossing[person] for person in kept} == kept


def test_a_pin_holds_and_costs_what_it_costs() -> None:
    given = instance(PEOPLE, windows=WEEK)

    free, pinned = made(given), made(given, pinned={"V": "Fri"})

    assert free.crossing["Vera"] == "Mon"
    assert pinned.crossing["Vera"] == "Fri"
    assert pinned.plan.objective < free.plan.objective


def test_a_pin_that_no_plan_can_keep_is_told() -> None:
    given = instance("name | family | papers\nAnna | A | refused\nBoris | B | granted", windows=WEEK)

    plan = made(given, pinned={"A": "Mon", "nobody": "Mon", "B": "never"})

    assert plan.plan.unkept == ("A", "B", "nobody")


def test_a_window_that_is_gone_counts_as_a_date_that_was_lost() -> None:
    given = instance(PEOPLE, windows=WEEK, told={"A": "Sat"})

    plan = made(given)

    assert plan.crossing["Anna"] in {"Mon", "Wed", "Fri"}
    assert plan.plan.objective < made(replace(given, groups=instance(PEOPLE, windows=WEEK).groups)).plan.objective
