"""What the rows of lists say of households and names, looked up by person, by record and by the words of a household."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from homeward.ledger.queries.views import CaseView
from homeward.people.queries.memory import Remembered, memories


class Rows:
    """The rows of all lists of a case, as far as the reader sees them and they open; as of now, whatever time is asked about."""

    def __init__(self, case: CaseView, gone: set[UUID] | None = None) -> None:
        """With `gone`, statements that do not count, what counts no more is left out: theirs, and what reads otherwise since."""
        # What a memory holds is replaced when it changes, and never changed itself.
        self._held = [
            _Held(each.records, each.of_person, each.households, each.passed(gone) if gone is not None else set())
            for each in memories(case)
        ]

    def of(self, person: UUID) -> Iterator[tuple[UUID, Remembered]]:
        """What counts of somebody, also beside lists, each with the id of its record."""
        for held in self._held:
            yield from held.those(held.of_person.get(person, ()))

    def of_household(self, words: str) -> Iterator[tuple[UUID, Remembered]]:
        """The rows of all lists that call their household so; it means something within one version alone."""
        for held in self._held:
            yield from held.those(held.households.get(words, ()))

    def household(self, record: UUID) -> str:
        """What a row says its household is; nothing where it says nothing or does not open."""
        found = self._row(record)
        return found.household if found else ""

    def names(self, record: UUID) -> tuple[str, ...]:
        """The names that a row gives, as written."""
        found = self._row(record)
        return found.names if found else ()

    def _row(self, record: UUID) -> Remembered | None:
        found = next((held.records[record] for held in self._held if record in held.records), None)
        return found if found is not None and found.row else None


class _Held(NamedTuple):
    """What one compartment holds, and the records in it that count no more."""

    records: Mapping[UUID, Remembered]
    of_person: Mapping[UUID, Sequence[UUID]]
    households: Mapping[str, Sequence[UUID]]
    passed: Collection[UUID]

    def those(self, ids: Iterable[UUID]) -> Iterator[tuple[UUID, Remembered]]:
        return ((id, self.records[id]) for id in ids if id not in self.passed)
