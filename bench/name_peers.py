"""What names are held against: the open libraries that desks use today, each in the way that suits it best.

A peer runs only where it is installed: rapidfuzz with anyascii; nomenklatura (logic-v2, the matcher of OpenSanctions), which
weighs the hundred names that rapidfuzz finds nearest, since weighing all takes minutes a query. Whatever it costs, how many
queries it is asked is told beside its figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

import numpy as np

from homeward.names.letters import key

Finder = Callable[[Sequence[str], Sequence[str], int], list[list[int]]]
Scorer = Callable[[Sequence[tuple[str, str]]], list[float]]


@dataclass(frozen=True)
class Peer:
    """A library with its way to find names and to score pairs; `most` queries are asked of it."""

    name: str
    find: Finder
    score: Scorer
    most: int


def peers() -> Iterator[Peer]:
    """Those that are installed here."""
    plain = romaniser()
    if plain is None:
        return
    try:
        from rapidfuzz import fuzz
    except ImportError:
        return

    def score(pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [fuzz.token_sort_ratio(plain(a), plain(b)) for a, b in pairs]

    yield Peer("rapidfuzz", nearest(plain), score, 500)
    if weigh := logic():
        find = nearest(plain)

        def found(names: Sequence[str], asked: Sequence[str], k: int) -> list[list[int]]:
            rows = []
            for a, near in zip(asked, find(names, asked, 100), strict=True):
                scores = weigh([(a, names[n]) for n in near])
                order = sorted(range(len(near)), key=lambda at, scores=scores: -scores[at])
                rows.append([near[at] for at in order[:k]])
            return rows

        yield Peer("nomenklatura", found, weigh, 200)


def romaniser() -> Callable[[str], str] | None:
    """Any script in Latin letters, where anyascii is installed."""
    try:
        from anyascii import anyascii
    except ImportError:
        return None
    return lambda text: key(anyascii(text))


def nearest(plain: Callable[[str], str]) -> Finder:
    """The names nearest to each query by rapidfuzz, over all of them."""
    from rapidfuzz import fuzz, process

    def find(names: Sequence[str], asked: Sequence[str], k: int) -> list[list[int]]:
        there, found = [plain(name) for name in names], []
        for start in range(0, len(asked), 50):
            some = [plain(a) for a in asked[start : start + 50]]
            scores = process.cdist(some, there, scorer=fuzz.token_sort_ratio, dtype=np.float32)
            found += [row.tolist() for row in np.argsort(-scores, axis=1, kind="stable")[:, :k]]
        return found

    return find


def logic() -> Scorer | None:
    """How likely logic-v2 holds two names for one person's, each as an entity that has nothing but its name."""
    try:
        from followthemoney import model
        from nomenklatura.matching import get_algorithm
    except ImportError:
        return None
    matcher = get_algorithm("logic-v2")
    assert matcher is not None
    settings = matcher.default_config()

    def score(pairs: Sequence[tuple[str, str]]) -> list[float]:
        people = {
            name: model.get_proxy({"id": uuid4().hex, "schema": "Person", "properties": {"name": [name]}})
            for name in dict.fromkeys(name for pair in pairs for name in pair)
        }
        return [matcher.compare(people[a], people[b], settings).score for a, b in pairs]

    return score
