"""The plain value that everything here compares: what one voice gives about one person, as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Birth:
    """One reading of a day of birth: days from `start`, up to and without `until`; `flags` as homeward.identity.births."""

    start: date
    until: date
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a paper as it is compared (homeward.identity.documents), with kind and country where they are known."""

    key: str
    kind: str = ""
    country: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What is compared of one person; whatever is empty is not known and says nothing.

    `id` is given by whoever calls and is unique within one side. `household` is the key of a family within its side, `family`
    are the names of its others, as written.
    """

    id: str
    names: tuple[str, ...] = ()
    births: tuple[Birth, ...] = ()
    numbers: tuple[Number, ...] = ()
    sex: str = ""
    nationalities: tuple[str, ...] = ()
    household: str = ""
    family: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
