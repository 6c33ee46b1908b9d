"""A plan is asked for and worked out by the worker; it can be stopped, and is kept only after it passed the check."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from procrastinate.contrib.django import app

from homeward.access import actions as access
from homeward.access import queries as access_queries
from homeward.access.models import Actor
from homeward.crossings.core import entered
from homeward.crossings.core.weights import changed
from homeward.crossings.models import Purpose, Run, State
from homeward.crossings.queries.policies import policies
from homeward.crossings.queries.runs import NoSuchRun, sealing
from homeward.crossings.records.known import WINDOW, Known, at_present
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.queries.views import CaseView
from homeward.people import queries as people
from homeward.refusals import Findings, Refused
from homeward.seals import boxes

LONGEST_RUN = 900
"""Seconds that one plan is worked on at most."""
MOST_PINS = 1_000


class NowhereToPlan(Refused):
    """Who may see this compartment may not see the crossings of the case, which a plan tells of."""


class NothingToPlan(Refused):
    """There is no window from this day on to which anybody could be planned."""


@transaction.atomic
def ask_plan(
    *,
    case: CaseView,
    purpose: Purpose = Purpose.PLAN,
    plan_date: str = "",
    seconds: str = "60",
    seed: str = "0",
    pins: Mapping[UUID, UUID] | None = None,
    least_change: bool = False,
    weights: Mapping[str, str] | None = None,
    room: UUID | None = None,
    leave: bool = True,
    once: UUID,
    by: Actor,
    at: datetime,
) -> UUID:
    """Have a plan worked out of everybody who stands in the compartment; gives the id of the run.

    `pins` put a family (by any of its people) into a window. A run for a pin or another policy keeps no plan: it tells what would
    change. Sending the same form again asks for nothing more. Without `leave` it waits for whoever asked, not for the worker.
    """
    stands = room or case.compartment_id
    access.require(by, "crossings.plan", stands)
    if stands != case.compartment_id and not access_queries.is_seen_only_by_those_who_see(
        stands, [case.compartment_id]
    ):
        raise NowhereToPlan(where="room", instead="Choose a compartment whose readers may all see the case.")
    id = uuid5(case.id, f"crossings.run|{once}")
    if Run.objects.filter(id=id).exists():
        return id
    findings = Findings()
    today = at.astimezone(case.zone).date()
    on = entered.day(plan_date, "plan_date", findings, zone=case.zone, today=today) if plan_date.strip() else today
    limit = entered.whole(seconds, "seconds", findings, least=1, most=LONGEST_RUN)
    start = entered.whole(seed, "seed", findings, most=2**31 - 1)
    known = Known(at_present(case))
    changed(policies(known)[-1].weights, dict(weights or {}), findings)
    if purpose is Purpose.POLICY and not weights:
        findings.fault("empty", "weights", "Change at least one weight to see who gains and who loses.")
    if purpose is Purpose.PIN and not pins:
        findings.fault("empty", "pins", "Say who is put into which window.")
    if findings.faults:
        raise CannotBeRecorded(findings, instead="Mend what is named.")
    assert on is not None
    assert limit is not None
    assert start is not None
    _refuse_pins(case, known, pins or {})
    _refuse_nothing(known, on)
    question = {
        "pins": {str(person): str(window) for person, window in (pins or {}).items()},
        "weights": dict(weights or {}),
    }
    key = access.data_key(compartment=stands, at=at)
    Run(
        id=id,
        case_id=case.id,
        compartment_id=stands,
        purpose=purpose,
        state=State.WAITING,
        asked_by=by.id,
        asked_at=at,
        changed_at=at,
        plan_date=on,
        seconds=limit,
        seed=start,
        least_change=least_change,
        question_box=boxes.seal(key, json.dumps(question, sort_keys=True).encode(), sealing(id, "question")),
    ).keep()
    if leave:
        app.configure_task("crossings.plan").defer(run=str(id), compartment=str(stands))
    return id


@transaction.atomic
def stop_run(*, case: CaseView, run: UUID, by: Actor, at: datetime) -> State:
    """Stop the working out of a plan; what came of it so far is not kept."""
    row = Run.objects.select_for_update().filter(id=run, case_id=case.id).first()
    if row is None:
        raise NoSuchRun(where=str(run), instead="See the runs: homeward crossings runs.")
    access.require(by, "crossings.stop", row.compartment_id)
    if row.state == State.WAITING:
        row.state, row.changed_at = State.CANCELLED, at
    if row.state in (State.WAITING, State.RUNNING):
        row.cancel = True
    row.keep("cancel", "state", "changed_at")
    return State(row.state)


def _refuse_pins(case: CaseView, known: Known, pins: Mapping[UUID, UUID]) -> None:
    if len(pins) > MOST_PINS:
        raise Refused(f"At most {MOST_PINS:,} pins at a time.", where="pins")
    for stranger in set(pins) - people.known_among(case, pins.keys()):
        raise people.NoSuchPerson(where=str(stranger), instead="Find the person in the register.")
    windows: dict[str, Any] = known.last(WINDOW)
    for window in set(pins.values()):
        if str(window) not in windows:
            raise NothingToPlan("There is no such window, or none that you may see.", where=str(window))


def _refuse_nothing(known: Known, on: date) -> None:
    """Without a window there is nothing to plan; that is told at once, not after a while."""
    if not any(told.content.on >= on.isoformat() for told in known.last(WINDOW).values()):
        raise NothingToPlan(where="plan_date", instead="Enter a window: homeward crossings window.")
