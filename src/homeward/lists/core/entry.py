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
    """All words of an entry, and of a day that nobody doubts the day itself: two entries that are equal here are the same row.

    Offices write the same day as 08/03/1978 on Monday and as 1978-03-08 on Tuesday; that corrects nothing.
    """
    return (
        tuple((name.label, name.words) for name in values.names),
        day_as_compared(values.birth),
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


def day_as_compared(day: DayGiven | None) -> str:
    """What is compared of a day: the day itself where nobody doubts it, however a version writes it, else its words."""
    if day is None:
        return ""
    return f"{day.start}/{day.until}" if day.start and not day.flags else day.words


def _document(document: DocumentGiven) -> Words:
    days = (day_as_compared(document.issued), day_as_compared(document.expires))
    return (document.number, document.kind, document.country, *days)
