"""A day of birth that is written over three columns: its pieces are found, and read together as the one day that they are.

Their headings say it ("Birth day", "Month", "Year" under "Date of birth"), or one heading stands over three columns of which the
last two have none. What the pieces say is put together in their own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from homeward.lists.core.book import Line
from homeward.lists.core.contents import LATIN_DIGITS
from homeward.lists.core.fields import Field, meant
from homeward.names import key

ENOUGH = 0.9
"""The share of lines whose pieces must look like a day, where only one heading stands over the three."""
_PIECES = (
    "day days dd يوم اليوم יום день число jour gün gun günü gunu",
    "month months mm mon شهر الشهر חודש месяц місяць mois ay ayı ayi",
    "year years yyyy yy سنة السنة عام العام שנה שנת год рік année annee an yıl yil yılı yili",
)
_WORDS = tuple(frozenset(map(key, words.split())) for words in _PIECES)
_LETTERS = ("d", "m", "y")
_NUMBER, _YEAR, _MONTH_NAME = re.compile(r"\d{1,2}"), re.compile(r"\d{4}"), re.compile(r"[^\W\d_][^\d]{1,15}")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The three columns of a birth: in the order day, month, year when `named`, else from the left."""

    columns: tuple[int, int, int]
    named: bool

    @property
    def first(self) -> int:
        """The column that stands for the three."""
        return min(self.columns)

    def words(self, line: Line) -> str:
        """What the three say together; pieces that are not given are left out at the beginning only."""
        cells = [line.cells[at].strip() if at < len(line.cells) else "" for at in self.columns]
        while cells and not cells[0]:
            del cells[0]
        while not self.named and cells and not cells[-1]:
            del cells[-1]
        between = " " if any(letter.isalpha() for letter in "".join(cells)) else "/"
        return between.join(cells)


def piece(heading: str) -> int | None:
    """Which piece of a day a heading names: 0 the day, 1 the month, 2 the year; None when none, or several."""
    if key(heading.rsplit("\n", 1)[-1]) in _LETTERS:
        return _LETTERS.index(key(heading.rsplit("\n", 1)[-1]))
    words = set(key(heading).split())
    found = [at for at, known in enumerate(_WORDS) if words & known]
    return found[0] if len(found) == 1 else None


def is_divided(cells: Sequence[str]) -> bool:
    """Whether a line of headings holds nothing but day, month and year, each once or under several days."""
    pieces = [piece(cell) for cell in cells if cell.strip()]
    return None not in pieces and set(pieces) == {0, 1, 2}


def divided(headings: Sequence[str]) -> list[Pieces]:
    """Three columns side by side whose headings name day, month and year, of whatever day."""
    found = []
    for at in range(len(headings) - 2):
        told = [piece(headings[each]) for each in range(at, at + 3)]
        if set(told) == {0, 1, 2}:
            day, month, year = (at + told.index(each) for each in range(3))
            found.append(Pieces((day, month, year), named=True))
    return found


def births(headings: Sequence[str], settled: Mapping[int, Field]) -> frozenset[int]:
    """The columns that give a birth, by what was settled or by their headings."""
    return frozenset(at for at, words in enumerate(headings) if settled.get(at, _only(words)) is Field.BIRTH)


def pieces(headings: Sequence[str], body: Sequence[Line], settled: Mapping[int, Field]) -> Pieces | None:
    """The columns over which one day of birth is written; None when there are none, or another column gives the birth."""
    given = births(headings, settled)
    found = divided(headings) or _unnamed(headings, given, body)
    fits = [each for each in found if given and given <= set(each.columns)]
    free = [each for each in fits if all(settled.get(at, Field.BIRTH) is Field.BIRTH for at in each.columns)]
    return free[0] if len(free) == 1 else None


def _only(words: str) -> Field | None:
    fields, _ = meant(words)
    return fields[0] if len(fields) == 1 else None


def _unnamed(headings: Sequence[str], given: Set[int], body: Sequence[Line]) -> list[Pieces]:
    """Three columns under one heading whose cells are the pieces of days, line by line."""
    found = []
    for at in sorted(given):
        across = (at, at + 1, at + 2)
        if any(each < len(headings) and headings[each].strip() for each in across[1:]):
            continue
        cells = [[line.cells[each].strip() if each < len(line.cells) else "" for each in across] for line in body]
        filled = [each for each in cells if any(each)]
        if filled and sum(map(_is_day, filled)) >= ENOUGH * len(filled):
            found.append(Pieces(across, named=False))
    return found


def _is_day(cells: Sequence[str]) -> bool:
    one, two, three = (cell.translate(LATIN_DIGITS) for cell in cells)
    if _YEAR.fullmatch(one):
        one, three = three, one
    small = [cell for cell in (one, two) if _NUMBER.fullmatch(cell)]
    named = [cell for cell in (one, two) if _MONTH_NAME.fullmatch(cell)]
    return bool(_YEAR.fullmatch(three)) and len(small) + len(named) == 2 and len(named) < 2
