"""The manifest of a convoy: who has a seat now, what was signed and published, where it differs, what each recipient gets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from homeward.crossings.core.manifests import family_letter
from homeward.crossings.models import Held
from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.cleared import not_cleared
from homeward.crossings.queries.views import ConvoyView, VehicleView, WindowView
from homeward.crossings.records.boarded import CALLED, GIVEN, Boarded
from homeward.crossings.records.seated import held_of, seats_of
from homeward.ledger.core import kinds
from homeward.ledger.core.crossings import Place
from homeward.ledger.queries.views import Asked
from homeward.people import queries as people
from homeward.people.queries import GivenView, PersonLine
from homeward.refusals import Refused


class NoSuchConvoy(Refused):
    """There is no such convoy, or none that you may see."""


class NoManifest(Refused):
    """This convoy has no published manifest."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """A seat: its row, who, which family by its letter, vehicle, kind of place; `cleared` as of the day of the window."""

    row: int
    person: UUID
    line: PersonLine | None
    family: str
    vehicle: str
    vehicle_id: UUID
    place: str
    cleared: bool
    called: GivenView | None = None


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version: who signed first, who published it (none: it waits), how many people, whether it holds."""

    number: int
    people: int
    signed: GivenView
    published: GivenView | None
    holds: bool


@dataclass(frozen=True, slots=True)
class FileView:
    """A file that was made for a recipient."""

    recipient: str
    language: str
    version: int
    people: int
    digest: str
    given: GivenView


@dataclass(frozen=True, slots=True)
class BusView:
    """A vehicle of the convoy's day: of each kind of place how many are held and how many there are."""

    vehicle: VehicleView
    held: Mapping[str, int] = field(default_factory=dict)

    @property
    def free(self) -> int:
        return self.vehicle.seats - self.held.get(Place.SEAT, 0)


@dataclass(frozen=True, slots=True)
class ManifestView:
    """All of it for one convoy; `changed` says that the seats held now are not those of the version that holds."""

    window: WindowView
    convoy: ConvoyView
    seats: tuple[SeatView, ...]
    versions: tuple[VersionView, ...]
    changed: bool
    waiting: VersionView | None
    buses: tuple[BusView, ...]
    files: tuple[FileView, ...]
    closed: GivenView | None

    @property
    def published(self) -> VersionView | None:
        return next((each for each in self.versions if each.holds), None)

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(seat.person for seat in self.seats)

    @property
    def families(self) -> tuple[tuple[str, tuple[SeatView, ...]], ...]:
        """The seats by family, in the order of the rows."""
        found: dict[str, list[SeatView]] = {}
        for seat in self.seats:
            found.setdefault(seat.family, []).append(seat)
        return tuple((letter, tuple(seats)) for letter, seats in found.items())


def manifest(asked: Asked, convoy: UUID) -> ManifestView:
    """The manifest of a convoy; seats that are held are as of now, versions as known at the time asked."""
    whole = Calendar(asked)
    window, to = place_of(whole, convoy)
    known = Boarded(asked, convoy)
    held = held_of(asked.case, convoy)
    holding = known.published
    seats = seats_of(held) if held else (holding.seats if holding else ())
    versions = tuple(
        VersionView(
            each.number,
            len(each.seats),
            each.signed.given,
            each.published.given if each.published else None,
            holds=each is holding,
        )
        for each in known.versions
    )
    waits = known.waiting
    return ManifestView(
        window=window,
        convoy=to,
        seats=_shown(asked, whole, window, seats, known),
        versions=versions,
        changed=bool(held) and (holding is None or holding.seats != seats),
        waiting=next((v for v in versions if waits and v.signed.statement == waits.signed.given.statement), None),
        buses=_buses(whole, window, held),
        files=tuple(
            FileView(
                t.content.recipient, t.content.language, t.content.version, t.content.people, t.content.digest, t.given
            )
            for t in known.told(GIVEN)
        ),
        closed=known.closed.given if known.closed else None,
    )


def place_of(whole: Calendar, convoy: UUID) -> tuple[WindowView, ConvoyView]:
    """The window and the convoy of this id."""
    for window in whole.view().windows:
        for each in window.convoys:
            if each.id == convoy:
                return window, each
    raise NoSuchConvoy(where=str(convoy), instead="The page of the window lists its convoys.")


def letters(seats: Collection[kinds.Seat]) -> dict[UUID, str]:
    """What each family is called on paper and on phones."""
    return {family: family_letter(number) for number, family in enumerate(dict.fromkeys(seat.family for seat in seats))}


def _shown(
    asked: Asked, whole: Calendar, window: WindowView, seats: Collection[kinds.Seat], known: Boarded
) -> tuple[SeatView, ...]:
    everyone = [seat.person for seat in seats]
    lines = {line.id: line for line in people.people_of(asked, everyone)}
    vehicles = {each.id: each.name for each in whole.view().vehicles}
    called = {person: told.given for told in known.told(CALLED) for person in told.content.people}
    missing = not_cleared(asked, whole, window, everyone)
    letter = letters(seats)
    return tuple(
        SeatView(
            row=seat.row,
            person=seat.person,
            line=lines.get(seat.person),
            family=letter[seat.family],
            vehicle=vehicles.get(seat.vehicle, ""),
            vehicle_id=seat.vehicle,
            place=seat.place.value,
            cleared=seat.person not in missing,
            called=called.get(seat.person),
        )
        for seat in seats
    )


def _buses(whole: Calendar, window: WindowView, held: list[Held]) -> tuple[BusView, ...]:
    found = []
    for vehicle in whole.view().vehicles:
        own = [row for row in held if row.vehicle_id == vehicle.id]
        if own or (vehicle.in_use and (not vehicle.days or window.on in vehicle.days)):
            found.append(BusView(vehicle, {kind.value: sum(row.place == kind for row in own) for kind in Place}))
    return tuple(found)
