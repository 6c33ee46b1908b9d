"""Children ride with an adult of their own or an escort, who lies needs a medic, who must be kept apart is kept apart."""

from __future__ import annotations

from homeward.crossings.core.instance import Companion, Scope, Separation
from tests.spec.crossings.planning.desk import plan_of


def test_children_alone_take_an_escort_of_the_staff_and_no_more_than_there_are() -> None:
    plan = plan_of(
        """
        name  | family | age | class
        Timur | T      | 9   | 2
        Lena  | L      | 9   | 3
        Mia   | M      | 9   | 3
        Ole   | O      | 9   | 3
        Pia   | P      | 9   | 3
        """
    )

    assert len(plan.crossing) == 4
    assert sum(trip.staff_escorts for trip in plan.plan.trips) == 1
    assert "Timur" in plan.crossing
    assert list(plan.waiting.values()) == [{"NO_ESCORT"}]


def test_a_child_rides_beside_the_companion_that_was_named() -> None:
    plan = plan_of(
        """
        name  | family | age
        Timur | T      | 9
        Olga  | O      | 50
        """,
        companions=(Companion("Timur", "escort", ("Olga",), False),),
    )

    assert plan.beside("Timur") == {"Olga"}
    assert sum(trip.staff_escorts for trip in plan.plan.trips) == 0


def test_a_child_waits_while_its_companion_does() -> None:
    plan = plan_of(
        """
        name  | family | age | papers
        Timur | T      | 9   | granted
        Olga  | O      | 50  | refused
        """,
        companions=(Companion("Timur", "escort", ("Olga",), False),),
    )

    assert plan.waiting == {"T": {"COMPANION_BLOCKED"}, "O": {"CLEARANCE_REFUSED"}}


def test_more_vehicles_with_stretchers_than_medics_do_not_go() -> None:
    plan = plan_of(
        """
        name | family | class | place
        Vera | V      | 1     | stretcher
        Gleb | G      | 1     | stretcher
        """,
        vehicles="""
        vehicle | seats | wheelchairs | stretchers | trips
        one     | 2     | 0           | 1          | 1
        two     | 2     | 0           | 1          | 1
        """,
    )

    assert len(plan.crossing) == 1
    assert list(plan.waiting.values()) == [{"NO_MEDIC"}]


def test_two_who_must_be_kept_apart_share_no_vehicle() -> None:
    people = """
        name | family | class
        Anna | A      | 4
        Vera | V      | 3
        """
    two = """
        vehicle | seats | wheelchairs | stretchers | trips
        one     | 9     | 0           | 0          | 1
        two     | 9     | 0           | 0          | 1
        """

    in_vehicle = plan_of(people, vehicles=two, separations=(Separation("Anna", "Vera", Scope.VEHICLE),))
    in_window = plan_of(people, vehicles=two, separations=(Separation("Anna", "Vera", Scope.WINDOW),))

    assert set(in_vehicle.crossing) == {"Anna", "Vera"}
    assert in_vehicle.beside("Anna") == set()
    assert in_window.crossing == {"Vera": "Mon"}
    assert in_window.waiting == {"A": {"COMPANION_BLOCKED"}}


def test_a_place_in_a_wheelchair_is_not_a_seat() -> None:
    plan = plan_of(
        """
        name | family | class | place
        Anna | A      | 2     | wheelchair
        Vera | V      | 2     | wheelchair
        Gleb | G      | 2     | wheelchair
        """
    )

    assert len(plan.crossing) == 2
    (reason,) = plan.plan.reasons
    assert (reason.code.value, reason.why.place) == ("PLACES_FULL", "wheelchair")
