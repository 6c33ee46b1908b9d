"""What the ledger answers with: frozen values that a page, an answer of the API and a line of the terminal can print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.ledger.core.figures import Number, Quantity, in_words, interval_in_words
from homeward.moments import Clock, Interval

STANDING = {"retracts": "retracted", "corrects": "corrected", "supersedes": "superseded", "doubts": "doubted"}
"""What a later statement makes of one, the gravest first."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case: its address, title, zone, and the clock by which it is asked unless one is named."""

    id: UUID
    slug: str
    title: str
    zone: ZoneInfo
    clock: Clock
    about: str
    compartment_id: UUID
    compartment: str
    opened_at: datetime
    may_write: bool
    compartment_slug: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is about: the world as of a time, as known at a time, by a clock. `past` when either lies back."""

    case: CaseView
    as_of: datetime
    known_at: datetime
    clock: Clock
    past: bool
    as_of_given: bool
    known_at_given: bool
    clock_given: bool

    @property
    def known_then(self) -> datetime | None:
        """The moment of knowing that was chosen; none when it is now, to the last thing recorded."""
        return self.known_at if self.known_at_given else None


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A mark that a named person gave: a letter for a source, a number for a statement."""

    mark: str
    topic: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SourceView:
    """Who can know or decide; `settled_as` when a named person said who this is."""

    id: UUID
    name: str
    kind: str
    role: str = ""
    key: str = ""
    party_id: UUID | None = None
    party_name: str = ""
    party_inferred: bool = False
    settled_as: str = ""
    reliability: tuple[JudgementView, ...] = ()

    @property
    def unnamed(self) -> bool:
        return self.kind == "unnamed"


@dataclass(frozen=True, slots=True)
class ChainView:
    """One hand through which a statement went."""

    source: SourceView
    wording: str
    factuality: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A publication that carries a statement."""

    id: UUID
    key: str
    outlet: str
    url: str
    medium: str
    published: Interval | None


@dataclass(frozen=True, slots=True)
class SpanView:
    """Where an original shows a statement; `intact` when the kept text still has this quote at this place.

    `before` and `after` are what the kept text has around it.
    """

    document_id: UUID
    title: str
    language: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    intact: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class LinkView:
    """How another statement stands to this one ("in") or this one to another ("out")."""

    stance: str
    direction: str
    ref: str
    figure: int
    text: str
    speaker: str
    doubtful: bool
    words: str


@dataclass(frozen=True, slots=True)
class PopulationView:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with who said it: it cannot be shown without its statement."""

    statement_id: UUID
    ref: str
    statement_ref: str
    number: int
    measure: str
    population: PopulationView
    unit: str
    kind: str
    quantity: Quantity
    asof: Interval | None
    asof_inferred: bool
    window: Interval | None
    part_of: PopulationView | None
    basis: str
    counted_by: str
    speaker_id: UUID | None
    speaker: str
    party: str
    modality: str
    origin: UUID | None
    origin_doubtful: bool
    outlets: tuple[str, ...]
    said: Interval | None
    recorded_at: datetime
    text: str
    standing: str
    knowing: str
    reaches_past: bool

    @property
    def op(self) -> str:
        return self.quantity.op.value

    @property
    def stated_lo(self) -> Number | None:
        return self.quantity.stated_lo

    @property
    def stated_hi(self) -> Number | None:
        return self.quantity.stated_hi

    @property
    def lo(self) -> Number:
        return self.quantity.lo

    @property
    def hi(self) -> Number | None:
        return self.quantity.hi

    @property
    def words(self) -> str:
        """The number as it was put: "more than 500"."""
        return in_words(self.quantity, self.unit)

    @property
    def interval_words(self) -> str:
        """What the words allow: "501 or more"."""
        return interval_in_words(self.quantity)

    @property
    def outlook(self) -> str:
        """What has not happened yet by the words themselves: possible, expected, promised, planned; empty when counted."""
        if self.modality in ("possible", "conditional", "offered", "demanded") or "possible" in self.measure.lower():
            return "conditional" if self.modality == "conditional" else "possible"
        if self.modality in ("expected", "promised"):
            return self.modality
        return "planned" if self.kind == "plan" else ""


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement with everything that shows it; `content` is the typed content of its kind (core.kinds)."""

    id: UUID
    ref: str
    case_slug: str
    kind: str
    content: Any
    modality: str
    factuality: str
    text: str
    language: str
    topic: str
    speaker: SourceView | None
    capacity: str
    party: SourceView | None
    party_inferred: bool
    chain: tuple[ChainView, ...]
    origin: UUID | None
    origin_doubtful: bool
    shared_with: tuple[str, ...]
    occurred: Interval | None
    said: Interval | None
    published: Interval | None
    recorded_at: datetime
    recorded_by: str
    figures: tuple[FigureView, ...]
    spans: tuple[SpanView, ...]
    documents: tuple[DocumentView, ...]
    links: tuple[LinkView, ...]
    standing: str
    note: str
    check: str
    credibility: tuple[JudgementView, ...]
    knowing: str
    reaches_past: bool


@dataclass(frozen=True, slots=True)
class ConditionView:
    """A condition as said, with what was said of its status; the desk infers none."""

    statement: StatementView
    gates: str
    demanded_by: tuple[str, ...]
    demanded_of: tuple[str, ...]
    status: str
    reports: tuple[StatementView, ...]
    sources: tuple[str, ...]
    vague: bool
