"""How fast an authority answers and how often it grants, out of the desk's own history with it.

Requests without an answer count for the days that they have waited (right-censored, exponential times): leaving them out would
make a slow authority look fast. Few answers say little, so what is told starts from a weak prior: two answers, one of them a
grant, and one answer at seven days. With no history it is exactly that, even odds and a week, and after ten answers it hardly
shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

PRIOR_GRANTED, PRIOR_ANSWERED = 1.0, 2.0
PRIOR_MEDIAN_DAYS = 7.0
LEAST_DAYS = 0.25
"""An answer on the day of the request took a quarter of a day: nothing takes no time."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One request: the days until it was answered, or that it has waited; whether it was granted, none while it waits."""

    days: float
    granted: bool | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """How likely an authority is to grant, in how many days half of its answers come, and from how many requests it is told."""

    probability: float
    median_days: float
    answered: int
    waiting: int


def pace(waits: Iterable[Wait]) -> Pace:
    """The pace out of these requests; with few answers mostly the prior."""
    every = list(waits)
    answers = [each for each in every if each.granted is not None]
    granted = sum(bool(each.granted) for each in answers)
    passed = sum(max(each.days, LEAST_DAYS) for each in every) + PRIOR_MEDIAN_DAYS / log(2)
    return Pace(
        (granted + PRIOR_GRANTED) / (len(answers) + PRIOR_ANSWERED),
        log(2) * passed / (len(answers) + 1),
        len(answers),
        len(every) - len(answers),
    )
