"""A name as an office writes it: one person, spelled otherwise by each style, and the same by one style every time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from homeward.invented.cyrillic import latin
from homeward.invented.spellings import Part


class Style(StrEnum):
    """By whose habit a name is written."""

    ARABIC = "civil registry, Arabic"
    ENGLISH = "passport, English habits"
    FRENCH = "passport, French habits"
    RUSSIAN = "consulate, Russian"
    RUSSIAN_PASSPORT = "Russian passport, Latin"
    UKRAINIAN_PASSPORT = "Ukrainian passport, Latin"
    HEBREW = "ministry, Hebrew"


_NUMBER = {style: at for at, style in enumerate(Style)}
_SPELLINGS = {
    Style.ARABIC: "arabic",
    Style.ENGLISH: "english",
    Style.FRENCH: "french",
    Style.RUSSIAN: "cyrillic",
    Style.HEBREW: "hebrew",
}
_ARTICLE = {
    Style.ARABIC: ("ال",),
    Style.ENGLISH: ("Al-", "Al ", "El-", "Al"),
    Style.FRENCH: ("El ", "Al "),
    Style.RUSSIAN: ("Аль-", "Аль "),
    Style.HEBREW: ("אל-", "אל "),
}
_ABU = {
    Style.ARABIC: ("أبو ",),
    Style.ENGLISH: ("Abu ", "Abu"),
    Style.FRENCH: ("Abou ",),
    Style.RUSSIAN: ("Абу ", "Абу-"),
    Style.HEBREW: ("אבו ",),
}


WAYS = 120
"""Numbers below this choose among spellings."""


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name. `own` and `house` choose among usual spellings: people of a house share those of their family."""

    given: Part | None
    family: Part | None
    fathers: tuple[Part, ...] = ()
    patronymic: str = ""
    own: int = 0
    house: int = 0

    def first(self, style: Style) -> str:
        """The given name alone; empty where there is none."""
        return _spelled(self.given, style, self.own) if self.given else ""

    def last(self, style: Style) -> str:
        """The family name alone, with what stands before it; empty where there is none."""
        return _spelled(self.family, style, self.house) if self.family else ""

    def line_of_fathers(self, style: Style) -> tuple[str, ...]:
        """The names of father and grandfather, where the name has them."""
        return tuple(_spelled(father, style, self.house + at) for at, father in enumerate(self.fathers, 1))

    def written(self, style: Style) -> str:
        """The whole name in the order of that office."""
        if style in (Style.RUSSIAN, Style.RUSSIAN_PASSPORT, Style.UKRAINIAN_PASSPORT):
            middle = (self.patronymic,) if style is Style.RUSSIAN else ()
            return " ".join(filter(None, (self.last(style), self.first(style), *middle)))
        return " ".join(filter(None, (self.first(style), *self.line_of_fathers(style), self.last(style))))


@lru_cache(maxsize=131_072)
def _spelled(part: Part, style: Style, chance: int) -> str:
    if style is Style.RUSSIAN_PASSPORT:
        return latin(_spelled(part, Style.RUSSIAN, chance))
    if style is Style.UKRAINIAN_PASSPORT:
        return part.ukrainian or latin(_spelled(part, Style.RUSSIAN, chance))
    mixed = chance + 7 * _NUMBER[style]
    spellings: tuple[str, ...] = getattr(part, _SPELLINGS[style])
    # Of six, the likeliest is taken by three at least.
    word = spellings[(0, 1, 0, 2, 0, 1)[mixed % 6] % len(spellings)]
    if not (part.article or part.abu):
        return word
    before = _ARTICLE[style] if part.article else _ABU[style]
    chosen = before[mixed // 6 % len(before)]
    return f"{chosen}{word}" if not chosen[-1].isalpha() or style is Style.ARABIC else f"{chosen}{word.lower()}"
