"""Forms of boarding: what a phone sends and what the desk answers it, and the board of a convoy in numbers."""

from __future__ import annotations

from typing import Any

from ninja import Field

from homeward.api.shapes.sent import Sent
from homeward.api.shapes.told import Asked, Told


class SentInstall(Sent):
    """Which phone asks: a secret that it made itself and keeps."""

    install: str = Field(min_length=16, max_length=200, description="The same for every asking of this phone.")


class SentWords(Sent):
    """What a phone saw: words that it has not yet heard of, or all of them again."""

    words: list[dict[str, Any]] = Field(
        max_length=2_000,
        description="Each with `id`, `sequence` (the phone counts from 1), `person`, `state` (waiting, boarded, no_show, "
        "refused, crossed, turned_back), and perhaps `vehicle`, `at` (the phone's own clock) and `place`.",
    )


class Snapshot(Told):
    """One version of one manifest for one phone: the text, and the desk's signature (Ed25519) over just that text."""

    text: str = Field(description="JSON in canonical form: boarding-snapshot/1.")
    signature: str = Field(description="In hex.")
    key_id: str = Field(description="The first 16 hex digits of the SHA-256 of the public key.")
    public_key: str = Field(description="The raw public key in hex.")


class WordsTaken(Told):
    """What became of each word, by its id; people are told by the ids that the phone has for them."""

    fresh: list[str] = Field(description="Kept now.")
    repeated: list[str] = Field(description="Kept before, just so.")
    altered: list[str] = Field(description="Kept now beside another word of the same id, which said something else.")
    apart: list[str] = Field(description="Kept apart: said beyond where a revoked phone counts.")
    contested: list[str] = Field(description="People of whom phones say what cannot both be so.")
    split: list[str] = Field(description="People whose family is taken apart.")
    stopped: list[str] = Field(description="People who are not cleared by everybody who has a say.")
    revoked: bool


class BoardingNumbers(Told):
    """The numbers that must close: manifested = boarded + no_show + refused, boarded = crossed + turned_back + in_transit."""

    manifested: int
    boarded: int
    no_show: int
    refused: int
    waiting: int = Field(description="Of whom nobody has said anything.")
    contested: int
    crossed: int
    turned_back: int
    in_transit: int
    contested_at_gate: int
    closes: bool
    walk_ons: int
    walk_ons_waiting: int = Field(description="Walk-ons that no second person has confirmed.")


class PersonAboard(Told):
    """How it stands with one person of the manifest."""

    person: str
    row: int
    pickup: str | None
    gate: str | None
    contested: bool
    settled: bool


class PhoneTold(Told):
    """A phone, how many words came from it, and which of its numbers have not come in."""

    device: str
    name: str
    paper: bool
    words: int
    highest: int
    missing: list[list[int]] = Field(description="Stretches of numbers, first and last.")
    revoked_after: int | None


class BoardTold(Asked):
    """The boarding of a convoy."""

    convoy: str
    version: int
    numbers: BoardingNumbers
    people: list[PersonAboard]
    phones: list[PhoneTold]
    apart: int = Field(description="Words that are kept apart.")
    closed: str | None = Field(description="The statement that closed it, the last one where it was closed again.")
    late: int = Field(description="Words that came in after that.")
    closes_otherwise: bool = Field(description="Whether the numbers close now, but not as they were closed.")
