"""What a person is told about a list without being asked: a code that stays the same, the place, and a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know. A `row` of 0 is the whole table; `warns` is False for what is only told."""

    code: str
    message: str
    sheet: str = ""
    row: int = 0
    column: int | None = None
    warns: bool = True
