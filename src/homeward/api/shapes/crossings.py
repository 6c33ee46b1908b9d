"""Crossings as programs get them and send them. Numbers of windows are sent as texts: they are read as somebody types them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import ConfigDict

from homeward.api.shapes.told import Asked, Told
from homeward.crossings.actions import Voice

Parts = list[dict[str, Any]]


class Calendar(Asked):
    """Crossings with their windows, what is needed to use them, and the plans that were made."""

    crossings: Parts = Field(description="Each with the last word of every voice on how it is, the latest first.")
    windows: Parts = Field(description="Each with who said it, who was told, what it takes once overlaps count once.")
    pickups: Parts
    vehicles: Parts
    checks: Parts
    plans: Parts = Field(description="Each with its value and the bound that no plan can pass.")


class Board(Asked):
    """A page of families against windows by one plan; of whom it shows is noted in the log."""

    plan: dict[str, Any]
    chosen: str
    counts: dict[str, int]
    windows: Parts
    families: Parts
    prices: dict[str, Any] = Field(
        description="What one more place or quota, or an authority's answers, would be worth."
    )


class Dates(Asked):
    """Every family of a plan with its date and what it was told before; of whom it shows is noted in the log."""

    plan: dict[str, Any]
    last: bool = Field(description="Whether no plan was made after it; only the last one can be told.")
    counts: dict[str, int] = Field(description="Families by new, moved, told, expected, over, gone.")
    to_tell: int = Field(description="How many families are recorded as told when all are: new and moved.")
    families: Parts


class ToldDates(Told):
    """Of how many it was recorded."""

    case: str
    plan: str
    families: int
    people: int


class Cleared(Asked):
    """For each crossing and its next window, how many are cleared by all, and what lapses before it."""

    cleared: Parts


class Policy(Told):
    """Every version of the weights, the one the desk begins with first."""

    case: str
    versions: Parts


class Run(Told):
    """How far the working out of a plan is, and what a pin or other weights would change."""

    run: str
    purpose: str
    state: str = Field(description="waiting, running, done, cancelled or failed.")
    asked_by: str
    asked_at: str
    plan_date: str
    seconds: int
    seed: int
    least_change: bool
    progress: dict[str, Any]
    reason: str | None
    plan: str | None
    answer: dict[str, Any] | None


class Runs(Told):
    """The last runs of a case."""

    case: str
    runs: list[Run]


class OfPerson(Asked):
    """One person and the crossings: told, planned, cleared, why not; of nobody else anything is told."""

    person: str
    told: dict[str, Any] | None
    pickup: dict[str, Any] | None
    plan: str | None
    planned: dict[str, Any] | None
    provisional: bool
    together: int
    beside: dict[str, Any] | None = Field(description="Beside whom they ride and beside nobody else.")
    apart: Parts = Field(description="From whom they are kept apart, in one vehicle or in one window.")
    crossings: Parts
    why_not: Parts


class Done(Told):
    """What was recorded, about which thing, and what somebody should look at."""

    case: str
    statement: str
    about: str | None
    warnings: Parts


class Asking(Told):
    """Which run was asked for."""

    case: str
    run: str


class Sent(Schema):
    """What is sent has these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class Spoken(Sent):
    """Who said it and when."""

    speaker: str
    said: str
    via: list[str] = []
    words: str = ""

    def voice(self) -> Voice:
        return Voice(speaker=self.speaker, said=self.said, via=tuple(self.via), words=self.words)

    def told(self) -> dict[str, Any]:
        """Everything but the voice."""
        return {name: getattr(self, name) for name in type(self).model_fields if name not in Spoken.model_fields}


class SentCrossing(Sent):
    """A crossing by its name, and whose permission everybody needs there."""

    name: str
    authorities: list[str] = []
    crossing: UUID | None = None


class SentPoint(Sent):
    """A control point of a crossing."""

    name: str
    crossing: UUID
    point: UUID | None = None


class SentStatus(Spoken):
    """How a voice says that a crossing is."""

    crossing: UUID
    status: str
    point: UUID | None = None


class SentWindow(Spoken):
    """When a voice says that a crossing opens, and for how many."""

    crossing: UUID
    on: str = Field(examples=["2026-01-06"])
    opens: str = Field(examples=["08:30"])
    closes: str = Field(examples=["12:30"])
    capacity: str = Field(examples=["400"])
    desks: str = "1"
    seconds_each: str = "300"
    escort_slots: str = "1"
    medics: str = "0"
    staff_escorts: str = "0"
    open_percent: str = "100"
    window: UUID | None = Field(None, description="Say it anew of this window.")
    cancelled: bool = False


class SentQuota(Spoken):
    """How many of a nationality a voice lets cross on a day."""

    crossing: UUID
    on: str
    nationality: str = Field(description='A country or its three letters; "*" for everybody.')
    most: str


class SentPickUp(Sent):
    """A place where people are picked up."""

    name: str
    minutes: dict[UUID, str] = Field(description="The way to each crossing, by its id.")
    pickup: UUID | None = None


class SentVehicle(Sent):
    """A vehicle with its places; no days means every day."""

    name: str
    seats: str
    wheelchairs: str = "0"
    stretchers: str = "0"
    trips: str = "1"
    days: list[str] = []
    vehicle: UUID | None = None
    in_use: bool = True


class SentConvoy(Sent):
    """A convoy to a window from a pick-up point, leaving in local time."""

    window: UUID
    pickup: UUID
    departs: str
    most_vehicles: str = "1"
    convoy: UUID | None = None
    cancelled: bool = False


class SentCheck(Sent):
    """A point of the checklist of all windows."""

    name: str
    check: UUID | None = None
    in_use: bool = True


class SentTick(Sent):
    """How a point of the checklist of a window stands: done, open or not_possible."""

    check: UUID
    ticked: str
    note: str = ""


class SentNotice(Sent):
    """That a party was told of a window, and until when that counts."""

    party: str
    expires: str
    words: str = ""


class SentAnswer(Spoken):
    """What a party said to a notice: acknowledged or objected."""

    answered: str


class SentDate(Sent):
    """Who was told for which window to be ready."""

    people: list[UUID]
    window: UUID


class SentDates(Sent):
    """How many families were counted when it was looked at."""

    families: int = Field(ge=0, le=1_000_000)


class SentCompanion(Sent):
    """Who rides only beside whom; `why` is care, guardian, medical or interpreter."""

    person: UUID
    any_of: list[UUID] = []
    staff: bool = False
    why: str = "care"
    ends: bool = Field(False, description="They may ride alone again.")


class SentSeparation(Sent):
    """Which two must not share what: vehicle or window."""

    one: UUID
    other: UUID
    scope: str = "vehicle"
    ends: bool = Field(False, description="They need not be kept apart any more.")


class SentChoice(Sent):
    """Who is picked up where."""

    people: list[UUID]
    pickup: UUID


class SentPolicy(Sent):
    """Weights by their names, those that are to change alone, and why."""

    weights: dict[str, str]
    reason: str


class SentRun(Sent):
    """A plan; with pins (person to window) or weights, what those would change, and nothing is kept."""

    plan_date: str = ""
    seconds: str = "60"
    seed: str = "0"
    least_change: bool = False
    pins: dict[UUID, UUID] = {}
    weights: dict[str, str] = {}


class SentStop(Sent):
    """Nothing more is said: the run stands in the address."""
