"""An instance that contradicts itself is planned all the same: each defect is named by its id, and the rest crosses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from homeward.crossings.core.defects import defects
from homeward.crossings.core.instance import Clearance, Companion, Instance, Scope, Separation, Status
from tests.spec.crossings.planning.desk import day, instance, made

PEOPLE = """
    name  | family
    Anna  | A
    Boris | B
    Vera  | V
    Gleb  | V
"""


def named(given: Instance) -> set[tuple[str, str, str]]:
    return {(defect.code, defect.kind, defect.id) for defect in defects(given)}


def test_a_sound_instance_has_none() -> None:
    assert named(instance(PEOPLE)) == set()


def test_somebody_listed_twice_keeps_their_family_here_and_nobody_else() -> None:
    given = instance(PEOPLE)
    given = replace(given, persons=(*given.persons, given.persons[0]))

    plan = made(given)

    assert ("repeated-id", "person", "Anna") in named(given)
    assert ("broken-group", "group", "A") in named(given)
    assert set(plan.crossing) == {"Boris", "Vera", "Gleb"}
    assert plan.waiting == {"A": {"DATA_DEFECT"}}


def test_a_member_whom_nobody_knows_and_a_family_of_nobody() -> None:
    given = instance(PEOPLE)
    anna, boris, vera = given.groups
    given = replace(given, groups=(replace(anna, members=("nobody",)), replace(boris, members=()), vera))

    plan = made(given)

    assert {("broken-group", "group", "A"), ("broken-group", "group", "B"), ("in-no-group", "person", "Anna")} <= named(
        given
    )
    assert set(plan.crossing) == {"Vera", "Gleb"}


def test_a_clearance_that_ends_before_it_begins_is_no_clearance() -> None:
    given = instance(PEOPLE)
    backwards = Clearance(Status.GRANTED, day(3), day(0))
    given = replace(given, persons=(replace(given.persons[0], clearances={"home": backwards}), *given.persons[1:]))

    plan = made(given)

    assert named(given) == {("ends-before-it-begins", "person", "Anna")}
    assert plan.waiting == {"A": {"CLEARANCE_NOT_VALID"}}


def test_companions_who_must_be_kept_apart_wait_both_or_one() -> None:
    given = instance(
        PEOPLE,
        companions=(Companion("Anna", "carer", ("Boris",), False),),
        separations=(Separation("Anna", "Boris", Scope.VEHICLE),),
    )

    plan = made(given)

    assert named(given) == {("contradictory-companions", "companion", "Anna")}
    assert plan.waiting == {"A": {"COMPANION_BLOCKED"}}


@pytest.mark.parametrize(
    ("windows", "quotas", "code", "kind", "id"),
    [
        ("window | day | people\nMon | 0 | 0", "", "no-capacity", "window", "Mon"),
        (
            "window | day | people\nMon | 0 | 9",
            "day | nationality | most\n0 | XXA | 0",
            "no-capacity",
            "quota",
            "gate 2026-03-01 XXA",
        ),
        ("window | day | people\nMon | -3 | 9", "", "in-the-past", "window", "Mon"),
        ("window | day | people | open\nMon | 0 | 9 | 1.5", "", "no-probability", "window", "Mon"),
    ],
)
def test_nothing_to_cross_with_is_named(windows: str, quotas: str, code: str, kind: str, id: str) -> None:
    assert (code, kind, id) in named(instance(PEOPLE, windows=windows, quotas=quotas))


def test_a_family_larger_than_any_vehicle_is_named() -> None:
    vehicles = "vehicle | seats | wheelchairs | stretchers | trips\ncar | 1 | 0 | 0 | 1"

    assert named(instance(PEOPLE, vehicles=vehicles)) == {("larger-than-any-vehicle", "group", "V")}
