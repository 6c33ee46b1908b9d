"""A plan while it is made: who rides where, and what is still free; whatever stands in it keeps every hard rule.

Changes are written down, so that a trial can be taken back to a mark.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from homeward.crossings.core.instance import EVERYBODY
from homeward.crossings.core.known import Known, Member, Run, Unit, count
from homeward.crossings.core.plan import Blocked, Code

WINDOW_FULL = Blocked(Code.WINDOW_FULL)
DESKS_FULL = Blocked(Code.DESKS_FULL)
NO_CONVOY = Blocked(Code.NO_CONVOY)


@dataclass(frozen=True, slots=True)
class Part:
    """Those of a unit who ride in one vehicle, and how many of them need an escort of the staff."""

    vehicle: int
    members: tuple[Member, ...]
    needing: int


Seats = tuple[Part, ...]


@dataclass(slots=True)
class Load:
    """One vehicle of one convoy: who rides in it and what is free."""

    vehicle: int
    run: int
    free: list[int]
    people: dict[str, Member] = field(default_factory=dict)
    parts: int = 0
    needing: int = 0
    stretchers: int = 0


class Standing:
    """Who rides where. `put` and `take` trust that the seats are sound; `refusal` and `seating.seat` see to that."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.loads: list[list[Load]] = [[] for _ in known.runs]
        self.persons: list[int] = [0] * len(known.runs)
        self.in_window: Counter[str] = Counter()
        self.nations: dict[tuple[str, date], Counter[str]] = defaultdict(Counter)
        self.used: set[tuple[int, str]] = set()
        self.trips: Counter[tuple[int, date]] = Counter()
        self.medics: Counter[str] = Counter()
        self.staff: Counter[str] = Counter()
        self.convoys: Counter[str] = Counter()
        self.at: dict[int, int] = {}
        self.seats: dict[int, Seats] = {}
        self.load_of: dict[str, Load] = {}
        self.leaning: dict[int, set[int]] = defaultdict(set)
        """For a unit the others that ride where they do because somebody of it rides along."""
        self.journal: list[tuple[int, int | None, Seats]] = []
        self._escorted = count(known.instance.rules.minors_per_staff_escort)
        self._trips = [count(each.trips_per_day) for each in known.vehicles]

    def refusal(self, unit: Unit, run: Run) -> Blocked | None:
        """The first thing counted by heads that is used up for a unit in a convoy; seats in vehicles are not asked here."""
        window = self.known.windows[run.window]
        if not self.loads[run.at] and self.convoys[run.window] >= window.escort_slots:
            return NO_CONVOY
        if self.in_window[run.window] + unit.size > window.max_persons:
            return WINDOW_FULL
        if self._desks_full(unit.size, run):
            return DESKS_FULL
        quotas = self.known.quotas.get((run.crossing, run.date))
        if quotas:
            there = self.nations[run.crossing, run.date]
            for nation, heads in (*unit.nations, (EVERYBODY, unit.size)):
                if nation in quotas and there[nation] + heads > quotas[nation]:
                    return Blocked(Code.QUOTA_FULL, nationality=nation)
        return None

    def _desks_full(self, size: int, run: Run) -> bool:
        for each in self.known.earlier[run.at]:
            if self.loads[each] or each == run.at:
                late = sum(self.persons[other] for other in self.known.later[each])
                if late + size > self.known.runs[each].desk:
                    return True
        return False

    def fresh(self, run: Run) -> list[int]:
        """Vehicles that could still be added to a convoy."""
        return [
            each
            for each in self.known.fleet.get(run.date, ())
            if (each, run.window) not in self.used and self.trips[each, run.date] < self._trips[each]
        ]

    def escorts(self, needing: int) -> int:
        """How many escorts of the staff so many people need in one vehicle."""
        if not needing:
            return 0
        return -(-needing // self._escorted) if self._escorted else 10**9

    def staff_left(self, run: Run) -> int:
        return count(self.known.windows[run.window].staff_escorts) - self.staff[run.window]

    def medics_left(self, run: Run) -> int:
        return count(self.known.windows[run.window].medics) - self.medics[run.window]

    def put(self, unit: Unit, run: Run, seats: Seats) -> None:
        """Let a unit ride in these seats; it must not ride anywhere yet."""
        assert unit.at not in self.at
        self._put(unit, run, seats)
        self.journal.append((unit.at, None, seats))

    def take(self, unit: Unit) -> bool:
        """Take a unit off the plan; False, and nothing is changed, while others ride where they do because of it."""
        if self.leaning.get(unit.at):
            return False
        run, seats = self.at[unit.at], self.seats[unit.at]
        self._take(unit)
        self.journal.append((unit.at, run, seats))
        return True

    def mark(self) -> None:
        """Begin to write down changes from here."""
        self.journal.clear()

    def back(self) -> None:
        """Take back all changes since the mark."""
        while self.journal:
            self.back_one()

    def back_one(self) -> None:
        """Take back the last change since the mark."""
        unit, run, seats = self.journal.pop()
        if run is None:
            self._take(self.known.units[unit])
        else:
            self._put(self.known.units[unit], self.known.runs[run], seats)

    def _put(self, unit: Unit, run: Run, seats: Seats) -> None:
        if not self.loads[run.at]:
            self.convoys[run.window] += 1
        for part in seats:
            load = self._load(part.vehicle, run)
            before = self.escorts(load.needing)
            load.needing += part.needing
            load.parts += 1
            self.staff[run.window] += self.escorts(load.needing) - before
            for member in part.members:
                load.free[member.space] -= 1
                load.people[member.id] = member
                self.load_of[member.id] = load
                if member.space == 2:
                    self.medics[run.window] += not load.stretchers
                    load.stretchers += 1
        self._count(unit, run, 1)
        self.at[unit.at], self.seats[unit.at] = run.at, seats
        if not unit.plain:
            for other in self._leans_on(unit):
                self.leaning[other].add(unit.at)

    def _take(self, unit: Unit) -> None:
        if not unit.plain:
            for other in self._leans_on(unit):
                self.leaning[other].discard(unit.at)
        run = self.known.runs[self.at.pop(unit.at)]
        for part in self.seats.pop(unit.at):
            load = self.load_of[part.members[0].id]
            before = self.escorts(load.needing)
            load.needing -= part.needing
            load.parts -= 1
            self.staff[run.window] += self.escorts(load.needing) - before
            for member in part.members:
                load.free[member.space] += 1
                del load.people[member.id], self.load_of[member.id]
                if member.space == 2:
                    load.stretchers -= 1
                    self.medics[run.window] -= not load.stretchers
            if not load.parts:
                self.loads[run.at].remove(load)
                self.used.discard((load.vehicle, run.window))
                self.trips[load.vehicle, run.date] -= 1
        if not self.loads[run.at]:
            self.convoys[run.window] -= 1
        self._count(unit, run, -1)

    def _load(self, vehicle: int, run: Run) -> Load:
        for load in self.loads[run.at]:
            if load.vehicle == vehicle:
                return load
        load = Load(vehicle, run.at, list(self.known.capacities[vehicle]))
        self.loads[run.at].append(load)
        self.used.add((vehicle, run.window))
        self.trips[vehicle, run.date] += 1
        return load

    def _count(self, unit: Unit, run: Run, sign: int) -> None:
        self.persons[run.at] += sign * unit.size
        self.in_window[run.window] += sign * unit.size
        there = self.nations[run.crossing, run.date]
        there[EVERYBODY] += sign * unit.size
        for nation, heads in unit.nations:
            there[nation] += sign * heads

    def _leans_on(self, unit: Unit) -> set[int]:
        on: set[int] = set()
        for member in unit.members:
            for other in member.named & self.load_of[member.id].people.keys():
                on.add(self.known.unit_of[self.known.members[other].group])
        on.discard(unit.at)
        return on
