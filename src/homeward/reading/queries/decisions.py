"""What people decided: about a proposal, behind a statement, and all of it as lines from which a reader can learn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from homeward.access import queries as access
from homeward.ledger.models import Document
from homeward.ledger.queries.views import CaseView
from homeward.reading.models import Decision
from homeward.reading.queries.views import DecisionView, ProvenanceView


def decided(document: UUID) -> dict[UUID, DecisionView]:
    """The last decision about each proposal of a paper; one that was taken back is none."""
    rows = last_rows(document)
    names = access.names_of({row.decided_by for row in rows.values()})
    return {proposal: view(row, names) for proposal, row in rows.items() if row.verdict != "taken_back"}


def last_rows(document: UUID) -> dict[UUID, Decision]:
    """The last decision about each proposal of a paper, also that it was taken back."""
    rows = Decision.objects.filter(document_id=document).order_by("proposal_id", "number")
    return {row.proposal_id: row for row in rows}


def view(row: Decision, names: dict[UUID, str]) -> DecisionView:
    """A decision with the name of who made it."""
    return DecisionView(
        row.verdict,
        row.ref,
        row.reason,
        tuple(row.changed),
        names.get(row.decided_by, ""),
        row.decided_at,
        (row.made or {}).get("recorded"),
    )


def provenance(statement: UUID) -> ProvenanceView | None:
    """Who read a statement and who confirmed it; none for one that was written down by hand or loaded."""
    row = Decision.objects.filter(statement_id=statement).order_by("number", "decided_at").first()
    if row is None:
        return None
    names = access.names_of({row.decided_by})
    return ProvenanceView(row.document_id, row.proposal_id, row.reader, row.model, view(row, names))


def lines_for_training(case: CaseView) -> Iterator[dict[str, Any]]:
    """Each last decision of a case with the text it is about: what was proposed, and what a person made of it."""
    texts: dict[UUID, tuple[str, str]] = {}
    rows = Decision.objects.filter(case_id=case.id).order_by("document_id", "proposal_id", "number")
    last: dict[tuple[UUID, UUID], Decision] = {(row.document_id, row.proposal_id): row for row in rows.iterator()}
    for (document, proposal), row in last.items():
        if row.verdict == "taken_back":
            continue
        if document not in texts:
            texts = {document: Document.objects.values_list("text", "language").get(id=document)}
        text, language = texts[document]
        yield {
            "document": str(document),
            "language": language,
            "text": text,
            "proposal": str(proposal),
            "verdict": row.verdict,
            "reader": row.reader,
            "model": row.model,
            "proposed": row.found,
            "confirmed": row.made,
            "changed": row.changed,
            "reason": row.reason,
            "decided_at": row.decided_at.isoformat(),
        }
