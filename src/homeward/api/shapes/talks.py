"""Talks as programs send and get them: goals, what blocks one, and what somebody says of it."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Field

from homeward.api.shapes.sent import MOST, Reason, Sent
from homeward.api.shapes.told import Asked, Told
from homeward.ledger.core.heard import Heard
from homeward.ledger.core.voices import Modality, SourceKind
from homeward.talks.core.spoken import Edge, SpokenGate
from homeward.talks.core.values import Value

Texts = list[str]
Anything = dict[str, Any]


class SentSaying(Sent):
    """Who said it, via whom, when, how sure, in which words. Times are words, in the zone of the case."""

    words: str = Field(description="What was said.", examples=["They have been found"])
    speaker: str = Field(description="The name of a source of the case, or a new one.", examples=["A mediator"])
    speaker_kind: SourceKind = SourceKind.UNNAMED
    capacity: str = ""
    party: str = Field("", description="The name or key of the party for whom they speak.")
    via: list[str] = Field([], max_length=MOST)
    via_kind: SourceKind = SourceKind.OUTLET
    said: str = Field(description="When it was said, as exactly as is known.", examples=["5 Nov 2023 10:00"])
    occurred: str = Field("", description="Since when it is so.")
    modality: Modality = Modality.REPORTED
    language: str = ""
    note: str = ""

    def heard(self) -> Heard:
        """The form that the ledger checks and records."""
        return Heard(
            text=self.words, speaker=self.speaker, speaker_kind=self.speaker_kind.value, capacity=self.capacity,
            party=self.party, via=tuple(self.via), via_kind=self.via_kind.value, said=self.said, occurred=self.occurred,
            modality=self.modality.value, language=self.language, note=self.note,
        )  # fmt: skip


class SentStatus(Sent):
    """A source says of a condition that it is met, or is not."""

    status: Literal["met", "unmet", "unknown"]
    instead_of: str = Field("", description="The short name of the report that this corrects.")
    told: SentSaying


class SentNature(Sent):
    """What somebody says a condition is, whether it must hold the whole time, who could clear it; one of them at least."""

    nature: str = Field("", description="event, state, permission, quantity, list or unspecified.")
    throughout: Literal["", "yes", "no"] = ""
    clearers: str = Field("", description='Who could clear it, parted by "/".')
    told: SentSaying


class SentGate(Sent):
    """How somebody says that conditions stand together before a goal (`gates`) or before another condition (`before`)."""

    op: str = Field(description="all, any, k_of_n, not, seq, lockstep or within.", examples=["any"])
    gates: str = Field("", max_length=500, description="The goal in words.")
    before: str = Field("", max_length=80, description="A condition by short name or id, in place of a goal.")
    members: list[str] = Field([], max_length=500, description="Conditions and gates by short name or id, in order.")
    goals: list[str] = Field([], max_length=100, description="Goals that are members, in words.")
    edge: Edge = Edge.DEMAND
    least: int | None = Field(None, description="How many must hold, of k_of_n.")
    batches: list[str] = Field([], max_length=100, description="How many move at a time, in lockstep.")
    within: str = Field("", max_length=200, description="Within which time, in words.")
    demanded_by: str = ""
    demanded_of: str = ""
    instead_of: str = Field("", description="The short name of the gate that this corrects.")
    told: SentSaying

    def spoken(self) -> SpokenGate:
        """The form that the action checks."""
        return SpokenGate(
            op=self.op, gates=self.gates, before=self.before, members=tuple(self.members), goals=tuple(self.goals),
            edge=self.edge.value, least=self.least, batches=tuple(self.batches), within=self.within,
            demanded_by=self.demanded_by, demanded_of=self.demanded_of,
        )  # fmt: skip


class SentGoal(Sent):
    """What a goal's words mean: an action, for whom, and of which wider people these are a part."""

    goal: str = Field(max_length=500, examples=["release of the eight"])
    action: str = Field(max_length=500, examples=["release"])
    population: str = Field("", max_length=500)
    part_of: str = Field("", max_length=500)
    reason: Reason


class GoalTold(Told):
    """A goal with how many conditions stand before it, by what is said of them."""

    goal: str
    status: Value
    conditions: dict[str, int]
    alleged: int
    people: str | None
    parties: Texts


class Goals(Asked):
    """The goals of a case."""

    goals: list[GoalTold]


class Saying(Told):
    """A statement, shortly."""

    statement: str
    text: str
    speaker: str | None
    said: Anything | None
    standing: str
    known: str


class ReportTold(Saying):
    """What one voice says of a condition; `counts` when it decides the value now."""

    says: Value
    counts: bool


class FreedTold(Told):
    """A goal that would be open, and the people behind it with the statements that count them."""

    goal: str
    people: str | None
    people_from: Texts
    counted: int | None


class FreedWith(FreedTold):
    """The same, together with one other condition."""

    with_: str = Field(alias="with")


class ConditionTold(Told):
    """A condition in the way: who wants it of whom, since when, the last word, who could clear it, what it would free."""

    id: str
    uuid: str
    text: str
    gates: str
    status: Value
    demanded_by: Texts
    demanded_of: Texts
    since: Anything | None
    last_word: Saying
    who_can_clear: Texts
    who_can_clear_inferred: bool
    frees: list[FreedTold]
    frees_with: list[FreedWith]
    share_of_sets: float
    nature: str | None
    throughout: bool
    vague: bool
    question: str | None
    inherited_from: str | None
    wanted: Value
    waits_for: Texts
    why: str
    rank: int
    reports: list[ReportTold]
    statements: Texts


class GateTold(Told):
    """How members stand together."""

    id: str
    uuid: str
    op: str
    words: str
    status: Value
    members: Texts
    least: int | None
    batches: Texts
    within: Anything | None
    statement: str | None


class EdgeTold(Told):
    """An arrow of the graph."""

    from_: str = Field(alias="from")
    to: str
    edge: str
    inherited: bool
    statement: str | None


class AllegationTold(Told):
    """What is alleged: beside the goal, in nobody's way."""

    id: str
    uuid: str
    text: str
    gates: str
    by: Texts
    against: Texts
    answers: list[Saying]
    statement: str
    speaker: str | None
    said: Anything | None
    standing: str
    known: str


class DeadlockTold(Told):
    """Each waits for the next, and the last for the first; with the known ways out."""

    members: Texts
    what: str
    ways_out: Texts


class FindingTold(Told):
    """What a person should look at."""

    code: str
    what: str
    about: Texts


class Blockers(Asked):
    """What stands in the way of a goal."""

    goal: str
    status: Value
    sets: list[Texts]
    complete: bool
    conditions: list[ConditionTold]
    gates: list[GateTold]
    edges: list[EdgeTold]
    alleged: list[AllegationTold]
    cycles: list[Texts]
    deadlocks: list[DeadlockTold]
    findings: list[FindingTold]
    order: Texts
    order_exists: bool
    wider: Texts
    viewpoint: str | None
    supposed: dict[str, Value]
    freed: list[FreedTold]
    people: str | None
    people_from: Texts
    left_out: Texts
