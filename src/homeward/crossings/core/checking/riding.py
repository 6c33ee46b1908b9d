"""Rules of one vehicle: places, children, companions, people to be kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.crossings.core.checking.facts import Done, Facts
from homeward.crossings.core.checking.findings import Broken
from homeward.crossings.core.instance import Scope, Space


def broken_in_vehicles(known: Facts, made: Done) -> Iterator[Broken]:
    """H09, H11, H12 and H13."""
    for at, (trip, convoy, vehicle) in enumerate(made.trips):
        where = f"{convoy.id} {vehicle.id}"
        room = {Space.SEAT: vehicle.seats, Space.WHEELCHAIR: vehicle.wheelchair, Space.STRETCHER: vehicle.stretcher}
        for space, places in room.items():
            if made.places[at, space] > max(0, places):
                yield Broken("H09", where, f"{made.places[at, space]} need a {space.value}, it has {places}.")
        needing, without = _escorted(known, trip.persons)
        for person in sorted(without):
            yield Broken("H12", where, f"{person} rides without a companion.")
        if len(needing) > max(0, known.instance.rules.minors_per_staff_escort) * trip.staff_escorts:
            yield Broken("H11", where, f"{len(needing)} people need staff escorts, {trip.staff_escorts} ride along.")
    for each in known.instance.separations:
        one, other = made.trip_of.get(each.a), made.trip_of.get(each.b)
        if one is None or other is None:
            continue
        windows = {made.trips[one][1].window, made.trips[other][1].window}
        if one == other or (each.scope is Scope.WINDOW and len(windows) == 1):
            yield Broken("H13", made.trips[one][1].window, f"{each.a} and {each.b} must be kept apart.")


def _escorted(known: Facts, persons: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """Who of a vehicle needs a staff escort, and who rides against a rule."""
    here = {id for id in persons if id in known.persons}
    rules = known.instance.rules
    groups = {known.persons[id].group for id in here if known.persons[id].age >= rules.adult_age}
    needing: set[str] = set()
    without: set[str] = set()
    for id in here:
        person = known.persons[id]
        named = {other for rule in known.companions[id] for other in rule.any_of}
        if person.age < rules.minor_age and person.group not in groups and not named & here:
            needing.add(id)
        for rule in known.companions[id]:
            if here.isdisjoint(rule.any_of):
                (needing if rule.staff_ok else without).add(id)
    return needing, without
