"""One entry of a version of a list, and by what it is known again in another version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from homeward.names import key
from homeward.names.cautions import names_nobody
from homeward.people.core.values import DayGiven, DocumentGiven, Values


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a version: the number of its line and what it gives. The running number is no part of it."""

    number: int
    values: Values


@dataclass(frozen=True, slots=True)
class Marks:
    """What an entry is known by: its name and day of birth as they are compared, and its documents; "" and () where none."""

    name: str
    birth: str
    documents: tuple[str, ...]
    default: bool
    """The day of birth is one that stands for "unknown": the first of January, or no more than a year."""


def marks(values: Values) -> Marks:
    """What an entry is known by; a name that names nobody is none."""
    name = key(values.names[0].words) if values.names else ""
    birth, default = _birth(values.birth)
    documents = tuple(dict.fromkeys(each.key for each in values.documents if each.key))
    return Marks("" if names_nobody(name.split()) else name, birth, documents, default)


def _birth(birth: DayGiven | None) -> tuple[str, bool]:
    if birth is None or "missing" in birth.flags:
        return "", False
    if birth.start:
        return f"{birth.start}/{birth.until}", birth.start.endswith("-01-01")
    return key(birth.words), False


Words = tuple[Any, ...]


def words(values: Values) -> Words:
    """All words of an entry and none of their readings: two entries with the same words are the same row."""
    return (
        tuple((name.label, name.words) for name in values.names),
        _day(values.birth),
        values.age,
        values.sex.words if values.sex else "",
        tuple(each.words for each in values.nationalities),
        tuple(map(_document, values.documents)),
        values.household,
        values.relation,
        values.place,
        values.contact,
        tuple(each.words for each in values.needs),
        values.decision,
        values.remarks,
        values.more,
    )


def _day(day: DayGiven | None) -> str:
    return day.words if day else ""


def _document(document: DocumentGiven) -> Words:
    return (document.number, document.kind, document.country, _day(document.issued), _day(document.expires))
