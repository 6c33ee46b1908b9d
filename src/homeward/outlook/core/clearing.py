"""How long permissions take: Weibull times with a share that never comes, from the desk's own history and a weak prior.

Days are whole, so a permission that came on the fifth day came within it; whoever waits has waited so long at least. The posterior
is summed over a grid, and each path of a forecast draws its own parameters from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from homeward.outlook.core.history import Family, History

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prior:
    """What is held before anything is seen: middle and spread of the logarithms of shape and scale, of the logit of `never`."""

    shape: tuple[float, float] = (0.15, 0.3)
    scale: tuple[float, float] = (2.6, 0.6)
    never: tuple[float, float] = (-3.7, 0.9)


@dataclass(frozen=True, slots=True)
class Times:
    """Parameters, a row for each: shape, scale in days, share that never comes; and how likely each row is."""

    rows: Numbers
    weights: Numbers

    def drawn(self, count: int, chance: np.random.Generator) -> Numbers:
        """So many rows, each as often as it is likely."""
        return self.rows[chance.choice(len(self.rows), size=count, p=self.weights)]

    def left(self, days: Numbers) -> Numbers:
        """The share that has not come after so many days, over all rows."""
        return np.asarray(self.weights @ _left(self.rows, days))


def fitted(history: History, prior: Prior = Prior()) -> Times:
    """The posterior of clearance times from who was cleared when, and who still waits."""
    waited, came, counts = _counted(history.families, history.today)
    shapes = np.exp(np.linspace(-0.75, 1.05, 19))
    scales = np.exp(np.linspace(0.7, 4.7, 41))
    nevers = 1 / (1 + np.exp(-np.linspace(-6.2, -0.2, 13)))
    rows = np.stack(np.meshgrid(shapes, scales, nevers, indexing="ij"), axis=-1).reshape(-1, 3)
    times = np.unique(np.concatenate([waited, np.maximum(waited - 1, 0)]))
    left = _left(rows, times)  # rows by times: the share that has not come by then
    at = np.searchsorted(times, waited)
    before = np.searchsorted(times, np.maximum(waited - 1, 0))
    within = np.where(came, left[:, before] - left[:, at], left[:, at])
    logged = np.log(np.maximum(within, 1e-12)) @ counts if len(counts) else np.zeros(len(rows))
    for column, (middle, spread) in enumerate((prior.shape, prior.scale, prior.never)):
        value = np.log(rows[:, column]) if column < 2 else np.log(rows[:, 2] / (1 - rows[:, 2]))
        logged = logged - ((value - middle) / spread) ** 2 / 2
    weights = np.exp(logged - logged.max())
    return Times(rows, weights / weights.sum())


def ready(history: History, rows: Numbers, chance: np.random.Generator) -> Numbers:
    """For each row of parameters (a path), the day from which each family that has not crossed may cross; infinite for never."""
    waiting = [each for each in history.families if each.crossed is None]
    shape, scale, never = (rows[:, [k]] for k in range(3))
    asked = np.array([each.asked for each in waiting], dtype=np.float64)
    cleared = np.array([np.nan if each.cleared is None else each.cleared for each in waiting], dtype=np.float64)
    age = np.maximum(0.0, history.today - 1 - asked)
    size = (len(rows), len(waiting))
    gone_by = (age / scale) ** shape
    takes = scale * (gone_by - np.log(chance.random(size))) ** (1 / shape)
    day = np.maximum(np.ceil(asked + takes), history.today)
    still = (1 - never) * np.exp(-gone_by)
    day[chance.random(size) < never / (never + still)] = np.inf
    return np.where(np.isnan(cleared), day, np.nan_to_num(cleared))


def _counted(families: Sequence[Family], today: int) -> tuple[Numbers, NDArray[np.bool_], Numbers]:
    """Days waited and whether it came, each pair once, with how many families it stands for."""
    pairs: dict[tuple[float, bool], int] = {}
    for each in families:
        given = each.cleared is not None
        days = max(1.0, each.cleared - each.asked) if each.cleared is not None else max(0.0, today - 1 - each.asked)
        pairs[days, given] = pairs.get((days, given), 0) + 1
    waited = np.array([days for days, _ in pairs], dtype=np.float64)
    came = np.array([given for _, given in pairs], dtype=np.bool_)
    return waited, came, np.array(list(pairs.values()), dtype=np.float64)


def _left(rows: Numbers, times: Numbers) -> Numbers:
    shape, scale, never = (rows[:, [k]] for k in range(3))
    return np.asarray(never + (1 - never) * np.exp(-((times / scale) ** shape)))
