"""One decision of a person about a proposal: kept behind the one before, under its key once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import IntegrityError, transaction

from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.actions.writing import condition_id
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.reading.models import Decision, Proposal, Reading, Verdict
from homeward.refusals import Refused

LONGEST_REASON = 2_000
Found = Mapping[str, Any]


class NoSuchProposal(Refused):
    """No reader proposed this here."""


class DecidedMeanwhile(Refused):
    """Somebody decided about this meanwhile."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision about a proposal, and the one before it; under its key it is kept once."""

    case: CaseView
    document: UUID
    proposal: UUID
    last: Decision | None
    once: UUID | None
    by: Actor
    at: datetime

    @property
    def id(self) -> UUID:
        return uuid5(self.once, f"{self.document}|{self.proposal}") if self.once else uuid4()

    def made_before(self) -> Decision | None:
        """The decision that was kept under this key."""
        return Decision.objects.filter(id=self.id).first() if self.once else None

    def keep(
        self,
        verdict: Verdict,
        *,
        reading: Reading | None = None,
        found: Found | None = None,
        made: Found | None = None,
        recorded: ledger.Recorded | None = None,
        changed: tuple[str, ...] = (),
        reason: str = "",
        ref: str = "",
    ) -> None:
        """Keep it behind the one before."""
        try:
            with transaction.atomic():
                Decision.objects.create(
                    id=self.id,
                    document_id=self.document,
                    case_id=self.case.id,
                    compartment_id=self.case.compartment_id,
                    proposal_id=self.proposal,
                    number=self.last.number + 1 if self.last else 1,
                    verdict=verdict,
                    reader=reading.reader if reading else "",
                    model=reading.model if reading else "",
                    found=found,
                    made=made,
                    changed=list(changed),
                    statement_id=recorded.statement if recorded else None,
                    ref=recorded.ref if recorded else ref,
                    reason=reason.strip().replace("\0", "")[:LONGEST_REASON],
                    decided_by=self.by.id,
                    decided_at=self.at,
                )
        except IntegrityError as taken:
            raise DecidedMeanwhile(instead="Look at the paper again.") from taken


def proposed(case: CaseView, document: UUID, proposal: UUID) -> Proposal:
    """The proposal as the reader that counts most has it: the built-in one first, then the latest."""
    rows = Proposal.objects.filter(case_id=case.id, document_id=document, proposal_id=proposal)
    readings = {each.id: each for each in Reading.objects.filter(id__in=[row.reading_id for row in rows])}
    ordered = sorted(
        rows, key=lambda row: (not readings[row.reading_id].built_in, -readings[row.reading_id].asked_at.timestamp())
    )
    if not ordered:
        raise NoSuchProposal(where=str(proposal), instead="Look at the paper again; it may have been read anew.")
    return ordered[0]


def undecided(last: Decision | None) -> None:
    if last is not None and last.verdict != Verdict.TAKEN_BACK:
        raise DecidedMeanwhile(instead="Look at the paper again; take that back first if it is wrong.")


def conditions_of(confirmed: Decision) -> list[str]:
    """The short names of the conditions that were recorded with a statement."""
    written = (confirmed.made or {}).get("recorded", {}).get("conditions", [])
    ids = (
        [condition_id(confirmed.statement_id, number) for number in range(len(written))]
        if confirmed.statement_id
        else []
    )
    refs = dict(Statement.objects.filter(id__in=ids).values_list("id", "ref"))
    return [refs[each] for each in ids if each in refs]
