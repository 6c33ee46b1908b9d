"""The sound part of an instance, ready to be looked up: which convoys can run, who waits where, who can only go with whom.

Of two windows with one id the first counts, of two other things with one id the last.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from homeward.crossings.core.defects import MOST, broken_groups
from homeward.crossings.core.instance import (
    SPACES,
    Companion,
    Convoy,
    Group,
    Instance,
    Person,
    PickupPoint,
    Scope,
    Vehicle,
    Window,
)
from homeward.crossings.core.mutual import circles

NO_RULES: tuple[Companion, ...] = ()


def count(number: float) -> int:
    """A count as it can be used: none is less than nothing, none beyond what can be counted."""
    return int(min(max(number, 0), MOST)) if number == number else 0


def arrival(convoy: Convoy, pickup: PickupPoint, window: Window) -> int | None:
    """The minute at which a convoy arrives; None when nobody says how long it travels."""
    travel = pickup.travel_min.get(window.crossing)
    return None if travel is None else convoy.departs + travel


def desk_capacity(window: Window, arriving: int) -> int:
    """How many people the desks of a window can see who arrive at this minute or later."""
    if not 0 < window.minutes_per_person < math.inf:
        return 0
    minutes = window.closes - max(arriving, window.opens)
    return count(math.floor(minutes * count(window.desks) / window.minutes_per_person + 1e-9))


def shut(window: Window, plan_date: date) -> bool:
    """Whether nobody can cross in a window, whatever else there is."""
    return window.cancelled or not window.p_open > 0 or window.max_persons <= 0 or window.date < plan_date


@dataclass(frozen=True, slots=True)
class Run:
    """A convoy that can be used: its window is open, and it arrives in time; `desk` counts who can be seen from then on."""

    at: int
    id: str
    window: str
    pickup: str
    crossing: str
    date: date
    day: int
    arrival: int
    desk: int
    most: int


@dataclass(frozen=True, slots=True)
class Member:
    """One person as far as a vehicle is concerned."""

    id: str
    group: int
    nationality: str
    space: int
    minor: bool
    adult: bool
    rules: tuple[Companion, ...]
    named: frozenset[str]
    apart: tuple[tuple[str, bool], ...]
    """Others to be kept apart from, and whether in the whole window."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A group, or several that can only travel with each other."""

    at: int
    groups: tuple[int, ...]
    members: tuple[Member, ...]
    size: int
    nations: tuple[tuple[str, int], ...]
    need: tuple[int, int, int]
    lonely: int
    """How many of them need an escort of the staff whatever vehicle they ride in."""
    pickup: str
    plain: bool
    """No rule but that of children and adults concerns them."""


@dataclass(slots=True)
class Known:
    """An instance by its ids; see `known`."""

    instance: Instance
    windows: dict[str, Window]
    pickups: dict[str, PickupPoint]
    convoys: dict[tuple[str, str], Convoy]
    required: dict[str, tuple[str, ...]]
    people: dict[str, Person]
    broken: dict[str, str]
    groups: list[Group]
    group_at: dict[str, int]
    vehicles: list[Vehicle]
    runs: list[Run] = field(default_factory=list)
    run_at: dict[str, int] = field(default_factory=dict)
    runs_of_window: dict[str, list[int]] = field(default_factory=dict)
    runs_of_pickup: dict[str, list[int]] = field(default_factory=dict)
    earlier: list[list[int]] = field(default_factory=list)
    """For each run those of its window that arrive no later, itself among them."""
    later: list[list[int]] = field(default_factory=list)
    quotas: dict[tuple[str, date], dict[str, int]] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)
    unit_of: list[int] = field(default_factory=list)
    capacities: list[tuple[int, int, int]] = field(default_factory=list)
    fleet: dict[date, list[int]] = field(default_factory=dict)

    def day(self, window: Window) -> int:
        return (window.date - self.instance.plan_date).days

    def group_people(self, group: Group) -> list[Person]:
        return [self.people[member] for member in group.members]


def known(instance: Instance) -> Known:
    """The sound part of an instance by its ids."""
    windows: dict[str, Window] = {}
    for window in instance.windows:
        windows.setdefault(window.id, window)
    broken = broken_groups(instance)
    last = {group.id: group for group in instance.groups if group.id not in broken}
    groups = list(last.values())
    made = Known(
        instance,
        windows,
        {each.id: each for each in instance.pickup_points},
        {(each.window, each.pickup): each for each in instance.convoys},
        {each.id: each.required_authorities for each in instance.crossings},
        {each.id: each for each in instance.persons},
        broken,
        groups,
        {group.id: at for at, group in enumerate(groups)},
        list({each.id: each for each in instance.vehicles}.values()),
    )
    _add_runs(made)
    _add_fleet(made)
    _add_members(made)
    _add_units(made)
    return made


