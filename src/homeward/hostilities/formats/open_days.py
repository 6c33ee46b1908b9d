"""A file of days on which a crossing was open or closed: a day and a word on each line; a day that it lacks is not known."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date

from homeward.refusals import Refused

OPEN = {"open": True, "closed": False}
FORM = "Write on each line a day and open or closed: 2026-01-31,open."


class NoOpenDays(Refused):
    """This is no file of days on which a crossing was open or closed."""


def open_days(name: str, data: bytes) -> Mapping[date, bool]:
    """Every day with its state; refuses a line that says neither, and a day that is said twice."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise NoOpenDays(where=name, instead="Save it as UTF-8.") from fault
    found: dict[date, bool] = {}
    rows = csv.reader(text.splitlines())
    for cells in rows:
        where = f"{name}, line {rows.line_num}"
        words = [cell.strip() for cell in cells]
        if not any(words) or (rows.line_num == 1 and words == ["day", "state"]):
            continue
        day, state = _line(words, where)
        if day in found:
            raise NoOpenDays("This day stands above already.", where=where, instead="Keep one line for each day.")
        found[day] = state
    if not found:
        raise NoOpenDays("It holds no day.", where=name, instead=FORM)
    return found


def _line(words: list[str], where: str) -> tuple[date, bool]:
    try:
        day, state = words
        return date.fromisoformat(day), OPEN[state.casefold()]
    except (ValueError, KeyError) as fault:
        raise NoOpenDays("This line names no day with its state.", where=where, instead=FORM) from fault
