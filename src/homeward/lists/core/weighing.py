"""Names of one list weighed against names of its next version: each pair once, all in one go, and no more than are allowed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from homeward.lists.core.differing import is_like, skeleton
from homeward.names import Role, compare_all, key, script

MOST_COMPARED = 1_000
"""Pairs of names that are weighed letter by letter in one comparison of versions."""
ALIKE = 0.5
"""The score from which two names are spellings of one, where something else already says that it is one entry."""


@lru_cache(maxsize=262_144)
def _shape(name: str) -> tuple[str, frozenset[str]]:
    """The script of a name, and its words without what spellings differ in."""
    return script(name), frozenset(skeleton(word) for word in key(name).split())


def plausible(one: str, other: str) -> bool:
    """Whether it is worth weighing two names: they are in different letters, or share a word that sounds alike."""
    mine, theirs = _shape(one), _shape(other)
    return mine[0] != theirs[0] or not mine[1].isdisjoint(theirs[1])


class Weighed:
    """What is known of pairs of names."""

    def __init__(self) -> None:
        self._scores: dict[tuple[str, str], float] = {}
        self._same_given: dict[tuple[str, str], bool] = {}

    def weigh(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Weigh pairs of names, as many as are still allowed."""
        allowed = max(0, MOST_COMPARED - len(self._scores))
        asked: dict[tuple[str, str], None] = {}
        for pair in pairs:
            if len(asked) < allowed and pair not in self._scores and all(pair):
                asked[pair] = None
        for pair, said in zip(asked, compare_all(list(asked)), strict=True):
            self._scores[pair] = said.score
            self._same_given[pair] = any(each.role is Role.GIVEN and each.weight > ALIKE for each in said.evidence)

    def knows(self, one: str, other: str) -> bool:
        """Whether the two were weighed, rather than passed by because there were too many."""
        return (one, other) in self._scores

    def score(self, one: str, other: str) -> float:
        """How likely the two are one name, from 0 to 1; 0 when nobody weighed them."""
        return self._scores.get((one, other), 0.0)

    def alike(self, one: str, other: str) -> bool:
        """Whether they are spellings of one name, beside other evidence."""
        return is_like(one, other) or self.score(one, other) >= ALIKE

    def given_alike(self, one: str, other: str) -> bool:
        """Whether at least the given names answer each other: somebody may have married."""
        return self.alike(one, other) or self._same_given.get((one, other), False)
