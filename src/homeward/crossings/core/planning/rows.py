"""What units use up together, as rows: each a capacity, the convoys it covers, and how much heads of a kind take of it.

A row says: over its convoys, the sum of `takes[k]` over the units with k heads of its kind is at most `room`, and what
other columns (`Side`) give. Every plan of whole families keeps every row, so prices of rows prove bounds (`Rows.bound`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from homeward.crossings.core.known import Unit
from homeward.crossings.core.planning.tables import Floats, Ints, Pairs

SIZE, LONELY = "size", "lonely"
KINDS = ("seat", "wheelchair", "stretcher")
NOTHING = np.zeros(0)
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One capacity: what it is of, the convoys it covers, whose heads it counts, what k of them take, and how much there is."""

    key: Key
    runs: tuple[int, ...]
    kind: str
    takes: Floats
    room: float


@dataclass(frozen=True, slots=True)
class Side:
    """Something a convoy may have, from none to `most`: itself, vehicles of a type, escorts; and what one takes of rows."""

    key: Key
    run: int
    most: float
    terms: tuple[tuple[int, float], ...]


@dataclass(slots=True)
class Features:
    """Units as the counts that rows ask for: `index` lists the cells (kind, heads) of each unit, padded by the last cell."""

    offsets: dict[str, int]
    most: dict[str, int]
    cells: int
    index: Ints


@dataclass(slots=True)
class _Terms:
    """Sparse terms: what thing takes how much of what row."""

    thing: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    row: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    takes: Floats = field(default_factory=lambda: np.zeros(0))

    def add(self, thing: Ints, row: Ints, takes: Floats) -> None:
        self.thing = np.concatenate([self.thing, thing])
        self.row = np.concatenate([self.row, row])
        self.takes = np.concatenate([self.takes, takes])

    def priced(self, prices: Floats, things: int) -> Floats:
        return binned(self.thing, prices[self.row] * self.takes, things)

    def used(self, level: Floats, rows: int, power: int = 1) -> Floats:
        return binned(self.row, level[self.thing] * self.takes**power, rows)


