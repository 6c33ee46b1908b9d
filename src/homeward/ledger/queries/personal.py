"""Opening the personal values of an entry; what was forgotten stays closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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


def opened_each(entries: Iterable[Entry]) -> dict[UUID, dict[str, str | None]]:
    """`opened` for many entries, with one look for the keys of each compartment."""
    listed = list(entries)
    people: dict[UUID, set[UUID]] = defaultdict(set)
    for entry in listed:
        people[entry.compartment] |= {value.person for value in entry.sealed}
    keys = {room: access.open_keys(compartment=room, people=those) for room, those in people.items()}
    found: dict[UUID, dict[str, str | None]] = {}
    for entry in listed:
        found[entry.id] = {}
        for value in entry.sealed:
            key = keys[entry.compartment].get(value.person)
            box, place = bytes.fromhex(value.box), binding(entry.id, value.field)
            found[entry.id][value.field] = boxes.unseal([key], box, place).decode() if key else None
    return found


def binding(statement: UUID, field: str) -> str:
    """What a sealed value is bound to: this statement and this field of it."""
    return f"ledger_statement.sealed:{statement}/{field}"
