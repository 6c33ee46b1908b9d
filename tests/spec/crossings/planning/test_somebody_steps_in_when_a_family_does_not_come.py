"""For each convoy the next families for whom there would be room, so that no place stays empty at the gate."""

from __future__ import annotations

from homeward.crossings.core.checking import check
from homeward.crossings.core.standby import stand_by
from tests.spec.crossings.planning.desk import plan_of


def test_those_who_fit_are_named_the_most_urgent_first_and_nothing_is_changed() -> None:
    plan = plan_of(
        """
        name  | family | class | papers
        Vera  | V      | 1     | granted
        Anna  | A      | 4     | granted
        Gleb  | G      | 3     | granted
        Boris | B      | 3     | refused
        """,
        windows="""
        window | day | people
        Mon    | 0   | 1
        """,
    )

    (convoy,) = stand_by(plan.instance, plan.plan)

    assert convoy.groups == (("G",), ("A",))
    assert check(plan.instance, plan.plan).sound


def test_a_family_larger_than_what_comes_free_does_not_stand_by() -> None:
    plan = plan_of(
        """
        name  | family | class
        Vera  | V      | 1
        Anna  | A      | 4
        Boris | A      | 4
        """,
        windows="""
        window | day | people
        Mon    | 0   | 1
        """,
    )

    (convoy,) = stand_by(plan.instance, plan.plan)

    assert convoy.groups == ()
