"""Sentences that the desk works out: in English, and as a code with values, so that a door can say them in any language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Values = tuple[tuple[str, Any], ...]
"""What a sentence names, by what it is in it: words as they were said, times, amounts, lengths, whole numbers, stages."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its code, its English words, and what stands in it."""

    code: str
    words: str
    values: Values = ()


def sentence(code: str, words: str, **values: Any) -> Sentence:
    """A sentence with the values that stand in it."""
    return Sentence(code, words, tuple(values.items()))


def in_english(told: Iterable[Sentence]) -> str:
    """Sentences one after the other: "its planned end; 2 days longer by the rule of extension"."""
    text = ""
    for each in told:
        text += ("" if not text else " " if text[-1] in ".:" else "; ") + each.words
    return text
