"""A family is never parted: all its members cross in one convoy, or none does and a reason says why."""

from __future__ import annotations

from tests.spec.crossings.planning.desk import plan_of


def test_a_family_that_does_not_fit_a_window_waits_whole() -> None:
    plan = plan_of(
        """
        name  | family | class
        Anna  | A      | 3
        Boris | A      | 3
        Vera  | A      | 3
        Gleb  | G      | 4
        """,
        windows="""
        window | day | people
        Mon    | 0   | 2
        """,
    )

    assert plan.crossing == {"Gleb": "Mon"}
    assert plan.waiting == {"A": {"WINDOW_FULL"}}


def test_a_family_larger_than_any_vehicle_shares_two() -> None:
    plan = plan_of(
        """
        name  | family | age
        Anna  | A      | 40
        Boris | A      | 41
        Vera  | A      | 9
        Gleb  | A      | 8
        """,
        vehicles="""
        vehicle | seats | wheelchairs | stretchers | trips
        van     | 2     | 0           | 0          | 1
        car     | 2     | 0           | 0          | 1
        """,
    )

    assert set(plan.crossing) == {"Anna", "Boris", "Vera", "Gleb"}
    assert plan.beside("Vera") <= {"Anna", "Boris"}
    assert plan.beside("Gleb") <= {"Anna", "Boris"}


def test_a_family_larger_than_all_vehicles_waits_for_places() -> None:
    plan = plan_of(
        """
        name  | family
        Anna  | A
        Boris | A
        Vera  | A
        """,
        vehicles="""
        vehicle | seats | wheelchairs | stretchers | trips
        car     | 2     | 0           | 0          | 1
        """,
    )

    assert plan.waiting == {"A": {"PLACES_FULL"}}


def test_two_families_that_need_each_other_go_together_or_not_at_all() -> None:
    from homeward.crossings.core.instance import Companion

    people = """
        name  | family | papers
        Anna  | A      | granted
        Boris | B      | granted
        """
    each_other = (Companion("Anna", "carer", ("Boris",), False), Companion("Boris", "carer", ("Anna",), False))

    together = plan_of(people, companions=each_other)
    apart = plan_of(people.replace("B      | granted", "B      | refused"), companions=each_other)

    assert together.beside("Anna") == {"Boris"}
    assert apart.waiting == {"A": {"COMPANION_BLOCKED"}, "B": {"CLEARANCE_REFUSED"}}
