"""What was confirmed in the near-copies of a paper: one utterance that several outlets carry is one origin."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.models import Statement
from homeward.reading.core.alike import same_words
from homeward.reading.models import Copy, Decision


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A statement that was confirmed in a near-copy."""

    ref: str
    text: str
    origin: UUID | None


def confirmed_in_copies(document: UUID) -> list[Confirmed]:
    """The statements that were confirmed in near-copies of a paper and not taken back, in the order of recording."""
    near = {*Copy.objects.filter(document_id=document).values_list("of_id", flat=True)}
    near |= {*Copy.objects.filter(of_id=document).values_list("document_id", flat=True)}
    last: dict[tuple[UUID, UUID], Decision] = {}
    for row in Decision.objects.filter(document_id__in=near).order_by("number"):
        last[row.document_id, row.proposal_id] = row
    standing = {row.statement_id for row in last.values() if row.statement_id}
    rows = Statement.objects.filter(id__in=standing).order_by("position").only("ref", "text", "origin_id")
    return [Confirmed(row.ref, row.text, row.origin_id) for row in rows]


def of_the_same_words(confirmed: list[Confirmed], words: str) -> Confirmed | None:
    """The first of them that is made of these words."""
    return next((each for each in confirmed if same_words(each.text, words)), None)
