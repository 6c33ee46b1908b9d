"""What the rows of a table leave open: asked once for all of them, with the places where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from homeward.lists.core.answers import LEAVE, TAKE
from homeward.lists.core.columns import Columns
from homeward.lists.core.fields import Field
from homeward.lists.core.plan import Row, SetAside
from homeward.people.core import readings

SHOWN = 10
"""Words for countries that a question shows."""
_OF_LINES = (
    (
        "several-people",
        "Cells may name two people. Is each of them one person's name?",
        (("keep", "yes: one person each, keep the cell as it is"), (LEAVE, "no: leave these rows set aside")),
    ),
    (
        "long-name",
        "Names have more than 1,000 characters. Are they names?",
        ((TAKE, "yes, take them in"), (LEAVE, "no: leave these rows set aside")),
    ),
)
_CALENDARS = (
    (readings.HIJRI, "Hijri"),
    (readings.SOLAR, "solar Hijri, of Iran and Afghanistan"),
    ("unread", "nobody knows: keep the words, unread"),
)
_COUNTRIES = (
    ("keep", "yes: keep the words, without a country"),
    ("stop", "no: the list is to be put right first"),
)


class LeftOpen(NamedTuple):
    """One question of the rows: its code, its words, the answers, and the column it is about if it is about one."""

    code: str
    words: str
    choices: tuple[tuple[str, str], ...]
    column: int | None = None


def left_open(rows: Sequence[Row], set_aside: Sequence[SetAside], looked: Columns) -> Iterator[LeftOpen]:
    """What is asked of lines that were set aside, of years in another calendar, and of words for countries."""
    for code, words, choices in _OF_LINES:
        if places := [line.number for line in set_aside if line.code == code]:
            yield LeftOpen(code, f"{words} Rows: {_listed(places)}.", choices)
    for at in looked.of(Field.BIRTH):
        yield from _calendar(at, looked, rows)
    yield from _countries(rows)


def _calendar(at: int, looked: Columns, rows: Sequence[Row]) -> Iterator[LeftOpen]:
    places = [row.number for row in rows if any(n.code == "birth-calendar" and n.column == at for n in row.notices)]
    if places:
        words = (
            f"In “{looked.heading(at)}” there are years that the common calendar does not have now, in rows "
            f"{_listed(places)}. By which calendar are they counted?"
        )
        yield LeftOpen("calendar", words, _CALENDARS, at)


def _countries(rows: Sequence[Row]) -> Iterator[LeftOpen]:
    """Words for nationalities that nobody knows, each with one of its rows."""
    unknown: dict[str, int] = {}
    for row in rows:
        if any(notice.code == "nationality-unknown" for notice in row.notices):
            for each in row.values.nationalities:
                if not each.code:
                    unknown.setdefault(each.words.strip()[:60], row.number)
    if unknown:
        told = "; ".join(f"“{words}” (row {number})" for words, number in list(unknown.items())[:SHOWN])
        more = f"; and {len(unknown) - SHOWN:,} more" if len(unknown) > SHOWN else ""
        words = f"Nobody knows these words for a nationality: {told}{more}. Are they to be kept as they are?"
        yield LeftOpen("nationality", words, _COUNTRIES)


def _listed(places: Sequence[int]) -> str:
    more = f" and {len(places) - 5:,} more" if len(places) > 5 else ""
    return ", ".join(f"{place:,}" for place in places[:5]) + more
