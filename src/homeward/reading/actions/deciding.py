"""A person refuses what a reader proposed, or takes a decision back: nothing that was recorded goes away."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.queries.views import CaseView
from homeward.reading.actions.decided import Decided, conditions_of, proposed, undecided
from homeward.reading.actions.turns import wait_for_turn
from homeward.reading.models import Reading, Verdict
from homeward.reading.queries.decisions import last_rows
from homeward.reading.queries.papers import whole_paper
from homeward.refusals import Refused


class NothingToTakeBack(Refused):
    """Nothing was decided about this, or it was taken back already."""


@transaction.atomic
def refuse(
    *,
    case: CaseView,
    document: UUID,
    proposal: UUID,
    reason: str = "",
    once: UUID | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Say that a proposal is none: nothing goes on the record, and the refusal is kept for those who train a reader."""
    access.require(by, "reading.refuse", case.compartment_id)
    wait_for_turn(case)
    row = proposed(case, document, proposal)
    last = last_rows(document).get(proposal)
    decision = Decided(case, document, proposal, last, once, by, at)
    if decision.made_before() is not None or (last is not None and last.verdict == Verdict.REFUSED):
        return
    undecided(last)
    reading = Reading.objects.get(id=row.reading_id)
    decision.keep(Verdict.REFUSED, reading=reading, found=row.found, reason=reason)


@transaction.atomic
def take_back(
    *,
    case: CaseView,
    document: UUID,
    proposal: UUID,
    reason: str = "",
    once: UUID | None = None,
    by: Actor,
    at: datetime,
) -> str:
    """Take the last decision back: a statement that came of it is withdrawn, and both stay in the ledger.

    Gives the short name of the statement that was withdrawn, or nothing where none had come of it.
    """
    access.require(by, "reading.take_back", case.compartment_id)
    wait_for_turn(case)
    whole_paper(case, document)
    last = last_rows(document).get(proposal)
    decision = Decided(case, document, proposal, last, once, by, at)
    if (before := decision.made_before()) is not None:
        return before.ref
    if last is None or last.verdict == Verdict.TAKEN_BACK:
        raise NothingToTakeBack(instead="Look at the paper again; somebody may have been quicker.")
    if last.statement_id is not None:
        why = reason.strip() or "Confirmed in reading by mistake."
        withdrawal = uuid5(proposal, f"taken back|{last.number}")
        told: dict[str, Any] = {"case": case, "reason": why, "by": by, "at": at}
        for ref in (last.ref, *conditions_of(last)):
            ledger.withdraw(ref=ref, once=uuid5(withdrawal, ref), **told)
    decision.keep(Verdict.TAKEN_BACK, found=last.found, made=last.made, reason=reason, ref=last.ref)
    return last.ref
