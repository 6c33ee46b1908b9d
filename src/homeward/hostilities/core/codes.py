"""What may be doubtful about a row, each under a code of its own, and why a row is set aside; nothing is put right silently.

Doubts of kept rows are bits of one number beside the row; a bit keeps its meaning for ever, new ones are added at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

FLAGS: dict[str, str] = {
    "low-above-best": "The lowest number is above the best one.",
    "best-above-high": "The best number is above the highest one.",
    "low-above-high": "The lowest number is above the highest one.",
    "best-zero": "The best number is 0, the highest is not.",
    "coarse-day": "The day is not known more closely than a week, a month or longer: it stands on no day.",
    "coarse-place": "The place is no closer than a province or a country: its point says nothing.",
    "no-division": "No first division (adm_1) is given.",
    "no-point": "No latitude and longitude are given.",
    "off-the-globe": "Latitude is not within -90 to 90, or longitude not within -180 to 180: it counts in no box.",
    "days-against-precision": "The days given are further apart than the precision of the day says; the coarser counts.",
    "nobody-died": "All numbers are 0, in a dataset that holds lethal events only.",
    "parts-against-best": "The deaths by side do not add up to the best number.",
    "not-cleared": "Its maker has not cleared this row yet.",
    "number-missing": "A number is missing: the row stands in no sum.",
    "silent": "Nobody reported: a gap, not zero.",
    "interpolated": "Numbers that the maker filled in, not reported; they stand in no sum.",
    "total-stands": "The running total stands still without a report of the day: missing, not zero.",
    "total-falls": "The running total is lower than before: a correction, or a mistake.",
    "flow-against-total": "The number of the day is not what the running total rose by: more than a day, or a correction.",
    "several-days": "The report is about more than a day: it stands on no day.",
    "below-zero": "The number is below zero: a correction, it stands on no day.",
    "no-reporter": "A number stands here under which no report is named: it stands on no day.",
    "no-daily-number": "The number of the day is empty; only a running total is given.",
    "long-ago": "The day lies before 1946.",
    "point-differs": "Latitude and longitude are not those of the point in geom_wkt.",
    "no-range": "The maker gives one number and no range.",
    "swapped": "Latitude and longitude seem to be exchanged: far from the others here, and near them the other way round.",
    "null-island": "Latitude and longitude are both 0.",
}
BITS = {code: 1 << at for at, code in enumerate(FLAGS)}
POINT_DOUBTS = BITS["swapped"] | BITS["null-island"] | BITS["off-the-globe"]
"""Doubts with which a point counts in no box."""
ON_NO_DAY = BITS["several-days"] | BITS["below-zero"] | BITS["no-reporter"]
"""Doubts with which a number stands on no day; the projection of sums by day knows it by its value."""
QUIET = frozenset({"no-range"})
"""What is told once for the file and not for each row: of a form whose every row has it."""

ASIDE: dict[str, str] = {
    "shifted": "It has not as many cells as the heading, or several cells hold what belongs under other headings.",
    "header-again": "The heading stands here again: two files were put together.",
    "zero-byte": "A cell holds a zero byte.",
    "no-such-day": "This is no day of the calendar.",
    "no-day": "It gives no day.",
    "ends-before-it-begins": "It ends before it begins.",
    "in-the-future": "Its day lies after the day on which the file was downloaded.",
    "id-twice": "A row with this id stands above.",
    "no-id": "It has no id.",
    "not-a-number": "A cell that must hold a number holds something else.",
    "too-large": "The number is larger than any that can be.",
    "below-zero": "A number of deaths is below zero.",
    "precision-unknown": "The precision of day or place is none of its form.",
    "day-twice": "A row of this day and place stands above.",
}


@lru_cache(maxsize=4_096)
def of(bits: int) -> tuple[str, ...]:
    """The codes of these bits, in the order of FLAGS."""
    return tuple(code for code, bit in BITS.items() if bits & bit)


def bits(codes: Iterable[str]) -> int:
    """The bits of these codes."""
    found = 0
    for code in codes:
        found |= BITS[code]
    return found
