"""Statements, and lists of them."""

from __future__ import annotations

from ninja import Field

from homeward.api.shapes.figures import Figure
from homeward.api.shapes.sources import Document, Judgement, Source
from homeward.api.shapes.told import Asked, Paged, Told, When


class Hand(Told):
    """One hand through which a statement went."""

    source: Source
    wording: str
    factuality: str | None


class Span(Told):
    """Where an original shows a statement, in code points, the end not included."""

    document: str
    title: str
    language: str | None
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    intact: bool = Field(description="Whether the kept text still has this quote at this place.")


class Link(Told):
    """How another statement stands to this one ("in") or this one to another ("out"); figure 0 means all of it."""

    stance: str = Field(description="supports denies doubts corrects supersedes retracts contradicts")
    direction: str
    statement: str
    figure: int
    text: str
    speaker: str | None
    doubtful: bool
    words: str | None


class Statement(Told):
    """What one speaker said once, with its four times, chain, figures, evidence and links."""

    statement: str = Field(examples=["s02"])
    id: str
    case: str
    kind: str
    modality: str | None
    factuality: str | None
    text: str
    language: str | None
    topic: str | None
    speaker: Source | None
    capacity: str | None
    party: Source | None
    party_inferred: bool
    chain: list[Hand]
    origin: str | None
    origin_doubtful: bool
    shares_origin_with: list[str]
    occurred: When | None
    said: When | None
    published: When | None
    recorded_at: str
    recorded_by: str
    figures: list[Figure]
    spans: list[Span]
    documents: list[Document]
    links: list[Link]
    standing: str
    note: str | None
    check: str | None
    credibility: list[Judgement]
    known: str
    reaches_past: bool


class Statements(Paged):
    """One page of the statements that fit a search, the latest known first."""

    counted_all: bool = Field(description="False when counting stopped; there are more than `count` then.")
    statements: list[Statement]


class OneStatement(Statement, Asked):
    """One statement as known at the time asked, and the question."""


class Timeline(Asked):
    """What was said of the time up to the one asked, the earliest first; the latest part of it."""

    by: str = Field(description="event or known")
    statements: list[Statement]


class Changes(Asked):
    """What became known after `since` and up to the time asked, the latest first."""

    since: str
    count: int = Field(description="How many; counting stops at 1001.")
    statements: list[Statement]
