"""The windows of a case with their fill, and everything around them, as of and as known at the time asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.crossings.core import hours
from homeward.crossings.models import Word
from homeward.crossings.queries.plans import fill_of_last
from homeward.crossings.queries.views import (
    CalendarView,
    CheckView,
    ConvoyView,
    CrossingView,
    Named,
    NoticeView,
    PickUpView,
    QuotaView,
    StatusView,
    VehicleView,
    WindowView,
)
from homeward.crossings.records.known import (
    CHECK,
    CONVOY,
    CROSSING,
    DATE_TOLD,
    NOTICE,
    NOTICE_ANSWERED,
    PICKUP,
    POINT,
    QUOTA,
    STATUS,
    TICKED,
    VEHICLE,
    WINDOW,
    Known,
    Told,
)
from homeward.crossings.records.openings import Openings
from homeward.ledger.core.crossings import Standing, Ticked
from homeward.ledger.queries import sources
from homeward.ledger.queries.views import Asked
from homeward.people.queries import Identities, all_identities
from homeward.refusals import Refused


class NoSuchWindow(Refused):
    """There is no such window, or none that you may see."""


def calendar(asked: Asked) -> CalendarView:
    """Every window of the case, the earliest first, with who said it, who was told, and what overlaps."""
    return Calendar(asked).view()


def has_crossings(asked: Asked) -> bool:
    """Whether anything of a crossing stands in this case."""
    return Word.objects.filter(case_id=asked.case.id, kind=CROSSING).exists()


def window(asked: Asked, id: UUID) -> WindowView:
    """One window; refuses one that is not there."""
    found = calendar(asked).window(id)
    if found is None:
        raise NoSuchWindow(where=str(id), instead="See the calendar: homeward crossings show.")
    return found


class Calendar:
    """All of it, worked out once for one question."""

    def __init__(self, asked: Asked, known: Known | None = None) -> None:
        self.asked = asked
        self.known = known or Known(asked)

    def view(self) -> CalendarView:
        windows = [self.window(UUID(id), told) for id, told in self.known.last(WINDOW).items()]
        return CalendarView(
            crossings=tuple(self._crossings()),
            windows=tuple(sorted(windows, key=lambda each: (each.start, each.until, str(each.id)))),
            pickups=tuple(
                PickUpView(
                    told.content.pickup,
                    told.content.name,
                    tuple((way.crossing, way.minutes) for way in told.content.travel),
                    told.given,
                )
                for told in self.known.last(PICKUP).values()
            ),
            vehicles=tuple(_vehicle(told) for told in self.known.last(VEHICLE).values()),
            checks=tuple(
                CheckView(told.content.check, told.content.name, "", told.given) for told in self.listed_checks
            ),
        )

    @cached_property
    def openings(self) -> Openings:
        """The windows that are still to be, and what each takes."""
        return Openings(self.known)

    @cached_property
    def overlapping(self) -> Mapping[UUID, tuple[UUID, ...]]:
        return {
            id: tuple(other for other in gate if other != id)
            for gate in self.openings.shares.overlapping
            for id in gate
        }

    @cached_property
    def names(self) -> Mapping[UUID, str]:
        """What crossings, control points and pick-up points are called."""
        return {
            UUID(id): told.content.name
            for kind in (CROSSING, POINT, PICKUP)
            for id, told in self.known.last(kind).items()
        }

    @cached_property
    def identities(self) -> Identities:
        """Who is one with whom in the whole register."""
        return all_identities(self.asked)

    @cached_property
    def told(self) -> Counter[UUID]:
        """How many people were told each window last; who is one with somebody counts once."""
        last: dict[UUID, Told] = {}
        for person, told in self.known.people[DATE_TOLD].items():
            shown = self.identities.shown_as(person)
            if shown not in last or last[shown].given.position < told.given.position:
                last[shown] = told
        return Counter(told.content.window for told in last.values())

    @cached_property
    def fill(self) -> Mapping[UUID, int] | None:
        """How many the last plan puts into each window; none before there is a plan."""
        return fill_of_last(self.known)

    @cached_property
    def listed_checks(self) -> list[Told]:
        return [told for told in self.known.last(CHECK).values() if told.content.in_use == "yes"]

    def window(self, id: UUID, told: Told) -> WindowView:
        said = told.content
        return WindowView(
            id=id,
            crossing=self.named(said.crossing),
            on=said.on,
            opens=said.opens,
            closes=said.closes,
            zone=said.zone,
            start=said.during.start,
            until=said.during.until,
            capacity=said.capacity,
            counted=self.openings.shares.windows.get(id, 0),
            desks=said.desks,
            seconds_each=said.seconds_each,
            escort_slots=said.escort_slots,
            medics=said.medics,
            staff_escorts=said.staff_escorts,
            open_per_mille=said.open_per_mille,
            cancelled=said.standing is Standing.CANCELLED,
            told=self.told[id],
            planned=None if self.fill is None else self.fill.get(id, 0),
            overlaps=self.overlapping.get(id, ()),
            moved=_moved(said),
            convoys=tuple(self._convoys(id, said)),
            quotas=self.quotas(said.crossing, said.on),
            checks=tuple(self._check(point, id) for point in self.listed_checks),
            notices=tuple(self._notices(id)),
            given=told.given,
            before=tuple(each.given for each in self.known.every(WINDOW, str(id)) if each is not told),
        )

    def named(self, id: UUID) -> Named:
        return Named(id, self.names.get(id, ""))

    def quotas(self, crossing: UUID, on: str) -> tuple[QuotaView, ...]:
        """The quotas of a crossing on a day."""
        return tuple(self._quota(told) for told in self.openings.quotas.get((crossing, on), ()))

    def _quota(self, told: Told) -> QuotaView:
        said = told.content
        subject = f"{said.crossing}|{said.on}|{said.nationality}"
        before = tuple(each.given for each in self.known.every(QUOTA, subject) if each is not told)
        return QuotaView(said.crossing, said.on, said.nationality, said.most, told.given, before)

    def _crossings(self) -> list[CrossingView]:
        last = self.known.last(CROSSING)
        needed = {each for told in last.values() for each in told.content.authorities}
        named = sources.sources(self.asked, needed) if needed else {}
        return [
            CrossingView(
                id=UUID(id),
                name=told.content.name,
                authorities=tuple(
                    Named(each, named[each].settled_as or named[each].name)
                    for each in told.content.authorities
                    if each in named
                ),
                points=tuple(
                    Named(UUID(point), of.content.name)
                    for point, of in self.known.last(POINT).items()
                    if of.content.crossing == UUID(id)
                ),
                statuses=tuple(self._statuses(UUID(id))),
                given=told.given,
            )
            for id, told in last.items()
        ]

    def _statuses(self, crossing: UUID) -> list[StatusView]:
        """The last word of each voice on a crossing and each of its points, the latest first."""
        found: dict[tuple[UUID | None, UUID | None], StatusView] = {}
        points = {UUID(id) for id, told in self.known.last(POINT).items() if told.content.crossing == crossing}
        for subject in (crossing, *points):
            for told in self.known.counting(STATUS, str(subject)):
                if told.given.concerns(self.asked.as_of):
                    point = told.content.point
                    view = StatusView(told.content.status.value, self.named(point) if point else None, told.given)
                    found[point, told.given.voice or told.given.statement] = view
        return sorted(found.values(), key=lambda each: each.given.by_time, reverse=True)

    def _convoys(self, window: UUID, said: Any) -> list[ConvoyView]:
        found = []
        for id, told in self.known.last(CONVOY).items():
            if told.content.window != window:
                continue
            arrives = self.arrival(told.content, said)
            found.append(
                ConvoyView(
                    id=UUID(id),
                    window=window,
                    pickup=self.named(told.content.pickup),
                    departs=told.content.departs,
                    arrives=arrives,
                    most_vehicles=told.content.most_vehicles,
                    cancelled=told.content.standing is Standing.CANCELLED,
                    given=told.given,
                    late=arrives is None or arrives >= said.during.until,
                )
            )
        return sorted(found, key=lambda each: (each.departs, each.pickup.name))

    def arrival(self, convoy: Any, said: Any) -> Any:
        """When a convoy is at the crossing, or none where the way is not told."""
        leaves = hours.again(said.on, convoy.departs, ZoneInfo(said.zone))
        ways = self.known.last(PICKUP).get(str(convoy.pickup))
        minutes = {way.crossing: way.minutes for way in ways.content.travel} if ways else {}
        if leaves is None or said.crossing not in minutes:
            return None
        return leaves + timedelta(minutes=minutes[said.crossing])

    def _check(self, point: Told, window: UUID) -> CheckView:
        words = self.known.counting(TICKED, f"{point.content.check}|{window}")
        ticked = words[-1].content.ticked if words else Ticked.OPEN
        return CheckView(point.content.check, point.content.name, ticked.value, words[-1].given if words else None)

    def _notices(self, window: UUID) -> list[NoticeView]:
        told = {id: each for id, each in self.known.last(NOTICE).items() if each.content.window == window}
        parties = sources.sources(self.asked, {each.content.party for each in told.values()}) if told else {}
        return [self._notice(id, each, parties) for id, each in told.items()]

    def _notice(self, id: str, told: Told, parties: Mapping[UUID, Any]) -> NoticeView:
        answers = self.known.counting(NOTICE_ANSWERED, id)
        party = parties.get(told.content.party)
        return NoticeView(
            id=UUID(id),
            party=(party.settled_as or party.name) if party else "",
            expires=told.content.expires.until,
            holds=told.content.expires.until > self.asked.as_of,
            answered=answers[-1].content.answered.value if answers else "",
            given=told.given,
            answer=answers[-1].given if answers else None,
        )


def _vehicle(told: Told) -> VehicleView:
    said = told.content
    return VehicleView(
        id=said.vehicle,
        name=said.name,
        seats=said.seats,
        wheelchairs=said.wheelchairs,
        stretchers=said.stretchers,
        trips=said.trips,
        days=said.days,
        in_use=said.in_use == "yes",
        given=told.given,
    )


def _moved(said: Any) -> bool:
    """Whether the local hours of a window are other instants by the rules that its zone has now."""
    zone = ZoneInfo(said.zone)
    return (hours.again(said.on, said.opens, zone), hours.again(said.on, said.closes, zone)) != (
        said.during.start,
        said.during.until,
    )
