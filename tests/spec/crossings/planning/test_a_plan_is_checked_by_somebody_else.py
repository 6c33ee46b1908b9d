"""A checker that shares no code with the planner finds each rule that a plan breaks, and each reason that is not true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from homeward.crossings.core.checking import Findings, check
from homeward.crossings.core.instance import Companion, Instance, Scope, Separation
from homeward.crossings.core.plan import Blocked, Code, Plan, Reason, Trip
from tests.spec.crossings.planning.desk import instance

PEOPLE = """
    name  | family | age | place     | papers
    Anna  | A      | 40  | seat      | granted
    Vera  | A      | 9   | seat      | granted
    Boris | B      | 50  | seat      | granted
    Gleb  | G      | 60  | stretcher | granted
    Olga  | O      | 30  | seat      | 0.9
"""
WINDOWS = """
    window | day | people | slots
    Mon    | 0   | 3      | 1
    Fri    | 4   | 9      | 1
"""
VEHICLES = """
    vehicle | seats | wheelchairs | stretchers | trips
    bus     | 4     | 0           | 1          | 1
    car     | 1     | 0           | 0          | 1
"""
MON, FRI = "Mon from square", "Fri from square"


@pytest.fixture
def given() -> Instance:
    return instance(PEOPLE, windows=WINDOWS, vehicles=VEHICLES)


def broken(given: Instance, *trips: Trip, provisional: tuple[str, ...] = ()) -> set[str]:
    return {each.rule for each in check(given, Plan("invented", "by hand", trips, provisional)).broken}


def test_a_plan_that_keeps_every_rule_is_sound(given: Instance) -> None:
    assert broken(given, Trip(MON, "bus", ("Anna", "Vera")), Trip(FRI, "bus", ("Olga",)), provisional=("O",)) == set()


@pytest.mark.parametrize(
    ("rule", "trips"),
    [
        ("H01", (Trip(MON, "bus", ("nobody",)),)),
        ("H01", (Trip(MON, "bus", ("Boris",)), Trip(FRI, "bus", ("Boris",)))),
        ("H01", (Trip("no convoy", "bus", ("Boris",)),)),
        ("H02", (Trip(MON, "bus", ("Anna",)),)),
        ("H03", (Trip(MON, "bus", ("Anna", "Vera", "Boris", "Gleb")),)),
        ("H06", (Trip(MON, "bus", ("Olga",)),)),
        ("H06", (Trip(FRI, "bus", ("Olga",)),)),
        ("H07", (Trip(MON, "car", ("Boris",)), Trip(MON, "car", ("Anna", "Vera")))),
        ("H09", (Trip(MON, "car", ("Anna", "Vera")),)),
        ("H11", (Trip(MON, "bus", ("Vera",)), Trip(MON, "car", ("Anna",)))),
        ("H11", (Trip(MON, "bus", ("Boris",), staff_escorts=2),)),
    ],
)
def test_each_rule_that_is_broken_is_found(given: Instance, rule: str, trips: tuple[Trip, ...]) -> None:
    assert rule in broken(given, *trips)


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("H03", lambda i: replace(i, windows=tuple(replace(w, cancelled=True) for w in i.windows))),
        ("H04", lambda i: replace(i, windows=tuple(replace(w, closes=9 * 60 + 1) for w in i.windows))),
        ("H05", lambda i: instance(PEOPLE, WINDOWS, VEHICLES, quotas="day | nationality | most\n0 | * | 1")),
        ("H07", lambda i: replace(i, vehicles=tuple(replace(v, dates=frozenset()) for v in i.vehicles))),
        ("H07", lambda i: replace(i, vehicles=tuple(replace(v, trips_per_day=0) for v in i.vehicles))),
        ("H08", lambda i: replace(i, windows=tuple(replace(w, escort_slots=0) for w in i.windows))),
        ("H08", lambda i: replace(i, convoys=tuple(replace(c, max_vehicles=1) for c in i.convoys))),
        ("H08", lambda i: replace(i, convoys=tuple(replace(c, departs=1200) for c in i.convoys))),
        ("H10", lambda i: replace(i, windows=tuple(replace(w, medics=0) for w in i.windows))),
        ("H12", lambda i: replace(i, companions=(Companion("Boris", "carer", ("Olga",), False),))),
        ("H13", lambda i: replace(i, separations=(Separation("Boris", "Gleb", Scope.WINDOW),))),
        ("H14", lambda i: replace(i, groups=tuple(replace(g, pickup="elsewhere") for g in i.groups))),
    ],
)
def test_the_same_plan_breaks_a_rule_when_less_is_allowed(
    given: Instance, rule: str, change: Callable[[Instance], Instance]
) -> None:
    trips = (Trip(MON, "bus", ("Gleb",)), Trip(MON, "car", ("Boris",)))

    assert broken(given, *trips) == set()
    assert rule in broken(change(given), *trips)


def reasoned(given: Instance, why: Blocked, windows: tuple[str, ...] | str = "*") -> Findings:
    trips = (Trip(MON, "bus", ("Anna", "Vera")), Trip(FRI, "bus", ("Olga",)))
    return check(given, Plan("invented", "by hand", trips, ("O",), (Reason("G", why, windows),)))


def test_a_group_without_a_reason_for_each_window_is_unexplained(given: Instance) -> None:
    some = reasoned(given, Blocked(Code.VEHICLE_FIT), ("Mon",))

    assert set(some.unexplained) == {"B", "G"}
    assert some.weak == 1
    assert not some.explained


@pytest.mark.parametrize(
    "why",
    [
        Blocked(Code.DATA_DEFECT),
        Blocked(Code.CLEARANCE_REFUSED, "Gleb", "home"),
        Blocked(Code.CLEARANCE_PENDING, "Gleb", "home"),
        Blocked(Code.CLEARANCE_MISSING, "Olga", "home"),
        Blocked(Code.CLEARANCE_NOT_VALID, "Gleb", "home"),
        Blocked(Code.WINDOW_CLOSED),
        Blocked(Code.NO_CONVOY),
        Blocked(Code.WINDOW_FULL),
        Blocked(Code.DESKS_FULL),
        Blocked(Code.QUOTA_FULL, nationality="XXA"),
        Blocked(Code.COMPANION_BLOCKED, "Gleb"),
        Blocked(Code.PLACES_FULL, place="stretcher"),
        Blocked(Code.NO_MEDIC),
        Blocked(Code.NO_ESCORT),
        Blocked(Code.FITS),
    ],
)
def test_a_reason_that_is_not_true_is_found(given: Instance, why: Blocked) -> None:
    found = reasoned(given, why, ("Mon", "Fri"))

    assert {each.where for each in found.untrue} == {"G Mon", "G Fri"}
    assert "G" in found.unexplained
