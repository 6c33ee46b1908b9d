"""However bad an instance is: never an exception, never a rule broken, everybody explained, never more than is proven.

A few by default; NASTY names another number (make nasty: two hundred, and as many again for the form).
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings

from homeward.crossings.core.checking import check
from homeward.crossings.core.defects import defects
from homeward.crossings.core.instance import Instance
from homeward.crossings.core.planning import Baseline, baseline, plan
from homeward.crossings.core.standby import stand_by
from homeward.crossings.core.why import Asked
from homeward.crossings.formats import instance as instances
from homeward.crossings.formats import plan as plans
from homeward.seals.strict import Unreadable
from tests.core.crossings import nasty

MANY = int(os.environ.get("NASTY", "15"))
usual = settings(
    max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@usual
@given(nasty.instances())
def test_a_plan_of_anything_keeps_every_rule_and_explains_everybody(given: Instance) -> None:
    defects(given)
    found = plan(given, seconds=5.0)

    findings = check(given, found)

    assert findings.sound, findings.broken
    assert findings.explained, (findings.unexplained, findings.untrue)
    assert abs(findings.objective - found.objective) < 1e-6
    assert found.upper_bound is not None and found.upper_bound >= found.objective - 1e-6
    for which in Baseline:
        beside = baseline(given, which)
        assert check(given, beside).sound
        assert beside.objective <= found.upper_bound + 1e-6


@usual
@given(nasty.instances())
def test_questions_about_anything_are_answered(given: Instance) -> None:
    found = plan(given, seconds=5.0, least_change=True)
    asked = Asked(given, found)

    for group in given.groups:
        answer = asked.why_not(group.id)
        assert bool(answer.window) != bool(answer.reasons)
    assert asked.everybody() == found.reasons
    for each in stand_by(given, found):
        assert all(not asked.why_not(group).window for groups in each.groups for group in groups)


@usual
@given(nasty.instances())
def test_what_was_written_is_read_the_same_or_refused(given: Instance) -> None:
    data = instances.written(given)
    if b"NaN" in data or b"Infinity" in data:  # no form can say such numbers
        with pytest.raises(Unreadable):
            instances.read(data)
        return
    again = instances.read(data)
    found = plan(again, seconds=5.0)

    assert again == given
    assert plans.read(plans.written(found)).trips == found.trips
    assert plans.read(plans.written(found)).reasons == found.reasons
