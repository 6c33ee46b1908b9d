"""Keys under which numbers of papers that are one slip of the hand apart meet: the whole, and with each character left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from homeward.matching.core.joining import Keys
from homeward.matching.core.numbers import LONGEST, SHORTEST, shape
from homeward.matching.core.ragged import Long

_PRIME = np.uint64(0x100000001B3)


def slips(numbers: Sequence[str]) -> Iterator[Keys]:
    """For each number, by its place, all its keys; two that share one by chance of the sums only bring a pair more."""
    shaped = [shape(number)[:LONGEST] for number in numbers]
    lengths = np.fromiter(map(len, shaped), np.int64, len(shaped))
    for length in np.unique(lengths).tolist():
        places = np.flatnonzero(lengths == length)
        if length:
            letters = np.array([shaped[at] for at in places.tolist()], f"U{length}").view(np.uint32)
            yield from _keys(places, letters.reshape(-1, length).astype(np.uint64))


def _keys(places: Long, letters: np.ndarray[tuple[int, int], np.dtype[np.uint64]]) -> Iterator[Keys]:
    """Sums of all letters, and of all but one: what stands before it and behind it is summed once."""
    length = letters.shape[1]
    before = np.zeros((length + 1, len(letters)), np.uint64)
    behind = np.zeros((length + 1, len(letters)), np.uint64)
    powers = np.multiply.accumulate(np.concatenate([[np.uint64(1)], np.full(length, _PRIME)]).astype(np.uint64))
    for at in range(length):
        before[at + 1] = before[at] * _PRIME + letters[:, at]
        behind[length - 1 - at] = behind[length - at] + letters[:, length - 1 - at] * powers[at]
    yield Keys(places, before[length].view(np.int64))
    if length >= SHORTEST:
        for at in range(length):
            left_out = before[at] * powers[length - 1 - at] + behind[at + 1]
            yield Keys(places, left_out.view(np.int64))
