"""Which people are counted: two names are equal, or one is part of the other, only because somebody said so.

Nothing is read out of the names themselves: "children" is not part of "foreigners" until a statement or a named person
says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum


class Standing(StrEnum):
    """How one population stands to another."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    CIRCULAR = "circular"
    UNSAID = "unsaid"


class Populations:
    """What was said of populations: pairs that are equal, and pairs (part, whole); both carry on through chains."""

    __slots__ = ("_above", "_name", "_said", "_wholes")

    def __init__(self, equal: Iterable[tuple[str, str]] = (), part_of: Iterable[tuple[str, str]] = ()) -> None:
        equal, part_of = tuple(equal), tuple(part_of)
        self._said = (equal, part_of)
        self._name: dict[str, str] = {}
        for one, other in equal:
            self._join(one, other)
        self._above: dict[str, set[str]] = {}
        for part, whole in part_of:
            self._above.setdefault(self.name(part), set()).add(self.name(whole))
        self._wholes: dict[str, frozenset[str]] = {}

    def _join(self, one: str, other: str) -> None:
        kept, dropped = sorted((self.name(one), self.name(other)))
        self._name[dropped] = kept

    def name(self, population: str) -> str:
        """The one name that stands for a population and all that are equal to it."""
        top = population
        while (above := self._name.get(top, top)) != top:
            top = above
        if top != population:
            self._name[population] = top
        return top

    def wholes(self, population: str) -> frozenset[str]:
        """Every population (by its one name) that this one is part of, near and far."""
        start = self.name(population)
        if start not in self._wholes:
            reached: set[str] = set()
            waiting = list(self._above.get(start, ()))
            while waiting:
                whole = waiting.pop()
                if whole not in reached:
                    reached.add(whole)
                    waiting.extend(self._above.get(whole, ()))
            self._wholes[start] = frozenset(reached)
        return self._wholes[start]

    def with_parts(self, part_of: Iterable[tuple[str, str]]) -> Populations:
        """The same, and what else was said of parts."""
        return Populations(self._said[0], (*self._said[1], *part_of))

    def standing(self, one: str, other: str) -> Standing:
        """How `one` stands to `other`; circular when each was said to be part of the other."""
        if self.name(one) == self.name(other):
            return Standing.SAME
        below, above = self.name(other) in self.wholes(one), self.name(one) in self.wholes(other)
        if below and above:
            return Standing.CIRCULAR
        if below:
            return Standing.PART
        return Standing.WHOLE if above else Standing.UNSAID

    def same(self, one: str, other: str) -> bool:
        """Whether both names count the same people."""
        return self.name(one) == self.name(other)

    def is_part(self, part: str, whole: str) -> bool:
        """Whether somebody said that `part` is part of `whole`, and nobody the reverse."""
        return self.standing(part, whole) is Standing.PART

    def cycles(self) -> list[tuple[str, ...]]:
        """Populations that were said to be part of themselves through one another, each ring once, sorted."""
        return sorted(set(self._rings()))

    def _rings(self) -> Iterator[tuple[str, ...]]:
        for population in self._above:
            if population in self.wholes(population):
                fellows = {other for other in self.wholes(population) if population in self.wholes(other)}
                yield tuple(sorted(fellows | {population}))
