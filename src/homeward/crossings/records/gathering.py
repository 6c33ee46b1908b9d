"""The register, what authorities said and the crossings' own words, turned into the plain instance that a plan is made from.

Whoever asks sees what stands in their compartments, and nothing else comes in. People and families get numbers of this one
instance; whom they stand for is kept beside it and goes nowhere. Nobody is guessed into a class: an age that nobody gave counts
as that of a grown-up, and what was left open is counted in `Notes`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from homeward.clearances import queries as clearances
from homeward.clearances.queries import PENDING, Held, Pace, State
from homeward.crossings.core import hours
from homeward.crossings.core import instance as made
from homeward.crossings.core import weights as policy
from homeward.crossings.core.instance import Instance
from homeward.crossings.core.travellers import Traveller, age_on, nationality_of
from homeward.crossings.core.weights import Weights
from homeward.crossings.records import riding
from homeward.crossings.records.known import CONVOY, CROSSING, DATE_TOLD, PICKUP, PICKUP_CHOSEN, VEHICLE, Known, Told
from homeward.crossings.records.openings import Openings
from homeward.crossings.records.waiting import together, waiting_in
from homeward.crossings.records.weighed import objective_of, rules_of
from homeward.identity import births
from homeward.ledger.core.crossings import Standing
from homeward.ledger.queries.views import Asked
from homeward.matching.queries.known import Known as Register
from homeward.people import queries as people

NOWHERE = "no-pick-up-point"
"""The pick-up point of those for whom none was chosen: no convoy leaves from there."""
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Notes:
    """What was not known of how many people, and counted in the careful way."""

    without_age: int = 0
    without_nationality: int = 0
    without_pickup: int = 0
    unconfirmed: int = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """An instance, whom its numbers stand for, and what was left open."""

    instance: Instance
    people: Mapping[str, UUID]
    groups: Mapping[str, tuple[UUID, ...]]
    of: Mapping[UUID, str]
    """The family in which somebody travels, by each of their ids."""
    notes: Notes = field(default_factory=Notes)


def gather(asked: Asked, *, on: date, weights: Weights, at: datetime | None = None, id: str = "") -> Gathered:
    """The instance of everybody who waits, for windows from the day `on`; those of today that are over at `at` are left out."""
    return _Gathering(asked, on, weights, at).gathered(id)


class _Gathering:
    """All that is read for one instance, in a fixed number of questions."""

    def __init__(self, asked: Asked, on: date, weights: Weights, at: datetime | None) -> None:
        self.asked, self.on, self.weights = asked, on, weights
        self.known = Known(asked)
        self.openings = Openings(self.known)
        self.windows = {
            id: said
            for id, said in self.openings.windows.items()
            if said.on >= on.isoformat() and not _is_over(said, on, at, asked)
        }
        self.register = Register(asked)
        self.waiting = waiting_in(asked, self.register)
        self.travellers = self._travellers()
        self.families = together(self.waiting, self.register)
        self.notes: Counter[str] = Counter()

    def gathered(self, id: str) -> Gathered:
        numbers = {person: f"p{at}" for at, person in enumerate(sorted(self.waiting), 1)}
        groups = {f"g{at}": family for at, family in enumerate(self.families, 1)}
        persons = [person for group, family in groups.items() for person in self._persons(group, family, numbers)]
        instance = Instance(
            id=id,
            plan_date=self.on,
            rules=rules_of(self.weights),
            weights=objective_of(self.weights),
            authorities=tuple(made.Authority(str(each), str(each)) for each in sorted(self._authorities())),
            crossings=tuple(self._crossings()),
            windows=tuple(self._windows()),
            quotas=tuple(self._quotas()),
            pickup_points=tuple(self._pickups()),
            convoys=tuple(self._convoys()),
            vehicles=tuple(self._vehicles()),
            groups=tuple(self._group(group, family, numbers) for group, family in groups.items()),
            persons=tuple(persons),
            companions=self._companions(numbers),
            separations=self._separations(numbers),
        )
        of = {id: group for group, family in groups.items() for person in family for id in self.register.group(person)}
        shown = {number: person for person, number in numbers.items()}
        return Gathered(instance, shown, groups, of, Notes(**self.notes))

    def _travellers(self) -> dict[UUID, Traveller]:
        """What counts of everybody for a journey, out of what voices gave under any of their ids."""
        ids = [id for person in self.waiting for id in self.register.group(person)]
        given, needs = people.given_of(self.asked, ids), people.needs_told(self.asked)
        since = people.known_since(self.asked, ids)
        found = {}
        for person in self.waiting:
            own = self.register.group(person)
            values = [each.values for id in sorted(own) for each in given.get(id, ())]
            listed = {need.code for each in values for need in each.needs if need.code}
            read = [each.birth for each in values if each.birth and each.birth.start and each.birth.until]
            spans = [(date.fromisoformat(each.start), date.fromisoformat(each.until)) for each in read]
            spans += [span for each in values if each.age for span in self._by_age(each.age)]
            found[person] = Traveller(
                age=age_on(self.on, spans),
                nationalities=tuple(dict.fromkeys(c.code for each in values for c in each.nationalities if c.code)),
                needs=frozenset(listed.union(*(needs.get(id, frozenset()) for id in own))),
                since=min((since[id] for id in own if id in since), default=self.on),
            )
        return found

    def _by_age(self, words: str) -> list[tuple[date, date]]:
        """The days on which somebody of this age was born, counted back from the day of the plan."""
        read = births.read_age(words, on=self.on)
        return [(each.start, each.until) for each in read.candidates if each.start and each.until][:1]

    def _group(self, group: str, family: tuple[UUID, ...], numbers: Mapping[UUID, str]) -> made.Group:
        told = self._last(DATE_TOLD, family)
        window = told.content.window if told else None
        return made.Group(
            id=group,
            pickup=self._pickup_of(family),
            registered=min(self.on, *(self.travellers[each].since for each in family)),
            members=tuple(numbers[each] for each in family),
            told=str(window) if window else None,
        )

    def _pickup_of(self, family: tuple[UUID, ...]) -> str:
        """Where a family is picked up: as was chosen, else at the only point there is."""
        points = self.known.last(PICKUP)
        chosen = self._last(PICKUP_CHOSEN, family)
        if chosen is not None and str(chosen.content.pickup) in points:
            return str(chosen.content.pickup)
        if len(points) == 1:
            return next(iter(points))
        self.notes["without_pickup"] += len(family)
        return NOWHERE

    def _last(self, kind: str, family: Iterable[UUID]) -> Told | None:
        """The last word of a kind about anybody of a family."""
        words = [
            told
            for person in family
            for id in self.register.group(person)
            if (told := self.known.people[kind].get(id)) is not None
        ]
        return max(words, key=lambda told: told.given.position, default=None)

    def _persons(self, group: str, family: tuple[UUID, ...], numbers: Mapping[UUID, str]) -> list[made.Person]:
        members = {each: self.travellers[each] for each in family}
        children = any(each.age is not None and each.age < self.weights.adult_age for each in members.values())
        found = []
        for person, traveller in members.items():
            self.notes["without_age"] += traveller.age is None
            nationality = nationality_of(traveller, members.values())
            self.notes["without_nationality"] += not nationality
            found.append(
                made.Person(
                    id=numbers[person],
                    group=group,
                    nationality=nationality or "XXX",
                    age=self.weights.adult_age if traveller.age is None else traveller.age,
                    cls=policy.cls_of(self.weights, traveller.needs, age=traveller.age, with_children=children),
                    space=made.Space(policy.place_of(self.weights, traveller.needs).value),
                    clearances=self._cleared(self.held.get(person, ())),
                )
            )
        return found

    @cached_property
    def held(self) -> Mapping[UUID, tuple[Held, ...]]:
        """What everybody holds of any authority."""
        return clearances.held(self.asked, self.waiting)

    @cached_property
    def pace(self) -> Mapping[UUID, Pace]:
        """How fast and how often each authority grants."""
        return clearances.pace(self.asked)

    def _companions(self, numbers: Mapping[UUID, str]) -> tuple[made.Companion, ...]:
        """Of those beside whom somebody may ride, those who wait too: whoever has crossed rides beside nobody."""
        return tuple(
            made.Companion(
                numbers[person], need.why, tuple(numbers[each] for each in need.any_of if each in numbers), need.staff
            )
            for person, need in sorted(riding.needs(self.known, self.register.shown).items())
            if person in numbers
        )

    def _separations(self, numbers: Mapping[UUID, str]) -> tuple[made.Separation, ...]:
        pairs = [
            (sorted(numbers[each] for each in kept.people), made.Scope(kept.scope.value))
            for kept in riding.kept_apart(self.known, self.register.shown)
            if kept.people <= numbers.keys()
        ]
        return tuple(made.Separation(one, other, scope) for (one, other), scope in sorted(pairs))

    def _cleared(self, held: Collection[Held]) -> dict[str, made.Clearance]:
        """What each authority said of somebody; of several grants the one whose days hold most windows."""
        found: dict[str, made.Clearance] = {}
        for each in sorted(held, key=self._usable):
            self.notes["unconfirmed"] += each.state is State.GRANTED and not each.confirmed
            found[str(each.authority)] = self._clearance(each)
        return found

    def _usable(self, held: Held) -> tuple[bool, int]:
        days = [date.fromisoformat(said.on) for said in self.windows.values()]
        inside = sum((held.valid_from or date.min) <= day <= (held.valid_until or date.max) for day in days)
        return held.state is State.GRANTED and held.confirmed, inside

    def _clearance(self, held: Held) -> made.Clearance:
        pace = self.pace.get(held.authority, Pace(0.5, 7.0, 0, 0))
        if held.state is State.GRANTED and held.confirmed:
            return made.Clearance(made.Status.GRANTED, held.valid_from, held.valid_until)
        if held.state in PENDING or held.state is State.GRANTED:
            # A grant that nobody has confirmed so far is an answer that is still to come.
            return made.Clearance(made.Status.PENDING, p=pace.probability, median_days=max(pace.median_days, 0.25))
        if held.state is State.LAPSED:
            return made.Clearance(made.Status.GRANTED, held.valid_from, held.valid_until)
        return made.Clearance(made.Status.REFUSED)

    def _authorities(self) -> set[UUID]:
        return {each for told in self.known.last(CROSSING).values() for each in told.content.authorities}

    def _crossings(self) -> Iterable[made.Crossing]:
        for id, told in self.known.last(CROSSING).items():
            yield made.Crossing(id, told.content.name, tuple(map(str, told.content.authorities)))

    def _windows(self) -> Iterable[made.Window]:
        for id, said in self.windows.items():
            yield made.Window(
                id=str(id),
                crossing=str(said.crossing),
                date=date.fromisoformat(said.on),
                opens=hours.minutes(said.opens),
                closes=hours.minutes(said.closes),
                desks=said.desks,
                minutes_per_person=said.seconds_each / MINUTE,
                max_persons=self.openings.shares.windows.get(id, 0),
                p_open=said.open_per_mille / 1000,
                escort_slots=said.escort_slots,
                medics=said.medics,
                staff_escorts=said.staff_escorts,
            )

    def _quotas(self) -> Iterable[made.Quota]:
        """Quotas as they were said; where windows overlap, everybody together is no more than the gate takes."""
        bounds = dict(self.openings.shares.days)
        for crossing, on in {(said.crossing, said.on): None for said in self.windows.values()}:
            bound = bounds.get((crossing, on))
            for told in self.openings.quotas.get((crossing, on), ()):
                quota, most = told.content, told.content.most
                if quota.nationality == made.EVERYBODY and bound is not None:
                    most, bound = min(most, bound), None
                yield made.Quota(str(crossing), date.fromisoformat(on), quota.nationality, most)
            if bound is not None:
                yield made.Quota(str(crossing), date.fromisoformat(on), made.EVERYBODY, bound)

    def _pickups(self) -> Iterable[made.PickupPoint]:
        for id, told in self.known.last(PICKUP).items():
            yield made.PickupPoint(id, told.content.name, {str(w.crossing): w.minutes for w in told.content.travel})
        yield made.PickupPoint(NOWHERE, NOWHERE, {})

    def _convoys(self) -> Iterable[made.Convoy]:
        points = self.known.last(PICKUP)
        for id, told in self.known.last(CONVOY).items():
            said = told.content
            to = self.windows.get(said.window)
            if said.standing is Standing.CANCELLED or to is None or str(said.pickup) not in points:
                continue
            if to.crossing in {way.crossing for way in points[str(said.pickup)].content.travel}:
                yield made.Convoy(
                    id, str(said.window), str(said.pickup), hours.minutes(said.departs), said.most_vehicles
                )

    def _vehicles(self) -> Iterable[made.Vehicle]:
        for id, told in self.known.last(VEHICLE).items():
            said = told.content
            if said.in_use == "yes":
                days = frozenset(map(date.fromisoformat, said.days)) if said.days else None
                yield made.Vehicle(id, "vehicle", said.seats, said.wheelchairs, said.stretchers, said.trips, days)


def _is_over(said: Any, on: date, at: datetime | None, asked: Asked) -> bool:
    """Whether a window of today has closed already; whoever plans for another day than today asks as of that day."""
    return at is not None and on == at.astimezone(asked.case.zone).date() and bool(said.during.until <= at)
