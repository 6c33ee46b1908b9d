"""What changed from one position of a party to the next, and which of them stand."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from homeward.ledger.core.channels import Firmness, PositionStance

Id = TypeVar("Id", bound=Hashable)


class Change(StrEnum):
    """What differs between two positions of one party on one topic."""

    STANCE = "stance"
    FIRMER = "firmer"
    SOFTER = "softer"
    FIRMNESS = "firmness"
    ABOUT = "about"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Stand:
    """One position as far as it is compared: by what it stands, how firm, about what, in which words."""

    stance: PositionStance
    firmness: Firmness
    about: UUID | None
    words: str


def changed(before: Stand, after: Stand) -> tuple[Change, ...]:
    """What differs, the gravest first; where one of two firmnesses was unclear it is told that it differs, and not which way."""
    found: list[Change] = []
    if before.stance is not after.stance:
        found.append(Change.STANCE)
    if before.firmness is not after.firmness:
        if Firmness.UNCLEAR in (before.firmness, after.firmness):
            found.append(Change.FIRMNESS)
        else:
            found.append(Change.FIRMER if after.firmness is Firmness.RED_LINE else Change.SOFTER)
    if before.about != after.about:
        found.append(Change.ABOUT)
    if " ".join(before.words.split()) != " ".join(after.words.split()):
        found.append(Change.WORDS)
    return tuple(found)


def standing(order: Sequence[Id], supersedes: Mapping[Id, Id | None]) -> tuple[Id, ...]:
    """Those whose place none of the others took, in their order; what nobody said to be replaced stands beside the later."""
    taken = {supersedes.get(each) for each in order}
    return tuple(each for each in order if each not in taken)
