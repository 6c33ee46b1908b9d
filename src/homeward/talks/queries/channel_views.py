"""What questions about channels, meetings and positions are answered with: frozen values, each with its statement."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.channels import Firmness, Medium, PositionStance
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval
from homeward.talks.core.meetings import Course
from homeward.talks.core.positions import Change
from homeward.talks.queries.views import Whom


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel with who talks through whom; `before` are the earlier words on it, `compartment` is where it stands."""

    id: UUID
    ref: str
    name: str
    parties: tuple[Whom, ...]
    mediators: tuple[Whom, ...]
    covers: str
    medium: Medium | None
    opened: Interval | None
    closed: Interval | None
    is_closed: bool
    meetings: int
    positions: int
    compartment: str
    compartment_slug: str
    statement: StatementView
    before: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class AttendeeView:
    """Who was said to be at a meeting, and in what capacity."""

    who: Whom
    capacity: str


@dataclass(frozen=True, slots=True)
class SideView:
    """What one side said of a meeting, the first said first; nothing when that side has said nothing."""

    side: Whom
    readouts: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting by the last word on it, with each side's own account apart from the others'; `before` are earlier words."""

    id: UUID
    ref: str
    channel: UUID
    channel_name: str
    place: str
    begins: Interval
    ends: Interval | None
    course: Course
    attendees: tuple[AttendeeView, ...]
    sides: tuple[SideView, ...]
    statement: StatementView
    before: tuple[StatementView, ...]

    @property
    def silent(self) -> tuple[Whom, ...]:
        """The sides that have said nothing of it."""
        return tuple(each.side for each in self.sides if not each.readouts)


@dataclass(frozen=True, slots=True)
class AboutView:
    """The condition or obligation that a position is about: what it is, its short name and its words."""

    what: str
    id: UUID
    ref: str
    words: str


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position of a party; `changes` is what differs from the one before it, and `replaces` the one it was said to replace.

    `stands` unless a later one was said to take its place.
    """

    id: UUID
    ref: str
    party: Whom
    topic: str
    stance: PositionStance
    firmness: Firmness
    about: tuple[AboutView, ...]
    channel: UUID | None
    channel_name: str
    meeting: UUID | None
    replaces: str
    stands: bool
    changes: tuple[Change, ...]
    before: str
    statement: StatementView


@dataclass(frozen=True, slots=True)
class LineView:
    """A party's positions on one topic over time, the first said first."""

    party: Whom
    positions: tuple[PositionView, ...]

    @property
    def standing(self) -> tuple[PositionView, ...]:
        """What the party holds to: all that nobody said to be replaced, the last said last."""
        return tuple(each for each in self.positions if each.stands)


@dataclass(frozen=True, slots=True)
class TopicView:
    """One topic, and where each party stands on it, side by side."""

    topic: str
    lines: tuple[LineView, ...]
