"""Papers that came in, what was read in them, and what people made of it."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Field
from pydantic import StrictInt

from homeward.api.shapes.sent import MOST, Sent, SentStatement
from homeward.api.shapes.told import Found, Told, When

LARGEST_PLACE = 2**31 - 1
Optional = Annotated[str, Field(max_length=2_000)]


class Paper(Told):
    """A paper as the inbox shows it; counts are of proposals by all readers."""

    document: str = Field(description="Its id in addresses.")
    title: str
    outlets: list[str] = Field(description="Who is known to carry this text, the one it came in with first.")
    url: str | None
    published: When | None
    media_type: str
    language: str
    received_at: str
    received_by: str
    state: str = Field(description="waiting, read or failed: how far the built-in reader is.")
    why: str | None = Field(description="Why it could not be read.")
    proposed: int
    confirmed: int
    refused: int
    missed: int = Field(description="Statements that no reader proposed and a person marked.")
    open: int = Field(description="How many proposals wait for a person.")
    near_copies: int


class Papers(Told):
    """One page of the papers of a case, the latest first, as they are now."""

    case: str
    compartment: str
    count: int
    page: int
    pages: int
    next: str | None
    prev: str | None
    papers: list[Paper]


class Place(Told):
    """A place in the text, in code points, the end not included, and its words."""

    start: int
    end: int
    text: str


class Reading(Told):
    """One reading of the paper by one reader, named with the digest of what it reads with."""

    reader: str
    model: str
    language: str
    built_in: bool
    state: str
    why: str | None
    told: list[str] = Field(description="What the reader says of itself: where it stopped, what was dropped.")
    asked_by: str
    asked_at: str
    done_at: str | None


class Decision(Told):
    """What a person made of a proposal; `statement` came of it."""

    verdict: str = Field(description="confirmed, refused or missed.")
    statement: str | None
    reason: str | None
    changed: list[str] = Field(description="The fields that the person wrote otherwise.")
    by: str
    at: str


class Difference(Told):
    """A field that another reader read otherwise, in words."""

    field: str
    here: str
    there: str


class Other(Told):
    """What another reader makes of the same or of overlapping words."""

    reader: str
    proposal: str
    same_places: bool
    differences: list[Difference]


class Proposal(Told):
    """What a reader takes a passage to say. It is on the record only when a person confirms it."""

    proposal: str = Field(description="Its id, which follows from its places.")
    number: int
    source: list[Place] = Field(description="Who is held to have said it.")
    cue: list[Place] = Field(description="The words that say so.")
    content: list[Place] = Field(description="What was said.")
    confidence: str = Field(description="How sure the reader is, 0 to 1, as exact decimal text.")
    reasons: dict[str, Any] = Field(description="Of which words a field was read, by field.")
    heard: dict[str, Any] = Field(description="What confirming it would record, in the form in which it is sent.")
    readers: list[str]
    others: list[Other]
    decision: Decision | None


class Copy(Told):
    """Another paper with which this one shares half or more of the shorter."""

    document: str
    title: str
    outlet: str
    share: str = Field(description="Of the shorter of the two, 0 to 1, as exact decimal text.")
    earlier: bool


class OnePaper(Paper):
    """A paper with its text, and all that was read in it and decided about it."""

    case: str
    compartment: str
    published_on: str | None = Field(description="The local day from which its words count (yesterday, on Monday).")
    text: str
    readings: list[Reading]
    proposals: list[Proposal]
    unread: list[Place] = Field(description="Sentences that tell of somebody saying something, of which none was made.")
    copies: list[Copy]
    may_ask_model: bool
    model: str | None


class SentReport(Sent):
    """A report as text. A file is sent as multipart/form-data with the same fields, and `file` in place of `text`."""

    text: str = Field(min_length=1, description="The report; a page, a mail or a feed is read as what it is.")
    name: str = Field("", max_length=400, description="What it is called where it comes from.")
    outlet: str = Field("", max_length=200, description="Who published it; as it says when left out.")
    published: str = Field("", max_length=200, description="When, in words, in the zone of the case.")
    url: str = Field("", max_length=2_000)
    language: str = Field("", max_length=35, description="en, ru, ar; by its letters when left out.")
    encoding: str = Field("", max_length=40, description="The code page of a file that does not show it.")


class ReceivedPaper(Told):
    """What came of one paper of what was sent."""

    document: str
    title: str
    new: bool
    further_outlet: str | None = Field(description="An outlet now known to carry a text that came before.")
    findings: list[Found]


class ReceivedReport(Told):
    """The papers of what was sent; those that are new wait for the reader."""

    case: str
    papers: list[ReceivedPaper]


class SentPlace(Sent):
    """A place in the text, in code points, the end not included."""

    start: StrictInt = Field(ge=0, le=LARGEST_PLACE)
    end: StrictInt = Field(ge=0, le=LARGEST_PLACE)


class SentPlaces(Sent):
    """Where a statement stands in the paper: who is held to have said it, the words that say so, what was said."""

    source: list[SentPlace] = Field([], max_length=MOST)
    cue: list[SentPlace] = Field([], max_length=MOST)
    content: list[SentPlace] = Field(max_length=MOST)

    def told(self) -> dict[str, list[tuple[int, int]]]:
        """The places by what stands there."""
        roles = {"source": self.source, "cue": self.cue, "content": self.content}
        return {role: [(place.start, place.end) for place in places] for role, places in roles.items()}


class SentConfirmation(Sent):
    """What to record in place of what was proposed, and where it stands; as proposed when left out."""

    heard: SentStatement | None = None
    places: SentPlaces | None = None


class SentMissed(SentPlaces):
    """What stands in the paper and no reader proposed: where, and what is recorded of it."""

    heard: SentStatement


class SentRefusal(Sent):
    """Why a proposal is none; those who train a reader will ask."""

    reason: Optional = ""


class Decided(Told):
    """What was decided; `statement` is the one that was withdrawn by taking a decision back."""

    case: str
    document: str
    proposal: str
    verdict: str
    statement: str | None


__all__ = [
    "Decided",
    "OnePaper",
    "Papers",
    "ReceivedReport",
    "SentConfirmation",
    "SentMissed",
    "SentRefusal",
    "SentReport",
]
