"""Personal values in entries: sealed under the key of the person they are about, so that the person can be forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from homeward.access import actions as access
from homeward.ledger.core.entry import Sealed
from homeward.ledger.queries.personal import binding
from homeward.seals import boxes


def sealed(*, statement: UUID, compartment: UUID, person: UUID, field: str, plain: str, at: datetime) -> Sealed:
    """A personal value as it may stand in the entry of this statement; it opens nowhere else."""
    key = access.data_key(compartment=compartment, person=person, at=at)
    return Sealed(person=person, field=field, box=boxes.seal(key, plain.encode(), binding(statement, field)).hex())


def sealed_under(key: boxes.Key, statement: UUID, person: UUID, plain: Mapping[str, str]) -> tuple[Sealed, ...]:
    """The personal values of one statement under a key that was opened before, by their fields in order."""
    return tuple(
        Sealed(person=person, field=field, box=boxes.seal(key, words.encode(), binding(statement, field)).hex())
        for field, words in sorted(plain.items())
    )
