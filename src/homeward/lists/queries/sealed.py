"""What came in, opened: files, and what was worked out of them, under the key of each original; lines under their own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from homeward.access import queries as access
from homeward.refusals import Refused
from homeward.seals import boxes


class WasClosed(Refused):
    """This file is closed: somebody who stood in it was forgotten, and nobody can open it any more."""


def binding(table: str, field: str, row: UUID) -> str:
    """What a sealed value of lists is bound to."""
    return f"lists_{table}.{field}:{row}"


def key_of(compartment: UUID, original: UUID) -> boxes.Key:
    """The key of a file, or a refusal when it was destroyed."""
    key = access.data_key(compartment=compartment, person=original)
    if key is None:
        raise WasClosed(where=str(original), instead="What was read of the others is still on the list.")
    return key


def opened(key: boxes.Key, box: bytes | memoryview, bound_to: str) -> Any:
    """A sealed plain value."""
    return json.loads(boxes.unseal([key], bytes(box), bound_to))


def lines(compartment: UUID, rows: Iterable[tuple[UUID, bytes]]) -> dict[UUID, dict[str, Any]]:
    """Lines that were set aside, by their ids; one whose key was destroyed is left out."""
    held = dict(rows)
    keys = access.open_keys(compartment=compartment, people=held.keys())
    return {id: opened(key, held[id], binding("setaside", "box", id)) for id, key in keys.items()}
