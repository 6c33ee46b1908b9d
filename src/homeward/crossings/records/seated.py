"""The seats that are held for a convoy now, as the rows of a manifest."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from homeward.crossings.models import Held
from homeward.ledger.core import kinds
from homeward.ledger.core.crossings import Place
from homeward.ledger.queries.views import CaseView


def held_of(case: CaseView, convoy: UUID) -> list[Held]:
    return list(Held.objects.filter(case_id=case.id, convoy_id=convoy))


def seats_of(held: Sequence[Held]) -> tuple[kinds.Seat, ...]:
    """The rows of a manifest: by vehicle, families together, in an order that is always the same."""
    first: dict[UUID, tuple[str, str, int]] = {}
    for row in held:
        mark = (str(row.vehicle_id), row.place, row.number)
        first[row.family_id] = min(first.get(row.family_id, mark), mark)
    ordered = sorted(held, key=lambda row: (str(row.vehicle_id), first[row.family_id], row.place, row.number))
    return tuple(
        kinds.Seat(
            row=number, person=row.person_id, family=row.family_id, vehicle=row.vehicle_id, place=Place(row.place)
        )
        for number, row in enumerate(ordered, start=1)
    )
