"""Numbers that a device counted past and that have not come in: what somebody still carries, or what is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of a device from `first` to `last`, both included, that nobody has brought."""

    device: UUID
    first: int
    last: int


def gaps(numbered: Iterable[tuple[UUID, int]]) -> tuple[Gap, ...]:
    """Every stretch of numbers below the highest of a device that is not there; devices count from 1."""
    seen: dict[UUID, set[int]] = defaultdict(set)
    for device, number in numbered:
        seen[device].add(number)
    found = []
    for device in sorted(seen, key=str):
        before = 0
        for number in sorted(seen[device]):
            if number > before + 1:
                found.append(Gap(device, before + 1, number - 1))
            before = number
    return tuple(found)
