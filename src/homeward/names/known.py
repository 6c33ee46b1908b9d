"""Spellings known beforehand: common name parts of many peoples with what offices make of them in four scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from homeward.names.letters import Script, script, unaccented


@dataclass(frozen=True, slots=True)
class Known:
    """Which known parts a spelling may be; one spelling can be of several."""

    parts: dict[str, frozenset[int]]
    short: dict[str, frozenset[int]]
    what: tuple[str, ...]
    arabic: tuple[frozenset[str], ...]

    def are_apart(self, ones: frozenset[int], others: frozenset[int]) -> bool:
        """Whether no part of the one is a part of the other, nor its form in another people's mouth.

        Mehmet and Muhammad are written alike in Arabic letters; they are not told to be two names.
        """
        return not any(one == other or self.arabic[one] & self.arabic[other] for one in ones for other in others)

    def of(self, keys: Iterable[str]) -> frozenset[int]:
        """The parts that any of the keys is a usual spelling of."""
        return frozenset().union(*(self.parts.get(unaccented(key), frozenset()) for key in keys))

    def short_of(self, keys: Iterable[str]) -> frozenset[int]:
        """The parts that any of the keys is a short form of."""
        return frozenset().union(*(self.short.get(unaccented(key), frozenset()) for key in keys))

    def kinds(self, keys: Iterable[str]) -> frozenset[str]:
        """What the keys may be: given, family, patronymic."""
        return frozenset(self.what[at].split()[0] for at in self.of(keys))


@lru_cache(maxsize=1)
def known() -> Known:
    """What lies in the package."""
    parts: dict[str, set[int]] = defaultdict(set)
    short: dict[str, set[int]] = defaultdict(set)
    what: list[str] = []
    arabic: list[frozenset[str]] = []
    text = (files("homeward.names.weights") / "known.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        kind, _, spellings = line.partition("\t")
        if kind.startswith("short "):
            for spelling in spellings.split():
                short[spelling] |= parts[kind.removeprefix("short ")]
            continue
        for spelling in spellings.split():
            parts[unaccented(spelling)].add(len(what))
        what.append(kind)
        arabic.append(frozenset(each for each in spellings.split() if script(each) is Script.ARABIC))
    return Known(_frozen(parts), _frozen(short), tuple(what), tuple(arabic))


def _frozen(table: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {spelling: frozenset(found) for spelling, found in table.items() if found}
