"""Arabic letters as they are compared: one form for the hamzas, for ya and alef maksura, for ta marbuta; no vowel signs.

Every letter that is compared knows its place in the text as given, so that what is found is told in places of that text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from homeward.reading.core.tables import alternatives

_ALIKE = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ی": "ي", "ہ": "ه",
        "٫": ".", "٬": ",", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " ", "\u202f": " ",
    }
    | {chr(zero + number): str(number) for zero in (0x660, 0x6F0) for number in range(10)}
)  # fmt: skip
_SILENT = re.compile(
    "[\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the letters in which it is compared, with the place of each of them in the text as given."""

    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    given: str

    def at(self, place: int) -> int:
        """The first letter at or behind a place of the text as given."""
        return bisect_left(self.starts, place)

    def piece(self, first: int, until: int) -> tuple[int, int]:
        """Where these letters stand in the text as given, vowel signs of the last one included."""
        return self.starts[first], self.ends[until - 1]

    def matches(self, form: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches of a form in the letters of `text[start:end]`."""
        return form.finditer(self.plain, self.at(start), self.at(end))


def alike(words: str) -> str:
    """Words in the letters in which they are compared."""
    return _SILENT.sub("", _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form.group()), words)).translate(
        _ALIKE
    )


@lru_cache(maxsize=1024)
def _letter(letter: str) -> str:
    return alike(letter)


@lru_cache(maxsize=8)
def folded(text: str) -> Folded:
    """A text with the places of its letters. One that was asked for just before is not read again."""
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, letter in enumerate(text):
        same = _letter(letter)
        if not same and ends:
            ends[-1] = place + 1 if not letter.isspace() else ends[-1]
        for one in same:
            plain.append(one)
            starts.append(place)
            ends.append(place + 1)
    return Folded("".join(plain), tuple(starts), tuple(ends), text)


CLITICS = "[وف]?"
"""And, so: written together with the word behind them."""


def form(pattern: str) -> re.Pattern[str]:
    """A pattern in the letters in which texts are compared, whatever forms of a letter it was written with."""
    return re.compile(alike(pattern))


def any_of(table: str, before: str = CLITICS) -> re.Pattern[str]:
    """Any of the patterns of a table as a word or words of their own, with the clitics that may stand before them."""
    return form(rf"(?<!\w){before}(?:{alternatives(table)})(?!\w)")


def at_start(table: str, before: str = CLITICS) -> re.Pattern[str]:
    """Any of the patterns of a table at the beginning, behind marks."""
    return form(rf"^\W*{before}(?:{alternatives(table)})(?!\w)")
