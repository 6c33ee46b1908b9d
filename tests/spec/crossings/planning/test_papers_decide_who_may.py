"""Who is not cleared does not cross; who will be, in all likelihood, may be planned provisionally, days ahead."""

from __future__ import annotations

import pytest

from tests.spec.crossings.planning.desk import plan_of

LATER = """
    window | day | people
    Mon    | 0   | 9
    Thu    | 3   | 9
"""


@pytest.mark.parametrize(
    ("papers", "why"),
    [("refused", "CLEARANCE_REFUSED"), ("none", "CLEARANCE_MISSING"), ("0.4", "CLEARANCE_PENDING")],
)
def test_one_member_without_papers_keeps_the_family_here_and_is_named(papers: str, why: str) -> None:
    plan = plan_of(f"name | family | papers\nAnna | A | granted\nBoris | A | {papers}")

    (reason,) = plan.plan.reasons
    assert (reason.code.value, reason.why.person, reason.why.authority) == (why, "Boris", "home")
    assert plan.crossing == {}


def test_an_answer_that_is_likely_is_planned_provisionally_and_only_far_enough_ahead() -> None:
    plan = plan_of("name | family | papers\nAnna | A | 0.9", windows=LATER)

    assert plan.crossing == {"Anna": "Thu"}
    assert plan.plan.provisional == ("A",)


def test_a_clearance_counts_on_its_first_and_on_its_last_day() -> None:
    from dataclasses import replace

    from homeward.crossings.core.instance import Clearance, Status
    from tests.spec.crossings.planning.desk import day, instance, made

    given = instance("name | family\nAnna | A\nBoris | B\nVera | V", windows=LATER)
    valid = {
        "Anna": Clearance(Status.GRANTED, day(3), day(9)),
        "Boris": Clearance(Status.GRANTED, None, day(0)),
        "Vera": Clearance(Status.GRANTED, day(1), day(2)),
    }
    given = replace(given, persons=tuple(replace(each, clearances={"home": valid[each.id]}) for each in given.persons))

    plan = made(given)

    assert plan.crossing == {"Anna": "Thu", "Boris": "Mon"}
    assert plan.waiting == {"V": {"CLEARANCE_NOT_VALID"}}
