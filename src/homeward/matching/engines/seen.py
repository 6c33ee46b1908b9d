"""What an engine hands back: levels and weights of many pairs, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from homeward.matching.core.evidence import Evidence
from homeward.matching.core.fields import FIELDS, LEVELS
from homeward.matching.core.weights import Bits

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer[Any]]
NUMBERED = {field: {level: at for at, level in enumerate(LEVELS[field])} for field in FIELDS}
"""Each level of each field as a number."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """`levels` has a row for each pair and a column for each field; `same` and `kin` are sums in bits, against strangers.

    `fields` are the bits of each field for the same person, `across` says whose names are in different scripts.
    """

    levels: npt.NDArray[np.int8]
    same: Floats
    kin: Floats
    across: npt.NDArray[np.bool_]
    fields: npt.NDArray[np.float32]

    @classmethod
    def of(cls, found: Sequence[Evidence], said: Sequence[Bits]) -> Self:
        """From evidence of one pair at a time."""
        levels = [[NUMBERED[f][level] for f, level in zip(FIELDS, each.levels, strict=True)] for each in found]
        same, kin = [sum(each.same) for each in said], [sum(each.kin) for each in said]
        fields = np.array([each.same for each in said], np.float32).reshape(-1, len(FIELDS))
        across = np.array([each.across for each in found], bool)
        numbers = np.array(levels, np.int8).reshape(-1, len(FIELDS))
        return cls(numbers, np.array(same, float), np.array(kin, float), across, fields)


def words(row: Sequence[int]) -> tuple[str, ...]:
    """The codes of a row of levels."""
    return tuple(LEVELS[field][at] for field, at in zip(FIELDS, row, strict=True))
