"""The one place where the solver HiGHS is called: a linear model with whole numbers in, the best found and a proven bound out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import highspy
import numpy as np

from homeward.crossings.core.planning.tables import Floats

UNBOUNDED = 1e30


@dataclass(slots=True)
class Model:
    """What is to be made as large as it can: columns from 0 to `most`, rows of terms that come to at most `room`."""

    gains: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    room: list[float] = field(default_factory=list)
    _begins: list[int] = field(default_factory=lambda: [0])
    _columns: list[int] = field(default_factory=list)
    _takes: list[float] = field(default_factory=list)

    def column(self, most: float, gain: float = 0.0) -> int:
        self.gains.append(gain)
        self.most.append(most)
        return len(self.gains) - 1

    def row(self, columns: list[int], takes: list[float], room: float) -> None:
        if columns:
            self._columns += columns
            self._takes += takes
            self._begins.append(len(self._columns))
            self.room.append(room)


@dataclass(frozen=True, slots=True)
class Solved:
    """The best whole-numbered columns found, None when none were; and what no choice of columns can pass."""

    columns: Floats | None
    gain: float
    bound: float


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
    if not model.gains:
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
    most = float(np.maximum(np.array(model.gains), 0) @ np.array(model.most))
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


def _lp(model: Model) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.gains), len(model.room)
    lp.col_cost_ = -np.array(model.gains, np.float64)
    lp.col_lower_ = np.zeros(len(model.gains))
    lp.col_upper_ = np.array(model.most, np.float64)
    lp.row_lower_ = np.full(len(model.room), -np.inf)
    lp.row_upper_ = np.array(model.room, np.float64)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(model._begins, np.int32)
    lp.a_matrix_.index_ = np.array(model._columns, np.int32)
    lp.a_matrix_.value_ = np.array(model._takes, np.float64)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(model.gains)
    return lp
