"""A reader: one language, read by a finder of who said what and by the rules for the rest, under a name and a hash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from homeward.reading.core.found import Language, Piece
from homeward.reading.core.layers import Found, Layers, within
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.readings import Reading
from homeward.reading.core.standing_for import with_those_meant
from homeward.reading.core.unread import unread
from homeward.reading.core.words import words

LONGEST = 700_000
"""Code points of a text that are read: a hundred thousand words. What stands behind them is told to be unread."""
SHORT = 12
"""Signs of a hash that are shown to people."""
CORE = Path(__file__).parent.parent / "core"


def _as_read(text: str, found: list[Found]) -> list[Found]:
    return found


def _as_found(text: str, found: list[Proposal]) -> list[Proposal]:
    return found


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one language. The same text gives the same proposals on every run; nothing is asked of any other machine.

    `name` tells which reader it is, `hash` (SHA-256) of which model and rules it is made: a proposal is kept under both.
    """

    name: str
    hash: str
    language: str
    rules: Language
    attributions: Callable[[str], list[Found]]
    telling: Callable[[str], Iterator[int]]
    """Where in a text the words stand with which a report tells that somebody said something."""
    apart: Callable[[str, list[Found]], list[Found]] = _as_read
    """What the attributions of a text become where each statement of a report is to stand by itself."""
    carried: Callable[[str, list[Proposal]], list[Proposal]] = _as_found
    """What proposals become when those before them in the text are known."""

    @property
    def short(self) -> str:
        """The hash as it is shown to people."""
        return self.hash[:SHORT]

    def until(self, text: str) -> int:
        """Up to which code point a text is read; its length, unless it is longer than any report."""
        if len(text) <= LONGEST:
            return len(text)
        cut = max(text.rfind("\n", 0, LONGEST), text.rfind(" ", 0, LONGEST))
        return cut + 1 if cut > LONGEST // 2 else LONGEST

    def reading(self, text: str, published: date | None) -> Reading:
        """Everything that this reader makes of a text."""
        found = self.read(text, published)
        return Reading(
            text=text,
            reader=self.name,
            hash=self.hash,
            language=self.language,
            published=published,
            until=self.until(text),
            proposals=tuple(found),
            unread=tuple(self.unread(text, found)),
        )

    def read(self, text: str, published: date | None) -> list[Proposal]:
        """Who said what in a text that was published on this day; without the day, no weekday is counted."""
        text = text[: self.until(text)]
        found = Layers(words(text), self.rules, within(text, self._statements), published).proposals()
        return with_those_meant(text, self.carried(text, found))

    def _statements(self, text: str) -> list[Found]:
        return self.apart(text, self.attributions(text))

    def outermost(self, text: str) -> list[Found]:
        """Who said what by the places alone, without what is told within: the form of the corpora."""
        return self.attributions(text[: self.until(text)])

    def unread(self, text: str, proposals: list[Proposal]) -> list[Piece]:
        """The sentences that tell of somebody saying something and of which no proposal was made, in the order of the text."""
        text = text[: self.until(text)]
        return unread(words(text), self.telling(text), proposals)


@lru_cache(maxsize=8)
def hash_of(language: str, *files: Path) -> str:
    """SHA-256 over the rules of a language, over what all languages share, and over the files of a model."""
    whole = sha256()
    for file in (*sorted(CORE.glob("*.py")), *sorted((CORE / language).rglob("*.py")), *files):
        whole.update(f"{file.name} {file.stat().st_size}\n".encode())
        whole.update(file.read_bytes())
    return whole.hexdigest()
