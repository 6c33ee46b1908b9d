"""By which rule the desk itself says that two people are one, without asking anybody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from homeward.matching.core.fields import FIELDS

SAME_PAPER = "same paper, same name, same birth"
SURE = 0.995
RIVAL = 0.02
"""Somebody else who is at least so likely: then a person decides."""
ALIKE = {
    "given": {"equal", "same"},
    "family": {"equal", "same", "alike", "missing"},
    "birth": {"same day"},
    "number": {"same"},
    "sex": {"same", "missing"},
}
"""Levels that the rule asks for."""


class Weighed(Protocol):
    """A pair as an engine weighed it: ids, probability, and a level for each of FIELDS."""

    @property
    def left(self) -> str: ...
    @property
    def right(self) -> str: ...
    @property
    def probability(self) -> float: ...
    @property
    def levels(self) -> tuple[str, ...]: ...


P = TypeVar("P", bound=Weighed)


def sure(pairs: Iterable[P]) -> list[P]:
    """The pairs that the rule joins: their papers, names and births agree, and nobody else comes near either of the two."""
    every = list(pairs)
    near: dict[str, set[tuple[str, str]]] = {}
    for pair in every:
        if pair.probability >= RIVAL:
            for each in (pair.left, pair.right):
                near.setdefault(each, set()).add((pair.left, pair.right))
    return [pair for pair in every if _is_sure(pair) and len(near[pair.left]) == len(near[pair.right]) == 1]


def _is_sure(pair: Weighed) -> bool:
    levels = dict(zip(FIELDS, pair.levels, strict=True))
    return pair.probability >= SURE and all(levels[field] in wanted for field, wanted in ALIKE.items())
