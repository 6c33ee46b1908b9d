"""The fourteen rules, one after another, over a whole plan."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from homeward.crossings.core.checking.facts import Done, Facts, done, facts
from homeward.crossings.core.checking.findings import Broken, Findings
from homeward.crossings.core.checking.riding import broken_in_vehicles
from homeward.crossings.core.checking.truth import judged
from homeward.crossings.core.instance import EVERYBODY, Group, Instance, Window
from homeward.crossings.core.plan import Plan


def check(instance: Instance, plan: Plan) -> Findings:
    """Everything wrong with a plan, and what it is worth; never an exception, whatever the plan says."""
    known = facts(instance)
    made = done(known, plan)
    broken = [Broken("H01", where, message) for where, message in made.strange]
    broken += _groups(known, made, plan)
    broken += _windows(known, made)
    broken += _vehicles(known, made)
    broken += broken_in_vehicles(known, made)
    unexplained, untrue, weak = judged(known, made, plan)
    objective, told = _worth(known, made)
    persons = len(made.trip_of)
    return Findings(tuple(broken), tuple(unexplained), tuple(untrue), weak, objective, persons, told)


def _groups(known: Facts, made: Done, plan: Plan) -> Iterator[Broken]:
    """H01, H02, H06, H14, and who is planned."""
    flagged = set(plan.provisional)
    sound_members: set[str] = set()
    for group in known.instance.groups:
        if group.id not in known.defective:
            sound_members.update(group.members)
        convoys = {
            made.trips[made.trip_of[member]][1].id if member in made.trip_of else None for member in group.members
        }
        if convoys <= {None}:
            continue
        if group.id in known.defective:
            yield Broken("H01", group.id, "Its data are defective, and it is planned.")
        elif len(convoys) > 1:
            yield Broken("H02", group.id, "It does not cross whole in one convoy.")
        else:
            convoy = known.convoys[convoys.pop() or ""]
            made.planned[group.id] = convoy
            if convoy.pickup != group.pickup:
                yield Broken("H14", group.id, f"It waits at {group.pickup}, the convoy leaves from {convoy.pickup}.")
            allowed, provisional = known.allowed(group, known.windows[convoy.window])
            if not allowed:
                yield Broken("H06", group.id, f"It is not cleared for {convoy.window}.")
            elif provisional and group.id not in flagged:
                yield Broken("H06", group.id, f"It is provisional in {convoy.window} and not marked so.")
    for id in made.trip_of:
        if id not in sound_members:
            yield Broken("H01", id, "This person is of no sound group.")


def _windows(known: Facts, made: Done) -> Iterator[Broken]:
    """H03, H04, H05, H08."""
    for id, people in made.in_window.items():
        window = known.windows[id]
        if window.cancelled:
            yield Broken("H03", id, "It is cancelled.")
        if len(people) > window.max_persons:
            yield Broken("H03", id, f"{len(people)} people, {window.max_persons} may cross.")
    for id in {known.windows[convoy.window].id for _, convoy, _ in made.trips}:
        yield from _convoys(known, made, known.windows[id])
    for (crossing, day), quotas in known.quotas.items():
        for quota in quotas:
            if quota.nationality == EVERYBODY:
                there = made.everybody[crossing, day]
            else:
                there = made.nations[crossing, day, quota.nationality]
            if there > max(0, quota.max):
                yield Broken("H05", f"{crossing} {day} {quota.nationality}", f"{there} people, {quota.max} may cross.")


def _convoys(known: Facts, made: Done, window: Window) -> Iterator[Broken]:
    used = [convoy for convoy in known.of_window[window.id] if made.trips_of_convoy[convoy.id]]
    if len(used) > window.escort_slots:
        yield Broken("H08", window.id, f"{len(used)} convoys, {window.escort_slots} can be escorted.")
    for convoy in used:
        arrives = known.arrives(convoy)
        if arrives > window.closes:
            yield Broken("H08", convoy.id, "It arrives after the window has closed.")
            continue
        later = sum(made.of_convoy[other.id] for other in used if known.arrives(other) >= arrives)
        if later > known.desk_room(convoy):
            yield Broken("H04", convoy.id, f"{later} people from then on, the desks can see {known.desk_room(convoy)}.")
        vehicles = {made.trips[at][2].id for at in made.trips_of_convoy[convoy.id]}
        if len(vehicles) > convoy.max_vehicles:
            yield Broken("H08", convoy.id, f"{len(vehicles)} vehicles, {convoy.max_vehicles} may go.")


def _vehicles(known: Facts, made: Done) -> Iterator[Broken]:
    """H07 and H10, and escorts of a window."""
    for (id, window), times in made.vehicle_in.items():
        if times > 1:
            yield Broken("H07", id, f"It serves {times} convoys of {window}.")
    for (id, day), times in made.vehicle_on.items():
        vehicle = known.vehicles[id]
        if vehicle.dates is not None and day not in vehicle.dates:
            yield Broken("H07", id, f"It cannot be had on {day}.")
        if times > vehicle.trips_per_day:
            yield Broken("H07", id, f"{times} trips on {day}, it can make {vehicle.trips_per_day}.")
    for id, vehicles in made.lying.items():
        if vehicles > max(0, known.windows[id].medics):
            yield Broken("H10", id, f"{vehicles} vehicles with stretchers, {known.windows[id].medics} medics.")
    for id, escorts in made.escorts.items():
        if escorts > max(0, known.windows[id].staff_escorts):
            yield Broken("H11", id, f"{escorts} staff escorts, there are {known.windows[id].staff_escorts}.")
    for trip, convoy, _ in made.trips:
        if trip.staff_escorts < 0:
            yield Broken("H11", convoy.id, "It has fewer staff escorts than none.")


def _worth(known: Facts, made: Done) -> tuple[float, dict[str, int]]:
    """What the plan is worth by the weights of the instance, and what became of the dates that were told."""
    total, told = 0.0, Counter[str]()
    for group in known.groups.values():
        if group.id in known.defective:
            continue
        convoy = made.planned.get(group.id)
        window = known.windows[convoy.window] if convoy else None
        if window is not None:
            total += _value(known, group, window)
        lost = _moved(known, group, window)
        total -= lost
        if group.told is not None:
            kept = window is not None and window.id == group.told
            told["kept" if kept else "dropped" if window is None else "moved"] += 1
    return total, dict(told)


def _value(known: Facts, group: Group, window: Window) -> float:
    weights, days = known.instance.weights, known.day(window)
    waits = max(0, (known.instance.plan_date - group.registered).days)
    each = math.fsum(
        weights.class_value[known.persons[m].cls] * weights.daily_factor[known.persons[m].cls] ** days
        for m in group.members
    )
    bonus = 1 + weights.wait_bonus_per_day * min(waits, weights.wait_cap_days)
    return known.cleared(group, window) * min(1.0, max(0.0, window.p_open)) * each * bonus


def _moved(known: Facts, group: Group, window: Window | None) -> float:
    if group.told is None or (window is not None and window.id == group.told):
        return 0.0
    cost, told = known.instance.weights.move_penalty, known.windows.get(group.told)
    if told is None:
        return cost.dropped * len(group.members)
    if window is None:
        each = cost.dropped
    elif window.date > told.date:
        each = cost.later
    else:
        each = cost.earlier
    frozen = known.day(told) < known.instance.rules.frozen_days
    return (each + (cost.frozen_extra if frozen else 0.0)) * len(group.members)
