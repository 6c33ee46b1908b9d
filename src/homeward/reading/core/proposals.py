"""A proposal: what a reader takes a passage to say. Nothing of it is on the record before a person confirms it."""

from __future__ import annotations

from dataclasses import dataclass, field

from homeward.reading.core.found import FoundCondition, FoundFigure, Piece, When


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who is held to have said what, through whom, when, with what commitment; each with its place in the text.

    `chain` runs from the outside in and ends with the source; None in it is a hand that the passage does not name again.
    `stands_for` is the fuller name, earlier in the text, of the one whom a pronoun or a role means.
    `confidence` is between 0 and 1; `reasons` say of a field what it was read from.
    """

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    chain: tuple[Piece | None, ...]
    modality: str
    said: When | None
    figures: tuple[FoundFigure, ...]
    conditions: tuple[FoundCondition, ...]
    deadline: When | None
    confidence: float
    depth: int = 0
    stands_for: Piece | None = None
    reasons: dict[str, str] = field(default_factory=dict)


def words_of(text: str, pieces: tuple[Piece, ...]) -> str:
    """The words at these places."""
    return " … ".join(text[start:end] for start, end in pieces)
