"""Articles with who said what in them, as the tagger learns them: JSON lines, one article each (training/README.md)."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.reading.core.parts import INSIDE, NONE, PARTS
from homeward.reading.core.words import Words, windows, words
from homeward.reading.engines.pieces import BEGIN, END, Pieces

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its words, their pieces, and for each reading of it the part of each word."""

    id: str
    words: Words
    pieces: list[tuple[int, ...]]
    readings: list[list[int]]
    attributions: list[dict[str, Any]]

    def pieced(self, first: int, until: int) -> tuple[list[int], list[int]]:
        """The pieces of a window, with its ends, and where in it each word begins."""
        ids, places = [BEGIN], []
        for number in range(first, until):
            places.append(len(ids))
            ids.extend(self.pieces[number])
        return [*ids, END], places


def articles(path: Path, pieces: Pieces, others: Path | None = None) -> list[Article]:
    """The articles of a file. `others` holds what further people made of some of them; each is one more reading."""
    found: dict[str, Article] = {}
    for row in _rows(path):
        split = words(row["text"])
        cut = pieces.of([split.word(number) for number in range(len(split))])
        found[row["id"]] = Article(row["id"], split, cut, [_parts(split, row["attributions"])], row["attributions"])
    for row in _rows(others) if others else ():
        known = found.get(row["id"])
        if known is not None:
            reading = _parts(known.words, row["attributions"])
            if reading not in known.readings:
                known.readings.append(reading)
    return list(found.values())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _parts(split: Words, attributions: list[dict[str, Any]]) -> list[int]:
    """The part of each word: begins, goes on, or none."""
    owner = {code: number for number, start in enumerate(split.starts) for code in range(start, split.ends[number])}
    parts = [NONE] * len(split)
    for attribution in attributions:
        for role in ROLES:
            begin = PARTS.index(f"B-{role}")
            for start, end in attribution[role]:
                numbers = sorted({owner[code] for code in range(start, end) if code in owner})
                for place, number in enumerate(numbers):
                    parts[number] = begin if place == 0 else begin + INSIDE
    return parts


def batches(
    texts: list[Article], size: int, most: int, chance: random.Random
) -> Iterator[list[tuple[list[int], list[int], list[int]]]]:
    """All articles once, cut anew, as batches of (pieces, places of words, parts), those of like length together."""
    cut = []
    for article in texts:
        reading = chance.choice(article.readings)
        sizes = [len(each) for each in article.pieces]
        for first, until in windows(article.words, sizes, most, chance.randrange(most // 4, most)):
            cut.append((*article.pieced(first, until), reading[first:until]))
    chance.shuffle(cut)
    pools = [sorted(cut[at : at + 50 * size], key=lambda one: len(one[0])) for at in range(0, len(cut), 50 * size)]
    made = [pool[at : at + size] for pool in pools for at in range(0, len(pool), size)]
    chance.shuffle(made)
    yield from made
