"""Capacity goes where waiting costs most; never to whoever came first only because they came first."""

from __future__ import annotations

from homeward.crossings.core.planning import Baseline, baseline
from tests.spec.crossings.planning.desk import instance, made, plan_of

TWO_DAYS = """
    window | day | people
    Mon    | 0   | 1
    Tue    | 1   | 1
"""


def test_the_urgent_one_gets_the_first_place() -> None:
    plan = plan_of(
        """
        name | family | class
        Anna | A      | 4
        Vera | V      | 1
        """,
        windows=TWO_DAYS,
    )

    assert plan.crossing == {"Vera": "Mon", "Anna": "Tue"}


def test_a_scarce_quota_is_not_burnt_on_somebody_who_can_wait() -> None:
    people = """
        name | family | class | nationality
        Anna | A      | 4     | XXA
        Olga | O      | 1     | XXB
        """
    given = instance(people, windows=TWO_DAYS, quotas="day | nationality | most\n1 | XXB | 0")

    plan = made(given)
    first_come = baseline(given, Baseline.FIRST_COME)

    assert plan.crossing == {"Olga": "Mon", "Anna": "Tue"}
    assert first_come.objective < plan.plan.objective


def test_a_window_that_will_hardly_open_is_not_worth_an_urgent_place() -> None:
    plan = plan_of(
        """
        name | family | class
        Vera | V      | 1
        """,
        windows="""
        window | day | people | open
        Mon    | 0   | 5      | 0.2
        Tue    | 1   | 5      | 0.9
        """,
    )

    assert plan.crossing == {"Vera": "Tue"}
