"""What is sent in, and what is answered to it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import ConfigDict, StrictInt

from homeward.api.shapes.told import Found, Told
from homeward.ledger.core.figures import FigureKind, Op
from homeward.ledger.core.heard import Heard, HeardCondition, HeardFigure
from homeward.ledger.core.voices import Modality, Reliability, SourceKind, Stance

MOST = 200
Reason = Annotated[str, Field(min_length=1, max_length=2_000, description="Why; whoever reads this later will ask.")]
Number = StrictInt | Decimal | None


class Sent(Schema):
    """A part of what is sent; a field that it does not have is a fault."""

    model_config = ConfigDict(extra="forbid")


class SentFigure(Sent):
    """A number as it was said, in lo, in hi or in both."""

    measure: str = Field(examples=["applied"])
    population: str = Field(examples=["citizens on the list"])
    op: Op = Field(Op.EQ, description="How the number was put.")
    lo: Number = Field(None, examples=[500])
    hi: Number = None
    unit: str = "person"
    kind: FigureKind = FigureKind.STOCK
    asof: str = Field("", description="When the number stood, in words; the day said when left out.")
    part_of: str = Field("", description="The population of which this one is part, as the voice itself said.")
    basis: str = Field("", description="The words of the number, where it was put vaguely: dozens.")

    def heard(self) -> HeardFigure:
        """The form that the ledger reads; numbers as digits."""
        numbers = {"lo": _digits(self.lo), "hi": _digits(self.hi)}
        return HeardFigure(
            **self.dict(exclude={"lo", "hi", "op", "kind"}), op=self.op.value, kind=self.kind.value, **numbers
        )


class SentCondition(Sent):
    """What is said to stand in the way of something."""

    text: str
    gates: str = Field(examples=["exit of the wounded"])
    demanded_by: str = ""
    demanded_of: str = ""


class SentStatement(Sent):
    """What was heard, as one voice said it once. Times are words, in the zone of the case: 4 Nov 2023 14:30."""

    text: str = Field(description="What was said.", examples=["Over 900 names stand on the list"])
    speaker: str = Field(
        description="The name of a source of the case, or a new one.", examples=["A diplomatic source"]
    )
    speaker_kind: SourceKind = Field(
        SourceKind.UNNAMED, description="What a new speaker is; a known one stays what it is."
    )
    capacity: str = ""
    party: str = Field("", description="The name or key of the party for whom they speak.")
    via: list[str] = Field(
        [], max_length=MOST, description="Through whose hands it came, the nearest to the speaker first."
    )
    via_kind: SourceKind = Field(SourceKind.OUTLET, description="What new ones of them are.")
    said: str = Field(description="When it was said, as exactly as is known.", examples=["4 Nov 2023 14:30"])
    occurred: str = Field("", description="When what it tells happened.")
    modality: Modality = Modality.REPORTED
    topic: str = ""
    language: str = ""
    note: str = ""
    figures: list[SentFigure] = Field([], max_length=MOST)
    conditions: list[SentCondition] = Field([], max_length=MOST)

    def heard(self) -> Heard:
        """The form that the ledger checks and records."""
        return Heard(
            text=self.text, speaker=self.speaker, speaker_kind=self.speaker_kind.value, capacity=self.capacity,
            party=self.party, via=tuple(self.via), via_kind=self.via_kind.value, said=self.said, occurred=self.occurred,
            modality=self.modality.value,
            topic=self.topic, language=self.language, note=self.note, figures=tuple(f.heard() for f in self.figures),
            conditions=tuple(HeardCondition(**condition.dict()) for condition in self.conditions),
        )  # fmt: skip


class SentCorrection(Sent):
    """What holds instead of a statement, or of one of its figures (0 is the whole)."""

    figure: StrictInt = Field(0, ge=0, le=10_000)
    reason: Reason
    instead: SentStatement


class SentDoubt(Sent):
    """A doubt of a statement, or of one of its figures (0 is the whole)."""

    figure: StrictInt = Field(0, ge=0, le=10_000)
    reason: Reason


class SentReason(Sent):
    """Why something is taken back."""

    reason: Reason


class SentLink(Sent):
    """How this statement stands to another: it supports, denies or contradicts it."""

    stance: Stance
    to: str = Field(examples=["s04"])
    reason: Reason


class SentCredibility(Sent):
    """A mark for one statement, from 1 (confirmed by others) to 6 (cannot be judged), apart from its source."""

    number: StrictInt = Field(ge=1, le=6)
    reason: Reason


class SentReliability(Sent):
    """A mark for a source, A (reliable) to F (cannot be judged), on a topic."""

    letter: Reliability
    topic: str = Field("", max_length=400)
    reason: Reason


class SentSettling(Sent):
    """Who a speaker is: another source of the case."""

    settled_as: UUID
    reason: Reason


class SentRelation(Sent):
    """Two populations are equal, or `part` is part of `whole`."""

    part: UUID
    whole: UUID
    relation: str = Field(examples=["part_of"], description="equal or part_of")
    reason: Reason


class SentCase(Sent):
    """An empty case to be opened."""

    slug: str = Field(description="Its name in addresses: small letters, digits, - and _.", examples=["harbour-2026"])
    title: str
    zone: str = Field(description="One IANA zone.", examples=["Asia/Gaza"])
    about: str = ""


class Recorded(Told):
    """What was recorded; sending the same again under the same key gives the same answer and records nothing more."""

    case: str
    statement: str = Field(description="The short name of the statement or act.", examples=["wk3m9pz"])
    conditions: list[str]


class Opened(Told):
    """The case that was opened."""

    case: str
    compartment: str


class Loaded(Told):
    """What a loading did: statements added, statements the ledger had already, and what was noted."""

    case: str
    title: str
    compartment: str
    added: int
    known: int
    findings: list[Found]


def _digits(number: int | Decimal | None) -> str:
    return "" if number is None else format(number, "f") if isinstance(number, Decimal) else str(number)


__all__ = [
    "Loaded",
    "Opened",
    "Recorded",
    "SentCase",
    "SentCorrection",
    "SentCredibility",
    "SentDoubt",
    "SentLink",
    "SentReason",
    "SentRelation",
    "SentReliability",
    "SentSettling",
    "SentStatement",
]
