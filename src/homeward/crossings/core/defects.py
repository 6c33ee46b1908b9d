"""What does not fit together in an instance, each named by its id: it is left out of a plan, and the rest is planned."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from homeward.crossings.core.instance import EVERYBODY, Instance, Status
from homeward.crossings.core.mutual import contradictory


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that does not fit: what kind it is, of what, by its id, and in words."""

    code: str
    kind: str
    id: str
    detail: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}: {self.detail} [{self.code}]"


MOST = 1_000_000_000
"""A number beyond this is no count of anything at a crossing."""


def defects(instance: Instance) -> tuple[Defect, ...]:
    """Everything in an instance that does not fit together, in the order of its parts; empty when all does."""
    return tuple(
        defect
        for part in (_repeated, _windows, _capacities, _convoys, _quotas, _fleet, _groups, _papers, _companions)
        for defect in part(instance)
    )


def broken_groups(instance: Instance) -> dict[str, str]:
    """Groups that cannot be planned as they are written, and why: nobody in them, or somebody twice, unknown or elsewhere."""
    times = Counter(person.id for person in instance.persons)
    of = {person.id: person.group for person in instance.persons}
    where: dict[str, set[str]] = defaultdict(set)
    for group in instance.groups:
        for member in group.members:
            where[member].add(group.id)
    broken: dict[str, str] = {}
    for group in instance.groups:
        if not group.members:
            broken[group.id] = "It has no members."
        elif len(set(group.members)) < len(group.members):
            broken[group.id] = "A member stands in it twice."
        for member in group.members:
            if member not in of:
                broken[group.id] = f"Its member {member} is unknown."
            elif times[member] > 1:
                broken[group.id] = f"Its member {member} is listed {times[member]} times."
            elif len(where[member]) > 1:
                broken[group.id] = f"Its member {member} stands in {len(where[member])} groups."
            elif of[member] != group.id:
                broken[group.id] = f"Its member {member} says to be of group {of[member]}."
    return broken


def _repeated(instance: Instance) -> Iterator[Defect]:
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("authority", (each.id for each in instance.authorities)),
        ("crossing", (each.id for each in instance.crossings)),
        ("window", (each.id for each in instance.windows)),
        ("pickup point", (each.id for each in instance.pickup_points)),
        ("convoy", (each.id for each in instance.convoys)),
        ("vehicle", (each.id for each in instance.vehicles)),
        ("group", (each.id for each in instance.groups)),
        ("person", (each.id for each in instance.persons)),
    )
    for kind, ids in parts:
        for id, times in Counter(ids).items():
            if times > 1:
                yield Defect("repeated-id", kind, id, f"It is listed {times} times.")


def _windows(instance: Instance) -> Iterator[Defect]:
    crossings = {each.id for each in instance.crossings}
    for each in instance.windows:
        if each.crossing not in crossings:
            yield Defect("unknown-crossing", "window", each.id, f"Its crossing {each.crossing} is unknown.")
        if each.closes <= each.opens:
            yield Defect("closes-before-it-opens", "window", each.id, "It closes no later than it opens.")
        if each.date < instance.plan_date:
            yield Defect("in-the-past", "window", each.id, "It lies before the day of the plan.")
        if not 0 <= each.p_open <= 1:
            yield Defect("no-probability", "window", each.id, f"p_open is {each.p_open}, not between 0 and 1.")
        if not 0 < each.minutes_per_person < math.inf:
            yield Defect("no-duration", "window", each.id, "A person must take some time at the desks.")
        if each.max_persons == 0 and not each.cancelled:
            yield Defect("no-capacity", "window", each.id, "It is open to nobody: max_persons is 0.")


def _capacities(instance: Instance) -> Iterator[Defect]:
    counts: list[tuple[str, str, str, int]] = []
    for window in instance.windows:
        for name in ("desks", "max_persons", "escort_slots", "medics", "staff_escorts"):
            counts.append(("window", window.id, name, getattr(window, name)))
    for convoy in instance.convoys:
        counts.append(("convoy", convoy.id, "max_vehicles", convoy.max_vehicles))
    for vehicle in instance.vehicles:
        for name in ("seats", "wheelchair", "stretcher", "trips_per_day"):
            counts.append(("vehicle", vehicle.id, name, getattr(vehicle, name)))
    for person in instance.persons:
        counts.append(("person", person.id, "age", person.age))
    for kind, id, name, count in counts:
        if not 0 <= count <= MOST:
            yield Defect("no-count", kind, id, f"{name} is {count}, which is no count.")


