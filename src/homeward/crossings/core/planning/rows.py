"""What units use up together, as rows: each a capacity, the convoys it covers, and how much heads of a kind take of it.

A row says: over its convoys, the sum of `takes[k]` over the units with k heads of its kind is at most `room`. The plain
rows count heads. Sharper ones, made by `cuts`, count more cleverly and are still kept by every plan of whole families.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from homeward.crossings.core.instance import EVERYBODY
from homeward.crossings.core.known import Known, Unit, count
from homeward.crossings.core.planning.tables import Floats, Ints, Pairs, most_places

SIZE, LONELY = "size", "lonely"
KINDS = ("seat", "wheelchair", "stretcher")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One capacity: what it is of, the convoys it covers, whose heads it counts, what k of them take, and how much there is."""

    key: Key
    runs: tuple[int, ...]
    kind: str
    takes: Floats
    room: float


@dataclass(slots=True)
class Features:
    """Units as the counts that rows ask for: `index` lists the cells (kind, heads) of each unit, padded by the last cell."""

    offsets: dict[str, int]
    most: dict[str, int]
    cells: int
    index: Ints


@dataclass(slots=True)
class Rows:
    """All rows over the pairs, and the sparse places where each takes something."""

    pairs: Pairs
    features: Features
    places: Ints
    """For each pair and each of its unit's cells, the place of the cell among those of all convoys."""
    rows: list[Row] = field(default_factory=list)
    room: Floats = field(default_factory=lambda: np.zeros(0))
    _cell: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    _row: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    _takes: Floats = field(default_factory=lambda: np.zeros(0))
    _by_run: tuple[int, dict[int, list[int]]] | None = None

    def add(self, rows: Sequence[Row]) -> None:
        """Take rows in, behind those that are there."""
        cells, of, takes = [self._cell], [self._row], [self._takes]
        for at, row in enumerate(rows, len(self.rows)):
            begins = self.features.offsets[row.kind]
            columns = np.flatnonzero(row.takes)
            runs = np.array(row.runs, np.int64)
            cells.append((runs[:, None] * self.features.cells + begins + columns[None, :]).ravel())
            of.append(np.full(len(runs) * len(columns), at, np.int64))
            takes.append(np.tile(row.takes[columns], len(runs)))
        self.rows.extend(rows)
        self.room = np.array([row.room for row in self.rows], np.float64)
        self._cell, self._row, self._takes = np.concatenate(cells), np.concatenate(of), np.concatenate(takes)

    def over(self, runs: set[int]) -> list[Row]:
        """Rows that cover any of these convoys, in their order."""
        if self._by_run is None or self._by_run[0] != len(self.rows):
            of: dict[int, list[int]] = defaultdict(list)
            for at, row in enumerate(self.rows):
                for run in row.runs:
                    of[run].append(at)
            self._by_run = (len(self.rows), of)
        found = sorted({at for run in runs for at in self._by_run[1].get(run, ())})
        return [self.rows[at] for at in found]

    @property
    def _size(self) -> int:
        return len(self.pairs.known.runs) * self.features.cells

    def cost(self, prices: Floats) -> Floats:
        """What each pair costs when each row costs this much."""
        cells = np.bincount(self._cell, prices[self._row] * self._takes, self._size)
        return np.asarray(cells[self.places].sum(axis=1), np.float64)

    def use(self, share: Floats) -> Floats:
        """How much of each row is used when each pair is taken by this share."""
        return _binned(self._row, self.cells(share).ravel()[self._cell] * self._takes, len(self.rows))

    def cells(self, share: Floats) -> Floats:
        """How many units of each cell ride with each convoy when each pair is taken by this share (convoys x cells)."""
        width = self.places.shape[1]
        flat = _binned(self.places.ravel(), np.repeat(share, width), self._size)
        return flat.reshape(-1, self.features.cells)

    def spread(self, share: Floats) -> Floats:
        """As `use`, of the squares of what is taken."""
        return _binned(self._row, self.cells(share).ravel()[self._cell] * self._takes**2, len(self.rows))

    def reduced(self, prices: Floats) -> Floats:
        """What is left of each pair's worth when all it uses is paid for."""
        return self.pairs.worth - self.cost(prices)

    def bound(self, prices: Floats, reduced: Floats | None = None) -> float:
        """What no plan can pass, proven by these prices (Lagrange); any prices of nothing or more give one."""
        left = self.reduced(prices) if reduced is None else reduced
        return float(prices @ self.room) - self.pairs.lost + float(np.maximum(self.pairs.best(left), 0).sum())


