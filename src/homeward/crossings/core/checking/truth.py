"""Whether the reasons of a plan are true in it, and whether everybody who does not cross has one for every window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from homeward.crossings.core.checking.facts import Done, Facts
from homeward.crossings.core.checking.findings import Broken
from homeward.crossings.core.instance import EVERYBODY, Convoy, Group, Scope, Space, Status, Vehicle, Window
from homeward.crossings.core.plan import EVERY, Blocked, Code, Plan


def judged(known: Facts, made: Done, plan: Plan) -> tuple[list[str], list[Broken], int]:
    """Groups not wholly explained, reasons that are not true, and how many say only that no way to sit was found."""
    goes: dict[str, list[str]] = defaultdict(list)
    for window, pickup in known.convoy_of:
        if window in known.windows:
            goes[pickup].append(window)
    covered: dict[str, set[str]] = defaultdict(set)
    untrue, weak = [], 0
    for reason in plan.reasons:
        group = known.groups.get(reason.group)
        if group is None or group.id in made.planned:
            continue
        windows = goes[group.pickup] if isinstance(reason.windows, str) else list(reason.windows)
        if reason.windows == EVERY and not windows and reason.code in (Code.NO_CONVOY, Code.DATA_DEFECT):
            covered[group.id].add(EVERY)
        for id in windows:
            if id in known.windows and _true(known, made, reason.why, group, known.windows[id]):
                covered[group.id].add(id)
                weak += reason.code is Code.VEHICLE_FIT
            else:
                untrue.append(Broken(reason.code.value, f"{group.id} {id}", "This is not so in this plan."))
    unexplained = []
    for group in known.groups.values():
        if group.id in made.planned:
            continue
        missing = [id for id in goes[group.pickup] if id not in covered[group.id]]
        if missing or (not goes[group.pickup] and not covered[group.id]):
            unexplained.append(group.id)
    return unexplained, untrue, weak


def _true(known: Facts, made: Done, why: Blocked, group: Group, window: Window) -> bool:
    if why.code is Code.DATA_DEFECT or group.id in known.defective:
        return why.code is Code.DATA_DEFECT and group.id in known.defective
    if why.code in _PAPERS:
        return _paper(known, why, group, window)
    if why.code is Code.WINDOW_CLOSED:
        shut = window.cancelled or not window.p_open > 0 or window.max_persons <= 0
        return shut or window.date < known.instance.plan_date
    convoy = known.convoy_of.get((window.id, group.pickup))
    if convoy is None:
        return why.code is Code.NO_CONVOY
    asked = _USED_UP.get(why.code)
    return asked is not None and asked(known, made, why, group, window, convoy)


_PAPERS = {Code.CLEARANCE_MISSING, Code.CLEARANCE_REFUSED, Code.CLEARANCE_PENDING, Code.CLEARANCE_NOT_VALID}


def _paper(known: Facts, why: Blocked, group: Group, window: Window) -> bool:
    required = known.crossings.get(window.crossing, ())
    if why.person not in group.members or why.authority not in required:
        return False
    held = known.persons[why.person or ""].clearances.get(why.authority or "")
    if held is None:
        return why.code is Code.CLEARANCE_MISSING
    if why.code is Code.CLEARANCE_REFUSED:
        return held.status is Status.REFUSED
    if why.code is Code.CLEARANCE_PENDING:
        return held.status is Status.PENDING and not known.allowed(group, window)[0]
    likely = known.likely(known.persons[why.person or ""], why.authority or "", window.date)
    return why.code is Code.CLEARANCE_NOT_VALID and held.status is Status.GRANTED and likely == 0


def _no_convoy(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    used = [each.id for each in k.of_window[window.id] if made.trips_of_convoy[each.id]]
    never = k.arrives(convoy) > window.closes or convoy.max_vehicles <= 0 or window.escort_slots <= 0
    unknown = window.crossing not in k.crossings
    return never or unknown or (convoy.id not in used and len(used) >= window.escort_slots)


def _window_full(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    return len(made.in_window[window.id]) + len(group.members) > window.max_persons


def _desks_full(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    for other in k.of_window[window.id]:
        counts = other.id == convoy.id or made.trips_of_convoy[other.id]
        if counts and k.arrives(other) <= k.arrives(convoy):
            late = sum(
                made.of_convoy[each.id] for each in k.of_window[window.id] if k.arrives(each) >= k.arrives(other)
            )
            if late + len(group.members) > k.desk_room(other):
                return True
    return False


def _quota_full(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    of, key = why.nationality, (window.crossing, window.date)
    ours = sum(of in (EVERYBODY, k.persons[member].nationality) for member in group.members)
    there = made.everybody[key] if of == EVERYBODY else made.nations[(*key, of or "")]
    return ours > 0 and any(each.nationality == of and there + ours > each.max for each in k.quotas[key])


def _places_full(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    space = Space(why.place) if why.place in set(Space) else None
    if space is None:
        return False
    trips = made.trips_of_convoy[convoy.id]
    free = sum(_places(made.trips[at][2], space) - made.places[at, space] for at in trips)
    could = sorted((_places(each, space) for each in _idle(k, made, window)), reverse=True)
    free += sum(could[: max(0, convoy.max_vehicles - len(trips))])
    return free < sum(k.persons[member].space is space for member in group.members)


def _places(vehicle: Vehicle, space: Space) -> int:
    return {Space.SEAT: vehicle.seats, Space.WHEELCHAIR: vehicle.wheelchair, Space.STRETCHER: vehicle.stretcher}[space]


def _idle(k: Facts, made: Done, window: Window) -> list[Vehicle]:
    return [
        each
        for each in k.vehicles.values()
        if (each.dates is None or window.date in each.dates)
        and not made.vehicle_in[each.id, window.id]
        and made.vehicle_on[each.id, window.date] < each.trips_per_day
    ]


def _no_medic(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    lies = any(k.persons[member].space is Space.STRETCHER for member in group.members)
    return lies and made.lying[window.id] >= window.medics


def _no_escort(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    rules = k.instance.rules
    asking = sum(
        k.persons[member].age < rules.minor_age or any(rule.staff_ok for rule in k.companions[member])
        for member in group.members
    )
    left = max(0, window.staff_escorts - made.escorts[window.id])
    return asking > max(0, rules.minors_per_staff_escort) * left


def _companion_blocked(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    person = why.person or ""
    if person not in group.members:
        return False
    near = made.in_window[window.id] | set(group.members)
    apart = {(each.a, each.b) for each in k.instance.separations} | {(s.b, s.a) for s in k.instance.separations}
    staff = made.escorts[window.id] < window.staff_escorts
    for rule in k.companions[person]:
        allowed = any(other in near and (person, other) not in apart for other in rule.any_of)
        if not allowed and not (rule.staff_ok and staff):
            return True
    return any(
        each.scope is Scope.WINDOW and ((each.a == person and each.b in near) or (each.b == person and each.a in near))
        for each in k.instance.separations
    )


def _no_way_to_sit(k: Facts, made: Done, why: Blocked, group: Group, window: Window, convoy: Convoy) -> bool:
    return True


_USED_UP: dict[Code, Callable[[Facts, Done, Blocked, Group, Window, Convoy], bool]] = {
    Code.NO_CONVOY: _no_convoy,
    Code.WINDOW_FULL: _window_full,
    Code.DESKS_FULL: _desks_full,
    Code.QUOTA_FULL: _quota_full,
    Code.PLACES_FULL: _places_full,
    Code.NO_MEDIC: _no_medic,
    Code.NO_ESCORT: _no_escort,
    Code.COMPANION_BLOCKED: _companion_blocked,
    Code.VEHICLE_FIT: _no_way_to_sit,
}
