"""Pairs of people who may be one, as programs get them, and judgements as they send them."""

from __future__ import annotations

from typing import Any

from ninja import Field

from homeward.api.shapes.sent import Sent
from homeward.api.shapes.told import Asked, Told
from homeward.ledger.core.persons import Judgement


class Evidence(Told):
    """What one field that was compared says; what stands on one side only has no line."""

    field: str
    level: str = Field(description="What the comparison came to, by its code.")
    tenths_of_bits: int | None = Field(description="How much it says for one person, or against it below 0.")
    says: str | None
    words: str = Field(examples=["Both give the same day of birth: speaks strongly for one person."])


class PairLine(Told):
    """Two people who may be one, each in a line."""

    one: dict[str, Any]
    other: dict[str, Any]
    per_mille: int = Field(description="How likely the last search held them to be one.")
    evidence: list[Evidence]
    standing: str = Field(description="open, second (somebody else must judge alike) or unsure.")
    hangs_on_it: dict[str, int]


class Pairs(Asked):
    """A page of the pairs that wait; `count` counts those of the standing that was asked for."""

    count: int
    by_standing: dict[str, int]
    pairs: list[PairLine]


class Judged(Told):
    """A judgement on one pair."""

    statement: str
    one: str
    other: str
    judgement: Judgement
    needs_second: bool = Field(description="Whether it holds only once another person judges alike.")
    by: str
    rule: str | None
    reason: str
    per_mille: int | None
    recorded_at: str


class OnePair(Asked):
    """Two people side by side; `against` forbid to join them, `through` are those by which they are one through others."""

    one: dict[str, Any] = Field(description="All that is known of the person, as at the person's own address.")
    other: dict[str, Any]
    per_mille: int | None
    evidence: list[Evidence]
    standing: str
    hangs_on_it: dict[str, int]
    judged: list[Judged]
    against: list[str]
    through: list[str]
    second_for: list[Judgement] = Field(description="The judgements that two persons must make alike.")
    following: list[str] | None
    before: list[str] | None
    left: int
    unsure: int


class SentJudgement(Sent):
    """What is judged of two people; how likely they are one is what the desk found itself."""

    judgement: Judgement
    reason: str = Field(
        "", max_length=2_000, description="Needed against the evidence; it stays for ever and names nobody."
    )
    into: str = Field(
        "", max_length=200, description="The compartment it stands in, where the two stand in different ones."
    )


class RecordedJudgement(Told):
    """What was recorded, and the pairs for which a second person must judge alike before it holds."""

    case: str
    statement: str
    waiting: list[list[str]]


class TakenBack(Told):
    """The withdrawal, and the judgement that it takes back."""

    case: str
    statement: str
    judgement: str
