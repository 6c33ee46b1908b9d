"""Visits to people who are held and proofs of life as programs get them and send them. Times are words, read in the case's zone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Field

from homeward.api.shapes.channels import TIME, Parts, Spoken
from homeward.api.shapes.crossings import Sent
from homeward.api.shapes.told import Asked
from homeward.ledger.core.held import Found, Kept, SignMedium
from homeward.talks.actions import Rules


class Visits(Asked):
    """Every visit that somebody told of, the latest first."""

    visits: Parts = Field(description="Each with `accounts`: what each voice says of it and of the five rules, apart.")


class Proofs(Asked):
    """Every question for a sign of life, open ones first, and each person's days without one."""

    proofs: Parts = Field(
        description="Each with its question, answers and who looked at them; null does not open any more."
    )
    silences: Parts = Field(description="Whole days since the last verified answer came; null where none ever did.")


class SentVisit(Spoken):
    """A visit to people who are held, as one voice tells it; with `visit`, one of which another voice told."""

    begins: str = TIME
    ends: str = TIME
    place: str = ""
    population: str = Field("", description="Who is held there; a place or a population is needed.")
    visitors: list[str] = []
    holder: str = ""
    all_detainees: Kept = Kept.NOT_SAID
    all_premises: Kept = Kept.NOT_SAID
    private_interview: Kept = Kept.NOT_SAID
    repeat_visits: Kept = Kept.NOT_SAID
    registration: Kept = Kept.NOT_SAID
    obligation: str = Field("", description="The obligation that owes it, by short name or id.")
    agreement: str = Field("", description="The agreement it is under, by short name or id.")
    visit: UUID | None = None

    def told(self) -> dict[str, Any]:
        told = Spoken.told(self)
        rules = {name: told.pop(name).value for name in Rules.__dataclass_fields__}
        return {**told, "rules": Rules(**rules)}


class SentQuestion(Sent):
    """A question for a sign of life of somebody; the question itself is kept sealed."""

    person: UUID
    question: str = Field(description="To which only this person knows the answer.")
    holder: str = Field(description="Who holds the person, and is asked.")
    channel: UUID | None = None
    asked: str = Field("", description="When it was asked; now when it is left out.", examples=["3 Jan 2026 10:00"])
    only_they_know: Kept = Kept.NOT_SAID
    before_any_offer: Kept = Kept.NOT_SAID

    def told(self) -> dict[str, Any]:
        """What the act takes."""
        told = {name: getattr(self, name) for name in type(self).model_fields}
        return {**told, "only_they_know": self.only_they_know.value, "before_any_offer": self.before_any_offer.value}


class SentAnswer(Spoken):
    """What a voice brought as the answer; the answer and the words are kept sealed."""

    medium: SignMedium
    answer: str
    received: str = TIME

    def told(self) -> dict[str, Any]:
        return {**Spoken.told(self), "medium": self.medium.value}


class SentLook(Sent):
    """What the asker found of an answer; the reason is kept sealed."""

    found: Found
    reason: str = Field(description="What it was held against.")
    answer: str = Field("", description="The short name of the answer; the last when it is left out.")
    looked: str = Field("", description="When; now when it is left out.", examples=["3 Jan 2026 10:00"])

    def told(self) -> dict[str, Any]:
        """What the act takes."""
        return {"found": self.found.value, "reason": self.reason, "answer": self.answer, "looked": self.looked}
