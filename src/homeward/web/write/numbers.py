"""A number as one types it while listening, "more than 500" or "5 to 6", taken apart into sign and numbers.

Nothing is guessed: what has none of these forms is handed on as it stands, and the desk says what is wrong with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from homeward.ledger.core.figures import VAGUE_WORDS, Op


@dataclass(frozen=True, slots=True)
class Put:
    """How a number was put: the sign, the numbers as typed, and the words where there was no number."""

    op: str
    lo: str
    hi: str = ""
    words: str = ""


_SIGNS: tuple[tuple[str, Op], ...] = (
    (r"more than|over|above|>(?!=)", Op.GT),
    (r"at least|no fewer than|not less than|>=|≥", Op.GE),
    (r"fewer than|less than|under|below|<(?!=)", Op.LT),
    (r"at most|up to|no more than|not more than|<=|≤", Op.LE),
    (r"about|around|approximately|some|circa|ca\.?|roughly|~", Op.ABOUT),
    (r"nearly|almost", Op.NEARLY),
    (r"exactly|=", Op.EQ),
)
_DIGIT = r"[\d٠-٩۰-۹]"
_NUMBER = rf"{_DIGIT}[\d٠-٩۰-۹,.  ]*"
_RANGE = re.compile(rf"(?:between|from)?\s*({_NUMBER}?)\s*(?:to|and|-|–|—)\s*({_NUMBER})", re.IGNORECASE)
_PUT = tuple((re.compile(rf"(?:{words})\s*({_NUMBER})", re.IGNORECASE), op) for words, op in _SIGNS)


def put(typed: str) -> Put:
    """Take a number as typed apart; a bare number is exact."""
    said = typed.strip()
    for form, op in _PUT:
        if found := form.fullmatch(said):
            return Put(op.value, found[1].strip())
    if found := _RANGE.fullmatch(said):
        return Put(Op.RANGE.value, found[1].strip(), found[2].strip())
    if " ".join(said.casefold().split()) in VAGUE_WORDS:
        return Put(Op.VAGUE.value, "", "", said)
    return Put(Op.EQ.value, said)
