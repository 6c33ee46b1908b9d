"""What came of what an obligation promised, day by day, by the least that voices counted; the day asked about is the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from homeward.clearances.queries.words import day_of
from homeward.ledger.queries.views import Asked
from homeward.talks.queries.agreements import NoSuchObligation, obligation_named, obligations
from homeward.talks.queries.views import ObligationView


@dataclass(frozen=True, slots=True)
class Counted:
    """The days of an exchange from the first one to that asked about, what came on each, what was promised, and who says so."""

    obligation: UUID
    words: str
    first: date
    today: date
    came: tuple[int, ...]
    promised: int
    planned: tuple[int, ...]
    statements: tuple[UUID, ...]
    findings: tuple[str, ...]


def batches_of(asked: Asked, name: str) -> Counted:
    """The batches of the obligation of this short name or id; refuses one that is not there."""
    id = obligation_named(asked, name)
    view = next((each for each in obligations(asked) if each.id == id), None)
    if view is None:
        raise NoSuchObligation(where=name, instead="See what is there: homeward talks obligations.")
    today, stage = day_of(asked), _stage(view)
    by_day = {
        date.fromisoformat(each.on): int(lo or 0)
        for each in view.days
        for at, lo, _ in each.stages
        if at == stage and date.fromisoformat(each.on) <= today
    }
    told = next((each for each in view.stages if each.stage == stage), None)
    first = min([date.fromisoformat(each.on) for each in view.days] + [today])
    came = [by_day.get(first + timedelta(days=n), 0) for n in range((today - first).days + 1)]
    findings = []
    whole = int(told.delivered.lo or 0) if told else 0
    if whole > sum(came):
        findings.append(f"Of {whole - sum(came):,} nobody told the day: they stand on the first one, {first}.")
        came[0] += whole - sum(came)
    if view.promised is not None and view.promised.hi != view.promised.lo:
        findings.append(f"The least that was promised went in: {view.promised.words}.")
    return Counted(
        obligation=id,
        words=f"{view.action} {view.object}".strip() + f" ({view.agreement_title})",
        first=first,
        today=today,
        came=tuple(came),
        promised=int(view.promised.lo or 0) if view.promised else 0,
        planned=tuple(int(each) for each in view.batches if each > Decimal(0)),
        statements=tuple(dict.fromkeys((view.statement.id, *(told.delivered.statements if told else ())))),
        findings=tuple(findings),
    )


def _stage(view: ObligationView) -> str:
    """The stage at which it counts; where nobody said, the last one that voices counted at."""
    return view.counts_at or (view.stages[-1].stage if view.stages else "")
