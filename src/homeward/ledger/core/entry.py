"""One statement as it goes into the ledger: the value, and its canonical text which is the truth.

Sealed values stand in an entry only as ciphertext under the key of the person they are about, so that the person
can be forgotten later while the leaf still verifies.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from homeward.ledger.core import entry_text, kinds
from homeward.ledger.core.figures import FigureKind, Op, Quantity
from homeward.ledger.core.voices import Factuality, Modality, Stance
from homeward.moments import Interval, unstamp


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFigure:
    """A number that a statement gives: stated form and computed closed interval, of what, of whom, as of when."""

    measure: str
    population: UUID
    population_name: str
    unit: str
    kind: FigureKind
    quantity: Quantity
    asof: Interval | None = None
    asof_inferred: bool = False
    window: Interval | None = None
    part_of: UUID | None = None
    basis: str = ""
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep:
    """One hand through which a statement went, outermost last, with its wording ("citing", "told")."""

    source: UUID
    wording: str = ""
    factuality: Factuality | None = None


def carried(source: UUID, wording: str) -> ChainStep:
    """A hand that passes on what was said and does not itself say whether it is so (FactBank: Uu)."""
    return ChainStep(source=source, wording=wording, factuality=Factuality.UNCOMMITTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where a document shows it: text position and text quote selectors of the W3C annotation model, in code points."""

    document: UUID
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLink:
    """How this statement stands to another, or to one of its figures (counted from 1; 0 = the whole statement)."""

    stance: Stance
    to: UUID
    figure: int = 0
    doubtful: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A personal value as ciphertext (hex) under that person's key; `field` says what it is."""

    person: UUID
    field: str
    box: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one speaker said once, or what the desk did once."""

    id: UUID
    ref: str
    case: UUID
    compartment: UUID
    by: UUID
    at: datetime
    content: Any = field(default_factory=kinds.Plain)
    speaker: UUID | None = None
    capacity: str = ""
    party: UUID | None = None
    party_inferred: bool = False
    chain: tuple[ChainStep, ...] = ()
    origin: UUID | None = None
    origin_doubtful: bool = False
    modality: Modality | None = None
    factuality: Factuality | None = None
    occurred: Interval | None = None
    said: Interval | None = None
    published: Interval | None = None
    text: str = ""
    language: str = ""
    topic: str = ""
    figures: tuple[StatedFigure, ...] = ()
    spans: tuple[Span, ...] = ()
    carried_by: tuple[UUID, ...] = ()
    links: tuple[StatementLink, ...] = ()
    note: str = ""
    check: str = ""
    sealed: tuple[Sealed, ...] = ()

    @property
    def kind(self) -> str:
        return str(self.content.KIND)

    def text_form(self) -> str:
        """The canonical JSON text that the leaf is made of."""
        return entry_text.written(self)

    @classmethod
    def from_json(cls, written: dict[str, Any]) -> Entry:
        """Read an entry back; refuses an unknown kind and malformed content."""
        return cls(
            id=UUID(written["id"]),
            ref=written["ref"],
            case=UUID(written["case"]),
            compartment=UUID(written["compartment"]),
            by=UUID(written["by"]),
            at=unstamp(written["at"]),
            content=kinds.from_json(written["kind"], written["version"], written.get("content", {})),
            text=written["text"],
            **{name: written[name] for name in _SAME_IN_BOTH if name in written},
            speaker=_uuid(written, "speaker"),
            party=_uuid(written, "party"),
            origin=_uuid(written, "origin"),
            occurred=_when(written, "occurred"),
            said=_when(written, "said"),
            published=_when(written, "published"),
            modality=Modality(written["modality"]) if "modality" in written else None,
            factuality=Factuality(written["factuality"]) if "factuality" in written else None,
            figures=tuple(_figure(figure, written) for figure in written.get("figures", ())),
            chain=tuple(_step(step) for step in written.get("chain", ())),
            spans=tuple(_span(span) for span in written.get("spans", ())),
            carried_by=tuple(UUID(publication) for publication in written.get("carried_by", ())),
            links=tuple(_link(link) for link in written.get("links", ())),
            sealed=tuple(
                Sealed(person=UUID(s["person"]), field=s["field"], box=s["box"]) for s in written.get("sealed", ())
            ),
        )


_SAME_IN_BOTH = ("capacity", "language", "topic", "note", "check", "party_inferred", "origin_doubtful")


def says_the_same(one: Entry, other: Entry) -> bool:
    """Whether two entries differ in nothing but who recorded them and when."""
    return replace(one, at=other.at, by=other.by) == other


def _uuid(written: dict[str, Any], name: str) -> UUID | None:
    return UUID(written[name]) if name in written else None


def _when(written: dict[str, Any], name: str) -> Interval | None:
    return Interval.from_json(written[name]) if name in written else None


def _numeral(written: int | str | None) -> int | Decimal | None:
    return Decimal(written) if isinstance(written, str) else written


def _figure(written: dict[str, Any], entry: dict[str, Any]) -> StatedFigure:
    stated = written.get("stated", written)
    asof = _when(written, "asof")
    if asof is None and "asof_inferred" in written:
        asof = _when(written, "window") or _when(entry, "occurred") or _when(entry, "said")
    return StatedFigure(
        measure=written["measure"],
        population=UUID(written["population"]),
        population_name=written["population_name"],
        unit=written["unit"],
        kind=FigureKind(written["kind"]),
        quantity=Quantity(
            op=Op(written["op"]),
            stated_lo=_numeral(stated["lo"]),
            stated_hi=_numeral(stated["hi"]),
            lo=_numeral(written["lo"]) or 0,
            hi=_numeral(written["hi"]),
            words=written.get("words", ""),
        ),
        asof=asof,
        asof_inferred=written.get("asof_inferred", False),
        window=_when(written, "window"),
        part_of=_uuid(written, "part_of"),
        basis=written.get("basis", ""),
        by=_uuid(written, "by"),
    )


def _step(written: dict[str, Any]) -> ChainStep:
    factuality = Factuality(written["factuality"]) if "factuality" in written else None
    return ChainStep(source=UUID(written["source"]), wording=written.get("wording", ""), factuality=factuality)


def _span(written: dict[str, Any]) -> Span:
    return Span(**{**written, "document": UUID(written["document"])})


def _link(written: dict[str, Any]) -> StatementLink:
    return StatementLink(
        stance=Stance(written["stance"]),
        to=UUID(written["to"]),
        figure=written.get("figure", 0),
        doubtful=written.get("doubtful", False),
        words=written.get("words", ""),
    )
