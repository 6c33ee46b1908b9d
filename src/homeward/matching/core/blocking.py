"""Which pairs are compared at all: few enough to be weighed, and nearly all that are one person's."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.matching.core.sides import Sides

Ints = npt.NDArray[np.integer[Any]]
FEW = 20_000
"""Pairs of two small sides that are all compared."""


def candidates(both: Sides) -> tuple[Ints, Ints]:
    """Pairs to be weighed, as places on the left and on the right, in order."""
    lefts, rights = len(both.left.records), len(both.right.records)
    i, j = np.divmod(np.arange(lefts * rights, dtype=np.int64), max(1, rights))
    return i, j
