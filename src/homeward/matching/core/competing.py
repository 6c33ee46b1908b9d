"""Candidates of one record compete with each other and with nobody: what the weights of pairs come to as probabilities.

For each left record one person on the right is its own, or none is. Two records there that are likely one person's do not
compete: where a register holds somebody twice, whoever is the one is the other as well. How many have their person there at
all, and how many have relatives there, is not known beforehand and is found from the weights themselves, by expectation and
maximisation.
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
FEWEST_RELATIVES = 0.3
"""Relatives of each left record that are always reckoned with: most of them are not among the pairs that are weighed."""
NOTHING = 1e-7
"""Odds against one stranger of the right below which a pair is passed by, whatever else there is."""
HIGHEST = 200.0
"""Bits beyond which nothing changes any more."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """Probabilities of pairs in the order given, and for each left record that nobody on the right is its person.

    `alone` are the odds of each pair against nobody, if there were no other candidate.
    """

    pairs: Floats
    nobody: Floats
    expected: float
    relatives: float
    alone: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ones:
    """Pairs of one left record, or of one right one, whose others are one person's as likely as told: each both ways round."""

    pair: Ints
    other: Ints
    likely: Floats

    def of(self, claims: Floats) -> Floats:
        """For each pair what of the claims of others is its own."""
        return np.bincount(self.pair, self.likely * claims[self.other], len(claims)).astype(float)


NONE = Ones(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


def competing(
    i: Ints,
    j: Ints,
    same: Floats,
    kin: Floats,
    lefts: int,
    rights: int,
    weights: Weights,
    rows: Ones = NONE,
    columns: Ones = NONE,
) -> Told:
    """Probabilities from weights in bits, against strangers, for the same person and for two of one family."""
    expected, relatives = weights.expected, weights.relatives
    same, kin = (np.exp2(np.clip(weights.slope * each, -HIGHEST, HIGHEST)) for each in (same, kin))
    # Most pairs are of strangers by far, and take nothing from anybody.
    some = np.flatnonzero(same >= NOTHING * max(1, rights))
    left, right, told = i[some], j[some], np.zeros(len(i))
    nobody, alone = np.ones(lefts), np.zeros(len(i))
    rows, columns = (
        Ones(np.searchsorted(some, each.pair), np.searchsorted(some, each.other), each.likely)
        for each in (rows, columns)
    )
    for _ in range(ROUNDS if lefts else 0):
        near = min(0.5, relatives / max(1, rights))
        of_kin = near * kin
        of_kin /= 1 - near + of_kin
        chance = (1 - near) + near * kin[some]
        odds = expected / (1 - expected) / max(1, rights) * same[some] / chance
        alone[some] = odds
        told[some], nobody = _shared(left, right, odds, lefts, rights, weights.twice, rows, columns)
        found = float((1 - nobody).sum())
        related = float(of_kin.sum() - told[some] @ of_kin[some])
        expected = (found + SURE_OF_SHIPPED * weights.expected) / (lefts + SURE_OF_SHIPPED)
        relatives = (related + SURE_OF_SHIPPED * weights.relatives) / (lefts + SURE_OF_SHIPPED)
        expected, relatives = float(np.clip(expected, 1e-4, 0.995)), float(np.clip(relatives, FEWEST_RELATIVES, 50))
    return Told(told, nobody, expected, relatives, alone)


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


def _shared(
    i: Ints, j: Ints, odds: Floats, lefts: int, rights: int, twice: float, rows: Ones, columns: Ones
) -> tuple[Floats, Floats]:
    """One person on the right for each on the left; and whom one left record has is seldom another's too.

    Messages between the two sides, a few times over, as in belief propagation for matchings.
    """
    claim = odds
    for _ in range(4):
        # How strongly others on the left claim the same person: the odds of each without this one.
        of_row = claim / _without(i, claim, lefts, rows)
        column = np.bincount(j, of_row, rights)
        others = np.maximum(0.0, column[j] - of_row - columns.of(of_row))
        claim = odds * (1 + twice * others) / (1 + others)
    return claim / (claim + _without(i, claim, lefts, rows)), 1 / (1 + np.bincount(i, claim, lefts))


def _without(i: Ints, claim: Floats, lefts: int, rows: Ones) -> Floats:
    """Nobody, and all candidates of a row but this one and whoever is one with it."""
    # Never less than nobody, whatever is lost between large numbers.
    return np.maximum(1.0, 1 + np.bincount(i, claim, lefts)[i] - claim - rows.of(claim))
