"""What would follow from a row of a permission list, before anybody takes it: a further word, the same again, a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homeward.clearances.core.standing import Standing
from homeward.clearances.core.states import State
from homeward.ledger.core.clearance import Permission


class Would(StrEnum):
    """What would become of a row."""

    NEW = "new"
    CHANGES = "changes"
    AGAIN = "again"
    TAKEN = "taken"
    UNREAD = "unread"
    LEFT = "left"
    TWICE = "twice"
    DEFECT = "defect"
    CLOSED = "closed"
    GONE = "gone"


TAKEABLE = (Would.NEW, Would.CHANGES)
"""What is taken when nobody chooses row by row."""
ASKING = (Would.UNREAD, Would.TWICE, Would.DEFECT)
"""What waits for a person: words that nobody has explained, one person with two answers, days that cannot be."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says once its words are explained: a state, and the days of it."""

    state: Permission
    valid_from: date | None = None
    valid_until: date | None = None


def would(said: Said, standing: Sequence[Standing]) -> Would:
    """Whether it is the first word of this authority about the person, another one than before, or the same again."""
    decided = [each for each in standing if each.word.state is not None]
    if not decided:
        return Would.NEW
    alike = [
        each
        for each in decided
        if each.word.state is said.state
        and (each.word.valid_from, each.word.valid_until) == (said.valid_from, said.valid_until)
        and each.state is not State.LAPSED
    ]
    return Would.AGAIN if alike else Would.CHANGES
