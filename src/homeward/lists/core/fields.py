"""What a column of a list can mean, and the words that stand above such columns, in the languages that lists come in."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from homeward.lists.core.headings import HEADINGS
from homeward.names import key, script


class Field(StrEnum):
    """The closed set of what a column can hold; `OTHER` is kept under its heading, `NOTHING` is left out when a person says so."""

    RUNNING = "running number"
    NAME = "name"
    GIVEN = "given name"
    FATHER = "father's name"
    GRANDFATHER = "grandfather's name"
    FAMILY = "family name"
    OTHER_NAME = "name in another script"
    MOTHER = "mother's name"
    ALSO_CALLED = "also called"
    BIRTH = "birth"
    AGE = "age"
    SEX = "sex"
    NATIONALITY = "nationality"
    DOCUMENT = "document"
    DOCUMENT_KIND = "document kind"
    DOCUMENT_COUNTRY = "document country"
    ISSUED = "issued"
    EXPIRES = "expires"
    SECOND_DOCUMENT = "second document"
    HOUSEHOLD = "household"
    RELATION = "relation"
    PLACE = "place"
    CONTACT = "contact"
    NEEDS = "needs"
    DECISION = "decision"
    REMARKS = "remarks"
    MRZ = "machine-readable zone"
    OTHER = "other"
    NOTHING = "nothing"


NAMES = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY, Field.OTHER_NAME, Field.MRZ})
"""One of these must be there, or nobody is named."""
MANY = frozenset(
    {Field.OTHER_NAME, Field.ALSO_CALLED, Field.NATIONALITY, Field.NEEDS, Field.REMARKS, Field.CONTACT, Field.MRZ}
)
"""What several columns may hold."""
DAYS = frozenset({Field.BIRTH, Field.ISSUED, Field.EXPIRES})

_WORDS: dict[str, Field] = {
    key(phrase): Field(field) for field, phrases in HEADINGS.items() for phrase in re.split(r"[;\n]", phrases) if phrase
}
_LONGEST = max(len(phrase.split()) for phrase in _WORDS)
_MARKS = {"#": Field.RUNNING, "№": Field.RUNNING, "s/n": Field.RUNNING, "n°": Field.RUNNING, "м/ж": Field.SEX}
_LATIN_NAMES = frozenset(
    key(phrase)
    for phrase in (
        "english;in english;latin;eng;en;latin letters;بالانجليزية;باللغة الانجليزية;انجليزي;באנגלית;אנגלית;"
        "латиницей;на английском;лат;латинкою;en anglais;ingilizce;arabic;in arabic;ar;بالعربية;باللغة العربية;عربي;"
        "בערבית;בעברית;на русском;на арабском;по-английски;hebrew;in hebrew;russian;as in passport"
    ).split(";")
)


@lru_cache(maxsize=4096)
def meant(heading: str) -> tuple[tuple[Field, ...], bool]:
    """The fields that a heading may name, and whether its words are exactly such a heading, in one language or in two.

    More than one field means that its parts disagree; none, that nobody knows.
    """
    bare = " ".join(heading.split()).strip(" :*.")
    if bare.casefold() in _MARKS:
        return (_MARKS[bare.casefold()],), True
    whole = key(heading)
    if whole in _WORDS:
        return (_WORDS[whole],), True
    parts = [part for part in _parts(heading) if key(part)]
    found = [_WORDS.get(key(part)) for part in parts]
    named = tuple(dict.fromkeys(field for field in found if field))
    if len(named) == 1:
        return named, all(found) or len(parts) > 1
    if len(named) > 1:
        return _nearest(parts, named)
    return _contained(whole), False


_GENERAL: dict[Field, frozenset[Field]] = {
    Field.RUNNING: frozenset(Field) - {Field.RUNNING},
    Field.DOCUMENT: frozenset(
        {Field.DOCUMENT_KIND, Field.DOCUMENT_COUNTRY, Field.ISSUED, Field.EXPIRES, Field.SECOND_DOCUMENT}
    ),
    Field.NAME: frozenset(
        {Field.GIVEN, Field.FATHER, Field.GRANDFATHER, Field.FAMILY, Field.OTHER_NAME, Field.MOTHER, Field.ALSO_CALLED}
    ),
    Field.OTHER: frozenset({Field.BIRTH, Field.ISSUED, Field.EXPIRES}),
    Field.HOUSEHOLD: frozenset({Field.RELATION, Field.FAMILY}),
    Field.NATIONALITY: frozenset({Field.DOCUMENT_COUNTRY, Field.PLACE}),
}
"""Words that stand above several columns, and what a second word may make of them: "Passport / expiry", "Name / father"."""


def _nearest(parts: list[str], named: tuple[Field, ...]) -> tuple[tuple[Field, ...], bool]:
    """Of two parts where one is the general word for the other ("Passport / number"), the other one counts."""
    for order in (parts, parts[::-1]):
        if whole := _WORDS.get(" ".join(map(key, order))):
            return (whole,), True
    left = tuple(field for field in named if not any(other in _GENERAL.get(field, ()) for other in named))
    return (left, True) if len(left) == 1 else (named, False)


def says_script(heading: str) -> bool:
    """Whether a heading of names says in which letters they are: "Name (English)"."""
    whole = f" {key(heading)} "
    return any(f" {phrase} " in whole for phrase in _LATIN_NAMES)


def _parts(heading: str) -> list[str]:
    """A heading in two languages comes on two lines, with a stroke or brackets between, or changes its script."""
    parts = [part for part in re.split(r"[\n\r/|()\[\]،,;]| [-–—] ", heading) if part.strip()]
    return [each for part in parts for each in _by_script(part)]


def _by_script(part: str) -> list[str]:
    runs: list[list[str]] = []
    last = None
    for word in part.split():
        kind = script(word)
        if runs and (kind == last or kind.name == "OTHER"):
            runs[-1].append(word)
        else:
            runs.append([word])
        last = kind if kind.name != "OTHER" else last
    return [" ".join(run) for run in runs]


def _contained(whole: str) -> tuple[Field, ...]:
    """The longest phrases that stand inside a heading as whole words."""
    words = whole.split()
    found: dict[Field, int] = {}
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            field = _WORDS.get(" ".join(words[start : start + length]))
            if field is not None and len("".join(words[start : start + length])) > 1:
                found.setdefault(field, length)
        if found:
            break
    return tuple(found)
