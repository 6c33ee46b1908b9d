"""Talks: by which channels words go, who met whom, what each side said of it, and where each party stands.

A further statement about the same channel or meeting takes the place of the one before. What two sides say of one meeting are
two statements and stay two.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.channels import Firmness, Medium, PositionStance
from homeward.ledger.core.crossings import Standing
from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.kinds.said import Named
from homeward.moments import Interval


@kind_of("done.channel_opened", 2)
@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelDescribed:
    """A channel as the desk knows it: who talks through whom, how, since when and until when."""

    channel: UUID
    name: str
    parties: tuple[Named, ...] = ()
    mediators: tuple[Named, ...] = ()
    covers: str = ""
    medium: Medium | None = None
    opened: Interval | None = None
    closed: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Who was at a meeting (a source of the case), the name as written, and in what capacity."""

    source: UUID
    words: str
    capacity: str = ""


@kind_of("said.meeting")
@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTold:
    """A voice says that people meet, or met, along a channel: where, from when to when, and who."""

    meeting: UUID
    channel: UUID
    begins: Interval
    ends: Interval | None = None
    place: str = ""
    attendees: tuple[Attendee, ...] = ()
    standing: Standing = Standing.SET


@kind_of("said.readout")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReadoutGiven:
    """What one side says of a meeting; the words stand in the entry, `side` is whose account it is."""

    meeting: UUID
    side: UUID


@kind_of("said.position")
@dataclass(frozen=True, slots=True, kw_only=True)
class PositionTaken:
    """Where a party stands on a topic, by the words of the entry; `supersedes` is the statement whose place it takes."""

    party: UUID
    topic: str
    stance: PositionStance
    firmness: Firmness = Firmness.UNCLEAR
    condition: UUID | None = None
    obligation: UUID | None = None
    channel: UUID | None = None
    meeting: UUID | None = None
    supersedes: UUID | None = None
