"""How far the working out of plans is, and what came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.access import queries as access
from homeward.crossings.models import Purpose, Run, State
from homeward.ledger.queries.views import CaseView
from homeward.refusals import Refused
from homeward.seals import boxes


class NoSuchRun(Refused):
    """There is no such run, or none that you may see."""


@dataclass(frozen=True, slots=True)
class RunView:
    """One working out of a plan: why, how far, by whom; `plan` once it is kept, `answer` what a pin or policy would change."""

    id: UUID
    purpose: Purpose
    state: State
    asked_by: str
    asked_at: datetime
    changed_at: datetime
    plan_date: date
    seconds: int
    seed: int
    least_change: bool
    progress: dict[str, Any]
    cancel: bool
    reason: str
    plan: UUID | None
    compartment: UUID

    @property
    def goes_on(self) -> bool:
        return self.state in (State.WAITING, State.RUNNING)


def runs(case: CaseView, *, most: int = 20) -> list[RunView]:
    """The last runs of a case, the latest first; they are working notes and may be gone after a while."""
    rows = list(Run.objects.filter(case_id=case.id).order_by("-asked_at", "id")[:most])
    names = access.names_of({row.asked_by for row in rows})
    return [_view(row, names) for row in rows]


def run(case: CaseView, id: UUID) -> RunView:
    """One run; refuses one that is not there."""
    row = Run.objects.filter(id=id, case_id=case.id).first()
    if row is None:
        raise NoSuchRun(where=str(id), instead="See the runs: homeward crossings runs.")
    return _view(row, access.names_of({row.asked_by}))


def question(case: CaseView, id: UUID) -> dict[str, Any]:
    """What was asked: pins (person to window) and weights as typed."""
    row = Run.objects.get(id=id, case_id=case.id)
    return _opened(row, row.question_box, "question")


def answer(case: CaseView, id: UUID) -> dict[str, Any]:
    """What a run for a pin or a policy found out; empty while there is nothing."""
    row = Run.objects.filter(id=id, case_id=case.id).first()
    return _opened(row, row.answer_box, "answer") if row and row.answer_box else {}


def sealing(run: UUID, field: str) -> str:
    """What the boxes of a run are bound to."""
    return f"crossings_run.{field}_box:{run}"


def _opened(row: Run, box: bytes | memoryview, field: str) -> dict[str, Any]:
    key = access.data_key(compartment=row.compartment_id)
    opened: dict[str, Any] = json.loads(boxes.unseal([key] if key else [], bytes(box), sealing(row.id, field)))
    return opened


def _view(row: Run, names: dict[UUID, str]) -> RunView:
    return RunView(
        id=row.id,
        purpose=Purpose(row.purpose),
        state=State(row.state),
        asked_by=names.get(row.asked_by, ""),
        asked_at=row.asked_at,
        changed_at=row.changed_at,
        plan_date=row.plan_date,
        seconds=row.seconds,
        seed=row.seed,
        least_change=row.least_change,
        progress=row.progress,
        cancel=row.cancel,
        reason=row.reason,
        plan=row.plan_id,
        compartment=row.compartment_id,
    )
