"""A standing written down as a plan, with the reasons of whoever does not cross."""

from __future__ import annotations

import numpy as np

from homeward.crossings.core.chances import SURE, group_chance
from homeward.crossings.core.explaining import Explainer
from homeward.crossings.core.known import Known
from homeward.crossings.core.plan import Code, Plan, Reason, Trip
from homeward.crossings.core.planning.filling import value
from homeward.crossings.core.planning.tables import Pairs
from homeward.crossings.core.seating import place
from homeward.crossings.core.standing import Standing


def trips(standing: Standing) -> tuple[Trip, ...]:
    """Every vehicle that rides, by convoy and vehicle."""
    known = standing.known
    found = [
        Trip(
            known.runs[run].id,
            known.vehicles[load.vehicle].id,
            tuple(sorted(load.people)),
            standing.escorts(load.needing),
        )
        for run, loads in enumerate(standing.loads)
        for load in loads
    ]
    return tuple(sorted(found, key=lambda trip: (trip.convoy, trip.vehicle)))


def provisional(standing: Standing) -> tuple[str, ...]:
    """Groups that cross only if an answer comes that is expected."""
    known = standing.known
    return tuple(
        known.groups[group].id
        for unit, run in sorted(standing.at.items())
        for group in known.units[unit].groups
        if not _sure(known, group, run)
    )


def _sure(known: Known, group: int, run: int) -> bool:
    of = known.runs[run]
    people = known.group_people(known.groups[group])
    return group_chance(people, known.required[of.crossing], of.date, of.day) >= SURE


def explained(standing: Standing, columns: Pairs) -> tuple[Reason, ...]:
    """Reasons for whoever does not cross; a group for which there turns out to be room is put on the plan instead."""
    while True:
        explainer = Explainer(standing.known, standing)
        reasons = explainer.reasons()
        placed = 0
        for reason in reasons:
            if reason.code is Code.FITS and not explainer.crosses(reason.group):
                placed += _put_where_it_fits(standing, columns, reason)
        if not placed:
            return reasons


def _put_where_it_fits(standing: Standing, columns: Pairs, reason: Reason) -> bool:
    sound = standing.known
    unit = sound.units[sound.unit_of[sound.group_at[reason.group]]]
    mine = columns.of(unit.at)
    order = np.argsort(-columns.worth[mine], kind="stable")
    return any(place(standing, unit, sound.runs[int(run)]) is None for run in columns.run[mine][order])


def written(
    standing: Standing,
    columns: Pairs,
    solver: str,
    bound: float | None,
    reasons: tuple[Reason, ...],
    unkept: tuple[str, ...],
) -> Plan:
    """The plan that stands, with what it is worth and what is proven."""
    return Plan(
        standing.known.instance.id,
        solver,
        trips(standing),
        provisional(standing),
        reasons,
        value(standing, columns),
        bound,
        unkept,
    )
