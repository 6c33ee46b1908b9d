"""What programs send to ask authorities, to tell what they said and to confirm it, and what they are answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Field

from homeward.api.shapes.clearances import Days, PersonAsked, Texts
from homeward.api.shapes.people import SentTold
from homeward.api.shapes.sent import MOST, Reason, Sent
from homeward.api.shapes.told import Told
from homeward.clearances.core.decisions import Meaning
from homeward.clearances.queries import Reading
from homeward.ledger.core.clearance import Permission


class SentAsking(Sent):
    """Whom the desk asks about, and which authority, for what."""

    people: list[UUID] = Field(min_length=1, max_length=10_000)
    authority: str = Field(max_length=1_000, examples=["The border authority"])
    purpose: str = Field(max_length=300, description="For what, in words that name nobody.", examples=["exit"])
    via: list[str] = Field([], max_length=MOST, description="Through whom.")
    asked: str = Field("", max_length=120, description="When it was asked; now when left out.")


class SentShown(Sent):
    """Where a paper shows it: start and end in code points of its text, the end not included."""

    document: UUID
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class SentPermission(Sent):
    """What an authority said of a person; without a speaker it speaks for itself."""

    authority: str = Field(max_length=1_000, examples=["The border authority"])
    state: Permission
    valid_from: str = Field("", max_length=120, description="The first valid day, in words.", examples=["4 Jan 2026"])
    valid_until: str = Field("", max_length=120, description="The last valid day, in words.")
    conditions: list[str] = Field([], max_length=20, description="On what conditions; kept sealed.")
    shown: SentShown | None = None
    instead_of: str = Field("", description="The short name of the word that this corrects.")
    reason: str = Field("", max_length=2_000, description="Why it is corrected, in words that name nobody.")
    told: SentTold

    def said(self) -> dict[str, Any]:
        """The form that the action reads, without what shows it."""
        return {
            **self.dict(exclude={"told", "shown", "state", "conditions"}),
            "state": self.state,
            "conditions": tuple(self.conditions),
            "told": self.told.told(),
        }


class SentReading(Sent):
    """How a list is read: what its words mean, and during which days it holds where its rows say nothing."""

    means: dict[str, str] = Field(
        {},
        description='What words of the list mean: a state, or "leave"; the empty word is that of rows without one.',
        examples=[{"approved": "granted", "see file": "leave"}],
    )
    valid_from: str = Field("", max_length=120)
    valid_until: str = Field("", max_length=120)
    from_column: str = Field("", max_length=1_000, description="The heading of the column of first days.")
    until_column: str = Field("", max_length=1_000, description="The heading of the column of last days.")

    def reading(self) -> Reading:
        """The reading."""
        return Reading(Meaning.of(self.means), self.valid_from, self.valid_until, self.from_column, self.until_column)


class SentTaking(SentReading):
    """Which rows are taken: those named, else all that leave no question."""

    rows: list[UUID] | None = Field(None, max_length=100_000, description="The records of these rows alone.")


class SentConfirmation(Sent):
    """Which words of authorities are confirmed, by short name or id."""

    statements: list[str] = Field(min_length=1, max_length=10_000)


class SentTakingBack(Sent):
    """A request, a word of an authority or a confirmation that was recorded wrongly, by its short name."""

    statement: str = Field(max_length=80)
    reason: Reason


class AskedFor(Told):
    """What was recorded: the batch, and the request of each person."""

    case: str
    batch: str
    requests: list[PersonAsked]


class TakenPermissions(Told):
    """How many words of the authority were recorded, by state; grants wait for a second person."""

    case: str
    version: str
    counts: Days
    statements: Texts


class ConfirmedPermissions(Told):
    """What was recorded, and how many permissions it confirms; those confirmed before are left out."""

    case: str
    statements: Texts
    permissions: int


class TakenBack(Told):
    """The short name of the statement that takes it back."""

    case: str
    statement: str