def _binned(at: Ints, each: Floats, size: int) -> Floats:
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


def plain_rows(pairs: Pairs) -> Rows:
    """The rows that count heads: windows, desks, quotas, places on vehicles, medics, escorts of the staff."""
    known, cells = pairs.known, features(pairs)
    made = Rows(pairs, cells, (pairs.run * cells.cells)[:, None] + cells.index[pairs.unit])
    rows: list[Row] = []

    def row(key: Key, runs: Sequence[int], kind: str, room: float) -> None:
        if kind in made.features.most and runs:
            takes = np.arange(1, made.features.most[kind] + 1, dtype=np.float64)
            rows.append(Row(key, tuple(runs), kind, takes, float(room)))

    for window_id, runs in known.runs_of_window.items():
        _window_rows(known, window_id, runs, row)
    by_day: dict[tuple[str, object], list[int]] = {}
    for run in known.runs:
        by_day.setdefault((run.crossing, run.date), []).append(run.at)
    for (crossing, day), quotas in known.quotas.items():
        for nation, most in quotas.items():
            kind = SIZE if nation == EVERYBODY else f"of {nation}"
            row(("quota", crossing, day.isoformat(), nation), by_day.get((crossing, day), ()), kind, most)
    for day, fleet in known.fleet.items():
        runs = [run.at for run in known.runs if run.date == day]
        for at, kind in enumerate(KINDS):
            room = sum(known.capacities[v][at] * count(known.vehicles[v].trips_per_day) for v in fleet)
            row(("fleet of a day", day.isoformat(), kind), runs, kind, room)
    demand = _demand(made)
    made.add([each for each in rows if float((demand[list(each.runs)] @ _heads_of(made, each.kind)).sum()) > each.room])
    return made


def _window_rows(known: Known, window_id: str, runs: list[int], row: Callable[..., None]) -> None:
    window, first = known.windows[window_id], known.runs[runs[0]]
    row(("window", window_id), runs, SIZE, count(window.max_persons))
    for arrives in sorted({known.runs[run].arrival for run in runs}):
        late = [run for run in runs if known.runs[run].arrival >= arrives]
        row(("desks", window_id, str(arrives)), late, SIZE, max(known.runs[run].desk for run in late))
    fleet = known.fleet[first.date]
    for at, kind in enumerate(KINDS):
        for run in runs:
            row(("places", known.runs[run].id, kind), [run], kind, most_places(known, known.runs[run])[at])
        row(("fleet", window_id, kind), runs, kind, sum(known.capacities[each][at] for each in fleet))
    lying = max((known.capacities[each][2] for each in fleet), default=0)
    row(("medics", window_id), runs, KINDS[2], count(window.medics) * lying)
    escorts = count(known.instance.rules.minors_per_staff_escort) * count(window.staff_escorts)
    row(("escorts", window_id), runs, LONELY, escorts)


def _demand(rows: Rows) -> Floats:
    """How many pairs there are of each convoy and cell: no row over them is used more than all of these use."""
    cells = rows.features.cells
    found = _binned(rows.places.ravel(), np.ones(rows.places.size), len(rows.pairs.known.runs) * cells)
    return found.reshape(-1, cells)


def _heads_of(rows: Rows, kind: str) -> Floats:
    """How many heads of a kind each cell stands for."""
    found, begins = np.zeros(rows.features.cells), rows.features.offsets[kind]
    found[begins : begins + rows.features.most[kind]] = np.arange(1, rows.features.most[kind] + 1)
    return found
