"""How fast each authority answers and how often it grants, from what the desk asked it and what it said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from homeward.clearances.core.pace import Pace, Wait
from homeward.clearances.core.pace import pace as worked_out
from homeward.clearances.queries.words import Told, Words, all_words
from homeward.ledger.core.clearance import Permission
from homeward.ledger.queries.views import Asked

ANSWERS = {Permission.GRANTED: True, Permission.REFUSED: False}


def pace(asked: Asked) -> Mapping[UUID, Pace]:
    """The pace of every authority that the desk asked about anybody, as of and as known at the time asked.

    A weak prior stands in where there are few answers (core.pace): even odds and seven days where there is none. An authority
    that was never asked is left out, whatever it said.
    """
    return pace_in(all_words(asked))


def pace_in(words: Words) -> dict[UUID, Pace]:
    """The pace of the authorities in words that were read before."""
    waits: dict[UUID, list[Wait]] = defaultdict(list)
    for of in words.told.values():
        for authority, told in of.items():
            waits[authority] += _waits(told, words.day)
    return {authority: worked_out(each) for authority, each in waits.items() if each}


def _waits(told: Sequence[Told], day: date) -> list[Wait]:
    """Each stretch from a request to its answer; one that is asked again while it waits began with the first."""
    found: list[Wait] = []
    since: date | None = None
    for each in told:
        word = each.word
        if word.state is None:
            since = since or word.on
        elif since is not None and word.state in ANSWERS:
            found.append(Wait((word.on - since).days, ANSWERS[word.state]))
            since = None
    if since is not None:
        found.append(Wait((day - since).days))
    return found
