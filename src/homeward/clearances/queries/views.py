"""What clearances answer with: frozen values that a page, an answer of the API and a line of the terminal can print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.clearances.core.states import State


@dataclass(frozen=True, slots=True)
class Held:
    """How one person stands with one authority: what others reckon with.

    `valid_until` is the last valid day in the zone of the case; both days are none where nobody gave one. The desk relies on a
    grant only where `confirmed`. No conditions may mean that they do not open. `statement` is the word by which it is so.
    """

    authority: UUID
    state: State
    valid_from: date | None
    valid_until: date | None
    asked_on: date | None
    confirmed: bool
    conditions: tuple[str, ...]
    statement: UUID
