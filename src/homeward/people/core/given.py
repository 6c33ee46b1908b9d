"""Facts as somebody types them, with their readings beside them: what cannot be read for sure stays words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from homeward.identity import births, countries, documents, sexes
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven, NameGiven, Values


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
        birth=day_given(birth, on=on) if birth.strip() else None,
        sex=CodeGiven(sex.strip(), sexes.read(sex)) if sex.strip() else None,
        nationalities=tuple(_nationality(words) for words in nationalities if words.strip()),
        documents=tuple(paper_given(words, on=on) for words in papers if words.strip()),
        age=age.strip(),
        household=household.strip(),
        relation=relation.strip(),
        place=place.strip(),
        contact=contact.strip(),
        remarks=remarks.strip(),
    )


def day_given(words: str, *, on: date | None = None) -> DayGiven:
    """A day as written, with the days it means when it can mean one thing only."""
    read = births.read(words.strip(), on=on)
    given = DayGiven(words.strip(), flags=read.flags)
    if len(read.candidates) != 1:
        return given
    (meant,) = read.candidates
    return replace(given, start=meant.start.isoformat(), until=meant.until.isoformat(), calendar=meant.calendar.value)


def paper_given(words: str, *, on: date | None = None) -> DocumentGiven:
    """A paper as written: its number, and behind the word "until" the last day on which it holds."""
    number, _, last = words.partition(" until ")
    read = documents.read(number.strip())
    return DocumentGiven(
        number.strip(),
        kind=read.kind.value if read.kind else "",
        country=read.country,
        expires=day_given(last) if last.strip() else None,
        key=read.key,
        flags=read.flags,
    )


def _nationality(words: str) -> CodeGiven:
    read = countries.read(words.strip())
    return CodeGiven(words.strip(), read.codes[0] if len(read.codes) == 1 and not read.candidates else "")
