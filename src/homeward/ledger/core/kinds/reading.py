"""What a program took a text to say, and a person confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of


@kind_of("done.reading_confirmed")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingConfirmed:
    """A named person confirms a statement that a reader proposed.

    `reader` and `model` say which program read it, by name and by the digest of what it reads with (SHA-256, lower hex);
    `changed` names the fields that the person wrote otherwise.
    """

    statement: UUID
    document: UUID
    proposal: UUID
    reader: str
    model: str
    changed: tuple[str, ...] = ()
