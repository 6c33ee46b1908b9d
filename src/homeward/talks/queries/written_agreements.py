"""Agreements and obligations as plain values: the JSON form that commands and the interface for programs share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from homeward.ledger.core.figures import in_digits
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval, stamp
from homeward.talks.queries.views import (
    AgreementView,
    BatchView,
    ClaimView,
    CountingView,
    DutyView,
    FindingView,
    ObligationView,
    PaceView,
    PlanView,
    QuantityView,
    StageView,
    Whom,
)

Json = dict[str, Any]
PLACES = Decimal("0.0001")


def obligations_json(views: Iterable[ObligationView], plans: Iterable[PlanView] = ()) -> list[Json]:
    """Obligations, then what was planned beside them; a plan has no agreement where none or several were running."""
    return [*map(obligation_json, views), *map(plan_json, plans)]


def obligation_json(view: ObligationView) -> Json:
    """One obligation."""
    return {
        "id": str(view.id),
        "ref": view.ref,
        "agreement": str(view.agreement),
        "agreement_title": view.agreement_title,
        "bearer": _names(view.bearer),
        "beneficiary": _names(view.beneficiary),
        "action": view.action,
        "object": view.object,
        "kind": view.kind,
        "promised": quantity_json(view.promised),
        "promised_rivals": [quantity_json(each) for each in view.promised_rivals],
        "delivered": {stage.stage: stage_json(stage) for stage in view.stages},
        "counts_at": view.counts_at or None,
        "share": {"lo": _share(view.share_lo), "hi": _share(view.share_hi)},
        "shortfall": quantity_json(view.shortfall),
        "over": quantity_json(view.over),
        "outside": [quantity_json(each) for each in view.outside],
        "state": view.state,
        "outcome": view.outcome or None,
        "words": view.words,
        "due": when_json(view.due),
        "late_by": _days(view.late_days_lo, view.late_days_hi),
        "pace": _pace(view.pace),
        "claims": [claim_json(each) for each in view.claims],
        "counting": [_counting(each) for each in view.counting],
        "ratio": view.ratio_words or None,
        "ratio_told": view.ratio_told or None,
        "batches": [_batch(each) for each in view.batches_done] or [{"size": number(each)} for each in view.batches],
        "days": [
            {
                "on": day.on,
                "promised": {"lo": number(day.promised_lo), "hi": number(day.promised_hi)},
                "delivered": {stage: {"lo": number(lo), "hi": number(hi)} for stage, lo, hi in day.stages},
            }
            for day in view.days
        ],
        "score": view.score,
        "condition": view.condition or None,
        "compensation": view.compensation or None,
        "findings": [finding_json(each) for each in view.findings],
        "inferred": view.inferred,
        "statement": view.statement.ref,
    }


def plan_json(view: PlanView) -> Json:
    """What was planned beside the obligations, in the form of one; its state is pending until its time is up."""
    delivered = view.delivered
    return {
        "id": str(view.id),
        "ref": view.ref,
        "agreement": str(view.agreement) if view.agreement else None,
        "action": view.measure,
        "object": view.population,
        "kind": "plan",
        "promised": quantity_json(view.planned),
        "delivered": {view.stage: {**(quantity_json(delivered) or {}), "inferred": view.inferred}} if delivered else {},
        "open": quantity_json(view.open),
        "state": "pending" if view.pending else "past",
        "words": view.words,
        "due": when_json(view.due),
        "inferred": view.inferred,
        "statement": view.statement.ref,
    }


def agreements_json(views: Iterable[AgreementView]) -> list[Json]:
    """Agreements with all their parts."""
    return [agreement_json(view) for view in views]


def agreement_json(view: AgreementView) -> Json:
    """One agreement."""
    late = view.started_late_days
    return {
        "id": str(view.id),
        "ref": view.ref,
        "title": view.title,
        "announced": when_json(view.announced),
        "planned_start": when_json(view.planned_start),
        "actual_start": when_json(view.actual_start),
        "actual_end": when_json(view.actual_end),
        "suspended": when_json(view.suspended),
        "deadline": when_json(view.deadline),
        "deadline_text": view.deadline_text,
        "started_late_by": _days(*late) if late else None,
        "ends": when_json(view.ends),
        "ends_why": view.ends_why,
        "phases": [
            {
                "id": phase.key,
                "text": phase.text,
                "from": when_json(phase.start),
                "to": when_json(phase.until),
                "announced": when_json(phase.announced),
            }
            for phase in view.phase_times
        ],
        "parties": _names(view.parties),
        "mediators": _names(view.mediators),
        "guarantors": _names(view.guarantors),
        "obligations": obligations_json(view.obligations, view.plans),
        "rules": [
            {
                "id": str(rule.id),
                "kind": rule.kind,
                "words": rule.words,
                "comes_to": rule.comes_to,
                "statement": rule.statement.ref,
            }
            for rule in view.rules
        ],
        "turns": [
            {"turn": t.turn, "until": when_json(t.until), "by": _names(t.by), "statement": t.statement.ref}
            for t in view.turns
        ],
        "powers": [
            {
                "power": p.power,
                "holder": _names(p.holder),
                "condition": p.condition,
                "until": when_json(p.until),
                "statement": p.statement.ref,
            }
            for p in view.powers
        ],
        "findings": [finding_json(each) for each in view.findings],
        "statement": view.statement.ref,
    }


def duties_json(views: Iterable[DutyView]) -> list[Json]:
    """Duties, overdue ones first."""
    return [
        {
            "due": when_json(view.due),
            "obligation": str(view.obligation) if view.obligation else None,
            "agreement": view.agreement,
            "words": view.words,
            "by": _names(view.by),
            "overdue": view.overdue,
        }
        for view in views
    ]


def stage_json(view: StageView) -> Json:
    """What was delivered at a stage."""
    return {
        **(quantity_json(view.delivered) or {}),
        "share": {"lo": _share(view.share_lo), "hi": _share(view.share_hi)},
        "words": view.words,
        "rivals": [quantity_json(each) for each in view.rivals],
        "inferred": view.inferred,
    }


def quantity_json(view: QuantityView | None) -> Json | None:
    """An amount with the statements behind it."""
    if view is None:
        return None
    return {
        "lo": number(view.lo),
        "hi": number(view.hi),
        "unit": view.unit or "person",
        "per": view.per or None,
        "words": view.words,
        "statements": _ids(view.statements),
    }


def claim_json(view: ClaimView) -> Json:
    """Whose word it is that an obligation was not kept, and what was answered."""
    return {
        "id": str(view.id),
        "claimant": _names(view.claimant),
        "against": _names(view.against),
        "statement": view.statement.ref,
        "answer": "; ".join(_answer(each) for each in view.answers) or None,
        "answers": [
            {"answer": each.content.answered.value, "words": each.text, "statement": each.ref} for each in view.answers
        ],
        "resolved_by": view.resolved_by.ref if view.resolved_by else None,
    }


def _answer(view: StatementView) -> str:
    source = view.party or view.speaker
    return f"{view.content.answered.value} by {source.name if source else 'somebody'}"


def finding_json(view: FindingView) -> Json:
    """Something that a person should look at."""
    return {"code": view.code, "words": view.words, "about": _ids(view.about)}


def when_json(when: Interval | None) -> Json | None:
    """A time with its words."""
    return None if when is None else dict(when.as_json())


def number(value: Decimal | None) -> int | str | None:
    """A whole number as one, another in digits as text: no answer holds a number that was rounded on its way."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else str(value.normalize())


