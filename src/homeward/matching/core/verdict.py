"""What a probability comes to: one person, two people, or a question for a person who decides."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from homeward.matching.core.fields import FIELDS, SPEAKS_FOR

SAME_FROM = 0.99
"""Probability from which two records are said to be one person's."""
DIFFERENT_BELOW = 0.05
"""Probability below which nobody is asked."""


class Verdict(StrEnum):
    """What two records are taken for."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


def verdict(probability: float, levels: Sequence[str]) -> Verdict:
    """The verdict on a pair. A name alone is never enough: birth, a paper or the family must speak for it as well."""
    if probability < DIFFERENT_BELOW:
        return Verdict.DIFFERENT
    beside = any(level in SPEAKS_FOR.get(field, ()) for field, level in zip(FIELDS, levels, strict=True))
    return Verdict.SAME if probability >= SAME_FROM and beside else Verdict.DOUBTFUL