@dataclass(slots=True)
class Rows:
    """All rows over the pairs, what else stands in them, and the sparse places where each takes something."""

    pairs: Pairs
    features: Features
    places: Ints
    """For each pair and each of its unit's cells, the place of the cell among those of all convoys."""
    rows: list[Row] = field(default_factory=list)
    sides: list[Side] = field(default_factory=list)
    room: Floats = field(default_factory=lambda: np.zeros(0))
    most: Floats = field(default_factory=lambda: np.zeros(0))
    by_cell: _Terms = field(default_factory=_Terms)
    by_side: _Terms = field(default_factory=_Terms)
    by_pair: _Terms = field(default_factory=_Terms)
    """Terms of single pairs, for what depends on who it is."""
    _by_run: tuple[int, dict[int, list[int]]] | None = None

    def add(self, rows: Sequence[Row]) -> None:
        """Take rows in, behind those that are there."""
        things, of, takes = [], [], []
        for at, row in enumerate(rows, len(self.rows)):
            columns = np.flatnonzero(row.takes)
            if len(columns):
                begins = self.features.offsets[row.kind]
                runs = np.array(row.runs, np.int64)
                things.append((runs[:, None] * self.features.cells + begins + columns[None, :]).ravel())
                of.append(np.full(len(runs) * len(columns), at, np.int64))
                takes.append(np.tile(row.takes[columns], len(runs)))
        self.rows.extend(rows)
        self.room = np.array([row.room for row in self.rows], np.float64)
        if things:
            self.by_cell.add(np.concatenate(things), np.concatenate(of), np.concatenate(takes))

    def add_sides(self, sides: Sequence[Side]) -> None:
        """Take in what else stands in the rows."""
        terms = [(at, row, take) for at, side in enumerate(sides, len(self.sides)) for row, take in side.terms]
        self.sides.extend(sides)
        self.most = np.array([side.most for side in self.sides], np.float64)
        if terms:
            at, row, take = zip(*terms, strict=True)
            self.by_side.add(np.array(at, np.int64), np.array(row, np.int64), np.array(take, np.float64))

    def over(self, runs: set[int]) -> list[int]:
        """Places of the rows that cover any of these convoys, in their order."""
        if self._by_run is None or self._by_run[0] != len(self.rows):
            of: dict[int, list[int]] = defaultdict(list)
            for at, row in enumerate(self.rows):
                for run in row.runs:
                    of[run].append(at)
            self._by_run = (len(self.rows), of)
        return sorted({at for run in runs for at in self._by_run[1].get(run, ())})

    @property
    def size(self) -> int:
        """How many cells all convoys have together."""
        return len(self.pairs.known.runs) * self.features.cells

    def cost(self, prices: Floats) -> Floats:
        """What each pair costs when each row costs this much."""
        cells = self.by_cell.priced(prices, self.size)
        cost = np.asarray(cells[self.places].sum(axis=1), np.float64)
        return cost + self.by_pair.priced(prices, len(cost)) if len(self.by_pair.row) else cost

    def use(self, share: Floats, level: Floats = NOTHING) -> Floats:
        """How much of each row is used when each pair is taken by this share, and each side this often."""
        used = self.by_cell.used(self.cells(share).ravel(), len(self.rows))
        if len(self.by_pair.row):
            used += self.by_pair.used(share, len(self.rows))
        return used + self.by_side.used(level, len(self.rows)) if len(level) else used

    def cells(self, share: Floats) -> Floats:
        """How many units of each cell ride with each convoy when each pair is taken by this share (convoys x cells)."""
        flat = binned(self.places.ravel(), np.repeat(share, self.places.shape[1]), self.size)
        return flat.reshape(-1, self.features.cells)

    def spread(self, share: Floats) -> Floats:
        """As `use` by pairs, of the squares of what is taken."""
        return self.by_cell.used(self.cells(share).ravel(), len(self.rows), 2)

    def reduced(self, prices: Floats) -> Floats:
        """What is left of each pair's worth when all it uses is paid for."""
        return self.pairs.worth - self.cost(prices)

    def bound(self, prices: Floats, reduced: Floats | None = None) -> float:
        """What no plan can pass, proven by these prices (Lagrange); any prices of nothing or more give one."""
        left = self.reduced(prices) if reduced is None else reduced
        total = float(prices @ self.room) - self.pairs.lost + float(np.maximum(self.pairs.best(left), 0).sum())
        if len(self.most):
            total += float(self.most @ np.maximum(0, -self.by_side.priced(prices, len(self.most))))
        return total


def binned(at: Ints, each: Floats, size: int) -> Floats:
    """Sums of numbers by place."""
    return np.asarray(np.bincount(at, each, size), np.float64)


def heads(unit: Unit) -> dict[str, int]:
    """What rows count of a unit, by kind; only what there is."""
    of = {SIZE: unit.size, LONELY: unit.lonely, **{f"of {nation}": n for nation, n in unit.nations}}
    of.update(zip(KINDS, unit.need, strict=True))
    return {kind: n for kind, n in of.items() if n}


def features(pairs: Pairs) -> Features:
    """The cells of all units that have anywhere to go."""
    units = pairs.known.units
    counted = {at: heads(units[at]) for at in pairs.owners.tolist()}
    most: dict[str, int] = {}
    for of in counted.values():
        for kind, n in of.items():
            most[kind] = max(n, most.get(kind, 0))
    offsets, cells = {}, 0
    for kind in sorted(most):
        offsets[kind] = cells
        cells += most[kind]
    width = max((len(of) for of in counted.values()), default=1)
    index = np.full((len(units), width), cells, np.int64)
    for at, of in counted.items():
        for column, (kind, n) in enumerate(of.items()):
            index[at, column] = offsets[kind] + n - 1
    return Features(offsets, most, cells + 1, index)


def no_rows(pairs: Pairs) -> Rows:
    """The pairs without any row yet."""
    cells = features(pairs)
    return Rows(pairs, cells, (pairs.run * cells.cells)[:, None] + cells.index[pairs.unit])
