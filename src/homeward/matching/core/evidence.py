"""What was seen when two records were held against each other: a level for each field, and the values whose frequency counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Evidence:
    """The levels in the order of FIELDS; parts of the left name that were held against one of the right, -1 for none.

    `across` says that the two names are in different scripts, `day` is the day of birth of both, `number` the number of both.
    """

    levels: tuple[str, ...]
    given: int = -1
    fathers: tuple[int, ...] = ()
    family: int = -1
    across: bool = False
    day: date | None = None
    number: str = ""
