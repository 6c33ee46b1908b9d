"""What can be found in the words of a statement: values, whatever the language they were read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

Number = int | Decimal
Piece = tuple[int, int]
"""Code points of the text as given, from the first to before the last."""
ASSERTED, POSSIBLE, DENIED, CONDITIONAL, PROMISED, CALLED_FOR = (
    "asserted", "possible", "denied", "conditional", "promised", "called_for",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Commitment:
    """A modality, and the words that were taken for its sign; none where nothing speaks against an assertion."""

    kind: str
    sign: str


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A number in a text: where it stands, how it was put, its bounds as written, what it counts.

    `lo` and `hi` are as said ("more than 500" has lo 500, hi None); `population` is where the words for what is counted stand.
    """

    start: int
    end: int
    op: str
    lo: Number | None
    hi: Number | None
    unit: str
    per: str
    population: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class FoundCondition:
    """What something depends on, as it stands in the text. `open` says that the words name no condition that can be checked."""

    start: int
    end: int
    relation: str
    open: bool


@dataclass(frozen=True, slots=True)
class When:
    """Days from and to, both included, None where open; how exactly they were told; and the words for it."""

    first: date | None
    last: date | None
    precision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hand:
    """One through whom it came, and whether before (outside) or behind (inside) the source that the cue has."""

    start: int
    end: int
    inside: bool


class Language(Protocol):
    """What is read off the words around and inside of a statement, in one language."""

    def figures(self, text: str, start: int, end: int) -> list[FoundFigure]:
        """The figures in `text[start:end]`, in their order."""

    def conditions(self, text: str, start: int, end: int) -> list[FoundCondition]:
        """The conditions in `text[start:end]`, in their order."""

    def modality(
        self, source: str, cue: str, content: str, hangs_on: Sequence[str], around: str = "", *, counts: bool = False
    ) -> Commitment:
        """The modality of a content under its cue: never asserted where anything speaks against it."""

    def said(
        self,
        text: str,
        cue: Piece,
        content: Piece,
        sentence: Piece,
        contents: list[Piece],
        cues: list[Piece],
        published: date,
    ) -> When | None:
        """When a statement was made; None when its sentence does not say."""

    def deadline(self, text: str, start: int, end: int, published: date) -> When | None:
        """By when what `text[start:end]` promises or threatens is due."""

    def hands(self, text: str, sentence: Piece, contents: list[Piece]) -> list[Hand]:
        """The hands named in a sentence outside of what was said, from the outside in."""
