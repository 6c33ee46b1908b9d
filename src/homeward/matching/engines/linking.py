"""Linking, whichever engine weighs the pairs: who is compared, what comes of it, in what order it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

import numpy as np

from homeward.matching.core.blocking import candidates
from homeward.matching.core.competing import alone, competing
from homeward.matching.core.fitting import by_chance, learned
from homeward.matching.core.frequencies import Frequencies, frequencies
from homeward.matching.core.record import Record
from homeward.matching.core.sides import Side, Sides, read, sides
from homeward.matching.core.weights import LOOKED_AT_FROM, Weights, shipped
from homeward.matching.engines import columns, plain
from homeward.matching.engines.rivals import rivals
from homeward.matching.engines.seen import Floats, Ints, Seen, words
from homeward.refusals import Refused


class Engine(Protocol):
    """Weighs pairs of two sides; households only where all other fields say at least `at_home` bits."""

    def __call__(
        self, both: Sides, i: Ints, j: Ints, often: Frequencies, weights: Weights, at_home: float = LOOKED_AT_FROM
    ) -> Seen: ...


ENGINES: Mapping[str, Engine] = MappingProxyType({"columns": columns.seen, "plain": plain.seen})
"""Engines by name; each weighs pairs of two sides, and all give the same."""
FITTED = 1
"""How often what levels say is put right by the pairs at hand."""
ENOUGH, DRAWN, SEED = 250_000, 8_000, 1
"""Two sides with at least so many pairs tell how often strangers agree, by so many pairs drawn at random, always the same."""
LEAST = 1e-4
"""Pairs less likely than this are not told."""


class TwiceNamed(Refused):
    """Two records of one side have the same id."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one person's: the probability, the weight in bits, a level for each of FIELDS, and its bits."""

    left: str
    right: str
    probability: float
    weight: float
    levels: tuple[str, ...]
    bits: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """Pairs by left record, in the order given, the likeliest first; and for each left id the probability of nobody.

    `compared` counts the pairs that were weighed, `expected` is the share of left records found to have their person there.
    """

    pairs: tuple[Pair, ...]
    nobody: Mapping[str, float]
    compared: int = 0
    expected: float = 0.0


def ready(records: Sequence[Record]) -> Side:
    """One side read beforehand, for `link`: a register that many lists are held against is read once. It stays in memory.

    Refuses a side in which an id stands twice.
    """
    _once(records)
    return read(records)


def link(
    left: Sequence[Record],
    right: Sequence[Record] | Side,
    weights: Weights | None = None,
    *,
    limit: int = 10,
    engine: str = "columns",
) -> Linked:
    """For each left record the right ones that may be the same person, at most `limit`, and how likely it is that none is.

    Two right ones that are likely one person's do not compete, so that probabilities of a left one may add up to more than 1.
    Refuses sides in which an id stands twice.
    """
    _once(left)
    there = right if isinstance(right, Side) else ready(right)
    chosen = weights or shipped()
    both = sides(left, there)
    right = there.records
    i, j = candidates(both)
    often = frequencies(both)
    seen = ENGINES[engine](both, i, j, often, chosen)
    told = competing(i, j, seen.same, seen.kin, len(left), len(right), chosen)
    if len(left) * len(right) >= ENOUGH:
        seen = _as_by_chance(both, i, j, seen, told.pairs, often, engine, chosen)
        told = competing(i, j, seen.same, seen.kin, len(left), len(right), chosen)
    for _ in range(FITTED):
        more = learned(seen.levels, seen.across, told.pairs, chosen)
        seen = replace(seen, same=seen.same + more.sum(1, dtype=float), fields=seen.fields + more)
        told = competing(i, j, seen.same, seen.kin, len(left), len(right), chosen)
    one = rivals(both, i, j, told, ENGINES[engine], chosen)
    if any(len(each.pair) for each in one):
        told = competing(i, j, seen.same, seen.kin, len(left), len(right), chosen, *one)
    pairs = _told(left, right, i, j, told.pairs, seen, limit)
    nobody = dict(zip((record.id for record in left), told.nobody.tolist(), strict=True))
    return Linked(pairs, nobody, len(i), told.expected)


def _as_by_chance(
    both: Sides, i: Ints, j: Ints, seen: Seen, found: Floats, often: Frequencies, engine: str, weights: Weights
) -> Seen:
    """What was seen, with what levels say put right by pairs drawn at random."""
    chance = np.random.default_rng(SEED)
    lefts, rights = len(both.left.records), len(both.right.records)
    codes = np.unique(chance.integers(lefts * rights, size=DRAWN))
    a, b = codes // rights, codes % rights
    sample = ENGINES[engine](both, a, b, often, weights, -np.inf)
    at = np.minimum(np.searchsorted(i * rights + j, codes), max(0, len(i) - 1))
    strangers = 1 - np.where((i * rights + j)[at] == codes, found[at], 0.0) if len(i) else np.ones(len(codes))
    less = by_chance(sample.levels, strangers, seen.levels, weights)
    whole = less.sum(1, dtype=float)
    return replace(seen, same=seen.same - whole, kin=seen.kin - whole, fields=seen.fields - less)


def within(
    records: Sequence[Record], weights: Weights | None = None, *, limit: int = 10, engine: str = "columns"
) -> Linked:
    """Records of one list that may be the same person's, each pair once, the record that stands first as the left one.

    `nobody` says of each record how likely it is that no other one is the same person's.
    """
    _once(records)
    chosen = weights or shipped()
    both = sides(records, records)
    i, j = candidates(both)
    once = i < j
    i, j = i[once], j[once]
    seen = ENGINES[engine](both, i, j, frequencies(both), chosen)
    found, again = alone(seen.same, seen.kin, len(records), chosen)
    nobody = np.ones(len(records))
    for side in (i, j):
        np.multiply.at(nobody, side, 1 - found)
    ids = (record.id for record in records)
    return Linked(
        _told(records, records, i, j, found, seen, limit), dict(zip(ids, nobody.tolist(), strict=True)), len(i), again
    )


def _told(
    left: Sequence[Record], right: Sequence[Record], i: Ints, j: Ints, found: Floats, seen: Seen, limit: int
) -> tuple[Pair, ...]:
    """The pairs that are told, by left record and the likeliest first."""
    kept = np.flatnonzero(found >= LEAST)
    order = kept[np.lexsort((j[kept], -found[kept], i[kept]))]
    begins = np.searchsorted(i[order], np.arange(len(left)))
    order = order[np.arange(len(order)) - begins[i[order]] < limit]
    return tuple(
        Pair(
            left[i[at]].id,
            right[j[at]].id,
            float(found[at]),
            float(seen.same[at]),
            words(seen.levels[at].tolist()),
            tuple(seen.fields[at].tolist()),
        )
        for at in order.tolist()
    )


def _once(side: Sequence[Record]) -> None:
    seen: set[str] = set()
    for record in side:
        if record.id in seen:
            raise TwiceNamed(where=record.id, instead="Give every record of a side its own id.")
        seen.add(record.id)
