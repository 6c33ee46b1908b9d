"""What came of a run is kept: a plan with its instance, sealed, under a statement that tells of it; or what a pin would change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, Protocol
from uuid import UUID, uuid5

from django.db import connection

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.crossings.core.comparing import compared, fill, windows_of
from homeward.crossings.core.instance import Instance
from homeward.crossings.core.plan import Plan
from homeward.crossings.formats import plan as plans
from homeward.crossings.formats import writing
from homeward.crossings.models import Plan as PlanRow
from homeward.crossings.models import Run, State
from homeward.crossings.queries.plans import binding, next_number
from homeward.crossings.queries.runs import sealing
from homeward.crossings.records.gathering import Gathered
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries.views import CaseView
from homeward.seals import boxes


class Work(Protocol):
    """What a run was worked out from."""

    @property
    def row(self) -> Run: ...
    @property
    def gathered(self) -> Gathered: ...
    @property
    def other(self) -> Instance | None: ...
    @property
    def pinned(self) -> Mapping[str, str]: ...
    @property
    def position(self) -> int: ...
    @property
    def policy(self) -> UUID | None: ...


def keep_plan(case: CaseView, work: Work, plan: Plan, beside: Mapping[str, Any], *, by: Actor, at: datetime) -> None:
    """Keep a plan that passed the check, and record that it was made; `beside` are prices and who may step in."""
    row = work.row
    _one_after_another(case)
    key = access.data_key(compartment=row.compartment_id, at=at)
    plain = {
        "instance": writing.plain(work.gathered.instance),
        "plan": plans.as_json(plan),
        **beside,
        "people": {number: str(person) for number, person in work.gathered.people.items()},
        "notes": asdict(work.gathered.notes),
    }
    box = boxes.seal(key, json.dumps(plain, sort_keys=True).encode(), binding(row.id))
    PlanRow.objects.create(id=row.id, case_id=case.id, compartment_id=row.compartment_id, box=box)
    act = uuid5(row.id, "plan_made")
    content = _told(case, work, plan, sha256(box).hexdigest())
    text = f"plan {content.number}: {content.planned_people:,} of {content.people:,} people"
    ref = short_name(case.id, act, "d")
    record(
        [
            Entry(
                id=act,
                ref=ref,
                case=case.id,
                compartment=row.compartment_id,
                by=by.id,
                at=at,
                content=content,
                text=text,
            )
        ]
    )
    row.plan_id, row.state, row.changed_at = row.id, State.DONE, at
    row.keep("plan_id", "state", "changed_at")


def keep_answer(case: CaseView, work: Work, before: Plan, after: Plan, *, at: datetime) -> None:
    """Keep what a pin or another policy would change, by whom it concerns; it is a working note and may be lost."""
    row, gathered = work.row, work.gathered
    found = compared(gathered.instance, before, after)
    answer = {
        "value_before": found.value_before,
        "value_after": found.value_after,
        "bound_after": after.upper_bound,
        "unkept": [_people(gathered, group) for group in after.unkept],
        "pinned": [[_people(gathered, group), window] for group, window in work.pinned.items()],
        "moved": [[_people(gathered, each.group), each.before, each.after] for each in found.moved],
        "classes": [list(each) for each in found.classes],
    }
    key = access.data_key(compartment=row.compartment_id, at=at)
    row.answer_box = boxes.seal(key, json.dumps(answer, sort_keys=True).encode(), sealing(row.id, "answer"))
    row.state, row.changed_at = State.DONE, at
    row.keep("answer_box", "state", "changed_at")


def _told(case: CaseView, work: Work, plan: Plan, digest: str) -> kinds.PlanMade:
    row, instance = work.row, work.gathered.instance
    crossing = windows_of(instance, plan)
    return kinds.PlanMade(
        plan=row.id,
        number=next_number(case),
        digest=digest,
        position=work.position,
        plan_date=row.plan_date.isoformat(),
        seed=row.seed,
        seconds=row.seconds,
        families=len(instance.groups),
        people=len(instance.persons),
        planned_families=len(crossing),
        planned_people=sum(len(trip.persons) for trip in plan.trips),
        value=_exact(plan.objective),
        bound=None if plan.upper_bound is None else _exact(plan.upper_bound),
        policy=work.policy,
        fill=tuple(
            kinds.Fill(window=UUID(window), people=people) for window, people in sorted(fill(instance, plan).items())
        ),
        pinned=tuple(sorted(work.pinned)),
        least_change="yes" if row.least_change else "no",
        planner=plan.solver,
    )


def _exact(number: float) -> Decimal:
    """A value of the planner as the ledger keeps it: to a thousandth."""
    return Decimal(f"{number:.3f}")


def _people(gathered: Gathered, group: str) -> list[str]:
    return [str(person) for person in gathered.groups.get(group, ())]


def _one_after_another(case: CaseView) -> None:
    """Plans are numbered in the order in which they are kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"crossings|plan|{case.id}"])
