"""Manifests and boarding: who sits where by two signatures, which phone holds which manifest, what was seen at the door.

People stand in these by their id in the register alone. A manifest belongs to a convoy; each publication is a version, and
nothing takes the place of one that was published but the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.boarding import State
from homeward.ledger.core.crossings import Place
from homeward.ledger.core.kinds.codec import kind_of
from homeward.moments import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One row of a manifest: who, which family (one id for all who travel together), which vehicle, what kind of place."""

    row: int
    person: UUID
    family: UUID
    vehicle: UUID
    place: Place = Place.SEAT


@kind_of("done.manifest_signed")
@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestSigned:
    """A first person of the desk signs who goes with a convoy; `plan` is the plan it was drafted from."""

    convoy: UUID
    version: int
    seats: tuple[Seat, ...]
    plan: UUID | None = None


@kind_of("done.manifest_published")
@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestPublished:
    """A second person signs what the first one signed, which is the version from now on."""

    convoy: UUID
    version: int
    signed: UUID


@kind_of("done.manifest_given")
@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestGiven:
    """A file of a manifest was made for a recipient: which columns, how many people, its SHA-256."""

    convoy: UUID
    version: int
    recipient: str
    language: str
    columns: tuple[str, ...]
    people: int
    digest: str
    watermark: str = ""


@kind_of("done.called_forward")
@dataclass(frozen=True, slots=True, kw_only=True)
class CalledForward:
    """Somebody of the desk sent a family the message to come; the desk itself sends nothing."""

    convoy: UUID
    version: int
    people: tuple[UUID, ...]
    language: str
    by_way_of: str


@kind_of("done.phone_bound")
@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneBound:
    """A phone (or a sheet of paper, which is keyed back) is to hold one version of one manifest until it expires."""

    device: UUID
    convoy: UUID
    version: int
    name: str
    paper: str
    expires: Interval


@kind_of("done.phone_set_up")
@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneSetUp:
    """The phone fetched its manifest for the first time; `install` is the SHA-256 of what only that phone holds."""

    device: UUID
    convoy: UUID
    install: str


@kind_of("done.phone_revoked")
@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneRevoked:
    """What the phone says beyond this number does not count: it is kept apart and shown."""

    device: UUID
    convoy: UUID
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One word of a phone, as it came: its id, its number there, the phone's own clock and place in its own words."""

    id: UUID
    sequence: int
    person: UUID
    state: State
    at: str
    vehicle: UUID | None = None
    place: str = ""


@kind_of("done.check_offs_taken")
@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOffsTaken:
    """The desk took words of one phone, each once."""

    convoy: UUID
    device: UUID
    words: tuple[Seen, ...]


@kind_of("done.check_off_settled")
@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOffSettled:
    """Somebody of the desk settles how it was with a person, having seen these words."""

    convoy: UUID
    person: UUID
    state: State
    seen: tuple[UUID, ...]


@kind_of("done.walk_on_confirmed")
@dataclass(frozen=True, slots=True, kw_only=True)
class WalkOnConfirmed:
    """A second person saw somebody who walked on and stands on no row; `known_as` is who that is in the register."""

    convoy: UUID
    person: UUID
    known_as: UUID | None = None


@kind_of("done.boarding_closed")
@dataclass(frozen=True, slots=True, kw_only=True)
class BoardingClosed:
    """The numbers of a convoy as they closed; seats that were held for it are free."""

    convoy: UUID
    version: int
    manifested: int
    boarded: int
    no_show: int
    refused: int
    crossed: int
    turned_back: int
    in_transit: int
    walk_ons: int
