"""The names that a line gives: the whole one, its parts, other spellings, aliases; and what a person should know of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from homeward.lists.core.fields import Field
from homeward.names import Script, cautions, key, read, script
from homeward.names.cautions import LONG
from homeward.names.words import ALIASES
from homeward.people.core.values import NameGiven

PARTS: dict[Field, str] = {
    Field.GIVEN: "given",
    Field.FATHER: "father's",
    Field.GRANDFATHER: "grandfather's",
    Field.FAMILY: "family",
}
"""Labels of the parts of a name, in the order in which they make one."""
MOTHERS, ALSO = "mother's", "also called"
_LETTERS = {Script.LATIN: "English"}
_TOLD = {"several", "long", "empty"}
_ALIAS = re.compile(r"(?i)(?:^|[\s,(])(?:" + "|".join(map(re.escape, ALIASES)) + r")[\s:.]+")
_CHILD_OF = re.compile(
    r"(?i)\s*(?:new\s?born|infant|baby|child|son|daughter)(?:\s+(?:boy|girl|son|daughter))?\s+of\s+(?P<of>.+)|"
    r"\s*(?:طفل|طفلة|رضيع|رضيعة|مولود|مولودة|ابن|ابنة)\s+(?P<of_ar>\S+\s+\S.*)"
)
_TWO_WORDS = re.compile(r"(?:[^\W\d_][\w.'’ʼ-]*\s+)+[^\W\d_][\w.'’ʼ-]*")
_BETWEEN = re.compile(r"\s*[/\\&;\n]\s*|\s+\+\s+")


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a line, first the one it is listed under; `several` when a cell may hold two people.

    `doubts` are codes, fields and sentences: what to know of the text of a name.
    """

    names: tuple[NameGiven, ...]
    doubts: tuple[tuple[str, Field, str], ...] = ()
    several: str = ""
    unseen: bool = False

    @property
    def longest(self) -> int:
        return max((len(name.words) for name in self.names), default=0)


def named(cells: Mapping[Field, Sequence[str]], *, one_person: bool) -> Named:
    """The names in the cells of a line; `one_person` is a person's answer that no cell holds two."""
    names: list[NameGiven] = []
    several = ""
    for field in (Field.NAME, Field.OTHER_NAME):
        for words in cells.get(field, ()):
            found, two = _spellings(words, one_person=one_person)
            several = several or two
            names += [_lettered(name, field, bool(names) or bool(at)) for at, name in enumerate(found)]
    parts = [NameGiven(words, PARTS[field]) for field in PARTS for words in cells.get(field, ())]
    if parts and not any(name.label == "" for name in names):
        names.insert(0, NameGiven(" ".join(part.words.strip() for part in parts)))
    names += parts
    for field, label in ((Field.MOTHER, MOTHERS), (Field.ALSO_CALLED, ALSO)):
        names += [NameGiven(words, label) for words in cells.get(field, ())]
    if names and not names[0].label and (alias := _aliases(names[0].words)):
        names += [NameGiven(words, ALSO) for words in alias]
    texts = [name.words for name in names if name.label not in (MOTHERS, ALSO)]
    return Named(tuple(names), tuple(_doubts(cells)), several, bool(texts) and not any(map(key, texts)))


def child_of(words: str) -> str:
    """Whose child a name says somebody is, where it says no more: "infant of Salma Darvish"; nothing of any other name."""
    found = _CHILD_OF.fullmatch(" ".join(words.split()))
    return (found["of"] or found["of_ar"]).strip() if found else ""


def _lettered(words: str, field: Field, further: bool) -> NameGiven:
    """A further spelling is labelled by its letters."""
    if field is Field.NAME and not further:
        return NameGiven(words)
    letters = script(words)
    return NameGiven(
        words, _LETTERS.get(letters, letters.name.capitalize() if letters is not Script.OTHER else "other")
    )


def _spellings(words: str, *, one_person: bool) -> tuple[list[str], str]:
    """One name, or its spellings in several letters; and the words when they may be two people's."""
    if not re.search(r"[/\\&;\n+]", words) or _ALIAS.search(words):
        return [words], ""
    parts = [part for part in _BETWEEN.split(words) if key(part)]
    scripts = [script(part) for part in parts]
    if len(parts) > 1 and len(set(scripts)) == len(parts):
        return parts, ""
    two = len(parts) > 1 and all(_TWO_WORDS.fullmatch(part) for part in parts)
    return [words], words if two and not one_person else ""


def _aliases(words: str) -> tuple[str, ...]:
    """What stands after "aka" or on a second line, which is another name of the same person."""
    if "\n" not in words and not _ALIAS.search(words):
        return ()
    return read(words).aliases


def _doubts(cells: Mapping[Field, Sequence[str]]) -> Iterator[tuple[str, Field, str]]:
    """Cautions about each cell of a name, and whether the whole names somebody at all."""
    whole = " ".join(words for field in (Field.NAME, *PARTS) for words in cells.get(field, ()))
    for field in (Field.NAME, *PARTS, Field.OTHER_NAME, Field.MOTHER, Field.ALSO_CALLED):
        for words in cells.get(field, ()):
            if is_plain(words):
                continue
            for caution in cautions(words):
                if caution.code not in _TOLD and not (caution.code == "unnamed" and field in PARTS):
                    yield f"name-{caution.code}", field, caution.message
    first = Field.NAME if Field.NAME in cells else Field.OTHER_NAME if Field.OTHER_NAME in cells else Field.GIVEN
    whole = whole or " ".join(cells.get(Field.OTHER_NAME, ()))
    if found := _CHILD_OF.fullmatch(whole):
        of = found["of"] or found["of_ar"]
        yield "child-of", first, f"Named only as a child of {of}; is {of} on this list?"
    elif len(key(whole).split()) <= 2 and key(whole) and not (name := read(whole)).complete and not name.unnamed:
        yield "name-incomplete", first, "A given name or a family name is lacking."
    elif not any(letter.isalpha() for letter in whole) and key(whole):
        yield "name-no-letters", first, "No letter stands in this name."


_PLAIN = re.compile(r"[A-Za-z]{2,}(?:[ '-][A-Za-z]{2,}){1,8}")
_NOBODY = re.compile(
    r"(?i)\b(?:unknown|unnamed|unidentified|anonymous|noname|infant|baby|newborn|boy|girl|male|female|child|nn)\b"
)


def is_plain(words: str) -> bool:
    """Whether a name is made of a few whole words of plain Latin letters, of which there is nothing to know: the short way."""
    return len(words) < 100 and bool(_PLAIN.fullmatch(words)) and not _NOBODY.search(words)


def is_too_long(found: Named) -> bool:
    """Whether a name has more letters than any name."""
    return found.longest > LONG
