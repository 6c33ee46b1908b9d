"""What a reader made of a paper, held against the statements of the ledger that the same paper shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from homeward.ledger.models import SpanRow, Statement
from homeward.ledger.queries.views import CaseView
from homeward.reading.core.differing import covered
from homeward.reading.queries.sheets import sheet
from homeward.reading.queries.views import ComparedView, MatchedView, ProposalView

SAME = 0.5
"""Share of the shorter of two passages, in code points, from which on they are the same words."""

Places = list[tuple[int, int]]


def compared(case: CaseView, document: UUID) -> ComparedView:
    """Which statements of the ledger a reader found in their paper, which it did not, and what it proposes beside them."""
    whole = sheet(case, document)
    recorded = _recorded(document)
    rows = {row.id: row for row in Statement.objects.filter(id__in=recorded).only("id", "ref", "modality", "text")}
    nearest = _nearest(recorded, whole.proposals)
    by_id = {each.id: each for each in whole.proposals}
    return ComparedView(
        paper=whole.paper,
        found=tuple(
            MatchedView(rows[statement].ref, rows[statement].modality or "", by_id[proposal])
            for statement, proposal in nearest.items()
        ),
        not_found=tuple((rows[each].ref, rows[each].text) for each in recorded if each not in nearest),
        beside=tuple(each for each in whole.proposals if each.id not in set(nearest.values())),
        unread=len(whole.unread),
    )


def _recorded(document: UUID) -> dict[UUID, Places]:
    """The statements of the ledger that a paper shows, by where."""
    places: dict[UUID, Places] = defaultdict(list)
    for span in SpanRow.objects.filter(document_id=document).order_by("start", "statement_id", "number"):
        places[span.statement_id].append((span.start, span.end))
    said = Statement.objects.filter(id__in=places, kind__startswith="said.").values_list("id", flat=True)
    told = set(said)
    return {key: found for key, found in places.items() if key in told}


def _nearest(recorded: Mapping[UUID, Places], proposals: Sequence[ProposalView]) -> dict[UUID, UUID]:
    """The proposal that shares most with each statement, each taken once, the best pairs first."""
    pairs = []
    for statement, places in recorded.items():
        for each in proposals:
            share = covered(places, [(place.start, place.end) for place in each.content])
            if share >= SAME:
                pairs.append((-share, str(statement), each.number, statement, each.id))
    taken: dict[UUID, UUID] = {}
    for _, _, _, statement, proposal in sorted(pairs):
        if statement not in taken and proposal not in taken.values():
            taken[statement] = proposal
    return taken
