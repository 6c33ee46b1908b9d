"""Records that share a key: how pairs are found by sorting numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from homeward.matching.core.ragged import Flags, Long, times

_BITS = 22
_MIXED = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """Who has which key, one row for each."""

    owner: Long
    code: Long

    def of(self, chosen: Flags | Long) -> Keys:
        return Keys(self.owner[chosen], self.code[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Codes of pairs (left * rights + right) in order, each once, and in how many bits the keys that they share are rare."""

    codes: Long
    bits: npt.NDArray[np.float32]


def gathered(keys: Iterable[Keys]) -> Keys:
    """Several as one."""
    held = list(keys)
    empty = np.zeros(0, np.int64)
    return Keys(
        np.concatenate([empty, *(each.owner for each in held)]), np.concatenate([empty, *(each.code for each in held)])
    )


def asked(keys: Iterable[Keys], by: Keys) -> Keys:
    """Those that may stand among the keys of the other side: all that do, and few more, so that little has to be sorted."""
    there = np.zeros(1 << _BITS, bool)
    there[_short(by.code)] = True
    return gathered(each.of(there[_short(each.code)]) for each in keys)


def _short(codes: Long) -> npt.NDArray[np.uint64]:
    return (codes.view(np.uint64) * _MIXED) >> np.uint64(64 - _BITS)


def joined(left: Keys, right: Keys, rights: int, most: int) -> tuple[Pairs, Flags]:
    """Pairs that share a key which at most `most` on the right have, and which keys of the left are commoner."""
    order = np.argsort(right.code)
    owner, key = right.owner[order], right.code[order]
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    sizes = np.diff(np.append(starts, len(key)))
    at = np.minimum(np.searchsorted(key[starts], left.code), max(0, len(starts) - 1))
    many = np.where(key[starts][at] == left.code, sizes[at], 0) if len(starts) else np.zeros(len(left.code), np.int64)
    row, within = times(np.where(many <= most, many, 0))
    codes = left.owner[row] * rights + owner[starts[at[row]] + within] if len(starts) else row
    bits = np.log2(rights / np.maximum(1, many)).astype(np.float32)[row]
    order = np.argsort(codes)
    codes, bits = codes[order], bits[order]
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    return Pairs(codes[first], np.maximum.reduceat(bits, first) if len(first) else bits), many > most


def together(joins: Sequence[Pairs]) -> Pairs:
    """Pairs of several keys, their bits added."""
    codes, bits = np.concatenate([each.codes for each in joins]), np.concatenate([each.bits for each in joins])
    order = np.argsort(codes)
    codes, bits = codes[order], bits[order]
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    return Pairs(codes[first], np.add.reduceat(bits, first).astype(np.float32) if len(first) else bits)
