"""What an instance says, looked up by id as the form defines it, and what a plan does with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from homeward.crossings.core.instance import (
    Companion,
    Convoy,
    Group,
    Instance,
    Person,
    PickupPoint,
    Quota,
    Space,
    Status,
    Vehicle,
    Window,
)
from homeward.crossings.core.plan import Plan, Trip


@dataclass(slots=True)
class Facts:
    """An instance by its ids. Of two windows with one id the first counts, of two other things the last."""

    instance: Instance
    windows: dict[str, Window]
    crossings: dict[str, tuple[str, ...]]
    pickups: dict[str, PickupPoint]
    convoys: dict[str, Convoy]
    convoy_of: dict[tuple[str, str], Convoy]
    vehicles: dict[str, Vehicle]
    groups: dict[str, Group]
    persons: dict[str, Person]
    defective: set[str]
    of_window: dict[str, list[Convoy]] = field(default_factory=lambda: defaultdict(list))
    quotas: dict[tuple[str, date], list[Quota]] = field(default_factory=lambda: defaultdict(list))
    companions: dict[str, list[Companion]] = field(default_factory=lambda: defaultdict(list))

    def day(self, window: Window) -> int:
        return (window.date - self.instance.plan_date).days

    def arrives(self, convoy: Convoy) -> float:
        """The minute at which a convoy arrives; never, when nobody says how long it travels."""
        window, pickup = self.windows.get(convoy.window), self.pickups.get(convoy.pickup)
        if window is None or pickup is None or window.crossing not in pickup.travel_min:
            return float("inf")
        return convoy.departs + pickup.travel_min[window.crossing]

    def desk_room(self, convoy: Convoy) -> int:
        """How many people the desks can see from the arrival of a convoy until the window closes."""
        window = self.windows[convoy.window]
        begins, each = max(self.arrives(convoy), window.opens), window.minutes_per_person
        if not 0 < each < float("inf") or begins >= window.closes:
            return 0
        return int((window.closes - begins) * window.desks / each + 1e-9)

    def likely(self, person: Person, authority: str, on: date) -> float:
        held = person.clearances.get(authority)
        if held is None or held.status is Status.REFUSED:
            return 0.0
        if held.status is Status.GRANTED:
            early = held.valid_from is not None and on < held.valid_from
            late = held.valid_until is not None and on > held.valid_until
            return 0.0 if early or late else 1.0
        days = (on - self.instance.plan_date).days
        if days < 0 or not held.median_days > 0:
            return 0.0
        return min(1.0, max(0.0, held.p)) * (1.0 - float(2.0 ** (-days / held.median_days)))

    def cleared(self, group: Group, window: Window) -> float:
        """The probability that a group is cleared for a window."""
        share = 1.0
        for authority in self.crossings.get(window.crossing, ()):
            share *= min(self.likely(self.persons[member], authority, window.date) for member in group.members)
        return share

    def allowed(self, group: Group, window: Window) -> tuple[bool, bool]:
        """Whether a group may be planned for a window, and whether only provisionally."""
        share, days, rules = self.cleared(group, window), self.day(window), self.instance.rules
        if share >= 1 - 1e-12:
            return days >= 0, False
        return days >= 0 and days >= rules.firm_days and share >= rules.min_provisional_p - 1e-9, True


def facts(instance: Instance) -> Facts:
    windows: dict[str, Window] = {}
    for window in instance.windows:
        if window.id not in windows:
            windows[window.id] = window
    made = Facts(
        instance,
        windows,
        {each.id: each.required_authorities for each in instance.crossings},
        {each.id: each for each in instance.pickup_points},
        {each.id: each for each in instance.convoys},
        {(each.window, each.pickup): each for each in instance.convoys},
        {each.id: each for each in instance.vehicles},
        {each.id: each for each in instance.groups},
        {each.id: each for each in instance.persons},
        _defective(instance),
    )
    for convoy in made.convoys.values():
        if convoy.window in windows and convoy.pickup in made.pickups:
            made.of_window[convoy.window].append(convoy)
    for quota in instance.quotas:
        made.quotas[quota.crossing, quota.date].append(quota)
    for rule in instance.companions:
        made.companions[rule.person].append(rule)
    return made


def _defective(instance: Instance) -> set[str]:
    """Groups that are empty, or name somebody twice, unknown, listed twice or of another group."""
    listed = Counter(person.id for person in instance.persons)
    belongs = {person.id: person.group for person in instance.persons}
    named: dict[str, set[str]] = defaultdict(set)
    for group in instance.groups:
        for member in group.members:
            named[member].add(group.id)
    return {
        group.id
        for group in instance.groups
        if not group.members
        or len(set(group.members)) != len(group.members)
        or any(listed[m] != 1 or len(named[m]) != 1 or belongs[m] != group.id for m in group.members)
    }


@dataclass(slots=True)
class Done:
    """What a plan does: its readable trips, who rides on which, and what is used of everything."""

    trips: list[tuple[Trip, Convoy, Vehicle]] = field(default_factory=list)
    trip_of: dict[str, int] = field(default_factory=dict)
    of_convoy: Counter[str] = field(default_factory=Counter)
    in_window: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    nations: Counter[tuple[str, date, str]] = field(default_factory=Counter)
    everybody: Counter[tuple[str, date]] = field(default_factory=Counter)
    trips_of_convoy: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    vehicle_in: Counter[tuple[str, str]] = field(default_factory=Counter)
    vehicle_on: Counter[tuple[str, date]] = field(default_factory=Counter)
    places: Counter[tuple[int, Space]] = field(default_factory=Counter)
    lying: Counter[str] = field(default_factory=Counter)
    escorts: Counter[str] = field(default_factory=Counter)
    planned: dict[str, Convoy] = field(default_factory=dict)
    strange: list[tuple[str, str]] = field(default_factory=list)
    """What the plan names and the instance does not, or names twice: where, and in words."""


def done(known: Facts, plan: Plan) -> Done:
    made = Done()
    for at, trip in enumerate(plan.trips):
        convoy, vehicle = known.convoys.get(trip.convoy), known.vehicles.get(trip.vehicle)
        if convoy is None or vehicle is None or convoy.window not in known.windows:
            made.strange.append((f"trip {at}", f"It names {trip.convoy} and {trip.vehicle}, of which one is unknown."))
            continue
        window, here = known.windows[convoy.window], len(made.trips)
        made.trips.append((trip, convoy, vehicle))
        made.trips_of_convoy[convoy.id].append(here)
        made.vehicle_in[vehicle.id, window.id] += 1
        made.vehicle_on[vehicle.id, window.date] += 1
        made.escorts[window.id] += trip.staff_escorts
        for id in trip.persons:
            _ride(known, made, id, here, convoy, window)
        made.lying[window.id] += made.places[here, Space.STRETCHER] > 0
    return made


def _ride(known: Facts, made: Done, id: str, here: int, convoy: Convoy, window: Window) -> None:
    person = known.persons.get(id)
    if person is None:
        made.strange.append((id, "The plan names somebody who is unknown."))
    elif id in made.trip_of:
        made.strange.append((id, "This person appears twice."))
    else:
        made.trip_of[id] = here
        made.of_convoy[convoy.id] += 1
        made.in_window[window.id].add(id)
        made.nations[window.crossing, window.date, person.nationality] += 1
        made.everybody[window.crossing, window.date] += 1
        made.places[here, person.space] += 1
