"""Facts as somebody types them, with their readings beside them: what cannot be read for sure stays words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from homeward.people.core import readings
from homeward.people.core.values import DocumentGiven, NameGiven, Values


def values_given(
    *,
    names: Iterable[str] = (),
    birth: str = "",
    sex: str = "",
    nationalities: Iterable[str] = (),
    papers: Iterable[str] = (),
    on: date | None = None,
    age: str = "",
    household: str = "",
    relation: str = "",
    place: str = "",
    contact: str = "",
    remarks: str = "",
) -> Values:
    """Values out of plain words; `papers` are numbers, each perhaps with "until DAY" behind it; `on` is the day of writing."""
    return Values(
        names=tuple(NameGiven(name.strip()) for name in names if name.strip()),
        birth=readings.day(birth.strip(), None, on) if birth.strip() else None,
        sex=readings.sex(sex.strip()) if sex.strip() else None,
        nationalities=tuple(
            code for words in nationalities if words.strip() for code in readings.nationalities(words.strip())[0]
        ),
        documents=tuple(_paper(words, on) for words in papers if words.strip()),
        age=age.strip(),
        household=household.strip(),
        relation=relation.strip(),
        place=place.strip(),
        contact=contact.strip(),
        remarks=remarks.strip(),
    )


def _paper(words: str, on: date | None) -> DocumentGiven:
    """A paper as written: its number, and behind the word "until" the last day on which it holds."""
    number, _, last = words.partition(" until ")
    return readings.document(number.strip(), expires=readings.day(last.strip(), None, on) if last.strip() else None)
