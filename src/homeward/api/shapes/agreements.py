"""Agreements as programs get them and send them. Numbers are sent as texts: they are read as somebody types them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Field

from homeward.api.shapes.crossings import Sent
from homeward.api.shapes.told import Asked, Told
from homeward.talks.actions import Many, SaidPhase, Voice

Parts = list[dict[str, Any]]
MOST = 100


class Agreements(Asked):
    """Agreements with their times, obligations, rules and what these come to, turns, powers and open questions."""

    agreements: Parts


class Obligations(Asked):
    """Obligations: promised, delivered by stage with its rivals, share, short, late by, what is said of it."""

    obligations: Parts = Field(description="What was planned beside the obligations stands after them, of kind plan.")


class Duties(Asked):
    """What falls due within the days asked for, and what is overdue, which stands first."""

    duties: Parts


class Done(Told):
    """What was recorded, what it is about, and what somebody should look at."""

    case: str
    statement: str
    about: str | None
    warnings: Parts


class Spoken(Sent):
    """Who said it, for which party, through whom, when, and when it happened."""

    speaker: str
    said: str
    party: str = ""
    via: list[str] = Field([], max_length=MOST)
    occurred: str = ""
    modality: str = "asserted"
    words: str = ""

    def voice(self) -> Voice:
        fields = {name: getattr(self, name) for name in Spoken.model_fields if name != "via"}
        return Voice(**fields, via=tuple(self.via))

    def told(self) -> dict[str, Any]:
        """Everything but the voice."""
        return {name: getattr(self, name) for name in type(self).model_fields if name not in Spoken.model_fields}


class Counted(Spoken):
    """How many, by how it was put."""

    op: str = Field("eq", description="eq, gt, ge, lt, le, about, nearly, range or share.")
    lo: str = ""
    hi: str = ""

    def told(self) -> dict[str, Any]:
        rest = {name: value for name, value in super().told().items() if name not in ("op", "lo", "hi")}
        return {**rest, "many": Many(op=self.op, lo=self.lo, hi=self.hi)}


class SentPhase(Sent):
    """A stage of an agreement; `lasts` is a length of time, as 4 days."""

    key: str
    text: str = ""
    starts: str = ""
    ends: str = ""
    lasts: str = ""


class SentAgreement(Spoken):
    """What a voice says was agreed."""

    title: str
    announced: str = ""
    planned_start: str = ""
    planned_end: str = ""
    actual_start: str = ""
    actual_end: str = ""
    deadline: str = ""
    deadline_text: str = ""
    phases: list[SentPhase] = Field([], max_length=MOST)
    parties: str = Field("", description='Ids or names of parties, or words, "/" between several.')
    mediators: str = ""
    guarantors: str = ""
    supersedes: UUID | None = None
    agreement: UUID | None = Field(None, description="Say it anew of this one.")

    def told(self) -> dict[str, Any]:
        return {**super().told(), "phases": [SaidPhase(**phase.dict()) for phase in self.phases]}


class SentObligation(Counted):
    """What a voice says that one side owes another."""

    agreement: UUID
    action: str
    bearer: str
    object: str = ""
    beneficiary: str = ""
    nature: str = Field("achievement", description="achievement, maintenance or punctual.")
    unit: str = ""
    per: str = Field("", description="day, week or 24 hours.")
    window: str = ""
    due: str = ""
    num: str = Field("", description="So many for each `den` of the obligation `of`.")
    den: str = ""
    of: UUID | None = None
    by_category: list[str] = Field([], max_length=MOST, examples=[["child: 30", "soldier: 50"]])
    batches: list[str] = Field([], max_length=MOST)
    counts_at: str = ""
    after: UUID | None = None
    condition: str = ""
    compensation: str = ""
    clause: str = ""
    obligation: UUID | None = Field(None, description="Say it anew of this one.")


class SentRule(Spoken):
    """A rule of an agreement, and between which obligations."""

    agreement: UUID
    kind: str = Field(description="extension, ratio, outside, lockstep, reciprocity, list or counting.")
    text: str
    per: str = ""
    adds: str = ""
    cap: str = ""
    between: list[UUID] = Field([], max_length=MOST)
    interpreter: str = ""
    rule: UUID | None = None


class SentTurn(Spoken):
    """A side announces that something is agreed, extended, suspended, resumed, ended or waived."""

    agreement: UUID
    turn: str
    until: str = ""
    obligation: UUID | None = None
    of: str = ""


class SentPower(Spoken):
    """Who may do what under an agreement."""

    agreement: UUID
    power: str = Field(description="extend, suspend, resume, end, waive, inspect or count.")
    holder: str
    condition: str = ""
    form: str = ""
    until: str = ""


class SentDelivery(Counted):
    """So much of an obligation reached a stage."""

    obligation: UUID
    stage: str
    so_far: bool = False
    unit: str = ""
    category: str = ""
    where: str = ""
    statement: str = Field("", description="What was said already, as s5 or s5#1: then it counts once.")


class SentCounting(Spoken):
    """Who decided for which obligation and day something counts; without an obligation it counts for none."""

    statement: str
    obligation: UUID | None = None
    on: str = ""
    decided_by: str = ""


class SentComplaint(Spoken):
    """A voice says that an obligation was not kept."""

    obligation: UUID
    claimant: str = ""
    against: str = ""


class SentComplaintAnswer(Spoken):
    """What was said to that: denied, answered or settled."""

    claim: UUID
    answer: str
    answered_by: str = ""
