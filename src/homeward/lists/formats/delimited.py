"""Lines with a sign between cells (.csv): which sign it is, and how a line is cut where quotation marks are wrong."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from homeward.lists.formats.bounds import CELL
from homeward.lists.formats.lettered import Lettered
from homeward.lists.formats.making import TAKE_OR_STOP, Making, Places, SheetMaking
from homeward.lists.formats.met import Met

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 400  # lines that are looked at
_LEAST_SHARE = 0.5  # of them, that have the same number of cells
_SEP = re.compile('\ufeff?"?sep=(.)"?\\s*', re.IGNORECASE)
_LONGEST = 60  # lines that one cell may run over
_OPENED = "A quotation mark is opened and not closed."
_AMID = "A quotation mark stands amid a cell."


@dataclass(frozen=True, slots=True)
class Form:
    """How lines are cut: the sign between cells, how many cells most lines have, and for how many lines that is so."""

    delimiter: str
    width: int
    share: float


def told_delimiter(lines: list[str]) -> tuple[str, bool]:
    """The sign that the first line itself names (“sep=;”), and whether it names one."""
    found = _SEP.fullmatch(lines[0]) if lines else None
    return (found[1], True) if found else ("", False)


def form(lines: list[str], told: str = "") -> Form | None:
    """How the lines are cut, or nothing when no sign stands in most of them equally often."""
    sample = [line for line in lines[: 2 * _SAMPLE] if line.strip() and not _SEP.fullmatch(line)][:_SAMPLE]
    found = [one for sign in ([told] if told else _DELIMITERS) if (one := _form(sample, sign))]
    found = [one for one in found if one.share >= _LEAST_SHARE or told]
    return max(found, key=lambda one: (round(one.share, 1), one.width), default=Form(told, 1, 1) if told else None)


def _form(sample: list[str], sign: str) -> Form | None:
    widths = Counter(len(cut(line, sign)[0]) for line in sample)
    several = [(count, width) for width, count in widths.items() if width > 1]
    if not several:
        return None
    count, width = max(several)
    return Form(sign, width, count / len(sample))


def cut(line: str, sign: str) -> tuple[list[str], str]:
    """The cells of a line, and what is wrong with its quotation marks; nothing is taken away where something is."""
    if '"' not in line:
        return line.split(sign), ""
    cells: list[str] = []
    at, fault = 0, ""
    while True:
        start = at
        while start < len(line) and line[start] in " \t" and line[start] != sign:
            start += 1
        if start < len(line) and line[start] == '"':
            cell, at, wrong = _quoted(line, start, sign)
            fault = fault or wrong
        else:
            end = line.find(sign, at)
            cell, at = (line[at:], len(line) + 1) if end < 0 else (line[at:end], end + 1)
        cells.append(cell)
        if at > len(line):
            return cells, fault


def _quoted(line: str, start: int, sign: str) -> tuple[str, int, str]:
    """A cell that begins with a quotation mark, where the next one begins, and what is wrong with it."""
    close = start + 1
    while True:
        close = line.find('"', close)
        if close < 0:
            end = line.find(sign, start)
            return (line[start:], len(line) + 1, _OPENED) if end < 0 else (line[start:end], end + 1, _OPENED)
        if line[close + 1 : close + 2] != '"':
            break
        close += 2
    end = line.find(sign, close)
    after = line[close + 1 :] if end < 0 else line[close + 1 : end]
    following = len(line) + 1 if end < 0 else end + 1
    if after.strip():
        return line[start : close + 1] + after, following, _AMID
    return line[start + 1 : close].replace('""', '"'), following, ""


def rows(text: Lettered, form: Form, book: Making, sheet: SheetMaking, met: Met, *, skipped: int = 0) -> None:
    """Put the lines into the sheet, those that are not cut for sure with the reason."""
    at, head, wrong = skipped, False, Places()
    while at < len(text.lines):
        number, fault = at + 1, text.faults.get(at, "")
        cells, amiss, taken = _record(text, at, form)
        at += taken
        fault = fault or amiss or _ragged(cells, form, head=head)
        if not head and len(cells) > 1 and not fault:
            head = True
            _tell_narrow(cells, form, book, sheet, number)
        if sheet.line(number, cells, fault=fault):
            met.line(number, cells)
            if fault:
                wrong.note(f"{number:,}")
    if wrong:
        book.note("set-aside", sheet.where, f"Rows could not be cut into cells for sure, and are set aside: {wrong}.")


def _record(text: Lettered, at: int, form: Form) -> tuple[list[str], str, int]:
    """The cells of the row that begins on a line, what is wrong with them, and how many lines it takes."""
    line = text.lines[at]
    cells, fault = cut(line, form.delimiter)
    if fault != _OPENED:
        return cells, fault, 1
    joined = line
    for more in range(1, min(_LONGEST, len(text.lines) - at)):
        following = text.lines[at + more]
        if at + more in text.faults or len(joined) > 2 * CELL or '"' not in joined:
            break
        joined = f"{joined}\n{following}"
        if '"' not in following:
            if following.count(form.delimiter) >= form.width - 1 > 0:
                break  # a whole row would be swallowed
            continue
        whole, amiss = cut(joined, form.delimiter)
        if not amiss:
            if len(whole) == form.width and not _swallowed(whole, form):
                return whole, "", more + 1
            break
        if amiss != _OPENED:
            break
    return cells, fault, 1


def _swallowed(cells: list[str], form: Form) -> bool:
    """Whether a line within a cell looks like a row of its own."""
    return any(
        line.count(form.delimiter) >= form.width - 1 > 0 for cell in cells if "\n" in cell for line in cell.split("\n")
    )


def _ragged(cells: list[str], form: Form, *, head: bool) -> str:
    full = len(cells)
    while full > form.width and not cells[full - 1].strip():
        full -= 1
    if full > form.width:
        return f"It has {full:,} cells, and most rows have {form.width:,}."
    if head and len(cells) < form.width and any(cell.strip() for cell in cells):
        return f"It has {len(cells):,} cell{'s' if len(cells) > 1 else ''}, and most rows have {form.width:,}."
    return ""


def _tell_narrow(cells: list[str], form: Form, book: Making, sheet: SheetMaking, number: int) -> None:
    if len(cells) < form.width:
        words = (
            f"The first row of cells has {len(cells):,} of them, and most rows have {form.width:,}: "
            "which heading stands over which cell is not sure."
        )
        book.ask("narrow-heading", sheet.place(number), words, TAKE_OR_STOP, sheet=sheet.name)
