"""Windows of one crossing that overlap: the same gate is not counted twice, and somebody is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Opening:
    """A window as far as others may overlap it."""

    id: UUID
    crossing: UUID
    on: str
    start: datetime
    until: datetime
    capacity: int


@dataclass(frozen=True, slots=True)
class Shares:
    """How many people each window may take, and, where windows overlap, how many the day takes together."""

    windows: Mapping[UUID, int]
    days: Mapping[tuple[UUID, str], int]
    overlapping: tuple[tuple[UUID, ...], ...]


def shares(openings: Iterable[Opening]) -> Shares:
    """Count overlapping windows of one crossing as one gate, which takes no more than the largest of them.

    Where such a gate is all there is on its day, the day is bounded; where other windows stand beside it, its windows are cut
    until they are no more than the gate, the largest one keeping what is left over.
    """
    every = sorted(openings, key=lambda each: (each.start, each.until, str(each.id)))
    days: dict[tuple[UUID, str], list[list[Opening]]] = defaultdict(list)
    for each in every:
        gates = days[each.crossing, each.on]
        if gates and each.start < max(one.until for one in gates[-1]):
            gates[-1].append(each)
        else:
            gates.append([each])
    windows = {each.id: each.capacity for each in every}
    bounds: dict[tuple[UUID, str], int] = {}
    overlapping = []
    for day, gates in days.items():
        for gate in gates:
            if len(gate) == 1:
                continue
            overlapping.append(tuple(each.id for each in gate))
            if len(gates) == 1:
                bounds[day] = max(each.capacity for each in gate)
            else:
                windows.update(_cut(gate))
    return Shares(windows, bounds, tuple(overlapping))


def _cut(gate: list[Opening]) -> dict[UUID, int]:
    most, every = max(each.capacity for each in gate), sum(each.capacity for each in gate)
    parts = {each.id: each.capacity * most // every if every else 0 for each in gate}
    largest = max(gate, key=lambda each: (each.capacity, str(each.id))).id
    parts[largest] += most - sum(parts.values())
    return parts
