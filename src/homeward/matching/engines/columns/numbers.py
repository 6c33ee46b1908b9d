"""Numbers of papers of many pairs of records at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from homeward.matching.core.fields import LEVELS
from homeward.matching.core.numbers import shape, slipped
from homeward.matching.core.ragged import Ints, Ragged, any_of, numbered, spread
from homeward.matching.core.record import Record

_SAME, _SLIP, _OTHER, _MISSING = range(len(LEVELS["number"]))


@dataclass(slots=True, eq=False)
class Numbers:
    """The numbers of two sides: keys in order, and for each side whose they are, with kind and country as numbers (0: unknown)."""

    keys: list[str]
    sides: list[Ragged]
    kinds: list[Ints]
    countries: list[Ints]

    @classmethod
    def read(cls, left: Sequence[Record], right: Sequence[Record]) -> Numbers:
        sides = (left, right)
        keys, held = numbered(*([[number.key for number in record.numbers] for record in side] for side in sides))
        kinds: dict[str, int] = {"": 0}
        countries: dict[str, int] = {"": 0}
        every = [[number for record in side for number in record.numbers] for side in sides]
        return cls(
            keys,
            held,
            [np.array([kinds.setdefault(each.kind, len(kinds)) for each in side], np.int64) for side in every],
            [
                np.array([countries.setdefault(each.country, len(countries)) for each in side], np.int64)
                for side in every
            ],
        )


def levels(numbers: Numbers, i: Ints, j: Ints) -> tuple[Ints, Ints]:
    """The level of each pair as a number, and the place of the key that both have, -1 for none."""
    left, right = numbers.sides
    pair, a, b = spread(left, right, i, j)
    one, other = left.flat[a], right.flat[b]
    same, near = one == other, _slips(numbers.keys, one, other)
    kinds, countries = (
        (x[0][a] == x[1][b]) | (x[0][a] == 0) | (x[1][b] == 0) for x in (numbers.kinds, numbers.countries)
    )
    count = len(i)
    key = np.full(count, len(numbers.keys))
    np.minimum.at(key, pair[same], one[same])
    found = np.select(
        [any_of(pair, same, count), any_of(pair, near, count), any_of(pair, kinds & countries, count)],
        [_SAME, _SLIP, _OTHER],
        _MISSING,
    )
    return found, np.where(key < len(numbers.keys), key, -1)


def _slips(keys: Sequence[str], one: Ints, other: Ints) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which pairs of keys are one slip apart: first by how many of each character they hold, which is quick, then for sure."""
    found = np.zeros(len(one), bool)
    if not len(one):
        return found
    counts, lengths = _letters(keys)
    for start in range(0, len(one), 262_144):
        a, b = one[start : start + 262_144], other[start : start + 262_144]
        close = np.flatnonzero(np.abs(lengths[a] - lengths[b]) <= 1)
        apart = np.abs(counts[a[close]] - counts[b[close]]).sum(1)
        for at in close[apart <= 2].tolist():
            found[start + at] = slipped(keys[a[at]], keys[b[at]])
    return found


def _letters(keys: Sequence[str]) -> tuple[Ints, Ints]:
    """How often each key holds each digit and any other character, letters that are taken for digits counted as these."""
    counts = np.zeros((len(keys), 11), np.int8)
    lengths = np.fromiter(map(len, keys), np.int64, len(keys))
    for at, key in enumerate(keys):
        for letter in shape(key):
            counts[at, ord(letter) - 48 if "0" <= letter <= "9" else 10] += 1
    return counts, lengths
