"""What desks do without a planner, to stand beside one: first come first served, and the most urgent first."""

from __future__ import annotations

import numpy as np

from homeward.crossings.core.known import Known
from homeward.crossings.core.planning.filling import first_fit
from homeward.crossings.core.planning.tables import Pairs
from homeward.crossings.core.standing import Standing


def first_come(pairs: Pairs) -> Standing:
    """By the day of registration, each unit with the first convoy that takes it."""
    known = pairs.known
    standing = Standing(known)
    order = sorted(pairs.owners.tolist(), key=lambda unit: (registered(known, unit), unit))
    first_fit(standing, ((unit, _by_day(pairs, unit)) for unit in order))
    return standing


def by_priority(pairs: Pairs, *, best_window: bool = False) -> Standing:
    """By the most urgent member, then by the day of registration, each unit with the first convoy that takes it.

    With `best_window` it goes with the convoy that is worth most to it instead: more than a triage list can do.
    """
    known = pairs.known
    standing = Standing(known)
    urgent = {
        unit: min(known.people[member.id].cls for member in known.units[unit].members) for unit in pairs.owners.tolist()
    }
    order = sorted(urgent, key=lambda unit: (urgent[unit], registered(known, unit), unit))
    choice = _by_worth if best_window else _by_day
    first_fit(standing, ((unit, choice(pairs, unit)) for unit in order))
    return standing


def registered(known: Known, unit: int) -> int:
    """The day on which the first group of a unit was registered."""
    return min(known.groups[group].registered for group in known.units[unit].groups).toordinal()


def _by_day(pairs: Pairs, unit: int) -> list[int]:
    runs = pairs.run[pairs.of(unit)].tolist()
    return sorted(runs, key=lambda run: (pairs.known.runs[run].date, pairs.known.runs[run].window))


def _by_worth(pairs: Pairs, unit: int) -> list[int]:
    mine = pairs.of(unit)
    order = np.argsort(-pairs.worth[mine], kind="stable")
    return [int(run) for run, worth in zip(pairs.run[mine][order], pairs.worth[mine][order], strict=True) if worth > 0]
