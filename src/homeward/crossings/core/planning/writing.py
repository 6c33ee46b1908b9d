"""A standing written down as a plan."""

from __future__ import annotations

from homeward.crossings.core.chances import SURE, group_chance
from homeward.crossings.core.known import Known
from homeward.crossings.core.plan import Trip
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
