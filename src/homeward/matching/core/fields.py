"""The fields that are compared, and the levels that a comparison of each can come to: named, few, the same in every engine."""

from __future__ import annotations

FIELDS = ("given", "fathers", "family", "birth", "number", "sex", "nationality", "household", "place")
"""In this order levels stand in every pair."""

MISSING = "missing"
SAME_DAYS = ("same day", "same day for an unknown one")
"""The second is a day that offices write where only the year is known, such as 1 January; it says little more than the year."""
NOT_LOOKED_AT = "not looked at"
"""Of households, where everything else speaks so much against the pair that nothing could make up for it."""
SAY_NOTHING = (MISSING, NOT_LOOKED_AT)
EQUAL, SAME, ALIKE, UNSURE, OTHER = "equal", "same", "alike", "unsure", "other"
PART_LEVELS = (EQUAL, SAME, ALIKE, UNSURE, OTHER)
"""What two parts of names come to, the closest first."""
BOUNDS = (7.0, 1.5, -1.5, -5.0)
"""Values of pairs of parts (core.spellings) from which each of the first four begins."""

LEVELS: dict[str, tuple[str, ...]] = {
    "given": (*PART_LEVELS, MISSING),
    "fathers": (
        *PART_LEVELS,
        *(f"{one} {other}" for one in PART_LEVELS for other in PART_LEVELS),
        MISSING,
    ),
    "family": (*PART_LEVELS, MISSING),
    "birth": (
        "same day",
        "same day for an unknown one",
        "about the same day",
        "day and month exchanged",
        "one digit differs",
        "same month",
        "same year",
        "years overlap",
        "year beside",
        "other year",
        MISSING,
    ),
    "number": ("same", "one typing error", "other", MISSING),
    "sex": ("same", "other", MISSING),
    "nationality": ("same", "other", MISSING),
    "household": ("all", "most", "some", "none", MISSING, NOT_LOOKED_AT),
    "place": ("same", "other", MISSING),
}
"""Every level of each field, by its code."""

SPEAKS_FOR: dict[str, tuple[str, ...]] = {
    "birth": ("same day", "about the same day", "day and month exchanged", "one digit differs"),
    "number": ("same", "one typing error"),
    "household": ("all", "most"),
}
"""Levels beside the name of which one must be there before two records are said to be one person's."""


def part_level(value: float) -> str:
    """The level that the value of a pair of parts comes to."""
    return next((level for level, bound in zip(PART_LEVELS, BOUNDS, strict=False) if value >= bound), OTHER)
