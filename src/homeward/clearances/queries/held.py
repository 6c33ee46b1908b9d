"""What people hold, for those who reckon with it: worked out anew for each reader, in a fixed number of questions."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from homeward.clearances.core.standing import Standing
from homeward.clearances.queries.views import Held
from homeward.clearances.queries.words import Words, words_of
from homeward.ledger.queries.views import Asked
from homeward.people.queries import Identities
from homeward.people.queries.given import statements


def held(asked: Asked, people: Collection[UUID], known: Identities | None = None) -> Mapping[UUID, tuple[Held, ...]]:
    """What each of these people holds of any authority, as of and as known at the time asked.

    An authority stands more than once where grants do not meet in their days, or where one waits to be confirmed beside one
    that holds; what counts most comes last. People who are one by judgement share what is held; `known` is who
    is one with whom, where that was worked out before.
    """
    words = words_of(asked, people, known)
    return held_in(words, people)


def held_on(
    asked: Asked, people: Collection[UUID], days: Collection[date]
) -> Mapping[date, Mapping[UUID, tuple[Held, ...]]]:
    """What each of these people holds on each of these days, by what had been said as of the time asked.

    The words are read once. A day may lie ahead: then it is what holds on that day if nobody says anything further.
    """
    words = words_of(asked, people)
    return {day: held_in(words.on(day), people) for day in sorted(set(days))}


def held_in(words: Words, people: Collection[UUID]) -> dict[UUID, tuple[Held, ...]]:
    """What these people hold, out of words that were read before."""
    standing = {
        person: [(id, each) for id in sorted(words.of(person)) for each in words.standing(person, id)]
        for person in people
    }
    conditioned = {
        told.word.statement for person in people for of in words.of(person).values() for told in of if told.conditioned
    }
    opened = conditions_of(words.asked, {e.word.statement for of in standing.values() for _, e in of} & conditioned)
    return {person: tuple(_held(id, each, opened) for id, each in of) for person, of in standing.items()}


def conditions_of(asked: Asked, ids: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The conditions of permissions, opened; nothing where the key is gone."""
    return {id: conditions(each.plain.get("conditions")) for id, each in statements(asked, ids).items()}


def conditions(plain: str | None) -> tuple[str, ...]:
    """Conditions as they lie sealed."""
    return tuple(json.loads(plain)) if plain else ()


def _held(authority: UUID, standing: Standing, opened: Mapping[UUID, tuple[str, ...]]) -> Held:
    word = standing.word
    return Held(
        authority=authority,
        state=standing.state,
        valid_from=word.valid_from,
        valid_until=word.valid_until,
        asked_on=standing.asked.on if standing.asked else None,
        confirmed=standing.confirmed,
        conditions=opened.get(word.statement, ()),
        statement=word.statement,
    )
