"""What the worker does with a plan that is asked for: gathered in the asker's name, worked out apart, checked, then kept.

The process that plans sees an instance and nothing else. A plan that does not pass the check of the desk's own checker, which
shares no code with the planner, is kept nowhere and shown to nobody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access import queries as access_queries
from homeward.access.models import Actor, ActorKind
from homeward.crossings.actions.keeping import keep_answer, keep_plan
from homeward.crossings.core.checking import Findings as Checked
from homeward.crossings.core.checking import check
from homeward.crossings.core.instance import Instance
from homeward.crossings.core.plan import Plan
from homeward.crossings.core.weights import changed
from homeward.crossings.formats import plan as plans
from homeward.crossings.formats import writing
from homeward.crossings.models import Purpose, Run, State
from homeward.crossings.queries.plans import position_of
from homeward.crossings.queries.policies import policies
from homeward.crossings.queries.runs import question
from homeward.crossings.records.gathering import Gathered, gather
from homeward.crossings.records.known import Known, at_present
from homeward.files import apart
from homeward.files.apart import Allowance
from homeward.files.bounds import TooHard
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import CaseView
from homeward.refusals import Findings, Refused

Checker = Callable[[Instance, Plan], Checked]
PLANNER = "homeward.crossings.engines.apart"
MEMORY = 4 * 1024**3
AFTER = 240
"""Seconds that are given beyond those asked for: to read, to price, to explain."""


class WasStopped(Refused):
    """This run was stopped by somebody of the desk."""


class DidNotPass(Refused):
    """The plan that was worked out did not pass the check; nobody is shown it."""


@dataclass(frozen=True, slots=True)
class Work:
    """All that one run needs once it was gathered."""

    run: UUID
    compartment: UUID
    row: Run
    gathered: Gathered
    other: Instance | None
    pinned: Mapping[str, str]
    position: int
    policy: UUID | None


def plan_as_the_desk(*, run: UUID, compartment: UUID, clock: Callable[[], datetime], checker: Checker = check) -> None:
    """Work out a plan that waits for it, and keep what came of it; a run that was stopped or is done is left alone.

    The process works for a while, so the door's clock is read again as it goes.
    """
    try:
        work = _begin(run, compartment, clock())
        if work is None:
            return
        if work.row.purpose == Purpose.PLAN:
            plan, beside = _worked_out(work, work.gathered.instance, work.pinned, work.row.seconds, clock, checker)
            with _acting(work.row) as (who, case):
                keep_plan(case, work, plan, beside, by=who, at=clock())
        else:
            before, after = _both(work, clock, checker)
            with _acting(work.row) as (who, case):
                keep_answer(case, work, before, after, at=clock())
    except (Refused, TooHard) as refused:
        _end(run, compartment, refused, clock())


def _both(work: Work, clock: Callable[[], datetime], checker: Checker) -> tuple[Plan, Plan]:
    """The plan as it would be, and the one with the pin or the other policy; each gets half of the time."""
    half = max(1, work.row.seconds // 2)
    instance = work.gathered.instance
    before, _ = _worked_out(work, instance, {}, half, clock, checker)
    after, _ = _worked_out(work, work.other or instance, work.pinned, half, clock, checker)
    return before, after


def _begin(run: UUID, compartment: UUID, at: datetime) -> Work | None:
    """Take the run, and gather its instance as whoever asked may see it, in its compartment and that of the case alone.

    One that goes on already was begun by a worker that was killed: it is begun again.
    """
    with transaction.atomic():
        row, case = _taken(run, compartment)
        if row is None or case is None or row.state not in (State.WAITING, State.RUNNING):
            return None
        row.state, row.changed_at = State.RUNNING, at
        row.keep()
    with _acting(row) as (_, case):
        asked = at_present(case)
        known = Known(asked)
        current = policies(known)[-1]
        asked_for = question(case, run)
        other = changed(current.weights, asked_for["weights"], Findings())
        gathered = gather(asked, on=row.plan_date, weights=current.weights, at=at, id=str(run))
        weighed = gather(asked, on=row.plan_date, weights=other, at=at, id=str(run)) if asked_for["weights"] else None
        pinned = {
            group: window
            for person, window in asked_for["pins"].items()
            if (group := gathered.of.get(UUID(person))) is not None
        }
        return Work(
            run,
            compartment,
            row,
            gathered,
            weighed.instance if weighed else None,
            pinned,
            position_of(case),
            current.given.statement if current.given else None,
        )


def _worked_out(
    work: Work,
    instance: Instance,
    pinned: Mapping[str, str],
    seconds: int,
    clock: Callable[[], datetime],
    checker: Checker,
) -> tuple[Plan, dict[str, Any]]:
    """The plan of the process that works on it, after the check; what it says of how far it is, is noted on the run."""
    data = json.dumps(writing.plain(instance)).encode()
    asked = {
        "seconds": seconds,
        "seed": work.row.seed,
        "pinned": dict(pinned),
        "least_change": work.row.least_change,
        "prices": work.row.purpose == Purpose.PLAN,
    }
    allowance = Allowance(memory=MEMORY, seconds=4 * (seconds + AFTER), clock=seconds + AFTER)
    found: dict[str, Any] = {}
    for each in apart.answers(PLANNER, data, asked, where="plan", allowance=allowance, instead="Give it less to plan."):
        _note(work, each.get("progress"), clock())
        found = each if "plan" in each else found
    plan = plans.read(json.dumps(found["plan"]).encode())
    _refuse_unchecked(checker(instance, plan), whole=work.row.purpose == Purpose.PLAN)
    return plan, {name: found[name] for name in ("prices", "stand_by") if name in found}


def _refuse_unchecked(found: Checked, *, whole: bool) -> None:
    """Refuse a plan that breaks a rule; one that is to be kept whole has a true reason for everybody who does not cross too."""
    codes = sorted({each.rule for each in found.broken})
    if whole and not codes and not found.explained:
        codes = ["reasons"]
    if codes:
        raise DidNotPass(
            where=", ".join(codes), instead="Tell whoever looks after the program; the run names what it asked."
        )


def _note(work: Work, progress: dict[str, Any] | None, at: datetime) -> None:
    """Note how far it is, and stop where somebody asked for it."""
    with transaction.atomic():
        row, _ = _taken(work.run, work.compartment)
        if row is None or row.cancel:
            raise WasStopped
        if progress:
            row.progress, row.changed_at = progress, at
            row.keep("progress", "changed_at")


def _end(run: UUID, compartment: UUID, refused: Refused, at: datetime) -> None:
    with transaction.atomic():
        row, _ = _taken(run, compartment)
        if row is not None and row.state in (State.WAITING, State.RUNNING):
            row.state = State.CANCELLED if isinstance(refused, WasStopped) else State.FAILED
            row.reason, row.changed_at = "" if isinstance(refused, WasStopped) else str(refused)[:500], at
            row.keep()


def _taken(run: UUID, compartment: UUID) -> tuple[Run | None, CaseView | None]:
    """The run, held until the transaction ends, by the desk itself."""
    system = Actor.objects.get(kind=ActorKind.SYSTEM)
    access.enter(system.id)
    row = Run.objects.select_for_update().filter(id=run, compartment_id=compartment).first()
    return row, next((each for each in cases.cases() if row and each.id == row.case_id), None)


@contextmanager
def _acting(row: Run) -> Iterator[tuple[Actor, CaseView]]:
    """One transaction in the name of whoever asked, in the compartments of the run and of the case alone."""
    with transaction.atomic():
        access.enter(row.asked_by)
        who = access_queries.actor(row.asked_by)
        case = next((each for each in cases.cases() if each.id == row.case_id), None)
        if who is None or case is None:
            raise access.NotLetIn(where="crossings.plan", instead="Whoever asked for it may not see it any more.")
        access.enter(who.id, only={case.compartment_id, row.compartment_id})
        access.require(who, "crossings.plan", row.compartment_id)
        yield who, case
