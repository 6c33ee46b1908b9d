"""The parts that a word can have in an attribution, as the tagger tells them: it begins one, goes on with one, or has none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

PARTS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NONE, INSIDE = 0, 1
"""No part; and how far behind its beginning the inside of a part is numbered."""


def pieces(parts: Sequence[int]) -> list[tuple[str, int, int]]:
    """The runs of words with a part: its name, first word, and the word after its last."""
    found: list[tuple[str, int, int]] = []
    for number, part in enumerate(parts):
        if part == NONE:
            continue
        name = PARTS[part][2:]
        if PARTS[part].startswith("I-") and found and found[-1][0] == name and found[-1][2] == number:
            found[-1] = (name, found[-1][1], number + 1)
        else:
            found.append((name, number, number + 1))
    return found


def within_paragraphs(runs: Iterable[tuple[str, int, int]], last_words: frozenset[int]) -> list[tuple[str, int, int]]:
    """The runs with those of a source or a cue cut where a paragraph ends: a headline is no part of the name below it.

    `last_words` are the numbers of the words with which paragraphs end. What was said may go on over paragraphs.
    """
    cut: list[tuple[str, int, int]] = []
    for name, first, until in runs:
        ends = [number + 1 for number in range(first, until - 1) if number in last_words] if name != "content" else []
        cut.extend((name, *stretch) for stretch in pairwise([first, *ends, until]))
    return cut
