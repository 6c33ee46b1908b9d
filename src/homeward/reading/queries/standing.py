"""Which statements of the ledger a paper shows already, by the places that were kept with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.models import Link, SpanRow, Statement
from homeward.reading.core.differing import covered

SAME = 0.5
"""Share of the shorter of two passages, in code points, from which on they are the same words."""

Places = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement of the ledger and where a paper shows it."""

    id: UUID
    ref: str
    modality: str
    text: str
    places: tuple[tuple[int, int], ...]


def standing(document: UUID) -> list[Standing]:
    """What voices say by the ledger and this paper shows, in the order of the text; what was retracted is left out."""
    places: dict[UUID, list[tuple[int, int]]] = defaultdict(list)
    for span in SpanRow.objects.filter(document_id=document).order_by("start", "statement_id", "number"):
        places[span.statement_id].append((span.start, span.end))
    gone = set(Link.objects.filter(to_id__in=places, stance="retracts", to_figure=0).values_list("to_id", flat=True))
    rows = Statement.objects.filter(id__in=set(places) - gone, kind__startswith="said.").exclude(kind="said.condition")
    told = {row.id: row for row in rows.only("id", "ref", "modality", "text")}
    return [
        Standing(key, told[key].ref, told[key].modality or "", told[key].text, tuple(found))
        for key, found in places.items()
        if key in told
    ]


def paired(recorded: Sequence[Standing], proposed: Mapping[UUID, Places]) -> dict[UUID, UUID]:
    """The proposal that shares most with each statement, each taken once, the best pairs first."""
    pairs = []
    for one in recorded:
        for number, (proposal, places) in enumerate(proposed.items()):
            share = covered(one.places, places)
            if share >= SAME:
                pairs.append((-share, one.ref, number, one.id, proposal))
    taken: dict[UUID, UUID] = {}
    for _, _, _, statement, proposal in sorted(pairs):
        if statement not in taken and proposal not in taken.values():
            taken[statement] = proposal
    return taken
