"""Some convoys of a plan as one exact model: whole families, vehicles by type, convoys, medics, escorts, companions.

Seats inside one vehicle are not in it, so what it finds is seated afterwards, and what it proves holds for every plan.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from homeward.crossings.core.planning.capacities import types_of
from homeward.crossings.core.planning.highs import Model, Solved
from homeward.crossings.core.planning.rows import Rows
from homeward.crossings.core.planning.tables import Floats, Ints
from homeward.crossings.core.standing import Standing


@dataclass(slots=True)
class Block:
    """The model of some convoys: its columns are these pairs, then these sides; its rows these, then one for each unit."""

    model: Model
    pairs: Ints
    sides: Ints
    rows: Ints


def block(rows: Rows, chosen: Ints, gains: Floats, runs: set[int] | None = None) -> Block:
    """The model over these pairs, of these convoys or of all."""
    pairs = rows.pairs
    every = runs is None
    mine = np.arange(len(rows.rows)) if every else np.array(rows.over(runs or set()), np.int64)
    here = np.ones(len(pairs.known.runs), bool)
    if not every:
        here[:] = False
        here[list(runs or ())] = True
    side_run = np.array([side.run for side in rows.sides], np.int64)
    sides = np.flatnonzero(here[side_run]) if len(side_run) else side_run
    place_of_row = np.full(len(rows.rows), -1, np.int64)
    place_of_row[mine] = np.arange(len(mine))
    found = [
        _from_cells(rows, chosen),
        _from_things(rows.by_pair.thing, rows.by_pair.row, rows.by_pair.takes, chosen, len(pairs.unit), 0),
        _from_things(rows.by_side.thing, rows.by_side.row, rows.by_side.takes, sides, len(rows.sides), len(chosen)),
    ]
    column, row, takes = (np.concatenate(each) for each in zip(*found, strict=True))
    row = place_of_row[row]
    kept = row >= 0
    column, row, takes = column[kept], row[kept], takes[kept]
    units, of_unit = np.unique(pairs.unit[chosen], return_inverse=True)
    column = np.concatenate([column, np.arange(len(chosen))])
    row = np.concatenate([row, len(mine) + of_unit])
    takes = np.concatenate([takes, np.ones(len(chosen))])
    model = Model(
        np.concatenate([gains, np.zeros(len(sides))]),
        np.concatenate([np.ones(len(chosen)), rows.most[sides] if len(sides) else np.zeros(0)]),
        np.concatenate([rows.room[mine], np.ones(len(units))]),
        column,
        row,
        takes,
    )
    return Block(model, chosen, sides, mine)


Triple = tuple[Ints, Ints, Floats]


def _from_cells(rows: Rows, chosen: Ints) -> Triple:
    """Terms of pairs that come from what their units count."""
    terms = rows.by_cell
    order = np.argsort(terms.thing, kind="stable")
    begins = np.searchsorted(terms.thing[order], np.arange(rows.size + 1))
    cells = rows.places[chosen]
    counts = (begins[cells + 1] - begins[cells]).ravel()
    column = np.repeat(np.repeat(np.arange(len(chosen)), cells.shape[1]), counts)
    ends = np.cumsum(counts)
    within = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - counts, counts)
    place = order[np.repeat(begins[cells].ravel(), counts) + within]
    return column, terms.row[place], terms.takes[place]


def _from_things(thing: Ints, row: Ints, takes: Floats, chosen: Ints, size: int, offset: int) -> Triple:
    """Terms of the chosen among other things, each with the place of its column."""
    column = np.full(size, -1, np.int64)
    column[chosen] = np.arange(len(chosen)) + offset
    at = column[thing]
    return at[at >= 0], row[at >= 0], takes[at >= 0]


def chosen_pairs(made: Block, result: Solved) -> Ints:
    """The pairs that a solution chose."""
    if result.columns is None:
        return np.zeros(0, np.int64)
    return made.pairs[np.flatnonzero(result.columns[: len(made.pairs)] > 0.5)]


def started(rows: Rows, made: Block, standing: Standing) -> Floats:
    """A plan as the columns of a model: where its solver may begin."""
    pairs, known = rows.pairs, rows.pairs.known
    at = np.full(len(known.units), -1, np.int64)
    for unit, run in standing.at.items():
        at[unit] = run
    start = np.zeros(len(made.pairs) + len(made.sides))
    start[: len(made.pairs)] = at[pairs.unit[made.pairs]] == pairs.run[made.pairs]
    type_of = {vehicle: str(at) for at, (_, vehicles) in enumerate(types_of(known)) for vehicle in vehicles}
    for column, side in enumerate((rows.sides[each] for each in made.sides.tolist()), len(made.pairs)):
        loads = standing.loads[side.run]
        if side.key[0] == "convoy":
            start[column] = bool(loads)
        elif side.key[0] == "escorts":
            start[column] = sum(standing.escorts(load.needing) for load in loads)
        else:
            lying = side.key[0] == "lying"
            start[column] = sum(
                type_of[load.vehicle] == side.key[2] and (load.stretchers > 0 or not lying) for load in loads
            )
    return start
