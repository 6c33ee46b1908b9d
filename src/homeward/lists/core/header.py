"""Where the headings of a table stand: under titles, on one line or two, nowhere, and again further down."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from homeward.lists.core.book import Line, Sheet
from homeward.lists.core.fields import Field, meant
from homeward.lists.core.split import divided, is_divided
from homeward.names import key

LOOKED_AT = 40
"""Lines from the top among which headings are looked for."""
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of a table: one text a column, the lines they stand on, and the first line below them.

    `number` is the line that a person would name, 0 when the table has no headings. `sure` is False when somebody must say.
    """

    words: tuple[str, ...]
    number: int
    lines: tuple[Line, ...]
    below: int
    titles: tuple[Line, ...] = ()
    sure: bool = True

    @property
    def signature(self) -> str:
        """What tells this table again in another version: its headings, whatever stands above or below."""
        if not self.number:
            return f"{len(self.words)} columns without headings"
        keys = "\x1f".join(key(word) or word.strip() for word in self.words)
        return hashlib.sha256(keys.encode("utf-8", "replace")).hexdigest()[:16]


def heading(sheet: Sheet, number: int | None = None) -> Heading:
    """The headings of a table; `number` is the line that a person named, 0 for none at all."""
    lines = sheet.lines
    if number is not None:
        return _on(lines, number)
    marks = [_known(line) for line in lines[:LOOKED_AT]]
    likely = [at for at, (known, filled) in enumerate(marks) if _is_heading(known, filled, lines[at])]
    if not likely:
        return _none(lines, sure=False)
    best = max(likely, key=lambda at: (marks[at][0], -at))
    first = next(at for at in likely if marks[at][0] * 2 > marks[best][0] or at == best)
    return _from(lines, first)


def is_repeated(line: Line, found: Heading) -> bool:
    """Whether a line only says the headings again, as it does at the head of each printed page."""
    said = _said(line)
    return bool(found.number) and len(said) >= 2 and any(said == _said(head) for head in found.lines)


def _said(line: Line) -> list[str]:
    return [word for word in map(key, line.cells) if word]


def _on(lines: Sequence[Line], number: int) -> Heading:
    if not number:
        return _none(lines, sure=True)
    at = next((at for at, line in enumerate(lines) if line.number == number), None)
    return _none(lines, sure=False) if at is None else _from(lines, at)


def _none(lines: Sequence[Line], *, sure: bool) -> Heading:
    width = max((len(line.cells) for line in lines), default=0)
    return Heading(("",) * width, 0, (), 0, sure=sure)


def _from(lines: Sequence[Line], at: int) -> Heading:
    """Headings that begin on a line and may go on, in another language or in parts, on the next."""
    over = [at - 1] if at and _is_above(lines[at - 1], lines[at]) else []
    under = [at + 1] if not over and at + 1 < len(lines) and _goes_on(lines[at], lines[at + 1]) else []
    places = [*over, at, *under]
    used = [lines[each] for each in places]
    return Heading(_joined(used), lines[at].number, tuple(used), places[-1] + 1, tuple(lines[: places[0]]))


def _known(line: Line) -> tuple[int, int]:
    """How many cells are words that stand above columns, and how many say anything."""
    filled = [cell for cell in line.cells if cell.strip()]
    of_days = 3 * len(divided(line.cells))  # "Day", "Month", "Year" side by side
    return of_days + sum(1 for cell in filled if len(cell) < 120 and _names_column(cell)), len(filled)


def _names_column(cell: str) -> bool:
    fields, exact = meant(cell)
    return bool(fields) and (exact or len(cell.split()) <= 8)


def _is_heading(known: int, filled: int, line: Line) -> bool:
    """Enough known words, and no cells with long numbers, which headings do not have."""
    if not known or any(re.search(r"\d{4,}", cell) for cell in line.cells):
        return False
    if filled <= 2:
        return any(cell.strip() and meant(cell)[1] and _is_name(cell) for cell in line.cells) or known == filled == 2
    exact = sum(1 for cell in line.cells if cell.strip() and meant(cell)[1])
    if exact >= 4:
        return True
    return (known >= 2 and exact >= 1 and known * 2 >= filled) or (known >= 3 and known * 3 >= filled)


def _is_name(cell: str) -> bool:
    return meant(cell)[0] in ((Field.NAME,), (Field.OTHER_NAME,))


def _goes_on(first: Line, second: Line) -> bool:
    """Whether the next line says the same columns again or divides them, and holds nobody."""
    if is_divided(second.cells):  # "Date of birth" over day, month and year
        return True
    known, filled = _known(second)
    digits = sum(1 for cell in second.cells if len(_DIGITS.findall(cell)) > 1)
    return filled > 0 and known * 2 > filled and not digits and sum(1 for c in second.cells if meant(c)[1]) * 2 >= known


def _is_above(first: Line, second: Line) -> bool:
    """Whether a line above holds words for groups of columns ("Passport" over "Number" and "Expiry")."""
    known, filled = _known(first)
    return filled >= 2 and known * 2 >= filled and not any(len(_DIGITS.findall(cell)) > 3 for cell in first.cells)


def _joined(lines: Sequence[Line]) -> tuple[str, ...]:
    """One text a column; a word over several columns counts for each of them that has a word of its own below."""
    width = max((len(line.cells) for line in lines), default=0)
    rows = [tuple(cell.strip() for cell in (*line.cells, *[""] * (width - len(line.cells)))) for line in lines]
    if len(rows) == 1:
        return rows[0]
    upper, lower = rows
    words, group = [], ""
    for at, (top, bottom) in enumerate(zip(upper, lower, strict=True)):
        if top:
            group = top if bottom else ""
            if at + 1 < width and not upper[at + 1] and lower[at + 1] and bottom and not _is_part(bottom):
                top = ""  # a word over several columns, each of which says by itself what it is
        over = top or (group if bottom and _is_part(bottom) else "")
        words.append("\n".join(each for each in (over, bottom) if each))
    return tuple(words)


def _is_part(word: str) -> bool:
    """Whether a word says little without the one above it: "number", "date"."""
    return meant(word)[0] in ((), (Field.RUNNING,), (Field.OTHER,), (Field.NAME,))
