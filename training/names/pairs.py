"""Pairs of spellings to learn from: one name part in two scripts, read from the train files only."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from homeward.names.letters import key

LANGUAGES = ("ar", "he", "ru", "zh", "ja", "ko")
Pair = tuple[str, str]
KEPT_BACK = 16
"""One in so many Latin spellings is kept from the models, to learn on it how far they can be trusted."""


def rows(file: Path) -> list[Pair]:
    """The first two columns of a file, as written."""
    lines = file.read_text(encoding="utf-8").splitlines()[1:]
    return [(cells[0], cells[1]) for line in lines if len(cells := line.split("\t")) >= 2]


def joined(text: str) -> str:
    """A key without its spaces: one part as the models read it."""
    return key(text).replace(" ", "")


def is_kept_back(latin: str) -> bool:
    """Whether a Latin spelling is kept from the models; the same in all languages."""
    return zlib.crc32(latin.encode()) % KEPT_BACK == 0


def parts(data: Path, language: str) -> list[Pair]:
    """Distinct pairs of a language's train file, foreign first."""
    found = ((joined(foreign), joined(latin)) for foreign, latin in rows(data / f"{language}_en.train.tsv"))
    return sorted({pair for pair in found if all(pair)})


def whole_korean(data: Path) -> list[Pair]:
    """Korean names written as one word, with their Latin parts joined in either order; none with a part of dev."""
    held = {joined(latin) for _, latin in rows(data / "ko_en.dev.tsv")}
    found = set()
    for foreign, latin in rows(data / "ko_en.full.train.tsv"):
        words = key(latin.replace("-", "")).split()
        if len(key(foreign).split()) == 1 and len(words) == 2 and not held & {*words, *key(latin).split()}:
            found |= {(joined(foreign), "".join(words)), (joined(foreign), "".join(reversed(words)))}
    return sorted(found)


def bridged(pairs: dict[str, list[Pair]], one: str, other: str) -> list[Pair]:
    """Spellings in two scripts that share a Latin one, when it does not stand for too many."""
    tables = [_by_latin(pairs[language]) for language in (one, other)]
    return sorted(
        {
            (a, b)
            for latin in tables[0].keys() & tables[1].keys()
            if len(tables[0][latin]) * len(tables[1][latin]) <= 4
            for a in tables[0][latin]
            for b in tables[1][latin]
        }
    )


def alike(pairs: dict[str, list[Pair]], languages: Iterable[str] = ("ar", "he", "ru")) -> list[Pair]:
    """Latin spellings of one foreign one, where two of them agree in two scripts."""
    seen: dict[Pair, int] = defaultdict(int)
    for language in languages:
        by_foreign = defaultdict(set)
        for foreign, latin in pairs[language]:
            by_foreign[foreign].add(latin)
        for group in by_foreign.values():
            if len(group) <= 12:
                for pair in combinations(sorted(group), 2):
                    seen[pair] += 1
    return sorted(pair for pair, times in seen.items() if times > 1)


def _by_latin(pairs: list[Pair]) -> dict[str, set[str]]:
    found = defaultdict(set)
    for foreign, latin in pairs:
        found[latin].add(foreign)
    return found
