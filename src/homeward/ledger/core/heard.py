"""What somebody of the desk heard and writes down: the form as plain words, before any of it is checked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.entry import Span
from homeward.moments import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardFigure:
    """A number as it was said; `op` a word of the closed list, numbers as typed."""

    measure: str
    population: str
    op: str = "eq"
    lo: str = ""
    hi: str = ""
    unit: str = "person"
    kind: str = "stock"
    asof: str = ""
    part_of: str = ""
    basis: str = ""

    @property
    def empty(self) -> bool:
        return not (self.lo or self.hi or self.population or self.measure or self.basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardCondition:
    """What is said to stand in the way of `gates`; whom it binds and who asks, in words."""

    text: str
    gates: str
    demanded_by: str = ""
    demanded_of: str = ""

    @property
    def empty(self) -> bool:
        return not (self.text or self.gates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was heard on the telephone or in a meeting: who, in what capacity, via whom, when, how sure, and the words.

    `speaker` and each of `via` is the name of a source of the case, or a new one; `speaker_kind` and `via_kind` count only
    for new ones.
    `party` is the name or key of a party, or empty. Times are words, read in the zone of the case.
    """

    text: str
    speaker: str = ""
    speaker_kind: str = "unnamed"
    capacity: str = ""
    party: str = ""
    via: tuple[str, ...] = ()
    via_kind: str = "outlet"
    said: str = ""
    occurred: str = ""
    modality: str = "reported"
    topic: str = ""
    language: str = ""
    note: str = ""
    figures: tuple[HeardFigure, ...] = ()
    conditions: tuple[HeardCondition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What shows a statement: the places in originals, the publications that carry it, and whose utterance it is.

    `origin` is that of another statement made of the same words; none makes it an utterance of its own.
    """

    spans: tuple[Span, ...]
    carried_by: tuple[UUID, ...] = ()
    published: Interval | None = None
    origin: UUID | None = None
