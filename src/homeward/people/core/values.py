"""What one voice gives about one person, as given: the words of each field, and beside them how they were read.

The words are what counts and are never changed. A reading (a day, a country) may be empty, may be put right by a person, and
never takes the place of the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class NameGiven:
    """A name as it was written; `label` says which of several it is ("", "English", "mother's", "also called")."""

    words: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class DayGiven:
    """A day as it was written, and the days it may mean: ISO days, the last one not included, empty while nobody can tell.

    `calendar` is gregorian, hijri, solar hijri or hebrew, as marked or suspected; `flags` name doubts (homeward.identity.births).
    """

    words: str
    start: str = ""
    until: str = ""
    calendar: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentGiven:
    """A paper as it was written: its number, kind and country, and the days on it; `key` is the number as it is compared."""

    number: str
    kind: str = ""
    country: str = ""
    issued: DayGiven | None = None
    expires: DayGiven | None = None
    key: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeGiven:
    """Words that stand for something coded (a country, a sex, a need): the words, and the code when it is known."""

    words: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Values:
    """Everything one record gives. `more` keeps what no field is for: heading and words."""

    names: tuple[NameGiven, ...] = ()
    birth: DayGiven | None = None
    age: str = ""
    sex: CodeGiven | None = None
    nationalities: tuple[CodeGiven, ...] = ()
    documents: tuple[DocumentGiven, ...] = ()
    household: str = ""
    relation: str = ""
    place: str = ""
    contact: str = ""
    needs: tuple[CodeGiven, ...] = ()
    decision: str = ""
    remarks: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain values, what is empty left out; `from_json` gives the same record back."""
        return as_plain(self)

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """The record that `as_json` wrote; a field that is not known is a TypeError."""
        made: dict[str, Any] = dict(written)
        for name, kind in _INNER.items():
            if name in made:
                inner = made[name]
                made[name] = (
                    tuple(_made(kind, each) for each in inner) if isinstance(inner, list) else _made(kind, inner)
                )
        if "more" in made:
            made["more"] = tuple((heading, words) for heading, words in made["more"])
        return cls(**made)


def as_plain(value: Any) -> dict[str, Any]:
    """One of the values above as plain texts and lists, what is empty left out."""
    written: dict[str, Any] = _plain(value)
    return written


_INNER: dict[str, type[Any]] = {
    "names": NameGiven,
    "birth": DayGiven,
    "sex": CodeGiven,
    "nationalities": CodeGiven,
    "documents": DocumentGiven,
    "needs": CodeGiven,
    "issued": DayGiven,
    "expires": DayGiven,
}


def _made(kind: type[Any], written: Mapping[str, Any]) -> Any:
    return kind(
        **{
            name: _made(_INNER[name], value) if name in _INNER else tuple(value) if isinstance(value, list) else value
            for name, value in written.items()
        }
    )


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return {
        name: _plain(inner)
        for name in _names(type(value))
        if (inner := getattr(value, name)) is not None and inner != "" and inner != ()
    }


_NAMES: dict[type[Any], tuple[str, ...]] = {}
"""The fields of each kind of value: a list of a hundred thousand people asks for them a million times."""


def _names(kind: type[Any]) -> tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind))
    return _NAMES[kind]
