"""Seats for one unit in the vehicles of one convoy: sound always, found nearly always where there are any.

First everybody in one vehicle, an open one before a new one; else the unit is shared out by a search that gives up after a
number of tries. What it cannot seat although places are free is told as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from homeward.crossings.core.instance import SPACES
from homeward.crossings.core.known import Member, Run, Unit
from homeward.crossings.core.plan import Blocked, Code
from homeward.crossings.core.standing import Load, Part, Seats, Standing

TRIES = 800
"""Steps of the search after which a unit counts as one that cannot be seated."""
NO_FIT = Blocked(Code.VEHICLE_FIT)
NO_MEDIC = Blocked(Code.NO_MEDIC)
NO_ESCORT = Blocked(Code.NO_ESCORT)
PLACES = tuple(Blocked(Code.PLACES_FULL, place=space.value) for space in SPACES)


def seat(standing: Standing, unit: Unit, run: Run) -> Seats | Blocked:
    """Seats for a unit in a convoy, or why there are none; nothing is changed."""
    if not unit.plain:
        blocked = against_rules(standing, unit, run)
        if blocked:
            return blocked
    one = _in_one_open(standing, unit, run)
    if one:
        return (one,)
    slots = run.most - len(standing.loads[run.at])
    fresh = standing.fresh(run) if slots > 0 else []
    short = _short_of_places(standing, unit, run, fresh, slots)
    if short:
        return short
    one = _in_one_new(standing, unit, run, fresh) if slots > 0 else None
    if one:
        return (one,)
    return _shared_out(standing, unit, run, fresh, slots) or without_room(standing, unit, run)


def place(standing: Standing, unit: Unit, run: Run) -> Blocked | None:
    """Let a unit ride in a convoy, if everything allows it; else the reason."""
    blocked = standing.refusal(unit, run)
    if blocked:
        return blocked
    seats = seat(standing, unit, run)
    if isinstance(seats, Blocked):
        return seats
    standing.put(unit, run, seats)
    return None


def against_rules(standing: Standing, unit: Unit, run: Run) -> Blocked | None:
    """Whose rule about companions or separation cannot be kept in this window; None when all can, or seats must tell."""
    ours = {member.id for member in unit.members}
    for member in unit.members:
        for other, in_window in member.apart:
            if in_window and (other in ours or _rides_in(standing, other, run.window)):
                return Blocked(Code.COMPANION_BLOCKED, person=member.id)
        shunned = {other for other, _ in member.apart}
        for rule in member.rules:
            near = any(
                other not in shunned and (other in ours or _rides_in(standing, other, run.window))
                for other in rule.any_of
            )
            if not near and not rule.staff_ok:
                return Blocked(Code.COMPANION_BLOCKED, person=member.id)
    return None


def without_room(standing: Standing, unit: Unit, run: Run) -> Blocked:
    """Why a unit that has places is not seated: medics or escorts are used up, or no way to sit was found."""
    if unit.need[2] and standing.medics_left(run) <= 0:
        return NO_MEDIC
    asking = sum(member.minor or any(rule.staff_ok for rule in member.rules) for member in unit.members)
    if standing.escorts(asking) > max(0, standing.staff_left(run)):
        return NO_ESCORT
    return NO_FIT


def needing(members: Iterable[Member], here: Mapping[str, Member]) -> int | None:
    """How many of those who come need an escort of the staff in this vehicle; None when a rule is not kept there."""
    coming = tuple(members)
    together = here.keys() | {member.id for member in coming}
    with_adult = {member.group for member in coming if member.adult}
    asked = 0
    for member in coming:
        alone = member.minor and member.group not in with_adult and together.isdisjoint(member.named)
        for rule in member.rules:
            if together.isdisjoint(rule.any_of):
                if not rule.staff_ok:
                    return None
                alone = True
        if any(other in together for other, _ in member.apart):
            return None
        asked += alone
    return asked


def _rides_in(standing: Standing, person: str, window: str) -> bool:
    load = standing.load_of.get(person)
    return load is not None and standing.known.runs[load.run].window == window


def _short_of_places(standing: Standing, unit: Unit, run: Run, fresh: Sequence[int], slots: int) -> Blocked | None:
    loads, capacities = standing.loads[run.at], standing.known.capacities
    for kind, need in enumerate(unit.need):
        if not need:
            continue
        free = sum(load.free[kind] for load in loads)
        if free < need and slots > 0:
            free += sum(sorted((capacities[each][kind] for each in fresh), reverse=True)[:slots])
        if free < need:
            return PLACES[kind]
    return None


def _quiet(unit: Unit) -> bool:
    """Whether a unit that rides in one vehicle needs nobody beside it and minds nobody."""
    return unit.plain and not unit.lonely


def _in_one_open(standing: Standing, unit: Unit, run: Run) -> Part | None:
    seats, wheelchairs, stretchers = unit.need
    best: tuple[int, Load, int] | None = None
    for load in standing.loads[run.at]:
        free = load.free
        if free[0] < seats or free[1] < wheelchairs or free[2] < stretchers or (best and free[0] >= best[0]):
            continue
        if stretchers and not load.stretchers and standing.medics_left(run) <= 0:
            continue
        asked = 0 if _quiet(unit) else needing(unit.members, load.people)
        if asked is None or not _escorted(standing, run, load.needing, asked):
            continue
        best = (free[0], load, asked)
    return Part(best[1].vehicle, unit.members, best[2]) if best else None


def _escorted(standing: Standing, run: Run, before: int, more: int) -> bool:
    if not more:
        return True
    return standing.escorts(before + more) - standing.escorts(before) <= standing.staff_left(run)


def _in_one_new(standing: Standing, unit: Unit, run: Run, fresh: Sequence[int]) -> Part | None:
    if unit.need[2] and standing.medics_left(run) <= 0:
        return None
    capacities = standing.known.capacities
    able = [each for each in fresh if all(has >= needs for has, needs in zip(capacities[each], unit.need, strict=True))]
    if not able:
        return None
    asked = 0 if _quiet(unit) else needing(unit.members, {})
    if asked is None or not _escorted(standing, run, 0, asked):
        return None
    return Part(min(able, key=lambda each: _preference(capacities[each], unit.need)), unit.members, asked)


def _preference(capacity: tuple[int, int, int], need: tuple[int, int, int]) -> tuple[int, int, int]:
    """Vehicles for stretchers are kept for those who lie; of the others the largest, since more will come along."""
    seats, wheelchairs, stretchers = capacity
    if need[2]:
        return (-stretchers, -seats, 0)
    return (stretchers > 0, -wheelchairs if need[1] else 0, -seats)


@dataclass(slots=True)
class _Bin:
    """A vehicle in which some of a unit may ride, open already or not."""

    vehicle: int
    load: Load | None
    free: list[int]
    members: list[Member] = field(default_factory=list)


def _shared_out(standing: Standing, unit: Unit, run: Run, fresh: Sequence[int], slots: int) -> Seats | None:
    """A unit shared out among vehicles, without escorts of the staff if it can be, else with them."""
    if unit.size < 2:
        return None
    order = sorted(unit.members, key=lambda each: (-each.space, not each.adult, each.minor, bool(each.rules)))
    for staffed in (False, True):
        if staffed and standing.staff_left(run) <= 0:
            break
        bins = _bins(standing, unit, run, fresh, slots)
        if _search(standing, run, order, bins, slots, staffed):
            return _seats(bins)
    return None


def _bins(standing: Standing, unit: Unit, run: Run, fresh: Sequence[int], slots: int) -> list[_Bin]:
    capacities = standing.known.capacities
    bins = [_Bin(load.vehicle, load, list(load.free)) for load in standing.loads[run.at] if any(load.free)]
    alike: dict[tuple[int, int, int], int] = {}
    for vehicle in sorted(fresh, key=lambda each: _preference(capacities[each], unit.need)):
        capacity = capacities[vehicle]
        alike[capacity] = alike.get(capacity, 0) + 1
        if alike[capacity] <= slots and any(capacity):
            bins.append(_Bin(vehicle, None, list(capacity)))
    return bins


def _search(standing: Standing, run: Run, order: Sequence[Member], bins: list[_Bin], slots: int, staffed: bool) -> bool:
    """Share members out by depth first, each into the first vehicle that takes it; True when all sit soundly."""
    choices: list[Iterator[int]] = [_choices(order, 0, bins, {}, slots, staffed)]
    chosen: dict[int, int] = {}
    for _ in range(TRIES + len(order)):
        at = len(choices) - 1
        if at in chosen:  # come back from a dead end
            _leave(bins[chosen.pop(at)], order[at])
        picked = next(choices[-1], None)
        if picked is None:
            choices.pop()
            if not choices:
                return False
            continue
        chosen[at] = picked
        bins[picked].free[order[at].space] -= 1
        bins[picked].members.append(order[at])
        if at + 1 < len(order):
            choices.append(_choices(order, at + 1, bins, chosen, slots, staffed))
        elif _sound(standing, run, bins):
            return True
        else:
            choices.append(iter(()))
    return False


def _leave(bin: _Bin, member: Member) -> None:
    bin.free[member.space] += 1
    bin.members.remove(member)


def _choices(
    order: Sequence[Member], at: int, bins: list[_Bin], chosen: Mapping[int, int], slots: int, staffed: bool
) -> Iterator[int]:
    member = order[at]
    start = 0
    if at and not member.rules and not member.apart and _alike(order[at - 1], member):
        start = chosen[at - 1]  # who is alike is interchangeable: one order of them is enough
    opened = sum(bin.load is None and bool(bin.members) for bin in bins)
    adults = {other.group for other in order if other.adult}
    indices: Iterable[int] = range(start, len(bins))
    if member.adult:  # a child that lies or sits in a wheelchair was seated first and waits for an adult
        indices = sorted(indices, key=lambda index: not _waiting(bins[index], member.group))
    for index in indices:
        bin = bins[index]
        if bin.free[member.space] <= 0 or (bin.load is None and not bin.members and opened >= slots):
            continue
        needs_adult = member.minor and member.group in adults and not staffed and not member.rules
        if needs_adult and not member.space and not any(o.adult and o.group == member.group for o in bin.members):
            continue
        yield index


def _waiting(bin: _Bin, group: int) -> bool:
    ours = [member for member in bin.members if member.group == group]
    return any(member.minor for member in ours) and not any(member.adult for member in ours)


def _alike(one: Member, other: Member) -> bool:
    return (
        not one.rules
        and not one.apart
        and (one.space, one.minor, one.adult, one.group) == (other.space, other.minor, other.adult, other.group)
    )


def _sound(standing: Standing, run: Run, bins: Sequence[_Bin]) -> bool:
    medics = staff = 0
    for bin in bins:
        if not bin.members:
            continue
        here, before = (bin.load.people, bin.load.needing) if bin.load else ({}, 0)
        asked = needing(bin.members, here)
        if asked is None:
            return False
        staff += standing.escorts(before + asked) - standing.escorts(before)
        lying = any(member.space == 2 for member in bin.members)
        medics += lying and not (bin.load and bin.load.stretchers)
    return medics <= max(0, standing.medics_left(run)) and (staff == 0 or staff <= standing.staff_left(run))


def _seats(bins: Sequence[_Bin]) -> Seats:
    parts = []
    for bin in bins:
        if bin.members:
            asked = needing(bin.members, bin.load.people if bin.load else {})
            parts.append(Part(bin.vehicle, tuple(bin.members), asked or 0))
    return tuple(parts)
