"""The text of a paper cut into runs, each with what was read in it: who spoke, the word that says so, what was said, or nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

#: Code points of a text that a page shows; a report has far fewer.
MOST_SHOWN = 300_000
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_INNER_FIRST = {"source": 0, "cue": 1, "content": 2}


@dataclass(frozen=True, slots=True)
class Marked:
    """A place of a proposal: the number of its card, what it is there, and the family that colours it."""

    number: int
    role: str
    start: int
    end: int
    family: str
    verdict: str = "open"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together, read in one way; `of` are the cards they belong to, `opens` those whose words begin here."""

    start: int
    text: str
    role: str = ""
    family: str = ""
    of: str = ""
    opens: str = ""
    closes: bool = False
    unread: bool = False
    done: bool = False
    refused: bool = False


def paragraphs(text: str, marked: Sequence[Marked], unread: Sequence[tuple[int, int]]) -> Iterator[list[Run]]:
    """The paragraphs of a text in runs; a place that is read in several ways shows the innermost.

    A browser would make one sign of the two that end a line in some files; here they stay two, so that places keep.
    """
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    cuts = sorted({place for one in marked for place in (one.start, one.end)} | {p for one in unread for p in one})
    pending = deque(sorted(marked, key=lambda one: one.start))
    active: list[Marked] = []
    for start, end in _blocks(text):
        runs: list[Run] = []
        edges = [start, *_within(cuts, start, end), end]
        for first, last in pairwise(edges):
            while pending and pending[0].start <= first:
                active.append(pending.popleft())
            active = [one for one in active if one.end > first]
            runs.append(_run(text, first, last, active, unread))
        yield runs


def _run(text: str, start: int, end: int, active: Iterable[Marked], unread: Sequence[tuple[int, int]]) -> Run:
    here = sorted(active, key=lambda one: (one.end - one.start, _INNER_FIRST[one.role]))
    numbers = sorted({one.number for one in here})
    if not here:
        at = bisect_right(unread, start, key=lambda place: place[0])
        told = at if at and start < unread[at - 1][1] else 0
        return Run(start, text[start:end], of=f"u{told}" if told else "", unread=bool(told))
    opening = [one.number for one in here if one.role == "content" and one.start == start]
    return Run(
        start=start,
        text=text[start:end],
        role=here[0].role,
        family=here[0].family,
        of=" ".join(map(str, numbers)),
        opens=" ".join(map(str, sorted(opening))),
        closes=any(one.role == "content" and one.end == end for one in here),
        done=all(one.verdict != "open" for one in here),
        refused=all(one.verdict == "refused" for one in here),
    )


def _within(cuts: Sequence[int], start: int, end: int) -> list[int]:
    return list(cuts[bisect_right(cuts, start) : bisect_left(cuts, end)])


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs without the blank lines between them."""
    shown = min(len(text), MOST_SHOWN)
    place = 0
    for gap in (*_BLANK_LINE.finditer(text, 0, shown), None):
        end = gap.start() if gap else shown
        while place < end and text[place].isspace():
            place += 1
        if place < end:
            yield place, end
        place = gap.end() if gap else end
