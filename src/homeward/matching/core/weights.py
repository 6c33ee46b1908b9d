"""What each level says: how often it is met where two records are one person's, of two of one family, or of two strangers.

Fellegi and Sunter (1969) with a third hypothesis. Brothers, fathers and sons share family, grandfather, address and day of
travel, so strangers alone are no measure of chance: what speaks for one person must also speak against a relative.
Weights are logarithms to the base 2, in bits: 10 bits are a thousand to one.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from homeward.matching.core.evidence import Evidence
from homeward.matching.core.fields import FIELDS, MISSING, OTHER, PART_LEVELS, SAME_DAYS, SAY_NOTHING
from homeward.matching.core.frequencies import Floats, Frequencies

Table = Mapping[str, Mapping[str, float]]
NAME_FIELDS = ("given", "fathers", "family")
ACROSS = " across"
"""Behind the name of a field: its shares where the two names are in different scripts."""
LEAST = 1e-5
"""The least share of strangers who have a part alike."""
ANY_DAY = 1 / 25_000
"""The share of strangers born on one day, when nothing is known of the days of a side."""
ANY_UNKNOWN_DAY = 1 / 400
"""The same for 1 January of a year and other days that stand for unknown ones."""
ANY_NUMBER = 2e-7
"""The share of strangers under one number whom nobody else shares."""
AGREE = PART_LEVELS[:2]
"""Levels at which two parts are taken for one name."""
TWINS_OF_ONE_NAME = 2e-4
"""Of two people of one family whose given names agree, how many are born on one day."""
_BIRTH = FIELDS.index("birth")
WIDELY_MET = 0.03
"""The least share of strangers who bear a name that is borne everywhere, where nothing is known of how often it is met."""
SEX_OF_A_NAME = {"same": 0.97, "other": 0.03}
"""Of strangers whose given names agree, how many are of one sex."""
ALIKE_BY_CHANCE = 1.5
"""How much oftener strangers' names agree than their parts are met: of all ways to read two names the best one counts."""
LOOKED_AT_FROM = -3.0
"""Bits of all other fields from which households are held against each other as well."""
AS_MANY = 50
"""What is shipped counts as much as so many people of the side at hand."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of each level by field, among pairs of the same person, of one family, and of strangers.

    `met` is the share of strangers with a part of each level where nothing is known of how often a name is met. `expected`
    is the share of left records that have their person on the right, `kin` the number of relatives there, `twice` the
    share of left records whose person stands on the left again, `slope` by what all weights are multiplied.
    """

    same: Table
    kin: Table
    strangers: Table
    met: Table
    expected: float = 0.5
    relatives: float = 3.0
    twice: float = 0.02
    slope: float = 1.0

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """The weights that `as_json` wrote."""
        return cls(**written)

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Bits:
    """What a pair's evidence says, each against strangers: for the same person, and for two of one family, field by field."""

    same: tuple[float, ...]
    kin: tuple[float, ...]


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that lie in the package."""
    text = (files("homeward.matching.weights") / "weights.json").read_text(encoding="utf-8")
    return Weights.from_json(json.loads(text))


def bits(seen: Evidence, often: Frequencies, weights: Weights) -> Bits:
    """What the evidence of one pair says; what is missing says nothing."""
    chances = _chances(seen, often, weights)
    said = [
        _field(field, level, chance, weights, across=seen.across)
        for field, level, chance in zip(FIELDS, seen.levels, chances, strict=True)
    ]
    kin = [kin for _, kin in said]
    if seen.levels[0] in AGREE and seen.levels[_BIRTH] == SAME_DAYS[0]:
        kin[_BIRTH] = math.log2(TWINS_OF_ONE_NAME / chances[_BIRTH])
    return Bits(tuple(same for same, _ in said), tuple(kin))


def _field(field: str, level: str, chance: float, weights: Weights, *, across: bool) -> tuple[float, float]:
    if level in SAY_NOTHING:
        return 0.0, 0.0
    table = field + ACROSS if across and field in NAME_FIELDS else field
    return math.log2(weights.same[table][level] / chance), math.log2(weights.kin[table][level] / chance)


def _chances(seen: Evidence, often: Frequencies, weights: Weights) -> list[float]:
    """For each field the share of strangers that come to this level."""
    found = {field: weights.strangers[field][level] if level not in SAY_NOTHING else 1.0
             for field, level in zip(FIELDS, seen.levels, strict=True) if field not in NAME_FIELDS}  # fmt: skip
    of = dict(zip(FIELDS, seen.levels, strict=True))
    wide = often.widely
    found["given"] = _part(often.given, often.given_of, seen.given, of["given"], weights.met["given"], wide)
    found["family"] = _part(often.family, often.family_of, seen.family, of["family"], weights.met["family"], wide)
    found["fathers"] = math.prod(
        _part(often.father, often.father_of, part, level, weights.met["fathers"], wide)
        for part, level in zip(seen.fathers, of["fathers"].split(), strict=False)
    )
    # A name tells of sex and people, so that these say little more where names agree.
    if of["given"] in AGREE and of["sex"] != MISSING:
        found["sex"] = SEX_OF_A_NAME[of["sex"]]
    if (of["given"] in AGREE or of["family"] in AGREE) and of["nationality"] != MISSING:
        found["nationality"] = weights.kin["nationality"][of["nationality"]]
    if of["birth"] in SAME_DAYS and seen.day is not None:
        others = max(0, often.days.get(seen.day, 0) - 1)
        any_day = ANY_DAY if of["birth"] == SAME_DAYS[0] else ANY_UNKNOWN_DAY
        found["birth"] = (others + AS_MANY * any_day) / (often.people - 1 + AS_MANY)
    if of["number"] == "same" and seen.number:
        others = max(0, often.numbers.get(seen.number, 0) - 1)
        found["number"] = others / max(2, often.people) + ANY_NUMBER
    return [found[field] for field in FIELDS]


def _part(
    counts: Floats, of: float, part: int, level: str, met: Mapping[str, float], widely: npt.NDArray[np.bool_]
) -> float:
    """The share of strangers with a part of this level to the left one; the person held against it is not counted along."""
    if level == MISSING or part < 0:
        return 1.0
    row = counts[part]
    total = max(0.0, of - 1) + AS_MANY
    if level == OTHER:
        alike = sum(float(each) for each in row) + AS_MANY * sum(met[each] for each in PART_LEVELS[:-1])
        return max(0.05, 1 - alike / total)
    at = PART_LEVELS.index(level)
    base = max(met[level], WIDELY_MET) if widely[part] and level in AGREE else met[level]
    return max(LEAST, ALIKE_BY_CHANCE * (max(0.0, float(row[at]) - 1) + AS_MANY * base) / total)
