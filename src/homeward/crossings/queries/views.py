"""What is answered about crossings: frozen values, each with who said it; nothing that a reader may not see is counted in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.people.queries import GivenView


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its id and name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class StatusView:
    """What a voice said last of a crossing or a control point."""

    status: str
    point: Named | None
    given: GivenView


@dataclass(frozen=True, slots=True)
class CrossingView:
    """A crossing: whose permission is needed, its control points, the last word of each voice on how it is, the latest first."""

    id: UUID
    name: str
    authorities: tuple[Named, ...]
    points: tuple[Named, ...]
    statuses: tuple[StatusView, ...]
    given: GivenView

    @property
    def status(self) -> StatusView | None:
        """The last word on the crossing as a whole."""
        return next((each for each in self.statuses if each.point is None), None)

    @property
    def contested(self) -> bool:
        """Whether voices say otherwise of the crossing than the last one."""
        return len({each.status for each in self.statuses if each.point is None}) > 1


@dataclass(frozen=True, slots=True)
class ConvoyView:
    """A convoy to a window: when it leaves and arrives in local time, and why nobody can be planned with it, if so."""

    id: UUID
    window: UUID
    pickup: Named
    departs: str
    arrives: datetime | None
    most_vehicles: int
    cancelled: bool
    given: GivenView
    late: bool = False


@dataclass(frozen=True, slots=True)
class QuotaView:
    """How many of a nationality may cross on a day, by the last word; `before` are the words that it took the place of."""

    crossing: UUID
    on: str
    nationality: str
    most: int
    given: GivenView
    before: tuple[GivenView, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckView:
    """A point of the checklist of a window, and what somebody of the desk said of it last."""

    id: UUID
    name: str
    ticked: str
    given: GivenView | None


@dataclass(frozen=True, slots=True)
class NoticeView:
    """That a party was told of a window: until when it counts, whether it still does, what the party said."""

    id: UUID
    party: str
    expires: datetime
    holds: bool
    answered: str
    given: GivenView
    answer: GivenView | None


@dataclass(frozen=True, slots=True)
class WindowView:
    """A window by the last word on it, with its fill: how many were told, how many the last plan puts there.

    `counted` is how many it takes once windows that overlap are counted as one gate; `moved` says that the clocks of the place
    now have other rules than when it was said; `before` are the words that the last one took the place of.
    """

    id: UUID
    crossing: Named
    on: str
    opens: str
    closes: str
    zone: str
    start: datetime
    until: datetime
    capacity: int
    counted: int
    desks: int
    seconds_each: int
    escort_slots: int
    medics: int
    staff_escorts: int
    open_per_mille: int
    cancelled: bool
    told: int
    planned: int | None
    overlaps: tuple[UUID, ...]
    moved: bool
    convoys: tuple[ConvoyView, ...]
    quotas: tuple[QuotaView, ...]
    checks: tuple[CheckView, ...]
    notices: tuple[NoticeView, ...]
    given: GivenView
    before: tuple[GivenView, ...] = ()

    @property
    def open_checks(self) -> int:
        """How many points of the checklist are not done."""
        return sum(each.ticked != "done" for each in self.checks)

    @property
    def free(self) -> int:
        """How many places are left beside those who were told; below 0 where more were told than it takes."""
        return self.counted - self.told


@dataclass(frozen=True, slots=True)
class PickUpView:
    """A place where people are picked up, and how many minutes the way to each crossing takes."""

    id: UUID
    name: str
    minutes: tuple[tuple[UUID, int], ...]
    given: GivenView


@dataclass(frozen=True, slots=True)
class VehicleView:
    """A vehicle with its places; no days means every day."""

    id: UUID
    name: str
    seats: int
    wheelchairs: int
    stretchers: int
    trips: int
    days: tuple[str, ...]
    in_use: bool
    given: GivenView


@dataclass(frozen=True, slots=True)
class CalendarView:
    """All crossings of a case with their windows in the order of time, and what is needed to use them."""

    crossings: tuple[CrossingView, ...]
    windows: tuple[WindowView, ...]
    pickups: tuple[PickUpView, ...]
    vehicles: tuple[VehicleView, ...]
    checks: tuple[CheckView, ...]

    def window(self, id: UUID) -> WindowView | None:
        return next((each for each in self.windows if each.id == id), None)
