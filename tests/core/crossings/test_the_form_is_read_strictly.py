"""An instance that is not of the form is refused, with every place; nothing of it is guessed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from homeward.crossings.formats import instance as instances
from homeward.crossings.formats import plan as plans
from homeward.invented.crossing import crossing
from homeward.refusals import Unacceptable
from homeward.seals.strict import Unreadable


@pytest.fixture
def form() -> dict[str, Any]:
    return dict(json.loads(crossing(1, 30)))


def refused(form: Any) -> dict[str, str]:
    """The places of all faults, and their codes."""
    with pytest.raises(Unacceptable) as caught:
        instances.read(json.dumps(form).encode())
    return {finding.where: finding.code for finding in caught.value.findings}


def test_an_instance_is_read_and_written_the_same() -> None:
    data = crossing(3, 60)

    once = instances.read(data)

    assert instances.read(instances.written(once)) == once
    assert json.loads(instances.written(once)) == json.loads(data)


@pytest.mark.parametrize(
    ("change", "where", "code"),
    [
        ({"format": "crossing-instance/2"}, "instance.format", "format"),
        ({"plan_date": "1 March"}, "instance.plan_date", "no-day"),
        ({"windows": None}, "instance.windows", "wrong-type"),
        ({"groups": [7]}, "instance.groups[0]", "wrong-type"),
        ({"rules": {}}, "instance.rules.firm_days", "missing"),
        (
            {"quotas": [{"crossing": "a", "date": "2026-03-01", "nationality": "X", "max": 1.5}]},
            "instance.quotas[0].max",
            "wrong-type",
        ),
        (
            {"quotas": [{"crossing": "a", "date": "2026-03-01", "nationality": "X", "max": 10**13}]},
            "instance.quotas[0].max",
            "wrong-type",
        ),
        ({"separations": [{"a": "p", "b": "q", "scope": "town"}]}, "instance.separations[0].scope", "not-one-of"),
        (
            {"companions": [{"person": "p", "kind": "k", "any_of": "q", "staff_ok": 1}]},
            "instance.companions[0].any_of",
            "wrong-type",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(form: dict[str, Any], change: dict[str, Any], where: str, code: str) -> None:
    assert refused({**form, **change})[where] == code


def test_all_faults_are_told_at_once(form: dict[str, Any]) -> None:
    form["persons"][0]["cls"] = 9
    form["persons"][1]["age"] = "ten"
    form["windows"][0]["opens"] = "25:00"
    form["objective"]["daily_factor"]["1"] = 2

    assert refused(form) == {
        "instance.persons[0].cls": "not-one-of",
        "instance.persons[1].age": "wrong-type",
        "instance.windows[0].opens": "no-time",
        "instance.objective.daily_factor.1": "out-of-bounds",
    }


@pytest.mark.parametrize("text", [b"", b"[]", b"7", b'{"format": NaN}', b'{"a": 1, "a": 2}', b"\xff", b'{"a": 1e999}'])
def test_what_is_no_instance_at_all_is_refused(text: bytes) -> None:
    for read in (instances.read, plans.read):
        with pytest.raises((Unacceptable, Unreadable)):
            read(text)


def test_a_plan_with_unknown_words_is_refused_with_its_place() -> None:
    plan = {
        "format": "crossing-plan/1",
        "instance": "x",
        "solver": "s",
        "objective": 1,
        "upper_bound": None,
        "trips": [],
        "provisional": [],
    }
    reasons = [{"group": "g", "code": "BAD_LUCK", "windows": "*"}]

    with pytest.raises(plans.NotAPlan) as caught:
        plans.read(json.dumps({**plan, "reasons": reasons}).encode())

    assert [(each.where, each.code) for each in caught.value.findings] == [("plan.reasons[0].code", "not-one-of")]
