"""A row of a dataset as it was read: places and pairs of actors by their number in the file's own registers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Nature(StrEnum):
    """What a number is: of one event, of a day, a running total, filled in by the maker, or of a row in which nobody reported."""

    EVENT = "event"
    FLOW = "flow"
    TOTAL = "total"
    FILLED = "filled"
    SILENT = "silent"


class Value(NamedTuple):
    """One kept number of a row: an event has one, a daily report one for each thing that it counts (`part` numbers them).

    `number` is that of the row as a spreadsheet shows it, the heading being row 1. `last` is the last day, included;
    `date_prec` the coarser of what the row says and what its days show; `flags` are bits (core.codes).
    """

    number: int
    part: int
    local: str
    nature: str
    measure: str
    place: int
    dyad: int
    source: int
    first: date
    last: date
    date_prec: int
    clarity: int | None
    low: int | None
    best: int | None
    high: int | None
    side_a: int | None
    side_b: int | None
    civilians: int | None
    unknown: int | None
    flags: int


class Place(NamedTuple):
    """A place as rows name it, with the precision that they give it (UCDP GED's scale)."""

    country: str
    adm_1: str
    adm_2: str
    name: str
    latitude: float | None
    longitude: float | None
    where_prec: int


class Dyad(NamedTuple):
    """A pair of actors: its key in the dataset, its name, its sides, and the type of violence (1, 2, 3; 0 unknown)."""

    key: str
    name: str
    side_a: str
    side_b: str
    type: int


class Aside(NamedTuple):
    """A row that is not kept as a value: where it stands, why, and its cells as they came."""

    number: int
    code: str
    column: str
    message: str
    cells: tuple[str, ...]


@dataclass(slots=True)
class Registers:
    """Places, pairs of actors and sources, numbered from 1 in the order in which rows first name them."""

    places: dict[Place, int] = field(default_factory=dict)
    dyads: dict[Dyad, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    first_rows: dict[int, int] = field(default_factory=dict)
    place_doubts: dict[int, int] = field(default_factory=dict)

    def place(self, place: Place, row: int) -> int:
        number = self.places.get(place)
        if number is None:
            number = self.places[place] = len(self.places) + 1
            self.first_rows[number] = row
        return number

    def dyad(self, dyad: Dyad) -> int:
        return self.dyads.setdefault(dyad, len(self.dyads) + 1)

    def source(self, words: str) -> int:
        return self.sources.setdefault(words, len(self.sources) + 1)
