"""A plan that passed the check is kept sealed, with by what it was made; one that did not, or was stopped, is kept nowhere."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from homeward.crossings import actions, queries
from homeward.crossings.actions import NothingToPlan, Purpose, working
from homeward.crossings.core.checking import Broken, Findings, check
from homeward.crossings.core.instance import Instance
from homeward.crossings.core.plan import Plan as PlanOf
from homeward.crossings.models import Plan, Run
from homeward.crossings.queries import NoSuchPlan, NoSuchRun
from homeward.ledger import actions as ledger
from homeward.ledger.actions import CannotBeRecorded
from tests.apps.crossings.planned import Waiting


@pytest.fixture
def ready(waiting: Waiting) -> Waiting:
    waiting.opened("2026-01-06")
    waiting.enter("Lamia Darvish")
    waiting.clear("Lamia Darvish")
    return waiting


def test_a_plan_is_kept_with_everything_that_it_was_made_by_until_it_is_taken_back(ready: Waiting) -> None:
    ready.gate.does(actions.set_policy, weights={"value.4": "12"}, reason="Agreed on 4 January.")
    run = ready.plan(seed="7")

    made = ready.last().made
    with ready.desk.acting():
        policy = queries.policy(ready.gate.asked())
        kept = Plan.objects.get(id=run.plan)

    assert (made.plan, made.number, made.seed, made.seconds, made.plan_date) == (run.plan, 1, 7, 30, "2026-01-05")
    assert policy.given
    assert made.policy == policy.given.statement
    assert 0 < made.position < ready.last().given.position
    assert made.bound is not None
    assert made.value <= made.bound
    assert (made.people, made.planned_people) == (1, 1)
    assert made.digest == hashlib.sha256(bytes(kept.box)).hexdigest()
    assert b"Lamia" not in bytes(kept.box)

    ready.plan()
    assert ready.last().made.number == 2
    with ready.desk.acting() as actor:
        case, ref = ready.gate.case(), queries.plans(ready.gate.asked())[0].given.ref
        ledger.withdraw(case=case, ref=ref, reason="Too early.", once=uuid4(), by=actor, at=ready.desk.now)
    assert ready.last().made.number == 1


def test_what_does_not_pass_the_check_is_kept_nowhere_and_says_which_rule(ready: Waiting) -> None:
    def strict(instance: Instance, plan: PlanOf) -> Findings:
        return replace(check(instance, plan), broken=(Broken("H05", "quota", "More people than the quota."),))

    run = ready.asks()
    room = ready.run(run).compartment
    working.plan_as_the_desk(run=run, compartment=room, clock=lambda: ready.desk.now, checker=strict)

    ended = ready.run(run)
    assert ended.state == "failed"
    assert "H05" in ended.reason
    assert not Plan.objects.exists()
    with ready.desk.acting(), pytest.raises(NoSuchPlan):
        queries.board(ready.gate.asked())


def test_a_run_that_was_stopped_before_it_began_is_not_worked_out(ready: Waiting) -> None:
    run = ready.asks()
    with ready.desk.acting() as actor:
        actions.stop_run(case=ready.gate.case(), run=run, by=actor, at=ready.desk.now)

    assert ready.works(run).state == "cancelled"
    assert not Plan.objects.exists()


def test_a_run_that_is_stopped_while_it_goes_on_ends_and_keeps_nothing(ready: Waiting) -> None:
    run = ready.asks(seconds="60")
    times = iter(range(1000))

    def clock() -> Any:
        if next(times) == 2:
            with ready.desk.acting() as actor:
                actions.stop_run(case=ready.gate.case(), run=run, by=actor, at=ready.desk.now)
        return ready.desk.now

    working.plan_as_the_desk(run=run, compartment=ready.run(run).compartment, clock=clock)

    assert ready.run(run).state == "cancelled"
    assert not Plan.objects.exists()


def test_the_same_form_asks_once(ready: Waiting) -> None:
    once = uuid4()

    assert ready.asks(once=once) == ready.asks(once=once)
    assert len(Run.objects.all()) == 1


def test_who_lost_the_right_meanwhile_gets_no_plan(ready: Waiting) -> None:
    from homeward.access import actions as access
    from homeward.access import queries as access_queries

    officer = ready.desk.person("Vera Officer", may="write")
    run = ready.asks(officer)
    with ready.desk.acting() as operator:
        (grant,) = access_queries.grants_of(officer.id)
        access.end_grant(grant_id=grant.id, by=operator, at=ready.desk.now)

    assert ready.works(run).state == "failed"
    assert not Plan.objects.exists()


def test_a_plan_holds_and_shows_no_more_than_its_compartment(ready: Waiting) -> None:
    room = ready.register.room("protected")
    ready.enter("Hidden Person", room=room)
    officer = ready.desk.person("Vera Officer", may="write")

    ready.plan()
    assert set(ready.planned()) == {"Lamia Darvish"}
    run = ready.plan(room=room.id)

    assert (run.state, run.reason) == ("done", "")
    assert ready.last().made.people == 2
    with ready.desk.acting(officer):
        assert [each.made.people for each in queries.plans(ready.gate.asked())] == [1]
        with pytest.raises(NoSuchRun):
            queries.run(ready.gate.case(), run.id)


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ({"seconds": "0"}, "seconds"),
        ({"seconds": "about 60"}, "seconds"),
        ({"seconds": "99999999999"}, "seconds"),
        ({"seed": "-1"}, "seed"),
        ({"plan_date": "31 November 2026"}, "plan_date"),
        ({"purpose": Purpose.PIN}, "pins"),
        ({"purpose": Purpose.POLICY}, "weights"),
        ({"purpose": Purpose.POLICY, "weights": {"value.1": "much"}}, "value.1"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_field(ready: Waiting, asked: dict[str, Any], where: str) -> None:
    with pytest.raises(CannotBeRecorded) as refused:
        ready.asks(**asked)

    assert [each.where for each in refused.value.findings.faults] == [where]


def test_where_no_window_is_ahead_nothing_is_asked_for(ready: Waiting) -> None:
    with pytest.raises(NothingToPlan):
        ready.asks(plan_date="2027-01-01")
