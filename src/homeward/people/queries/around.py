"""The rows of the register that stand around people: whereabouts, kin, consent, needs, requests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.people.models import Consent, Kin, Need, Sought, Whereabouts


@dataclass(slots=True)
class Rows:
    """The rows of the register about some people, by person."""

    whereabouts: list[Whereabouts]
    kin: list[Kin]
    consent: list[Consent]
    needs: list[Need]
    sought: list[Sought]

    @property
    def ids(self) -> set[UUID]:
        every: Iterable[Any] = (*self.whereabouts, *self.kin, *self.consent, *self.needs, *self.sought)
        return {row.statement_id for row in every}


def rows_around(asked: Asked, ids: list[UUID], *, whole: bool) -> Rows:
    """Everything about these people; of their whereabouts alone, unless the `whole` is wanted."""
    case = asked.case.id
    whereabouts = list(Whereabouts.objects.filter(case_id=case, person_id__in=ids))
    if not whole:
        return Rows(whereabouts, [], [], [], [])
    kin = Kin.objects.filter(case_id=case, person_id__in=ids) | Kin.objects.filter(case_id=case, other_id__in=ids)
    sought = Sought.objects.filter(case_id=case, sought_id__in=ids) | Sought.objects.filter(
        case_id=case, inquirer_id__in=ids
    )
    return Rows(
        whereabouts,
        list(kin),
        list(Consent.objects.filter(case_id=case, person_id__in=ids)),
        list(Need.objects.filter(case_id=case, person_id__in=ids)),
        list(sought),
    )
