"""The coded list of needs of a case: what it began with, and what the desk made of it since."""

from __future__ import annotations

from types import MappingProxyType

from homeward.ledger.queries.views import CaseView
from homeward.people.core.needs import STARTING_LIST, NeedCode
from homeward.people.models import NeedListed


def codes(case: CaseView) -> tuple[NeedCode, ...]:
    """The lines of the list by code; a line out of use still says what was meant by it."""
    lines = {line.code: line for line in STARTING_LIST}
    for row in NeedListed.objects.filter(case_id=case.id).order_by("position"):
        labels = MappingProxyType({label["language"]: label["words"] for label in row.labels})
        lines[row.code] = NeedCode(row.code, labels, row.in_use)
    return tuple(lines[code] for code in sorted(lines))
