"""A plan that is written down, taken up again: who rides where, so that it can be explained or carried on."""

from __future__ import annotations

from collections import defaultdict

from homeward.crossings.core.known import Known, Member
from homeward.crossings.core.plan import Plan
from homeward.crossings.core.seating import needing
from homeward.crossings.core.standing import Part, Standing


def standing_of(known: Known, plan: Plan) -> Standing:
    """What stands in a plan; a group that does not ride whole in one convoy that can run counts as one that does not cross."""
    standing = Standing(known)
    vehicle_at = {vehicle.id: at for at, vehicle in enumerate(known.vehicles)}
    rides: dict[int, dict[tuple[int, int], list[Member]]] = defaultdict(lambda: defaultdict(list))
    aboard: dict[tuple[int, int], dict[str, Member]] = defaultdict(dict)
    for trip in plan.trips:
        at_run, vehicle = known.run_at.get(trip.convoy), vehicle_at.get(trip.vehicle)
        if at_run is None or vehicle is None:
            continue
        for person in trip.persons:
            member = known.members.get(person)
            if member is not None:
                rides[known.unit_of[member.group]][at_run, vehicle].append(member)
                aboard[at_run, vehicle][person] = member
    for at in sorted(rides):
        unit, mine = known.units[at], rides[at]
        runs = {each for each, _ in mine}
        whole = sum(map(len, mine.values())) == unit.size and len(runs) == 1
        run = known.runs[runs.pop()]
        if not whole or run.pickup != unit.pickup:
            continue
        parts = []
        for (_, vehicle), members in mine.items():
            beside = {id: other for id, other in aboard[run.at, vehicle].items() if other not in members}
            parts.append(Part(vehicle, tuple(members), needing(members, beside) or 0))
        standing.put(unit, run, tuple(parts))
    return standing
