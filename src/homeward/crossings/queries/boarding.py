"""The boarding of a convoy as it stands, the phones with what each still owes, and the snapshot that one phone takes along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from homeward.crossings.core.boarding import Board, Standing
from homeward.crossings.core.gaps import Gap
from homeward.crossings.core.manifests import initials
from homeward.crossings.models import OfConvoy
from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.cleared import not_cleared
from homeward.crossings.queries.manifests import NoManifest, letters, place_of
from homeward.crossings.queries.views import ConvoyView, WindowView
from homeward.crossings.records.aliases import Aliases
from homeward.crossings.records.boarded import BOUND, SET_UP, TAKEN, Boarded
from homeward.ledger.core import kinds
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import Asked, CaseView
from homeward.people import queries as people
from homeward.people.queries import GivenView, PersonLine
from homeward.refusals import Refused
from homeward.seals import canonical, keys

FORM = "boarding-snapshot/1"


class NoPhone(Refused):
    """There is no such phone, or none that you may see."""


@dataclass(frozen=True, slots=True)
class PhoneView:
    """A phone or a sheet of paper: how many words came from it, its highest number, and which numbers are still out."""

    device: UUID
    name: str
    is_paper: bool
    version: int
    expires: datetime
    set_up: bool
    revoked_after: int | None
    words: int
    highest: int
    missing: tuple[Gap, ...]
    given: GivenView


@dataclass(frozen=True, slots=True)
class BoardedView:
    """How it stands with everybody; what came in after the boarding was closed is told, and whether it closes otherwise now."""

    window: WindowView
    convoy: ConvoyView
    version: int
    board: Board
    seats: Mapping[UUID, kinds.Seat]
    letters: Mapping[UUID, str]
    lines: Mapping[UUID, PersonLine]
    vehicles: Mapping[UUID, str]
    phones: tuple[PhoneView, ...]
    not_cleared: frozenset[UUID]
    closed: GivenView | None
    late: int
    closes_otherwise: bool

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(self.seats)

    @property
    def by_vehicle(self) -> tuple[tuple[str, int, int], ...]:
        """Of each vehicle how many are manifested and how many of those are on board."""
        every = Counter(seat.vehicle for seat in self.seats.values())
        aboard = Counter(each.seat.vehicle for each in self.board.people if each.on_board)
        return tuple((self.vehicles.get(id, ""), number, aboard[id]) for id, number in every.items())

    def standing(self, person: UUID) -> Standing | None:
        return next((each for each in self.board.people if each.seat.person == person), None)


def boarding(asked: Asked, convoy: UUID) -> BoardedView:
    """How the boarding of a convoy stands, over the version that holds."""
    whole = Calendar(asked)
    window, to = place_of(whole, convoy)
    known = Boarded(asked, convoy)
    version = known.published
    if version is None:
        raise NoManifest(where=str(convoy), instead="Two people sign a manifest first.")
    everyone = [seat.person for seat in version.seats]
    closed = known.closed
    return BoardedView(
        window=window,
        convoy=to,
        version=version.number,
        board=known.board,
        seats={seat.person: seat for seat in version.seats},
        letters=letters(version.seats),
        lines={line.id: line for line in people.people_of(asked, everyone)},
        vehicles={each.id: each.name for each in whole.view().vehicles},
        phones=phones(known),
        not_cleared=frozenset(not_cleared(asked, whole, window, everyone)),
        closed=closed.given if closed else None,
        late=sum(
            len(told.content.words)
            for told in known.told(TAKEN)
            if closed and told.given.position > closed.given.position
        ),
        closes_otherwise=known.closes_otherwise,
    )


def phones(known: Boarded) -> tuple[PhoneView, ...]:
    """Every phone of a convoy, the first prepared first."""
    set_up = {told.content.device for told in known.told(SET_UP)}
    words = [word for same in known.words.values() for word in same]
    found = []
    for told in known.told(BOUND):
        device = told.content.device
        own = [word.sequence for word in words if word.device == device]
        found.append(
            PhoneView(
                device=device,
                name=told.content.name,
                is_paper=told.content.paper == "yes",
                version=told.content.version,
                expires=told.content.expires.until,
                set_up=device in set_up,
                revoked_after=known.revoked.get(device),
                words=len(own),
                highest=max(own, default=0),
                missing=tuple(gap for gap in known.board.missing if gap.device == device),
                given=told.given,
            )
        )
    return tuple(found)


def case_of_phone(device: UUID) -> tuple[CaseView, UUID]:
    """The case and the convoy of a phone, as far as the actor may see them."""
    row = OfConvoy.objects.filter(device_id=device, kind=BOUND).values_list("case_id", "convoy_id").first()
    found = next((each for each in cases.cases() if row and each.id == row[0]), None)
    if row is None or found is None:
        raise NoPhone(where=str(device))
    return found, row[1]


@dataclass(frozen=True, slots=True)
class Signed:
    """A snapshot as text, the signature over just that text, and the key that made it."""

    text: str
    signature: str
    key_id: str
    public_key: str
    people: tuple[UUID, ...]


def snapshot(asked: Asked, device: UUID) -> Signed:
    """What one phone takes along: initials, rows, places and tags of one version, by ids that mean nothing elsewhere; signed."""
    _, convoy = case_of_phone(device)
    whole = Calendar(asked)
    window, to = place_of(whole, convoy)
    known = Boarded(asked, convoy)
    bound = next((told for told in known.told(BOUND) if told.content.device == device), None)
    version = next((each for each in known.versions if bound and each.number == bound.content.version), None)
    if bound is None or version is None:
        raise NoPhone(where=str(device))
    everyone = [seat.person for seat in version.seats]
    lines = {line.id: line for line in people.people_of(asked, everyone)}
    missing = not_cleared(asked, whole, window, everyone)
    aliases, letter = Aliases(known.rooms[version.signed.given.statement], convoy), letters(version.seats)
    vehicles = {each.id: each.name for each in whole.view().vehicles}
    plain: dict[str, Any] = {
        "form": FORM,
        "device": str(device),
        "name": bound.content.name,
        "version": version.number,
        "crossing": window.crossing.name,
        "pickup": to.pickup.name,
        "on": window.on,
        "departs": to.departs,
        "expires": int(bound.content.expires.until.timestamp()),
        "vehicles": [
            {"id": str(id), "name": vehicles.get(id, "")} for id in dict.fromkeys(s.vehicle for s in version.seats)
        ],
        "people": [
            {
                "id": str(aliases.alias(seat.person)),
                "row": seat.row,
                "tag": aliases.tag(seat.person),
                "initials": _initials(lines.get(seat.person)),
                "family": letter[seat.family],
                "vehicle": str(seat.vehicle),
                "place": seat.place.value,
                "stop": "yes" if seat.person in missing else "no",
            }
            for seat in version.seats
        ],
    }
    ring = keys.open_or_make(settings.HOMEWARD_KEYS)
    text = canonical.dumps(plain)
    return Signed(
        text=text,
        signature=ring.signing.sign(text.encode()).hex(),
        key_id=ring.key_id,
        public_key=ring.public.public_bytes_raw().hex(),
        people=tuple(everyone),
    )


def _initials(line: PersonLine | None) -> str:
    return initials(line.names[0]) if line and line.names else ""
