"""Channels, meetings and positions as programs get them and send them. Times are sent as words, read in the case's zone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Field

from homeward.api.shapes.crossings import Sent
from homeward.api.shapes.told import Asked, Told
from homeward.talks.actions import About, Present, Telling

Parts = list[dict[str, Any]]
TIME = Field("", examples=["3 Jan 2026 10:00"])


class Channels(Asked):
    """Every channel that the asker may see, open ones first."""

    channels: Parts = Field(description="Each with parties, mediators, medium, since when and until when.")


class Meetings(Asked):
    """Every meeting, the latest first."""

    meetings: Parts = Field(description="Each with `sides`: what each side said of it, apart; `silent` said nothing.")


class Positions(Asked):
    """Where each party stands on each topic."""

    topics: Parts = Field(description="Each with its parties, and each party's positions in the order they were said.")


class Recorded(Told):
    """What was recorded, about which thing, and what somebody should look at."""

    case: str
    statement: str
    about: str | None
    warnings: Parts


class SentChannel(Sent):
    """A channel between parties; with `channel`, what holds of that one now."""

    name: str
    parties: list[str] = Field(description="Names, keys or ids of sources; two at least.")
    mediators: list[str] = []
    covers: str = ""
    medium: str = Field("", description="direct, indirect, written or hotline.")
    opened: str = TIME
    closed: str = TIME
    channel: UUID | None = None


class Spoken(Sent):
    """Who said it, through whom and when."""

    speaker: str = Field("", description="The side or party itself when this is left out.")
    speaker_kind: str = Field("body", description="party, body, person_in_office, outlet or unnamed.")
    capacity: str = ""
    via: list[str] = []
    said: str = TIME
    modality: str = ""
    words: str = ""
    language: str = ""

    def voice(self) -> Telling:
        told = {name: getattr(self, name) for name in Spoken.model_fields}
        return Telling(**{**told, "via": tuple(self.via)})

    def told(self) -> dict[str, Any]:
        """Everything but the voice."""
        return {name: getattr(self, name) for name in type(self).model_fields if name not in Spoken.model_fields}


class SentAttendee(Sent):
    """Who was there, and in what capacity."""

    name: str
    capacity: str = ""


class SentMeeting(Spoken):
    """A meeting in a channel, past or ahead; with `meeting`, what holds of that one now."""

    channel: UUID
    begins: str = TIME
    ends: str = TIME
    place: str = ""
    attendees: list[SentAttendee] = []
    meeting: UUID | None = None
    called_off: bool = False

    def told(self) -> dict[str, Any]:
        present = [Present(each.name, each.capacity) for each in self.attendees]
        return {**Spoken.told(self), "attendees": present}


class SentReadout(Spoken):
    """What one side says of a meeting, in its own words."""

    side: str


class SentPosition(Spoken):
    """Where a party stands on a topic."""

    party: str
    topic: str
    stance: str = Field(description="demand, offer, accept, reject, reserve or silent.")
    firmness: str = Field("unclear", description="red_line, preference or unclear.")
    condition: str = Field("", description="The short name of a condition it is about.")
    obligation: str = Field("", description="The short name of an obligation it is about.")
    channel: UUID | None = None
    meeting: UUID | None = None
    supersedes: str = Field("", description="The short name of the party's own earlier position that this replaces.")

    def told(self) -> dict[str, Any]:
        told = Spoken.told(self)
        about = {name: told.pop(name) for name in ("condition", "obligation", "channel", "meeting")}
        return {**told, "about": About(**about)}