def _convoys(instance: Instance) -> Iterator[Defect]:
    windows = {each.id: each for each in instance.windows}
    pickups = {each.id: each for each in instance.pickup_points}
    places: set[tuple[str, str]] = set()
    for each in instance.convoys:
        window, pickup = windows.get(each.window), pickups.get(each.pickup)
        if window is None:
            yield Defect("unknown-window", "convoy", each.id, f"Its window {each.window} is unknown.")
        if pickup is None:
            yield Defect("unknown-pickup", "convoy", each.id, f"Its pick-up point {each.pickup} is unknown.")
        elif window is not None and window.crossing not in pickup.travel_min:
            yield Defect(
                "no-travel-time", "convoy", each.id, f"From {pickup.id} to {window.crossing} no time is given."
            )
        if (each.window, each.pickup) in places:
            yield Defect("second-convoy", "convoy", each.id, f"{each.window} has another convoy from {each.pickup}.")
        places.add((each.window, each.pickup))


def _quotas(instance: Instance) -> Iterator[Defect]:
    crossings, seen = {each.id for each in instance.crossings}, set()
    for each in instance.quotas:
        id = f"{each.crossing} {each.date} {each.nationality}"
        if each.crossing not in crossings:
            yield Defect("unknown-crossing", "quota", id, f"Its crossing {each.crossing} is unknown.")
        if each.max < 0:
            yield Defect("no-count", "quota", id, f"max is {each.max}, which is no count.")
        if each.max == 0:
            whom = "anybody" if each.nationality == EVERYBODY else each.nationality
            yield Defect("no-capacity", "quota", id, f"On this day nobody of {whom} may cross: max is 0.")
        if id in seen:
            yield Defect("repeated-id", "quota", id, "It is listed more than once; the least counts.")
        seen.add(id)


def _fleet(instance: Instance) -> Iterator[Defect]:
    most = max((each.seats for each in instance.vehicles), default=0)
    broken = broken_groups(instance)
    for group in instance.groups:
        if group.id not in broken and len(group.members) > most:
            detail = f"Its {len(group.members)} people are more than the largest vehicle seats, {most}."
            yield Defect("larger-than-any-vehicle", "group", group.id, detail)


def _groups(instance: Instance) -> Iterator[Defect]:
    pickups = {each.id for each in instance.pickup_points}
    windows = {each.id for each in instance.windows}
    for id, detail in broken_groups(instance).items():
        yield Defect("broken-group", "group", id, detail)
    for group in instance.groups:
        if group.pickup not in pickups:
            yield Defect("unknown-pickup", "group", group.id, f"Its pick-up point {group.pickup} is unknown.")
        if group.told is not None and group.told not in windows:
            yield Defect("unknown-window", "group", group.id, f"It was told {group.told}, which is unknown.")
    groups = {each.id for each in instance.groups}
    listed = {member for group in instance.groups for member in group.members}
    for person in instance.persons:
        if person.group not in groups:
            yield Defect("unknown-group", "person", person.id, f"The group {person.group} is unknown.")
        elif person.id not in listed:
            yield Defect("in-no-group", "person", person.id, f"The group {person.group} does not list this person.")


def _papers(instance: Instance) -> Iterator[Defect]:
    authorities = {each.id for each in instance.authorities}
    for crossing in instance.crossings:
        for authority in crossing.required_authorities:
            if authority not in authorities:
                yield Defect(
                    "unknown-authority", "crossing", crossing.id, f"It requires {authority}, which is unknown."
                )
    for person in instance.persons:
        for authority, each in person.clearances.items():
            if authority not in authorities:
                yield Defect(
                    "unknown-authority", "person", person.id, f"A clearance is by {authority}, which is unknown."
                )
            if each.valid_from and each.valid_until and each.valid_until < each.valid_from:
                detail = (
                    f"The clearance by {authority} ends on {each.valid_until}, before it begins on {each.valid_from}."
                )
                yield Defect("ends-before-it-begins", "person", person.id, detail)
            if each.status is Status.PENDING and not (0 <= each.p <= 1 and 0 < each.median_days < math.inf):
                detail = f"The clearance expected of {authority} has no sound p and median_days."
                yield Defect("no-probability", "person", person.id, detail)


def _companions(instance: Instance) -> Iterator[Defect]:
    people = {each.id for each in instance.persons}
    for rule in instance.companions:
        for one in (rule.person, *rule.any_of):
            if one not in people:
                yield Defect("unknown-person", "companion", rule.person, f"The rule names {one}, who is unknown.")
        if not rule.any_of and not rule.staff_ok:
            yield Defect("nobody-allowed", "companion", rule.person, "The rule allows nobody to ride along.")
    for separation in instance.separations:
        id = f"{separation.a} {separation.b}"
        for one in (separation.a, separation.b):
            if one not in people:
                yield Defect("unknown-person", "separation", id, f"The rule names {one}, who is unknown.")
        if separation.a == separation.b:
            yield Defect("apart-from-oneself", "separation", id, "Nobody can be kept apart from themselves.")
    for person, detail in contradictory(instance):
        yield Defect("contradictory-companions", "companion", person, detail)
