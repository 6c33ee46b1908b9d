"""Plans that were made and passed the check: what is told of each, and what each holds for whoever may see its compartment."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.crossings.models import Plan, PlanMade
from homeward.crossings.records.known import Known
from homeward.ledger.core import kinds
from homeward.ledger.queries.views import Asked, CaseView
from homeward.people.queries import GivenView
from homeward.refusals import Refused
from homeward.seals import boxes


class NoSuchPlan(Refused):
    """There is no such plan, or none that you may see."""


class NoPlanYet(NoSuchPlan):
    """No plan was made yet, or none that you may see."""


class PlanWasClosed(Refused):
    """This plan does not open any more: the key of its compartment is gone."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan as the statement of its making tells of it."""

    id: UUID
    compartment: UUID
    made: kinds.PlanMade
    given: GivenView


def plans(asked: Asked) -> list[PlanView]:
    """The plans that were known at the time asked and were not taken back, the last one first."""
    return plans_in(Known(asked))


def plans_in(known: Known) -> list[PlanView]:
    """The same, out of what was read before."""
    return [PlanView(row.plan_id, row.compartment_id, told.content, told.given) for row, told in known.plans]


def plan_made(known: Known, id: UUID | None = None) -> PlanView:
    """The plan of this id, else the last one; refuses with `NoSuchPlan` or `NoPlanYet` where there is none."""
    for each in plans_in(known):
        if id in (None, each.id):
            return each
    if id is None:
        raise NoPlanYet(instead="Make one: homeward crossings plan.")
    raise NoSuchPlan(where=str(id), instead="See the plans: homeward crossings plans.")


def fill_of_last(known: Known) -> Mapping[UUID, int] | None:
    """How many people the last plan puts into each window; none before there is one."""
    last = next(iter(plans_in(known)), None)
    return {each.window: each.people for each in last.made.fill} if last else None


def binding(plan: UUID) -> str:
    """What the box of a plan is bound to."""
    return f"crossings_plan.box:{plan}"


def contents(view: PlanView) -> dict[str, Any]:
    """The instance and the plan as they were kept, with whom their ids stand for."""
    row = Plan.objects.filter(id=view.id).first()
    if row is None:
        raise NoSuchPlan(where=str(view.id))
    key = access.data_key(compartment=row.compartment_id)
    if key is None:
        raise PlanWasClosed(where=str(view.id))
    opened: dict[str, Any] = json.loads(boxes.unseal([key], bytes(row.box), binding(view.id)))
    return opened


def position_of(case: CaseView) -> int:
    """The place in the ledger of the last statement of the case that is seen: up to there the inputs of a plan were read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(position), 0) FROM ledger_statement WHERE case_id = %s", [case.id])
        (position,) = cursor.fetchone()
    return int(position)


def next_number(case: CaseView) -> int:
    """The number of the next plan of the case, for whoever sees the plans before it."""
    last = PlanMade.objects.filter(case_id=case.id).order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1
