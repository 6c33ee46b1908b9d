"""Through whom a report has a statement: those who handed it on, between the report and who is held to have said it."""

from __future__ import annotations

from homeward.reading.core.arabic.finding import outer_hands
from homeward.reading.core.found import Hand, Piece


def hands(text: str, sentence: Piece, contents: list[Piece]) -> list[Hand]:
    """The hands named in a sentence outside of what was said, from the outside in."""
    start, end = sentence
    return [
        Hand(start + first, start + last, False)
        for first, last in outer_hands(text[start:end])
        if not any(start + first < until and begin < start + last for begin, until in contents)
    ]
