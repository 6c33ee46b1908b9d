"""What a reader made of a paper, held against the statements of the ledger that the same paper shows."""

from __future__ import annotations

from uuid import UUID

from homeward.ledger.queries.views import CaseView
from homeward.reading.queries.sheets import sheet
from homeward.reading.queries.standing import paired, standing
from homeward.reading.queries.views import ComparedView, MatchedView


def compared(case: CaseView, document: UUID) -> ComparedView:
    """Which statements of the ledger a reader found in their paper, which it did not, and what it proposes beside them."""
    whole, recorded = sheet(case, document), standing(document)
    by_id = {each.id: each for each in whole.proposals}
    nearest = paired(recorded, {each.id: each.places_of_content for each in whole.proposals})
    return ComparedView(
        paper=whole.paper,
        found=tuple(
            MatchedView(one.ref, one.modality, by_id[nearest[one.id]]) for one in recorded if one.id in nearest
        ),
        not_found=tuple((one.ref, one.text) for one in recorded if one.id not in nearest),
        beside=tuple(each for each in whole.proposals if each.id not in set(nearest.values())),
        unread=len(whole.unread),
    )
