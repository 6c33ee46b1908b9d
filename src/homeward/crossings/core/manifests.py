"""Manifests: which columns each recipient needs and gets, how a name is shortened for a phone, which seat is the next free one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType


class Recipient(StrEnum):
    """For whom a file of a manifest is made."""

    AUTHORITY = "authority"
    RECEIVING = "receiving"
    MEDIC = "medic"
    DRIVER = "driver"
    TEAM = "team"


COLUMNS: Mapping[Recipient, tuple[str, ...]] = MappingProxyType(
    {
        Recipient.AUTHORITY: ("row", "names", "born", "nationalities", "documents"),
        Recipient.RECEIVING: ("row", "family", "names", "nationalities", "documents"),
        Recipient.MEDIC: ("row", "initials", "vehicle", "place"),
        Recipient.DRIVER: ("row", "vehicle", "place"),
        Recipient.TEAM: ("row", "tag", "initials", "family", "vehicle", "place", "pickup", "gate"),
    }
)
"""What stands in a file for each recipient, in this order. What is not listed is not in it, nor in anything beside it."""

PERSONAL = frozenset({"names", "born", "nationalities", "documents"})
"""Columns for which the register has to be opened."""


def initials(name: str) -> str:
    """The first letter of each part of a name, at most three, in its own script: what a phone shows in place of a name."""
    parts = [part for part in name.replace("-", " ").split() if part[0].isalpha()]
    chosen = parts if len(parts) <= 3 else [*parts[:2], parts[-1]]
    return " ".join(f"{part[0]}." for part in chosen)


def next_free(taken: Collection[int], most: int) -> int | None:
    """The lowest number from 1 to `most` that nobody has, or none."""
    return next((number for number in range(1, most + 1) if number not in taken), None)


def family_letter(number: int) -> str:
    """A, B, ... Z, AA: what a family is called on paper and on phones, by its place on the manifest from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
