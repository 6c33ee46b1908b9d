"""The scope of a picture, and the people counted in it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.kinds.said import Named


@kind_of("done.case_opened")
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened:
    """A case is opened: its address, title, zone (one IANA name) and the clock by which it is asked."""

    slug: str
    title: str
    zone: str
    clock: str
    about: str = ""


@kind_of("done.channel_opened")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelOpened:
    """A path between parties that do not talk to each other, and who carries words along it."""

    channel: UUID
    name: str
    parties: tuple[Named, ...] = ()
    mediators: tuple[Named, ...] = ()
    covers: str = ""


@kind_of("done.population_named")
@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationNamed:
    """A name under which people (or things) are counted in a case."""

    population: UUID
    name: str = ""


@kind_of("done.populations_related")
@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationsRelated:
    """A named person says that two populations are equal, or that one is part of the other."""

    part: UUID
    whole: UUID
    relation: str
    reason: str = ""
