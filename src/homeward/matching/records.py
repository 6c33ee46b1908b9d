"""The register of a case as plain records to be compared."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from homeward.ledger.core.persons import Relation
from homeward.ledger.queries.views import CaseView
from homeward.matching.core.people import Told, people
from homeward.matching.core.record import Record
from homeward.people import queries

OF_ONE_HOUSEHOLD = (
    Relation.HOUSEHOLD_WITH,
    Relation.PARENT_OF,
    Relation.SPOUSE_OF,
    Relation.SIBLING_OF,
    Relation.GUARDIAN_OF,
)
"""Kin whose names speak for a person; they may live apart, and still each has the other's name in their story."""


def register(case: CaseView, compartment: UUID) -> dict[UUID, Record]:
    """Everybody in one compartment of a case, each in one record."""
    lists = queries.lists_read(case)
    return people(_told(case, compartment, lists), queries.kin_pairs(case, compartment, OF_ONE_HOUSEHOLD))


def _told(case: CaseView, compartment: UUID, lists: dict[UUID, UUID]) -> Iterator[Told]:
    for somebody in queries.everybody(case, compartment):
        for given in somebody.given:
            yield Told(somebody.id, given.values, lists.get(given.statement))
