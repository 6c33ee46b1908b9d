"""How sure counts are: draws between the lowest, best and highest number that a maker gives of each event.

The shape is the reported-value Gumbel mixture of Vesco et al. (2024), as the R package uncertainUCDP (Randahl) has it: with some
weight the number that was reported, otherwise a Gumbel distribution around it, whose long end lies above. There, place, width and
weight come from a survey of the people who code events. Those estimates are not used here: the width is taken from the maker's own
lowest and highest number, which bound every draw, and the weight is said in the question. So the bands carry on what the maker says
about each event and know nothing about events that nobody recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from homeward.refusals import Refused

REPORTED = 0.5
"""The weight of the reported number, where the question names none; it is chosen, not estimated."""
_SPREAD = float(-np.log(-np.log(0.95)) + np.log(-np.log(0.05)))
"""From the twentieth to the last but one twentieth of the standard Gumbel distribution."""
MOST = 20_000_000
"""Numbers that one question draws at most."""

Counts = NDArray[np.int64]


class TooManyDraws(Refused):
    """This question draws more numbers than the desk gives to one."""


def draws(
    low: Sequence[int], best: Sequence[int], high: Sequence[int], *, number: int, seed: int, reported: float = REPORTED
) -> Counts:
    """Draws of each event, `number` columns; the same seed gives the same. Ends that are exchanged bound all the same."""
    given = np.array([low, best, high], dtype=np.float64)
    if given.shape[1] * number > MOST:
        most = MOST // max(1, given.shape[1])
        raise TooManyDraws(where=f"{given.shape[1]:,} events", instead=f"Ask for at most {most:,} draws of them.")
    chance = np.random.default_rng(seed)
    least, most_of, told = given.min(axis=0)[:, None], given.max(axis=0)[:, None], given[1][:, None]
    width = np.maximum((most_of - least) / _SPREAD, 1e-9)
    below, above = _gumbel(least - 0.5, told, width), _gumbel(most_of + 0.5, told, width)
    shares = below + (above - below) * chance.uniform(1e-12, 1 - 1e-12, (given.shape[1], number))
    around = np.clip(np.rint(told - width * np.log(-np.log(shares))), least, most_of)
    kept = chance.random((given.shape[1], number)) < reported
    return np.where(kept, np.broadcast_to(told, around.shape), around).astype(np.int64)


def bands(
    groups: Sequence[Any],
    low: Sequence[int],
    best: Sequence[int],
    high: Sequence[int],
    *,
    number: int = 400,
    seed: int = 1,
    reported: float = REPORTED,
    shares: Sequence[float] = (0.05, 0.5, 0.95),
) -> dict[Any, tuple[float, ...]]:
    """The shares of the sums of each group (a day, say) over all draws; 5, 50 and 95 of a hundred unless others are asked."""
    if not groups:
        return {}
    drawn = draws(low, best, high, number=number, seed=seed, reported=reported)
    names = list(dict.fromkeys(groups))
    at = {name: place for place, name in enumerate(names)}
    sums = np.zeros((len(names), number), dtype=np.int64)
    np.add.at(sums, np.array([at[name] for name in groups]), drawn)
    quantiles = np.quantile(sums, shares, axis=1, method="inverted_cdf")
    return {name: tuple(float(value) for value in quantiles[:, place]) for place, name in enumerate(names)}


def _gumbel(value: NDArray[np.float64], place: NDArray[np.float64], width: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of a Gumbel distribution that lies at or below a value."""
    shares: NDArray[np.float64] = np.exp(-np.exp(np.clip(-(value - place) / width, -700, 700)))
    return np.clip(shares, 1e-300, 1 - 1e-16)
