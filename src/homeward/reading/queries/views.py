"""What reading answers with: frozen values that a page, an answer of the API and a line of the terminal can print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.ledger.core.heard import Heard
from homeward.moments import Interval


@dataclass(frozen=True, slots=True)
class CopyView:
    """Another paper with which one shares half or more of the shorter; `earlier` when that one came in before."""

    document_id: UUID
    title: str
    outlet: str
    share: float
    earlier: bool


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper of a case as a line of the inbox; counts are of the statements proposed by all readers.

    `outlet`, `url` and `published` are of the publication with which it came in, `outlets` of all that carry the same text.
    """

    document_id: UUID
    title: str
    outlet: str
    url: str
    published: Interval | None
    media_type: str
    language: str
    received_at: datetime
    received_by: str
    state: str
    why: str
    proposed: int
    confirmed: int
    refused: int
    missed: int
    copies: int
    outlets: tuple[str, ...] = ()

    @property
    def open(self) -> int:
        """How many proposals wait for a decision."""
        return max(0, self.proposed - self.confirmed - self.refused)


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place in a text, in code points, and its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One reading of a paper by one reader."""

    id: UUID
    reader: str
    model: str
    language: str
    built_in: bool
    state: str
    why: str
    told: tuple[str, ...]
    asked_by: str
    asked_at: datetime
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What somebody made of a proposal; `ref` names the statement that came of it, `recorded` are its fields as written."""

    verdict: str
    ref: str
    reason: str
    changed: tuple[str, ...]
    by: str
    at: datetime
    recorded: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A field that two readers read otherwise, in words."""

    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class OtherView:
    """What another reader makes of the same words: the same places, or others that overlap, and the fields that differ."""

    reader: str
    proposal_id: UUID
    same_places: bool
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A statement as a reader takes it to stand there, with the decision about it.

    `found` is the form of `homeward read`; `heard` are the fields that a press of the key would record. `readers` are all who
    found it at these places; `same_as` names the statement of a near-copy whose utterance it is, `stands_as` the statement of
    the ledger that this paper shows at these words already, however that came there.
    """

    id: UUID
    number: int
    source: tuple[PlaceView, ...]
    cue: tuple[PlaceView, ...]
    content: tuple[PlaceView, ...]
    confidence: float
    found: dict[str, Any]
    heard: Heard
    readers: tuple[str, ...]
    others: tuple[OtherView, ...]
    decision: DecisionView | None
    same_as: str = ""
    stands_as: str = ""

    @property
    def reasons(self) -> dict[str, str]:
        """Of which words a field was read, by field."""
        return dict(self.found.get("reasons", {}))

    @property
    def places_of_content(self) -> list[tuple[int, int]]:
        """Where the words that were said stand."""
        return [(place.start, place.end) for place in self.content]

    @property
    def start(self) -> int:
        """Where it begins: its first place, whichever part that is."""
        return min(place.start for place in (*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class SheetOfReading:
    """A paper with everything that was read in it and decided about it, in the order of the text.

    `unread` are sentences with a reporting word in which no reader found anything and nobody marked anything.
    `may_ask_model` when texts of this compartment may be sent to the language model of the desk.
    """

    paper: PaperView
    text: str
    published_on: date | None
    readings: tuple[ReadingView, ...]
    proposals: tuple[ProposalView, ...]
    unread: tuple[PlaceView, ...]
    copies: tuple[CopyView, ...]
    may_ask_model: bool
    model_name: str


@dataclass(frozen=True, slots=True)
class ProvenanceView:
    """Who read a statement, with which model, in which paper; and who confirmed it. `reader` is empty for what a person found."""

    document_id: UUID
    proposal_id: UUID
    reader: str
    model: str
    decision: DecisionView


@dataclass(frozen=True, slots=True)
class MatchedView:
    """A statement of the ledger, how sure its voice was, and the proposal made of the same words."""

    ref: str
    modality: str
    proposal: ProposalView

    @property
    def agrees(self) -> bool:
        """Whether both say it with the same commitment."""
        return self.modality == self.proposal.heard.modality


@dataclass(frozen=True, slots=True)
class ComparedView:
    """A paper's statements in the ledger held against what was read in it.

    `not_found` are short name and text of statements that no reader found; `beside` what was proposed and nobody recorded.
    """

    paper: PaperView
    found: tuple[MatchedView, ...]
    not_found: tuple[tuple[str, str], ...]
    beside: tuple[ProposalView, ...]
    unread: int