def _add_runs(made: Known) -> None:
    for (window_id, pickup_id), convoy in made.convoys.items():
        window, pickup = made.windows.get(window_id), made.pickups.get(pickup_id)
        if window is None or pickup is None or window.crossing not in made.required:
            continue
        arrives = arrival(convoy, pickup, window)
        if arrives is None or arrives > window.closes or shut(window, made.instance.plan_date):
            continue
        desk = desk_capacity(window, arrives)
        if convoy.max_vehicles <= 0 or window.escort_slots <= 0 or desk <= 0:
            continue
        run = Run(
            len(made.runs),
            convoy.id,
            window_id,
            pickup_id,
            window.crossing,
            window.date,
            made.day(window),
            arrives,
            desk,
            count(convoy.max_vehicles),
        )
        made.runs.append(run)
        made.run_at[convoy.id] = run.at
        made.runs_of_window.setdefault(window_id, []).append(run.at)
        made.runs_of_pickup.setdefault(pickup_id, []).append(run.at)
    for run in made.runs:
        beside = made.runs_of_window[run.window]
        made.earlier.append([each for each in beside if made.runs[each].arrival <= run.arrival])
        made.later.append([each for each in beside if made.runs[each].arrival >= run.arrival])
    for quota in made.instance.quotas:
        of_day = made.quotas.setdefault((quota.crossing, quota.date), {})
        of_day[quota.nationality] = min(count(quota.max), of_day.get(quota.nationality, MOST))


def _add_fleet(made: Known) -> None:
    vehicles = made.vehicles
    made.capacities = [(count(each.seats), count(each.wheelchair), count(each.stretcher)) for each in vehicles]
    days = sorted({run.date for run in made.runs})
    for day in days:
        made.fleet[day] = [
            at
            for at, each in enumerate(vehicles)
            if count(each.trips_per_day) > 0 and (each.dates is None or day in each.dates)
        ]


def _add_members(made: Known) -> None:
    rules: dict[str, list[Companion]] = defaultdict(list)
    for rule in made.instance.companions:
        rules[rule.person].append(rule)
    apart: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for each in made.instance.separations:
        for one, other in ((each.a, each.b), (each.b, each.a)):
            apart[one].append((other, each.scope is Scope.WINDOW))
    kinds = {space: at for at, space in enumerate(SPACES)}
    minor, adult = made.instance.rules.minor_age, made.instance.rules.adult_age
    for at, group in enumerate(made.groups):
        for id in group.members:
            person = made.people[id]
            mine = tuple(rules[id]) if id in rules else NO_RULES
            made.members[id] = Member(
                id,
                at,
                person.nationality,
                kinds[person.space],
                person.age < minor,
                person.age >= adult,
                mine,
                frozenset(other for rule in mine for other in rule.any_of),
                tuple(apart[id]) if id in apart else (),
            )


def _add_units(made: Known) -> None:
    needs: dict[int, int | set[int]] = {}
    for member in made.members.values():
        for rule in member.rules:
            of = {made.members[other].group for other in rule.any_of if other in made.members}
            if not rule.staff_ok and len(of) == 1 and of != {member.group}:
                known_needs = needs.setdefault(member.group, set())
                assert isinstance(known_needs, set)
                known_needs |= of
    together = {part[0]: part for part in circles(needs)}
    swallowed = {at for part in together.values() for at in part[1:]}
    made.unit_of = [-1] * len(made.groups)
    for at in range(len(made.groups)):
        if at not in swallowed:
            unit = unit_of_groups(made, len(made.units), tuple(together.get(at, (at,))))
            made.units.append(unit)
            for group in unit.groups:
                made.unit_of[group] = unit.at


def unit_of_groups(made: Known, at: int, groups: tuple[int, ...]) -> Unit:
    """These groups as one unit."""
    members = tuple(made.members[id] for group in groups for id in made.groups[group].members)
    pickups = {made.groups[group].pickup for group in groups}
    need = Counter(member.space for member in members)
    with_adult = {member.group for member in members if member.adult}
    lonely = sum(
        (member.minor and member.group not in with_adult and not member.named)
        or any(rule.staff_ok and not rule.any_of for rule in member.rules)
        for member in members
    )
    leans = any(member.rules or member.apart for member in members)
    return Unit(
        at,
        groups,
        members,
        len(members),
        tuple(sorted(Counter(member.nationality for member in members).items())),
        (need[0], need[1], need[2]),
        lonely,
        pickups.pop() if len(pickups) == 1 else "",
        not leans,
    )
