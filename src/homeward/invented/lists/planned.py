"""A list as it will be handed in, and beside it the truth: who stands where, what changed, which mistakes were put in."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Mistake(StrEnum):
    """What was put in on purpose, or stands there because papers are so."""

    CHILD_MISSING = "a child is missing while its parents are on the list"
    NEAR_MISS = "two neighbouring letters of a name changed places"
    TWICE = "the same person stands there twice"
    PASSPORT_OF_TWO = "one passport number stands beside two names"
    SWAPPED_DAY = "day and month of a birth are swapped"
    FIRST_OF_JANUARY = "a birth on 1 January"
    EXPIRED = "a document ran out before the day of the list"
    HIDDEN_ROW = "a row is hidden"
    HIDDEN_SHEET = "a sheet is hidden"
    TWO_IN_ONE = "two people stand in one cell"
    NO_NAME = "a row has no name"
    MIXED_ENCODING = "a line is in another encoding"
    INFANT = "a child is named after its mother only"
    BAD_ZONE = "a machine-readable zone has the letter O for 0"
    SHRUNKEN = "most of the list is gone"
    REORDERED = "rows stand in another order under new numbers"


class Kind(StrEnum):
    """How an entry of a list differs from the version before."""

    IN = "in"
    OUT = "out"
    CORRECTED = "corrected"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands in a row, counted as the file counts (from 1)."""

    sheet: str
    row: int
    people: tuple[str, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Planted:
    """One mistake: where it is (row 0: the whole sheet; column from 0), the words there, whom it is about, what is true."""

    mistake: Mistake
    sheet: str
    row: int
    column: int | None
    words: str
    people: tuple[str, ...]
    truth: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference from the version before; a row of 0 says that the entry is not in that version."""

    kind: Kind
    people: tuple[str, ...]
    row_before: int
    row: int
    column: int | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is true of one version."""

    rows: tuple[Standing, ...]
    planted: tuple[Planted, ...]
    changes: tuple[Changed, ...] = ()

    def of(self, mistake: Mistake) -> tuple[Planted, ...]:
        """The mistakes of one kind."""
        return tuple(planted for planted in self.planted if planted.mistake is mistake)

    def changed(self, kind: Kind) -> tuple[Changed, ...]:
        """The differences of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)


@dataclass(frozen=True, slots=True)
class Planned:
    """One version of an invented list of an invented authority."""

    file: str
    content: bytes
    media_type: str
    authority: str
    list_name: str
    version: int
    declared: date
    truth: Truth

    def as_json(self) -> dict[str, Any]:
        """Everything but the content, in plain values."""
        told = {
            field.name: getattr(self, field.name)
            for field in dataclasses.fields(self)
            if field.name not in ("content", "truth", "declared")
        }
        return {**told, "declared": self.declared.isoformat(), "truth": dataclasses.asdict(self.truth)}
