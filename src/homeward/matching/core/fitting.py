"""What levels say, put right by the pairs at hand: an office that seldom writes days makes other days worth less.

One step of expectation and maximisation: levels are counted among all pairs, each as much as it is likely to be one person's,
and held against what was expected of them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.matching.core.fields import FIELDS, LEVELS, SAY_NOTHING
from homeward.matching.core.weights import ACROSS, NAME_FIELDS, Weights

Floats = npt.NDArray[np.float64]
OfFields = npt.NDArray[np.float32]
SURE_OF_SHIPPED = 60.0
"""What is shipped counts as much as so many pairs of one person."""
OF_CHANCE = ("household", "place")
"""Fields of which it is counted at hand how often strangers agree; of names, days and numbers frequencies tell."""
SAMPLE_IS_SHIPPED = 1_000.0
"""What is shipped counts as much as so many pairs drawn at random."""
SURE = 0.5
"""Of days, numbers and the like pairs are counted from this probability on: among doubtful ones another year, which is met by
chance, would speak for itself."""
MOST = 3.0
"""Bits by which one level is put right at most."""


def learned(
    levels: npt.NDArray[np.integer[Any]], across: npt.NDArray[np.bool_], likely: Floats, weights: Weights
) -> OfFields:
    """Bits to be added to each field of each pair, out of the levels of all and how likely each is."""
    more = np.zeros(levels.shape, np.float32)
    every, sure = likely, np.where(likely >= SURE, likely, 0.0)
    for at, field in enumerate(FIELDS):
        told, likely = LEVELS[field], every if field in NAME_FIELDS else sure
        speaks = np.array([level not in SAY_NOTHING for level in told])
        level = levels[:, at]
        # As likely as it is without this field, roughly: what a level says of itself must not prove it.
        tables = [np.array([weights.same[name].get(each, 0.0) for each in told]) for name in _tables(field)]
        counted = np.bincount(level, likely, len(told)) * speaks
        total = [float(likely[speaks[level] & (across == side)].sum()) for side in (False, True)]
        plain = tables[0] if sum(total) == 0 else (total[0] * tables[0] + total[1] * tables[-1]) / max(sum(total), 1e-9)
        expected = total[0] * tables[0] + total[1] * tables[-1]
        ratio = np.where(
            speaks, (counted + SURE_OF_SHIPPED * plain) / np.maximum(expected + SURE_OF_SHIPPED * plain, 1e-12), 1
        )
        more[:, at] = np.clip(np.log2(np.maximum(ratio, 1e-9)), -MOST, MOST)[level]
    return more


def by_chance(
    sample: npt.NDArray[np.integer[Any]], strangers: Floats, levels: npt.NDArray[np.integer[Any]], weights: Weights
) -> OfFields:
    """Bits to be taken off each field of each pair, where levels are met by chance oftener here than what is shipped has it.

    `sample` holds levels of pairs drawn at random, `strangers` how likely each is not of one person.
    """
    less = np.zeros(levels.shape, np.float32)
    for field in OF_CHANCE:
        at, told = FIELDS.index(field), LEVELS[field]
        plain = np.array([weights.strangers[field].get(level, 0.0) for level in told])
        counted = np.bincount(sample[:, at], strangers, len(told)) * (plain > 0)
        share = (counted + SAMPLE_IS_SHIPPED * plain) / (counted.sum() + SAMPLE_IS_SHIPPED)
        less[:, at] = np.where(plain > 0, np.log2(np.maximum(share, 1e-12) / np.maximum(plain, 1e-12)), 0.0)[
            levels[:, at]
        ]
    return less


def _tables(field: str) -> tuple[str, ...]:
    return (field, field + ACROSS) if field in NAME_FIELDS else (field,)
