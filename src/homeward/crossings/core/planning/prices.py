"""What each row is worth: the prices at which families ask for no more than there is, and the bound that they prove.

The bound of Lagrange is the largest of many sums, so it has edges at which a descent gets stuck. Each family's choice is made
soft instead (a logistic choice of temperature `heat`), the smooth function is descended by accelerated gradients that are
scaled by row, and the heat is lowered step by step (Nesterov, 2005). Every bound told is of the hard function: it is proven
whatever the descent did. The soft choices are the shares at which a plan begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from homeward.crossings.core.planning.rows import Rows
from homeward.crossings.core.planning.tables import Floats

HEATS = ((0.8, 25), (0.4, 25), (0.2, 30), (0.1, 40), (0.05, 40), (0.025, 60), (0.0125, 60))
"""Heat as a share of what a person is worth, and steps at it."""
ROUGH = HEATS[:5]
"""Where the sharp prices of the whole model follow."""
TOGETHER = 6.0
"""About how many rows a unit uses at once: steps are shorter by so much."""


@dataclass(slots=True)
class Priced:
    """Prices of rows, the bound they prove, and by what share each pair was chosen at the end."""

    prices: Floats
    bound: float
    share: Floats


def descended(
    rows: Rows,
    begin: Floats | None = None,
    *,
    heats: tuple[tuple[float, int], ...] = HEATS,
    enough: Callable[[float], bool] = lambda _: False,
) -> Priced:
    """Prices that are nearly the best, found from those to begin with or from none; stops early when `enough` says so."""
    prices = np.zeros(len(rows.room)) if begin is None else begin.copy()
    best = Priced(prices.copy(), rows.bound(prices), np.zeros(len(rows.pairs.unit)))
    if not len(prices) or not len(rows.pairs.unit):
        best.share = _alone(rows)
        return best
    unit = _per_head(rows)
    for heat, steps in heats:
        prices = _cooled(rows, prices, heat * unit, steps, unit, best, enough)
        if enough(best.bound):
            break
    return best


def _cooled(
    rows: Rows, prices: Floats, heat: float, steps: int, unit: float, best: Priced, enough: Callable[[float], bool]
) -> Floats:
    """One heat: accelerated steps from these prices; `best` is kept up to date."""
    before, ahead, momentum = prices, prices.copy(), 1.0
    curve = np.ones(len(prices))
    for step in range(steps):
        hard, slope, share = _soft(rows, ahead, heat)
        if hard < best.bound:
            best.bound, best.prices = hard, ahead.copy()
        best.share = share
        if hard > 1.1 * abs(best.bound) + 1 and step % 10 == 9:  # astray: begin again from the best
            before, ahead, momentum = best.prices, best.prices.copy(), 1.0
            continue
        if step % 10 == 0:
            curve = _curvature(rows, share, heat)
            if enough(best.bound):
                break
        after = np.maximum(0, ahead - np.clip(slope / (TOGETHER * curve), -unit, unit))
        if ((ahead - after) * (after - before) * curve).sum() > 0:  # momentum points uphill
            momentum = 1.0
        faster = (1 + np.sqrt(1 + 4 * momentum * momentum)) / 2
        ahead = np.maximum(0, after + (momentum - 1) / faster * (after - before))
        before, momentum = after, faster
    return before


def _soft(rows: Rows, prices: Floats, heat: float) -> tuple[float, Floats, Floats]:
    """The bound of these prices, the slope of its smooth form, and the soft choices."""
    pairs = rows.pairs
    left = rows.reduced(prices)
    most = np.maximum(pairs.best(left), 0)
    odds = np.exp((left - most[pairs.owner]) / heat)
    total = np.add.reduceat(odds, pairs.starts) + np.exp(-most / heat)
    share = odds / total[pairs.owner]
    hard = float(prices @ rows.room) - pairs.lost + float(most.sum())
    return hard, rows.room - rows.use(share), share


def _curvature(rows: Rows, share: Floats, heat: float) -> Floats:
    """About how fast the slope of each row changes with its price; never near nothing, so that steps stay sound."""
    return (rows.spread(share * np.maximum(1 - share, 0.15)) + 0.1 * rows.room + 1) / heat


def _per_head(rows: Rows) -> float:
    """What a person is worth, by and large."""
    pairs = rows.pairs
    sizes = np.array([pairs.known.units[unit].size for unit in pairs.owners.tolist()], np.float64)
    return max(1e-6, float(np.median(pairs.best(pairs.worth) / sizes)))


def _alone(rows: Rows) -> Floats:
    """Everybody's best pair: what is chosen when nothing can run short."""
    pairs = rows.pairs
    best = pairs.best(pairs.worth)
    return (pairs.worth >= best[pairs.owner]).astype(np.float64) if len(best) else np.zeros(0)
