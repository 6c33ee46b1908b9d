"""Crossings and what is needed to use them: places, windows, quotas, vehicles, convoys, the policy of weights, plans.

What a voice outside says (a window, a quota, a status) is `said.*`, with who said it; what the desk sets itself is `done.*`. A
further statement about the same thing takes the place of the one before. Times of day are kept as they were said, in the local
time of `zone`, beside the instants that they were by the rules of that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core.crossings import Answered, Apart, Beside, Place, Standing, Status, Ticked
from homeward.ledger.core.kinds.codec import kind_of
from homeward.moments import Interval


@kind_of("done.crossing_named")
@dataclass(frozen=True, slots=True, kw_only=True)
class CrossingNamed:
    """A crossing, and the authorities (sources of the case) whose permission everybody needs who uses it."""

    crossing: UUID
    name: str
    authorities: tuple[UUID, ...] = ()


@kind_of("done.control_point_named")
@dataclass(frozen=True, slots=True, kw_only=True)
class ControlPointNamed:
    """A post of a crossing at which people are looked at or turned back."""

    point: UUID
    crossing: UUID
    name: str


@kind_of("said.crossing_status")
@dataclass(frozen=True, slots=True, kw_only=True)
class CrossingStatus:
    """A voice says how a crossing, or one control point of it, is; when stands in the entry."""

    crossing: UUID
    status: Status
    point: UUID | None = None


@kind_of("said.window")
@dataclass(frozen=True, slots=True, kw_only=True)
class WindowTold:
    """A voice says when a crossing opens and for how many: `on` is the local day (ISO), `opens` and `closes` local times.

    `capacity` people at most, `desks` that take `seconds_each` for everybody; so many convoys are escorted, so many medics and
    escorts of the desk's own go along. `open_per_mille` is how likely the desk holds it that it opens.
    """

    window: UUID
    crossing: UUID
    on: str
    opens: str
    closes: str
    zone: str
    during: Interval
    capacity: int
    desks: int
    seconds_each: int
    escort_slots: int
    medics: int
    staff_escorts: int
    open_per_mille: int
    standing: Standing = Standing.SET


@kind_of("said.quota")
@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaTold:
    """A voice says how many of a nationality (ISO 3166, three letters; "*" for everybody) may cross on a local day."""

    crossing: UUID
    on: str
    nationality: str
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """How many minutes the way from a pick-up point to a crossing takes."""

    crossing: UUID
    minutes: int


@kind_of("done.pickup_named")
@dataclass(frozen=True, slots=True, kw_only=True)
class PickUpNamed:
    """A place where people are picked up, and how long the ways from there are."""

    pickup: UUID
    name: str
    travel: tuple[Travel, ...] = ()


@kind_of("done.pickup_chosen")
@dataclass(frozen=True, slots=True, kw_only=True)
class PickUpChosen:
    """Where people who travel together are picked up."""

    people: tuple[UUID, ...]
    pickup: UUID


@kind_of("done.vehicle_entered")
@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleEntered:
    """A vehicle with its places, the trips it makes a day, and the local days on which it is there (none: every day)."""

    vehicle: UUID
    name: str
    seats: int
    wheelchairs: int
    stretchers: int
    trips: int
    days: tuple[str, ...] = ()
    in_use: str = "yes"


@kind_of("done.convoy_set")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConvoySet:
    """A convoy to a window from a pick-up point, when it leaves in local time, and with how many vehicles at most."""

    convoy: UUID
    window: UUID
    pickup: UUID
    departs: str
    most_vehicles: int
    standing: Standing = Standing.SET


@kind_of("done.check_listed")
@dataclass(frozen=True, slots=True, kw_only=True)
class CheckListed:
    """A point of the checklist that every window goes through before anybody leaves."""

    check: UUID
    name: str
    in_use: str = "yes"


@kind_of("done.check_ticked")
@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTicked:
    """What somebody of the desk found out about a point of the checklist of a window."""

    check: UUID
    window: UUID
    ticked: Ticked


@kind_of("done.party_notified")
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyNotified:
    """A party was told of a window, its way and contacts; the notice counts until `expires`. It asks for no leave."""

    notice: UUID
    window: UUID
    party: UUID
    expires: Interval


@kind_of("said.notice_answered")
@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAnswered:
    """What a party said to a notice."""

    notice: UUID
    answered: Answered


@kind_of("done.date_told")
@dataclass(frozen=True, slots=True, kw_only=True)
class DateTold:
    """People who travel together were told for which window to be ready."""

    people: tuple[UUID, ...]
    window: UUID


@kind_of("done.companion_needed")
@dataclass(frozen=True, slots=True, kw_only=True)
class CompanionNeeded:
    """Somebody rides only beside one of `any_of`, or, where `staff` is "yes", beside an escort of the desk's own.

    The last word about a person counts; one whose `holds` is "no" ends it.
    """

    person: UUID
    any_of: tuple[UUID, ...] = ()
    staff: str = "no"
    why: Beside = Beside.CARE
    holds: str = "yes"


@kind_of("done.kept_apart")
@dataclass(frozen=True, slots=True, kw_only=True)
class KeptApart:
    """Two people must not share a vehicle, or not a window; of two people the last word counts, "no" in `holds` ends it."""

    people: tuple[UUID, ...]
    scope: Apart = Apart.VEHICLE
    holds: str = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWeight:
    """What somebody of a class counts (1 urgent, 2 vulnerable, 3 children and carers, 4 others), less each day of waiting."""

    cls: int
    value: Decimal
    daily_factor: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedWeight:
    """Into which class a need of the coded list puts somebody, and which place in a vehicle it asks for."""

    code: str
    cls: int
    place: Place = Place.SEAT


@kind_of("done.policy_set")
@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySet:
    """The written policy by which plans weigh people, set by the head of the desk; the last one counts, all are kept."""

    number: int
    classes: tuple[ClassWeight, ...]
    needs: tuple[NeedWeight, ...]
    wait_bonus_per_day: Decimal
    wait_cap_days: int
    move_dropped: Decimal
    move_later: Decimal
    move_earlier: Decimal
    move_frozen_extra: Decimal
    frozen_days: int
    firm_days: int
    least_provisional: Decimal
    minor_age: int
    adult_age: int
    minors_per_escort: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """How many people a plan puts into a window."""

    window: UUID
    people: int


@kind_of("done.plan_made")
@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMade:
    """A plan that passed the check, kept sealed under its digest (SHA-256 of the canonical text, lower hex).

    `position` is the place in the ledger up to which its inputs were read, `policy` the statement of the weights (none: those the
    desk begins with). Value, bound and gap are as the planner gives them; the bound is proven.
    """

    plan: UUID
    number: int
    digest: str
    position: int
    plan_date: str
    seed: int
    seconds: int
    families: int
    people: int
    planned_families: int
    planned_people: int
    value: Decimal
    bound: Decimal | None = None
    policy: UUID | None = None
    fill: tuple[Fill, ...] = ()
    pinned: tuple[str, ...] = ()
    least_change: str = "no"
    planner: str = ""
