"""Opening the personal values of an entry; what was forgotten stays closed."""

from __future__ import annotations

from uuid import UUID

from homeward.access import queries as access
from homeward.ledger.core.entry import Entry
from homeward.seals import boxes


def opened(entry: Entry) -> dict[str, str | None]:
    """Each sealed field of an entry in plain, or None where the person's key is gone."""
    values: dict[str, str | None] = {}
    for value in entry.sealed:
        key = access.data_key(compartment=entry.compartment, person=value.person)
        place = binding(entry.id, value.field)
        values[value.field] = boxes.unseal([key], bytes.fromhex(value.box), place).decode() if key else None
    return values


def binding(statement: UUID, field: str) -> str:
    """What a sealed value is bound to: this statement and this field of it."""
    return f"ledger_statement.sealed:{statement}/{field}"
