"""A pin and other weights are tried on the same instance: what it costs, who moves, who gains and who loses; nothing is kept."""

from __future__ import annotations

import pytest

from homeward.crossings import queries
from homeward.crossings.actions import Purpose
from homeward.crossings.models import Plan
from homeward.people import actions as people
from tests.apps.crossings.planned import Waiting


@pytest.fixture
def tight(waiting: Waiting) -> Waiting:
    """One place on each of two days, and an ill person and a well one who may both cross."""
    waiting.opened("2026-01-06", "2026-01-07", capacity="1")
    for name in ("Lamia", "Omar"):
        waiting.enter(name)
    waiting.clear("Lamia", "Omar")
    waiting.register.does(people.need, person=waiting.people["Lamia"], code="SM", words="insulin", speaking={})
    return waiting


def test_a_pin_tells_what_it_costs_and_who_moves(tight: Waiting) -> None:
    first, second = (each.id for each in tight.gate.calendar().windows)

    answer = tight.pin("Omar", first)

    assert answer["value_after"] < answer["value_before"]
    assert answer["unkept"] == []
    assert {(tuple(people), before, after) for people, before, after in answer["moved"]} == {
        ((str(tight.people["Lamia"]),), str(first), str(second)),
        ((str(tight.people["Omar"]),), str(second), str(first)),
    }
    assert not Plan.objects.exists()


def test_a_pin_that_no_plan_can_keep_is_told(tight: Waiting) -> None:
    tight.enter("Ivan")

    answer = tight.pin("Ivan", tight.gate.calendar().windows[0].id)

    assert answer["unkept"] == [[str(tight.people["Ivan"])]]


def test_other_weights_tell_who_gains_and_who_loses(tight: Waiting) -> None:
    tight.enter("Ivan")
    tight.clear("Ivan")
    run = tight.plan(purpose=Purpose.POLICY, weights={"need.sm": "4", "value.4": "10", "need.ds": ""})

    assert (run.state, run.reason) == ("done", "")
    with tight.desk.acting():
        answer = queries.answer(tight.gate.case(), run.id)
        assert queries.policies_of(tight.gate.asked())[-1].number == 0

    assert [sum(each[1] for each in answer["classes"]), sum(each[2] for each in answer["classes"])] == [2, 2]
    assert not Plan.objects.exists()
