"""Families of sets, none of which holds another: sets as bits of a number, joined by union and by product with absorption.

Two counted limits keep a question from running away; what passes one of them is not cut silently, it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Family = tuple[int, ...]
NEVER: Family = ()
ALREADY: Family = (0,)


class TooMany(Exception):
    """There are more sets than are worked out."""


class Sums:
    """Unions and products of families, with a bound on the size of a set, of a family, and of the work in all."""

    def __init__(self, *, at_most: int, work: int, longest: int | None = None, counted: int = -1) -> None:
        self.at_most, self.left, self.longest, self.counted = at_most, work, longest, counted

    def union(self, families: Iterable[Family]) -> Family:
        """One of these."""
        gathered: set[int] = set()
        for family in families:
            if family == ALREADY:
                return ALREADY
            gathered.update(family)
        return self.least(gathered)

    def product(self, one: Family, other: Family) -> Family:
        """Both of these."""
        if one == ALREADY or not other:
            return other
        if other == ALREADY or not one:
            return one
        self._spend(len(one) * len(other) // 4)
        return self.least({a | b for a in one for b in other})

    def all_of(self, families: Sequence[Family]) -> Family:
        """All of these; the small ones first."""
        joined = ALREADY
        for family in sorted(set(families), key=len):
            if not family:
                return NEVER
            joined = self.product(joined, family)
        return joined

    def at_least(self, least: int, families: Sequence[Family]) -> Family:
        """So many of these, however they are chosen."""
        if least <= 0:
            return ALREADY
        if least > len(families):
            return NEVER
        if least == 1:
            return self.union(families)
        if least == len(families):
            return self.all_of(families)
        done: list[Family] = [ALREADY, *([NEVER] * least)]
        for number, family in enumerate(families, start=1):
            for count in range(min(least, number), max(0, least - (len(families) - number)) - 1, -1):
                if count:
                    done[count] = self.union((done[count], self.product(done[count - 1], family)))
        return done[least]

    def least(self, sets: Iterable[int]) -> Family:
        """Only those sets of which no part is there too; raises TooMany past the bounds."""
        by_size: dict[int, list[int]] = {}
        for each in sets:
            size = (each & self.counted).bit_count()
            if self.longest is None or size <= self.longest:
                by_size.setdefault(each.bit_count(), []).append(each)
        if len(by_size) == 1:
            (kept,) = by_size.values()
        else:
            kept = self._absorbed(by_size)
        if len(kept) > self.at_most:
            raise TooMany
        return tuple(sorted(kept))

    def _absorbed(self, by_size: dict[int, list[int]]) -> list[int]:
        kept: list[int] = []
        single = 0
        for size in sorted(by_size):
            row = [each for each in by_size[size] if not each & single]
            if size <= 1:
                kept += row
                single |= sum(row) if size else 0
                if size == 0 and row:
                    return row
                continue
            smaller = [each for each in kept if each & (each - 1)]
            self._spend(len(row) * len(smaller))
            kept += [each for each in row if not any(each & part == part for part in smaller)] if smaller else row
            if len(kept) > self.at_most:
                raise TooMany
        return kept

    def _spend(self, work: int) -> None:
        self.left -= work
        if self.left < 0:
            raise TooMany
