"""The one place where the solver HiGHS is called: a linear model with whole numbers in, the best found and a proven bound out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import highspy
import numpy as np

from homeward.crossings.core.planning.tables import Floats, Ints

UNBOUNDED = 1e30


@dataclass(frozen=True, slots=True)
class Model:
    """What is to be made as large as it can: columns from 0 to `most`, rows whose terms come to at most `room`."""

    gains: Floats
    most: Floats
    room: Floats
    column: Ints
    row: Ints
    takes: Floats


@dataclass(frozen=True, slots=True)
class Solved:
    """The best whole-numbered columns found, None when none were; and what no choice of columns can pass."""

    columns: Floats | None
    gain: float
    bound: float


@dataclass(frozen=True, slots=True)
class Relaxed:
    """Shares of columns, prices of rows, and what they gain."""

    columns: Floats
    prices: Floats
    gain: float


def solved(
    model: Model,
    *,
    seconds: float,
    gap: float = 1e-4,
    seed: int = 0,
    start: Floats | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solved:
    """The model solved to a gap or for some seconds, on one core; a start that holds is where it begins."""
    if not len(model.gains):
        return Solved(np.zeros(0), 0.0, 0.0)
    solver = _solver(seconds, gap, seed)
    solver.passModel(_lp(model))
    if start is not None:
        begun = highspy.HighsSolution()
        begun.col_value = start.tolist()
        solver.setSolution(begun)
    if cancelled is not None:
        solver.cbMipInterrupt.subscribe(lambda event: event.interrupt() if cancelled() else None)
    solver.run()
    info = solver.getInfo()
    values = np.array(solver.getSolution().col_value)
    found = len(values) == len(model.gains) and info.primal_solution_status == 2
    bound = -info.mip_dual_bound
    most = float(np.maximum(model.gains, 0) @ model.most)
    return Solved(
        values if found else None,
        -info.objective_function_value if found else 0.0,
        bound if np.isfinite(bound) and bound < UNBOUNDED else most,
    )


def _solver(seconds: float, gap: float, seed: int) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("time_limit", float(max(0.05, seconds))),
        ("mip_rel_gap", gap),
        ("mip_abs_gap", 1e-9),
        ("random_seed", seed % 2**31),
    ):
        solver.setOptionValue(name, value)
    return solver


def relaxed(model: Model, *, seconds: float, cancelled: Callable[[], bool] | None = None) -> Relaxed | None:
    """The model with parts of units allowed: shares of columns and prices of rows; None when time ran out."""
    solver = _solver(seconds, 0.0, 0)
    if cancelled is not None:
        for step in (solver.cbSimplexInterrupt, solver.cbIpmInterrupt):
            step.subscribe(lambda event: event.interrupt() if cancelled() else None)
    solver.passModel(_lp(model, whole=False))
    solver.run()
    solution = solver.getSolution()
    values, duals = np.array(solution.col_value), np.array(solution.row_dual)
    if not solution.dual_valid or len(values) != len(model.gains) or not np.isfinite(duals).all():
        return None
    return Relaxed(values, np.maximum(0, -duals), -solver.getInfo().objective_function_value)


def _lp(model: Model, *, whole: bool = True) -> highspy.HighsLp:
    order = np.lexsort((model.column, model.row))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.gains), len(model.room)
    lp.col_cost_ = -model.gains
    lp.col_lower_ = np.zeros(len(model.gains))
    lp.col_upper_ = model.most
    lp.row_lower_ = np.full(len(model.room), -np.inf)
    lp.row_upper_ = model.room
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.searchsorted(model.row[order], np.arange(len(model.room) + 1)).astype(np.int32)
    lp.a_matrix_.index_ = model.column[order].astype(np.int32)
    lp.a_matrix_.value_ = model.takes[order]
    if whole:
        lp.integrality_ = [highspy.HighsVarType.kInteger] * len(model.gains)
    return lp
