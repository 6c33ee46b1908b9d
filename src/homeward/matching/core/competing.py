"""Candidates of one record compete with each other and with nobody: what the weights of pairs come to as probabilities.

For each left record one of the right ones is its person, or none is. How many have their person there at all, and how many
have relatives there, is not known beforehand and is found from the weights themselves, by expectation and maximisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.matching.core.weights import Weights

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer[Any]]

ROUNDS = 12
SURE_OF_SHIPPED = 10.0
"""What is shipped of shares counts as much as so many left records."""
HIGHEST = 200.0
"""Bits beyond which nothing changes any more."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """Probabilities of pairs in the order given, and for each left record that nobody on the right is its person."""

    pairs: Floats
    nobody: Floats
    expected: float
    relatives: float


def competing(i: Ints, j: Ints, same: Floats, kin: Floats, lefts: int, rights: int, weights: Weights) -> Told:
    """Probabilities from weights in bits, against strangers, for the same person and for two of one family."""
    expected, relatives = weights.expected, weights.relatives
    same, kin = (np.clip(weights.slope * each, -HIGHEST, HIGHEST) for each in (same, kin))
    told = Told(np.zeros(len(i)), np.ones(lefts), expected, relatives)
    for _ in range(ROUNDS):
        near = min(0.5, relatives / max(1, rights))
        of_kin = near * np.exp2(kin)
        chance = 1 - near + of_kin
        odds = expected / (1 - expected) / max(1, rights) * np.exp2(same) / chance
        pairs, nobody = _shared(i, j, odds, lefts, rights, weights.twice)
        told = Told(pairs, nobody, expected, relatives)
        if not lefts:
            break
        found = float((1 - nobody).sum())
        expected = (found + SURE_OF_SHIPPED * weights.expected) / (lefts + SURE_OF_SHIPPED)
        related = float(((1 - pairs) * of_kin / chance).sum())
        relatives = (related + SURE_OF_SHIPPED * weights.relatives) / (lefts + SURE_OF_SHIPPED)
        expected, relatives = float(np.clip(expected, 1e-4, 0.995)), float(np.clip(relatives, 1e-3, 50))
    return told


def alone(same: Floats, kin: Floats, people: int, weights: Weights) -> tuple[Floats, float]:
    """Probabilities of pairs of one list, where somebody may stand more than twice, and the share of records that stand again."""
    again = weights.twice
    same, kin = (np.clip(weights.slope * each, -HIGHEST, HIGHEST) for each in (same, kin))
    near = min(0.5, weights.relatives / max(1, people))
    chance = 1 - near + near * np.exp2(kin)
    pairs = np.zeros(len(same))
    for _ in range(ROUNDS):
        odds = again / max(1, people) * np.exp2(same) / chance
        pairs = odds / (1 + odds)
        again = float(
            np.clip((2 * pairs.sum() + SURE_OF_SHIPPED * weights.twice) / (people + SURE_OF_SHIPPED), 1e-4, 0.9)
        )
    return pairs, again


def _shared(i: Ints, j: Ints, odds: Floats, lefts: int, rights: int, twice: float) -> tuple[Floats, Floats]:
    """One person on the right for each on the left; and whom one left record has is seldom another's too.

    Messages between the two sides, a few times over, as in belief propagation for matchings.
    """
    claim = odds
    for _ in range(4):
        row = 1 + np.bincount(i, claim, lefts)
        # How strongly others on the left claim the same person: the odds of each without this one.
        of_row = claim / np.maximum(row[i] - claim, 1e-300)
        column = np.bincount(j, of_row, rights)
        others = np.maximum(0.0, column[j] - of_row)
        claim = odds * (1 + twice * others) / (1 + others)
    row = 1 + np.bincount(i, claim, lefts)
    return claim / row[i], 1 / row
