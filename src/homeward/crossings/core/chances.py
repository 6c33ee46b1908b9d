"""How likely it is that a group is cleared on a day, and whether a plan may count on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from homeward.crossings.core.instance import Clearance, Person, Rules, Status
from homeward.crossings.core.plan import Blocked, Code

SURE = 1 - 1e-12
"""From here on a probability counts as certain."""
SLACK = 1e-9
"""So much below the least probability is taken for rounding."""


def chance(clearance: Clearance | None, on: date, days: int) -> float:
    """How likely one clearance holds on a day that lies so many days after the plan is made."""
    if clearance is None or clearance.status is Status.REFUSED:
        return 0.0
    if clearance.status is Status.GRANTED:
        return 1.0 if valid(clearance, on) else 0.0
    if clearance.median_days <= 0 or days < 0:
        return 0.0
    answered = 1 - float(0.5 ** (days / clearance.median_days))
    return min(1.0, max(0.0, clearance.p)) * answered


def valid(clearance: Clearance, on: date) -> bool:
    """Whether a clearance covers a day; both ends count, and an open end is always covered."""
    begun = clearance.valid_from is None or clearance.valid_from <= on
    return begun and (clearance.valid_until is None or on <= clearance.valid_until)


def group_chance(people: Iterable[Person], required: Iterable[str], on: date, days: int) -> float:
    """How likely a whole group is cleared: for each authority its least likely member, since a family's answers come together."""
    everybody = tuple(people)
    share = 1.0
    for authority in required:
        share *= min((chance(person.clearances.get(authority), on, days) for person in everybody), default=0.0)
    return share


def plannable(share: float, days: int, rules: Rules) -> bool:
    """Whether a group of this probability may be planned for a day: firmly, or provisionally far enough ahead."""
    if share >= SURE:
        return days >= 0
    return days >= max(0, rules.firm_days) and share >= rules.min_provisional_p - SLACK


def missing(people: Sequence[Person], required: Iterable[str], on: date, days: int, rules: Rules) -> Blocked | None:
    """The first thing that the papers of a group lack for a day; None when they do."""
    share, worst, held_up = 1.0, 2.0, Blocked(Code.CLEARANCE_PENDING)
    for authority in required:
        least = 1.0
        for person in people:
            clearance = person.clearances.get(authority)
            if clearance is None:
                return Blocked(Code.CLEARANCE_MISSING, person.id, authority)
            if clearance.status is Status.REFUSED:
                return Blocked(Code.CLEARANCE_REFUSED, person.id, authority)
            if clearance.status is Status.GRANTED:
                if not valid(clearance, on):
                    return Blocked(Code.CLEARANCE_NOT_VALID, person.id, authority)
                continue
            likely = chance(clearance, on, days)
            if likely < worst:
                worst, held_up = likely, Blocked(Code.CLEARANCE_PENDING, person.id, authority)
            least = min(least, likely)
        share *= least
    return None if plannable(share, days, rules) else held_up
