"""The exact model with parts of families allowed: the tightest prices, a bound near the best, and shares to place by.

Only the columns that matter are in it: those that rough prices find best, then, round by round, those that its own prices
find wanting (column generation). The bound of each round counts all columns, so it is proven from the first one on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from homeward.crossings.core.planning.blocks import block
from homeward.crossings.core.planning.cuts import sharper
from homeward.crossings.core.planning.highs import relaxed
from homeward.crossings.core.planning.prices import Priced
from homeward.crossings.core.planning.rows import Rows
from homeward.crossings.core.planning.tables import Floats, Pairs

FIRST, MORE = 8, 4
"""So many pairs of each unit at first, and so many more in each round."""
ROUNDS = 8
NEAR = 2e-4
"""Rounds end when what parts of families can reach lies so near the bound."""


@dataclass(slots=True)
class _Best:
    priced: Priced
    gain: float = -np.inf


def sharpened(
    rows: Rows,
    rough: Floats,
    seconds: Callable[[], float],
    told: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Priced | None:
    """Prices of the whole model, their bound and shares; None when there was no time for a single round.

    `rough` is what rough prices left of each pair's worth. Rows that shares of families pass are sharpened on the way.
    """
    pairs = rows.pairs
    kept = leading(pairs, rough, FIRST)
    kept[rows.by_pair.thing] = True
    best: _Best | None = None
    for _ in range(ROUNDS):
        if seconds() <= 0 or cancelled():
            break
        chosen = np.flatnonzero(kept)
        made = block(rows, chosen, pairs.worth[chosen])
        found = relaxed(made.model, seconds=seconds(), cancelled=cancelled)
        if found is None:
            break
        prices = found.prices[: len(made.rows)]
        left = rows.reduced(prices)
        bound = rows.bound(prices, left)
        share = np.zeros(len(pairs.unit))
        share[chosen] = found.columns[: len(chosen)]
        gain = found.gain - pairs.lost
        if best is None or bound < best.priced.bound:
            best = _Best(Priced(prices, bound, share), gain)
            told(bound)
        else:
            best.priced.share, best.gain = share, gain
        own = np.zeros(len(pairs.known.units))
        own[np.unique(pairs.unit[chosen])] = found.prices[len(made.rows) :]
        wanting = np.where(kept, -np.inf, left - own[pairs.unit])
        more = leading(pairs, wanting, MORE) & (wanting > 1e-6)
        cuts = sharper(rows, share)
        if not more.any() and not cuts:
            break
        if best.priced.bound - gain <= NEAR * abs(best.priced.bound) and not cuts:
            break
        kept |= more
        rows.add(cuts)
    if best is not None:  # rows came in after these prices
        short = len(rows.room) - len(best.priced.prices)
        best.priced.prices = np.concatenate([best.priced.prices, np.zeros(short)])
    return None if best is None else best.priced


def leading(pairs: Pairs, each: Floats, most: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """The pairs of each unit in which a number is largest, so many of them."""
    order = np.lexsort((-each, pairs.owner))
    rank = np.empty(len(each), np.int64)
    rank[order] = np.arange(len(each)) - pairs.starts[pairs.owner[order]]
    return np.asarray(rank < most)