def _share(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.quantize(PLACES).normalize():f}"


def _days(lo: int | None, hi: int | None) -> Json | None:
    if lo is None or hi is None:
        return None
    words = f"{in_digits(lo)} days" if lo == hi else f"{in_digits(lo)} to {in_digits(hi)} days"
    return {"lo": lo, "hi": hi, "words": "1 day" if lo == hi == 1 else words}


def _pace(view: PaceView | None) -> Json | None:
    if view is None:
        return None
    return {
        "per_day": {"lo": _share(view.per_day_lo), "hi": _share(view.per_day_hi)},
        "done": {
            "from": stamp(view.done_from) if view.done_from else None,
            "until": stamp(view.done_until) if view.done_until else None,
        },
        "words": view.words,
    }


def _counting(view: CountingView) -> Json:
    return {
        "delivery": str(view.delivery),
        "counts_for": view.counts_for,
        "on": when_json(view.on),
        "decided_by": _names(view.decided_by),
        "statement": view.statement.ref,
    }


def _batch(view: BatchView) -> Json:
    return {
        "number": view.number,
        "size": number(view.size),
        "delivered": {"lo": number(view.delivered_lo), "hi": number(view.delivered_hi)},
        "share": {"lo": _share(view.share_lo), "hi": _share(view.share_hi)},
    }


def _names(those: Iterable[Whom]) -> list[str]:
    return [each.words for each in those]


def _ids(ids: Iterable[UUID]) -> list[str]:
    return [str(each) for each in ids]
