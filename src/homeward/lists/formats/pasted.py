"""Lists as people write them into a mail: numbered lines, each with a person; or a person a line."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from homeward.lists.formats.delimited import Form
from homeward.lists.formats.lettered import Lettered
from homeward.lists.formats.making import TAKE_OR_STOP, Making, Places, SheetMaking
from homeward.lists.formats.met import Met

_NUMBERED = re.compile(
    r"[\s>\u200e\u200f\u2066-\u2069]*[(\[]?(\d{1,4})\s?(?:[.)\]:\u06d4]+\s*(?=[^\d\s,;|])|[-–—]\s+)(.*)"
)
_BETWEEN = ("\t", "|", ";", "؛", ",", "،", " - ", " – ", " — ", "   ", "  ")
_LEAST = 2  # numbered lines that make a list
_OUTSIDE = "It stands outside the numbered lines."


def is_numbered(lines: list[str], form: Form | None) -> bool:
    """Whether the lines are numbered one after another, as in a mail, and are not a table with a number in each row."""
    numbers = [int(found[1]) for line in lines if (found := _NUMBERED.fullmatch(line))]
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    if len(numbers) < _LEAST or steps < 0.5 * (len(numbers) - 1):
        return False
    first = next(line for line in lines if line.strip())
    is_table = form and form.share >= 0.9 and not _NUMBERED.fullmatch(first) and form.width > 2
    return not is_table


def rows(text: Lettered, book: Making, sheet: SheetMaking, met: Met) -> None:
    """Numbered lines as rows: the number, then what stands between the signs; what else there is, set aside."""
    items, outside = _items(text.lines)
    between = _between([words for _, _, words in items.values()])
    joined = Places()
    for at in sorted({*items, *outside}):
        if at in outside:
            cells, fault = [text.lines[at]], _OUTSIDE
        else:
            number, count, words = items[at]
            cells, fault = (
                [number, *(part.strip() for part in words.split(between))] if between else [number, words],
                "",
            )
            if count > 1:
                joined.note(f"{at + 1:,}")
        if sheet.line(at + 1, cells, fault=fault or text.faults.get(at, "")):
            met.line(at + 1, cells)
    if joined:
        book.note("joined-lines", sheet.where, f"Rows that run over several lines were put together: {joined}.")
    words = f"{len(items):,} numbered lines were taken for rows, one person each; nothing says what their parts are."
    book.ask("pasted-list", sheet.where, words, TAKE_OR_STOP, sheet=sheet.name)


def lines(text: Lettered, sheet: SheetMaking, met: Met) -> None:
    """Each line as one cell."""
    for at, line in enumerate(text.lines):
        cells = [line.strip("\ufeff")]
        if sheet.line(at + 1, cells, fault=text.faults.get(at, "")):
            met.line(at + 1, cells)


def _items(lines: list[str]) -> tuple[dict[int, tuple[str, int, str]], set[int]]:
    """Numbered lines (number, lines that they take, words) and lines outside of them, by where they begin."""
    items: dict[int, tuple[str, int, str]] = {}
    outside: set[int] = set()
    open_at = -1
    for at, line in enumerate(lines):
        if found := _NUMBERED.fullmatch(line):
            items[at], open_at = (found[1], 1, found[2].strip()), at
        elif not line.strip():
            open_at = -1
        elif open_at >= 0:
            number, count, words = items[open_at]
            items[open_at] = (number, count + 1, f"{words} {line.strip()}")
        else:
            outside.add(at)
    return items, outside


def _between(items: list[str]) -> str:
    """The sign that stands between the parts of most lines, or nothing."""
    counts = Counter(sign for words in items for sign in _BETWEEN if sign in words)
    most = [sign for sign in _BETWEEN if counts[sign] > 0.5 * len(items)]
    return max(most, key=lambda sign: (counts[sign], -_BETWEEN.index(sign)), default="")
