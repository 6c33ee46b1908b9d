"""The form `case/1` as plain values: every part of the file, with its place in the file and its times read.

Texts stay as written. `None`, empty texts and empty tuples stand for what the file leaves out. Statements and figures,
of which there may be hundreds of thousands, are named tuples: these are made four times as fast as frozen dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from homeward.ledger.core.figures import FigureKind, Number, Quantity
from homeward.ledger.core.voices import Modality
from homeward.moments import Interval

Written: TypeAlias = "bool | int | Decimal | str | list[Written] | dict[str, Written] | None"
"""A JSON value kept as it stands in the file, where the form does not say what is inside."""


class RuleKind(StrEnum):
    """What a rule of an agreement governs."""

    EXTENSION = "extension"
    RATIO = "ratio"
    OUTSIDE = "outside"
    LOCKSTEP = "lockstep"
    RECIPROCITY = "reciprocity"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Prose:
    """Words that name parties: the ids among them, and what else stands there, each in order."""

    words: str
    parties: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A statement that another one names, or one figure of it (`s02#1`; figures count from 1, 0 is the whole)."""

    statement: str
    figure: int = 0


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One publication: its outlet, its day, its address."""

    place: str
    key: str
    outlet: str
    published: Interval | None
    url: str
    kind: str


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the case; `since` and `until` are the days between which it existed, in files of our own."""

    place: str
    id: str
    name: str
    role: str
    since: Interval | None
    until: Interval | None


@dataclass(frozen=True, slots=True)
class Channel:
    """A path between parties, and who carries words along it; all ids are known."""

    place: str
    id: str
    name: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    covers: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many for so many of another obligation or thing."""

    place: str
    num: Number | None
    den: Number | None
    of: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A stage of an agreement; `more` keeps what the form leaves open."""

    place: str
    id: str
    text: str
    more: dict[str, Written]


@dataclass(frozen=True, slots=True)
class Obligation:
    """What one side owes another; `window` is kept in its words when it is no time."""

    place: str
    id: str
    bearer: Prose | None
    beneficiary: Prose | None
    action: str
    object: str
    quantity: Quantity | None
    per: Written
    window: Interval | None
    ratio: Ratio | None
    ratio_by_category: Written
    batches: Written
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of an agreement, in its words."""

    place: str
    id: str
    kind: RuleKind
    text: str
    per: Written
    adds: Written
    cap: Written
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """An arrangement with its times, phases, obligations and rules."""

    place: str
    id: str
    title: str
    announced: Interval | None
    planned_start: Interval | None
    actual_start: Interval | None
    actual_end: Interval | None
    suspended: Interval | None
    deadline: Interval | None
    deadline_text: str
    phases: tuple[Phase, ...]
    obligations: tuple[Obligation, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """A turn in the life of a condition; `more` keeps what the form leaves open."""

    place: str
    at: Interval | None
    status: str
    more: dict[str, Written]


@dataclass(frozen=True, slots=True)
class Condition:
    """Something said to stand in the way of `gates`."""

    place: str
    id: str
    demanded_by: Prose | None
    demanded_of: Prose | None
    gates: str
    text: str
    stated_on: Interval | None
    cleared: Interval | None
    cleared_by: Prose | None
    history: tuple[HistoryItem, ...]
    note: str
    source: tuple[str, ...]


class FigureRow(NamedTuple):
    """One number of a statement, as stated and as an interval; `asof` and `window` only where the file gives them."""

    place: str
    measure: str
    population: str
    kind: FigureKind
    quantity: Quantity
    unit: str
    asof: Interval | None
    window: Interval | None
    part_of: str
    basis: str
    by: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a statement corrects: another statement or figure (`aim`), or its own earlier numbers, as written."""

    aim: Reference | None
    written: Written


@dataclass(frozen=True, slots=True)
class SpanRow:
    """Where a document shows a statement, in code points, end exclusive."""

    place: str
    document: str
    start: int
    end: int


class StatementRow(NamedTuple):
    """What one speaker said once. `origin` is without its "?", which `origin_doubtful` keeps."""

    place: str
    id: str
    origin: str
    origin_doubtful: bool
    speaker: str
    via: tuple[str, ...]
    said_on: Interval | None
    event_date: Interval | None
    modality: Modality
    text: str
    figures: tuple[FigureRow, ...]
    source: tuple[str, ...]
    supersedes: tuple[Reference, ...]
    corrects: tuple[Correction, ...]
    contradicts: tuple[Reference, ...]
    check: str
    note: str
    party: str
    capacity: str
    topic: str
    spans: tuple[SpanRow, ...]


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text of a publication that spans point into."""

    place: str
    id: str
    source: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """One row of the worked day table, as written."""

    place: str
    written: Written


@dataclass(frozen=True, slots=True)
class ExpectItem:
    """A question with what a careful reader must find; compare meaning, not spelling."""

    place: str
    id: str
    ask: str
    as_of: Interval | None
    answer: Written
    why: str
    more: dict[str, Written]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A whole case file; everything that one part names in another is there."""

    id: str
    title: str
    timezone: str
    zone: ZoneInfo
    about: str
    sources: tuple[SourceDocument, ...]
    parties: tuple[Party, ...]
    channels: tuple[Channel, ...]
    agreements: tuple[Agreement, ...]
    conditions: tuple[Condition, ...]
    statements: tuple[StatementRow, ...]
    documents: tuple[DocumentText, ...]
    days: tuple[DayRow, ...]
    expect: tuple[ExpectItem, ...]


def in_words(written: Written) -> str:
    """What was written as one line: lists with commas, members behind their names."""
    if isinstance(written, dict):
        return ", ".join(f"{key} {in_words(value)}" for key, value in written.items())
    if isinstance(written, list):
        return ", ".join(in_words(item) for item in written)
    return "" if written is None else str(written)
