"""What no plan can be worth more than, proven for these weights whatever a plan was looked for by."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from homeward.crossings.core.planning.blocks import block
from homeward.crossings.core.planning.capacities import by_heads, whole
from homeward.crossings.core.planning.highs import solved
from homeward.crossings.core.planning.prices import descended
from homeward.crossings.core.planning.relaxing import sharpened
from homeward.crossings.core.planning.tables import Pairs

SMALL = 6_000
"""Up to so many pairs of a unit and a convoy the whole plan is one exact model."""
NEAR = 1e-4
"""To this share of the best the exact model is solved."""


def proven(
    pairs: Pairs,
    seconds: Callable[[], float],
    *,
    seed: int = 1,
    cancelled: Callable[[], bool] = lambda: False,
) -> float:
    """The least bound that can be proven in what is left of the time; the rough one is worked out whatever is left.

    Rough prices prove one by the heads alone. Where time is left, so does the whole model: exactly while it is small, else by
    the prices of its relaxation. Each is a bound by itself, so that the least of them is one.
    """
    quick = by_heads(pairs)
    rough = descended(quick, enough=lambda _: cancelled())
    if not len(pairs.unit) or cancelled() or seconds() <= 0:
        return rough.bound
    rows = whole(pairs)
    if len(pairs.unit) <= SMALL:
        model = block(rows, np.arange(len(pairs.unit)), pairs.worth).model
        found = solved(model, seconds=seconds(), gap=NEAR, seed=seed, cancelled=cancelled)
        return min(rough.bound, found.bound - pairs.lost)
    sharp = sharpened(rows, quick.reduced(rough.prices), seconds, cancelled=cancelled)
    return rough.bound if sharp is None else min(rough.bound, sharp.bound)
