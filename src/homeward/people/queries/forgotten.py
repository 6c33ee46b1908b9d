"""Who was forgotten: when, who asked, who agreed, and whether a compartment still opens something of them."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from homeward.access import queries as access
from homeward.access.models import Key
from homeward.ledger.queries.views import Asked
from homeward.people.models import Erased, ErasureAsked
from homeward.people.queries.views import ForgottenView


def forgotten(asked: Asked, people: Collection[UUID]) -> dict[UUID, ForgottenView]:
    """Who of these was forgotten; what is forgotten is so whatever time is asked about."""
    rows = list(Erased.objects.filter(case_id=asked.case.id, person_id__in=list(people)).order_by("recorded_at"))
    if not rows:
        return {}
    asking = {row.person_id: row.recorded_by for row in ErasureAsked.objects.filter(person_id__in=list(people))}
    names = access.names_of({row.agreed_by for row in rows} | set(asking.values()))
    still = set(Key.objects.filter(person_id__in=list(people)).values_list("person_id", flat=True))
    return {
        row.person_id: ForgottenView(
            row.recorded_at,
            names.get(asking.get(row.person_id, row.agreed_by), ""),
            names.get(row.agreed_by, ""),
            row.reason,
            row.person_id in still,
        )
        for row in reversed(rows)
    }
