"""Some days of a plan as one exact model: whole families, vehicles by type, convoys, medics, escorts, companions.

Seats inside one vehicle are not in it, so what it finds is seated afterwards, and what it proves holds for every plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from homeward.crossings.core.known import Known, Run, count
from homeward.crossings.core.planning.highs import Model, Solved, solved
from homeward.crossings.core.planning.rows import KINDS, LONELY, Rows, heads
from homeward.crossings.core.planning.tables import Floats, Ints
from homeward.crossings.core.standing import Standing

HEADS_ONLY = {"window", "desks", "quota", "cut"}
"""Rows that the exact model takes over as they are; the others it states more sharply, by vehicles."""
Type = tuple[int, int, int, int, frozenset[date] | None]


@dataclass(slots=True)
class Block:
    """The model of some convoys, and which columns stand for what."""

    model: Model
    pairs: Ints
    runs: list[Run]
    types: list[tuple[Type, list[int]]]
    used: dict[int, int] = field(default_factory=dict)
    """Whether a convoy runs."""
    vehicles: dict[tuple[int, int], int] = field(default_factory=dict)
    lying: dict[tuple[int, int], int] = field(default_factory=dict)
    """Vehicles of a type in which somebody lies."""
    escorts: dict[int, int] = field(default_factory=dict)


def types_of(known: Known) -> list[tuple[Type, list[int]]]:
    """Vehicles that are alike, with their places."""
    found: dict[Type, list[int]] = {}
    for at, vehicle in enumerate(known.vehicles):
        if count(vehicle.trips_per_day):
            key = (*known.capacities[at], count(vehicle.trips_per_day), vehicle.dates)
            found.setdefault(key, []).append(at)
    return list(found.items())


def block(rows: Rows, chosen: Ints, gains: Floats, *, companions: bool) -> Block:
    """The model over these pairs; with `companions` only where all pairs of these days are in it, else it would prove too much."""
    pairs, known = rows.pairs, rows.pairs.known
    model = Model()
    for gain in gains.tolist():
        model.column(1.0, gain)
    run_of = pairs.run[chosen].tolist()
    runs = [known.runs[at] for at in sorted(set(run_of))]
    made = Block(model, chosen, runs, types_of(known))
    units = pairs.unit[chosen].tolist()
    _once_each(model, units)
    cells: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    counted = {unit: heads(known.units[unit]) for unit in set(units)}
    for column, (unit, run) in enumerate(zip(units, run_of, strict=True)):
        for kind, n in counted[unit].items():
            cells[run, kind].append((column, n))
    _heads(rows, model, {run.at for run in runs}, cells)
    for run in runs:
        _convoy(known, made, run, cells)
    _together(known, made)
    if companions:
        _companions(known, model, units, run_of)
    return made


def _once_each(model: Model, units: list[int]) -> None:
    of: dict[int, list[int]] = defaultdict(list)
    for column, unit in enumerate(units):
        of[unit].append(column)
    for columns in of.values():
        if len(columns) > 1:
            model.row(columns, [1.0] * len(columns), 1.0)


def _heads(rows: Rows, model: Model, runs: set[int], cells: dict[tuple[int, str], list[tuple[int, int]]]) -> None:
    for row in rows.over(runs):
        if row.key[0] not in HEADS_ONLY:
            continue
        terms = [
            (column, float(row.takes[n - 1]))
            for run in row.runs
            for column, n in cells.get((run, row.kind), ())
            if row.takes[n - 1]
        ]
        if sum(take for _, take in terms) > row.room:
            model.row([column for column, _ in terms], [take for _, take in terms], row.room)


def _convoy(known: Known, made: Block, run: Run, cells: dict[tuple[int, str], list[tuple[int, int]]]) -> None:
    model, window = made.model, known.windows[run.window]
    made.used[run.at] = model.column(1.0)
    mine = []
    for at, (kind, vehicles) in enumerate(made.types):
        if kind[4] is not None and run.date not in kind[4]:
            continue
        most = float(min(len(vehicles), run.most))
        made.vehicles[run.at, at] = model.column(most)
        mine.append(at)
        if kind[2]:
            made.lying[run.at, at] = model.column(most)
            model.row([made.lying[run.at, at], made.vehicles[run.at, at]], [1.0, -1.0], 0.0)
    columns = [made.vehicles[run.at, at] for at in mine]
    model.row([*columns, made.used[run.at]], [1.0] * len(columns) + [-float(run.most)], 0.0)
    for space, name in enumerate(KINDS):
        terms = cells.get((run.at, name))
        if terms:
            of = made.lying if space == 2 else made.vehicles
            places = [(of[run.at, at], -float(_capacity(made, at)[space])) for at in mine if (run.at, at) in of]
            model.row([c for c, _ in [*terms, *places]], [float(n) for _, n in [*terms, *places]], 0.0)
    made.escorts[run.at] = model.column(float(count(window.staff_escorts)))
    alone = cells.get((run.at, LONELY))
    if alone:
        per = float(count(known.instance.rules.minors_per_staff_escort))
        model.row([*(c for c, _ in alone), made.escorts[run.at]], [*(float(n) for _, n in alone), -per], 0.0)


def _capacity(made: Block, at: int) -> tuple[int, int, int]:
    return made.types[at][0][:3]


def _together(known: Known, made: Block) -> None:
    """What the convoys of a window and of a day share: escort slots, medics, escorts of the staff, vehicles."""
    windows: dict[str, list[int]] = defaultdict(list)
    days: dict[date, list[int]] = defaultdict(list)
    for run in made.runs:
        windows[run.window].append(run.at)
        days[run.date].append(run.at)

    def share(columns: list[int], room: float) -> None:
        made.model.row(columns, [1.0] * len(columns), room)

    for id, runs in windows.items():
        window = known.windows[id]
        share([made.used[run] for run in runs], float(count(window.escort_slots)))
        share([c for (run, _), c in made.lying.items() if run in runs], float(count(window.medics)))
        share([made.escorts[run] for run in runs], float(count(window.staff_escorts)))
        for at, (_, vehicles) in enumerate(made.types):
            share([made.vehicles[run, at] for run in runs if (run, at) in made.vehicles], float(len(vehicles)))
    for runs in days.values():
        for at, (kind, vehicles) in enumerate(made.types):
            columns = [made.vehicles[run, at] for run in runs if (run, at) in made.vehicles]
            share(columns, float(len(vehicles) * kind[3]))


def _companions(known: Known, model: Model, units: list[int], runs: list[int]) -> None:
    column = {pair: at for at, pair in enumerate(zip(units, runs, strict=True))}
    for (unit, run), mine in column.items():
        for member in known.units[unit].members:
            for rule in member.rules:
                of = {known.unit_of[known.members[other].group] for other in rule.any_of if other in known.members}
                if not rule.staff_ok and unit not in of:
                    allowed = sorted(column[other, run] for other in of if (other, run) in column)
                    model.row([mine, *allowed], [1.0] + [-1.0] * len(allowed), 0.0)


def chosen_pairs(made: Block, result: Solved) -> Ints:
    """The pairs that a solution chose."""
    if result.columns is None:
        return np.zeros(0, np.int64)
    return made.pairs[np.flatnonzero(result.columns[: len(made.pairs)] > 0.5)]


def started(rows: Rows, made: Block, standing: Standing) -> Floats:
    """A plan as the columns of a model: where its solver may begin."""
    pairs = rows.pairs
    start = np.zeros(len(made.model.gains))
    type_of = {vehicle: at for at, (_, vehicles) in enumerate(made.types) for vehicle in vehicles}
    for column, at in enumerate(made.pairs.tolist()):
        start[column] = standing.at.get(int(pairs.unit[at])) == int(pairs.run[at])
    for run in made.runs:
        loads = standing.loads[run.at]
        start[made.used[run.at]] = bool(loads)
        for load in loads:
            at = type_of[load.vehicle]
            start[made.vehicles[run.at, at]] += 1
            start[made.escorts[run.at]] += standing.escorts(load.needing)
            if load.stretchers:
                start[made.lying[run.at, at]] += 1
    return start


def solve(
    made: Block,
    seconds: float,
    *,
    gap: float,
    seed: int,
    start: Floats | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solved:
    """The model of a block solved; see `highs.solved`."""
    return solved(made.model, seconds=seconds, gap=gap, seed=seed, start=start, cancelled=cancelled)


def pairs_of(rows: Rows, runs: Collection[int]) -> Ints:
    """All pairs with these convoys."""
    return np.flatnonzero(np.isin(rows.pairs.run, np.fromiter(runs, np.int64)))
