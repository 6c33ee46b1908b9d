"""What is known when a crossing is planned, by pseudonymous ids: the form crossing-instance/1 as plain values.

Times are minutes after local midnight, days are local days, both ends of a validity count. Nothing here is checked: what
does not fit together is told by `defects`, and a planner leaves it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

CLASSES = (1, 2, 3, 4)
"""Urgent, vulnerable, children and their carers, others."""


class Space(StrEnum):
    """What somebody needs in a vehicle."""

    SEAT = "seat"
    WHEELCHAIR = "wheelchair"
    STRETCHER = "stretcher"


SPACES = tuple(Space)


class Status(StrEnum):
    """What an authority said about one person; an authority of which nothing stands here was not asked."""

    GRANTED = "granted"
    PENDING = "pending"
    REFUSED = "refused"


class Scope(StrEnum):
    """What two people must not share."""

    VEHICLE = "vehicle"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Rules:
    """How far ahead only granted clearances count, what may be planned on an expected answer, and who counts as a child."""

    firm_days: int
    min_provisional_p: float
    minor_age: int
    adult_age: int
    minors_per_staff_escort: int
    frozen_days: int


@dataclass(frozen=True, slots=True)
class MovePenalty:
    """What it costs, per person, when a date that a family was told is not kept."""

    dropped: float
    later: float
    earlier: float
    frozen_extra: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The policy that a plan is measured by; by class 1 to 4."""

    class_value: Mapping[int, float]
    daily_factor: Mapping[int, float]
    wait_bonus_per_day: float
    wait_cap_days: int
    move_penalty: MovePenalty


@dataclass(frozen=True, slots=True)
class Authority:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """A place of crossing, and the authorities who must have cleared whoever passes it."""

    id: str
    name: str
    required_authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A time on one day when a crossing is expected to be open, and what there is to cross with."""

    id: str
    crossing: str
    date: date
    opens: int
    closes: int
    desks: int
    minutes_per_person: float
    max_persons: int
    p_open: float
    escort_slots: int
    medics: int
    staff_escorts: int
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of a nationality, or of everybody (`*`), may cross at a place on a day."""

    crossing: str
    date: date
    nationality: str
    max: int


EVERYBODY = "*"


@dataclass(frozen=True, slots=True)
class PickupPoint:
    id: str
    name: str
    travel_min: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Convoy:
    """Vehicles that leave one pick-up point for one window together."""

    id: str
    window: str
    pickup: str
    departs: int
    max_vehicles: int


@dataclass(frozen=True, slots=True)
class Vehicle:
    """Places for those who cross; the crew, a medic and staff escorts have their own. No dates: every day."""

    id: str
    kind: str
    seats: int
    wheelchair: int
    stretcher: int
    trips_per_day: int
    dates: frozenset[date] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """People who cross together or not at all; `told` is the window that they were given."""

    id: str
    pickup: str
    registered: date
    members: tuple[str, ...]
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Clearance:
    """What one authority said of one person; when pending, how likely a yes is at all and by when half of the answers come."""

    status: Status
    valid_from: date | None = None
    valid_until: date | None = None
    p: float = 0.0
    median_days: float = 1.0


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    group: str
    nationality: str
    age: int
    cls: int
    space: Space = Space.SEAT
    clearances: Mapping[str, Clearance] = field(default_factory=dict)
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who rides only beside one of these people, or, if `staff_ok`, beside an escort of the staff."""

    person: str
    kind: str
    any_of: tuple[str, ...]
    staff_ok: bool


@dataclass(frozen=True, slots=True)
class Separation:
    """Two people who must not share a vehicle, or not a window."""

    a: str
    b: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Instance:
    """Everything a plan is made from."""

    id: str
    plan_date: date
    rules: Rules
    weights: Weights
    authorities: tuple[Authority, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    windows: tuple[Window, ...] = ()
    quotas: tuple[Quota, ...] = ()
    pickup_points: tuple[PickupPoint, ...] = ()
    convoys: tuple[Convoy, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    groups: tuple[Group, ...] = ()
    persons: tuple[Person, ...] = ()
    companions: tuple[Companion, ...] = ()
    separations: tuple[Separation, ...] = ()
    seed: int | None = None
