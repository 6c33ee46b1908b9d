"""Rows of two lists as a file holds them, for whoever links them: plain values, no code of the product."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """What one list writes of one person; empty is not written. `birth` is a day, a year, or nothing.

    Each of `numbers` is a number as written, the kind of paper, and its country. `household` is a number of this list alone.
    """

    id: str
    names: tuple[str, ...]
    birth: str = ""
    numbers: tuple[tuple[str, str, str], ...] = ()
    sex: str = ""
    nationalities: tuple[str, ...] = ()
    household: str = ""
    place: str = ""


def write(rows: Iterable[Row], file: Path) -> None:
    with file.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


def read(file: Path) -> list[Row]:
    found = []
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            told["names"], told["nationalities"] = tuple(told["names"]), tuple(told["nationalities"])
            told["numbers"] = tuple(tuple(number) for number in told["numbers"])
            found.append(Row(**told))
    return found


def houses(rows: Sequence[Row]) -> dict[str, list[int]]:
    """The places of the rows of each household."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if row.household:
            found.setdefault(row.household, []).append(at)
    return found
