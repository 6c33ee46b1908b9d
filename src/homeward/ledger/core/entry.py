"""One statement as it goes into the ledger: the value, and its canonical text which is the truth.

Sealed values stand in an entry only as ciphertext under the key of the person they are about, so that the person
can be forgotten later while the leaf still verifies.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.core.figures import FigureKind, Op, Quantity
from homeward.ledger.core.voices import Factuality, Modality, Stance
from homeward.moments import Interval, stamp, unstamp
from homeward.seals import canonical

WRITTEN_BY_THE_ACT = ("at", "by")
"""Members that say who recorded and when by the door's clock; two entries that differ in nothing else say the same."""


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

    def as_json(self) -> dict[str, Any]:
        """Plain values of the entry; what is empty is left out, so that equal entries have equal texts."""
        written: dict[str, Any] = {
            "id": str(self.id),
            "kind": self.content.KIND,
            "version": self.content.VERSION,
            "ref": self.ref,
            "case": _id(self.case),
            "compartment": _id(self.compartment),
            "by": _id(self.by),
            "at": _stamp(self.at),
            "text": self.text,
        }
        if content := kinds.to_json(self.content):
            written["content"] = content
        for name in ("capacity", "language", "topic", "note", "check"):
            if value := getattr(self, name):
                written[name] = value
        for name in ("speaker", "party", "origin"):
            if (value := getattr(self, name)) is not None:
                written[name] = _id(value)
        for name in ("party_inferred", "origin_doubtful"):
            if getattr(self, name):
                written[name] = True
        if self.modality is not None:
            written["modality"] = self.modality.value
        if self.factuality is not None:
            written["factuality"] = self.factuality.value
        for name in ("occurred", "said", "published"):
            if (value := getattr(self, name)) is not None:
                written[name] = _interval_json(value)
        if self.figures:
            written["figures"] = [_figure_json(figure) for figure in self.figures]
        if self.chain:
            written["chain"] = [_step_json(step) for step in self.chain]
        if self.spans:
            written["spans"] = [_span_json(span) for span in self.spans]
        if self.carried_by:
            written["carried_by"] = [_id(publication) for publication in self.carried_by]
        if self.links:
            written["links"] = [_link_json(link) for link in self.links]
        if self.sealed:
            written["sealed"] = [{"person": str(s.person), "field": s.field, "box": s.box} for s in self.sealed]
        return written

    def text_form(self) -> str:
        """The canonical JSON text that the leaf is made of."""
        return canonical.dumps(self.as_json())

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
            figures=tuple(_figure(figure) for figure in written.get("figures", ())),
            chain=tuple(_step(step) for step in written.get("chain", ())),
            spans=tuple(_span(span) for span in written.get("spans", ())),
            carried_by=tuple(UUID(publication) for publication in written.get("carried_by", ())),
            links=tuple(_link(link) for link in written.get("links", ())),
            sealed=tuple(Sealed(person=UUID(s["person"]), field=s["field"], box=s["box"]) for s in written.get("sealed", ())),
        )


_SAME_IN_BOTH = ("capacity", "language", "topic", "note", "check", "party_inferred", "origin_doubtful")


def says_the_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two entries differ in nothing but who recorded them and when."""
    return {k: v for k, v in one.items() if k not in WRITTEN_BY_THE_ACT} == {
        k: v for k, v in other.items() if k not in WRITTEN_BY_THE_ACT
    }


@lru_cache(maxsize=16_384)
def _interval_json(interval: Interval) -> dict[str, Any]:
    """Intervals repeat: a file of 100,000 statements has a few hundred of them."""
    return interval.as_json()


_id = lru_cache(maxsize=16_384)(str)
_stamp = lru_cache(maxsize=64)(stamp)


def _uuid(written: dict[str, Any], name: str) -> UUID | None:
    return UUID(written[name]) if name in written else None


def _when(written: dict[str, Any], name: str) -> Interval | None:
    return Interval.from_json(written[name]) if name in written else None


def _number(value: int | Decimal | None) -> int | str | None:
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else format(value.normalize(), "f")


def _numeral(written: int | str | None) -> int | Decimal | None:
    return Decimal(written) if isinstance(written, str) else written


def _figure_json(figure: StatedFigure) -> dict[str, Any]:
    quantity = figure.quantity
    written: dict[str, Any] = {
        "measure": figure.measure,
        "population": _id(figure.population),
        "population_name": figure.population_name,
        "unit": figure.unit,
        "kind": figure.kind.value,
        "op": quantity.op.value,
        "stated": {"lo": _number(quantity.stated_lo), "hi": _number(quantity.stated_hi)},
        "lo": _number(quantity.lo),
        "hi": _number(quantity.hi),
    }
    if figure.asof is not None:
        written["asof"] = _interval_json(figure.asof)
    if figure.asof_inferred:
        written["asof_inferred"] = True
    if figure.window is not None:
        written["window"] = _interval_json(figure.window)
    if figure.part_of is not None:
        written["part_of"] = _id(figure.part_of)
    if figure.by is not None:
        written["by"] = _id(figure.by)
    if figure.basis:
        written["basis"] = figure.basis
    if quantity.words:
        written["words"] = quantity.words
    return written


def _figure(written: dict[str, Any]) -> StatedFigure:
    return StatedFigure(
        measure=written["measure"],
        population=UUID(written["population"]),
        population_name=written["population_name"],
        unit=written["unit"],
        kind=FigureKind(written["kind"]),
        quantity=Quantity(
            op=Op(written["op"]),
            stated_lo=_numeral(written["stated"]["lo"]),
            stated_hi=_numeral(written["stated"]["hi"]),
            lo=_numeral(written["lo"]) or 0,
            hi=_numeral(written["hi"]),
            words=written.get("words", ""),
        ),
        asof=_when(written, "asof"),
        asof_inferred=written.get("asof_inferred", False),
        window=_when(written, "window"),
        part_of=_uuid(written, "part_of"),
        basis=written.get("basis", ""),
        by=_uuid(written, "by"),
    )


def _step_json(step: ChainStep) -> dict[str, Any]:
    written = {"source": _id(step.source)}
    if step.wording:
        written["wording"] = step.wording
    if step.factuality is not None:
        written["factuality"] = step.factuality.value
    return written


def _step(written: dict[str, Any]) -> ChainStep:
    factuality = Factuality(written["factuality"]) if "factuality" in written else None
    return ChainStep(source=UUID(written["source"]), wording=written.get("wording", ""), factuality=factuality)


def _span_json(span: Span) -> dict[str, Any]:
    return {
        "document": _id(span.document),
        "start": span.start,
        "end": span.end,
        "exact": span.exact,
        "prefix": span.prefix,
        "suffix": span.suffix,
    }


def _span(written: dict[str, Any]) -> Span:
    return Span(**{**written, "document": UUID(written["document"])})


def _link_json(link: StatementLink) -> dict[str, Any]:
    written: dict[str, Any] = {"stance": link.stance.value, "to": str(link.to)}
    if link.figure:
        written["figure"] = link.figure
    if link.doubtful:
        written["doubtful"] = True
    if link.words:
        written["words"] = link.words
    return written


def _link(written: dict[str, Any]) -> StatementLink:
    return StatementLink(
        stance=Stance(written["stance"]),
        to=UUID(written["to"]),
        figure=written.get("figure", 0),
        doubtful=written.get("doubtful", False),
        words=written.get("words", ""),
    )
