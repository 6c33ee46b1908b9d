"""Somebody asks why they do not cross: what stands between them and each window, what would change it, nobody else's data."""

from __future__ import annotations

import pytest

from homeward.crossings.core.explaining import reasons
from homeward.crossings.core.plan import Code, Plan
from homeward.crossings.core.why import NoSuchGroup, why_not
from homeward.crossings.formats.instance import read
from homeward.invented.crossing import crossing
from tests.spec.crossings.planning.desk import instance, made, plan_of

PEOPLE = """
    name  | family | class | papers
    Anna  | A      | 4     | granted
    Boris | B      | 4     | refused
    Vera  | V      | 1     | granted
"""
WINDOWS = """
    window | day | people
    Mon    | 0   | 1
    Tue    | 1   | 0
"""


def test_who_crosses_is_told_when() -> None:
    plan = plan_of(PEOPLE, windows=WINDOWS)

    answer = why_not(plan.instance, plan.plan, "V")

    assert (answer.window, answer.reasons) == ("Mon", ())


def test_each_window_has_its_cause_and_the_nearest_is_named() -> None:
    plan = plan_of(PEOPLE, windows=WINDOWS)

    answer = why_not(plan.instance, plan.plan, "A")

    assert {(reason.code, reason.windows) for reason in answer.reasons} == {
        (Code.WINDOW_FULL, ("Mon",)),
        (Code.WINDOW_CLOSED, ("Tue",)),
    }
    assert [window for window, _ in answer.nearest] == ["Mon"]
    assert answer.papers == ()


def test_the_papers_that_are_wanting_are_told_once() -> None:
    plan = plan_of(PEOPLE, windows=WINDOWS)

    (paper,) = why_not(plan.instance, plan.plan, "B").papers

    assert (paper.code, paper.person, paper.authority) == (Code.CLEARANCE_REFUSED, "Boris", "home")


def test_where_there_is_room_and_nobody_has_put_them_there_that_is_said() -> None:
    given = instance(PEOPLE, windows=WINDOWS)

    answer = why_not(given, Plan("invented", "by hand"), "A")

    assert ("Mon", Code.FITS) in {(window, why.code) for window, why in answer.nearest}


def test_a_family_that_nobody_knows_is_refused() -> None:
    given = instance(PEOPLE, windows=WINDOWS)

    with pytest.raises(NoSuchGroup):
        why_not(given, Plan("invented", "by hand"), "nobody")


def test_no_reason_names_anybody_of_another_family() -> None:
    plan = made(read(crossing(5, 400)), seconds=5.0)
    members = {group.id: set(group.members) for group in plan.instance.groups}

    named = [(reason.group, reason.why.person) for reason in plan.plan.reasons if reason.why.person]

    assert named
    assert all(person in members[group] for group, person in named)


def test_reasons_are_worked_out_from_the_plan_and_not_from_how_it_was_found() -> None:
    plan = made(read(crossing(6, 200)), seconds=5.0)

    assert reasons(plan.instance, plan.plan) == plan.plan.reasons
