"""People by how they stand with authorities, in numbers and one authority at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from homeward.clearances.core.pace import Pace
from homeward.clearances.core.standing import Standing
from homeward.clearances.core.states import State
from homeward.clearances.queries.held import held_in
from homeward.clearances.queries.paces import pace_in
from homeward.clearances.queries.views import AuthorityFunnel, AuthorityView, FunnelView, HeldLine, OfAuthority
from homeward.clearances.queries.words import Words, all_words, words_by
from homeward.ledger.queries import sources
from homeward.ledger.queries.sources import NoSuchSource
from homeward.ledger.queries.views import Asked
from homeward.people import queries as people

PAGE = 50


def funnel(asked: Asked) -> FunnelView:
    """How many people stand how with each authority, as of any hour; authorities with most people first."""
    words = all_words(asked)
    register = _register(asked, words)
    named = authorities_of(asked, {id for of in words.told.values() for id in of})
    paces = pace_in(words)
    views = [_funnel(words, each, register, paces.get(each.id)) for each in named.values()]
    ordered = sorted(views, key=lambda each: (-each.people, each.authority.name, str(each.authority.id)))
    return FunnelView(len(register), words.day, tuple(ordered))


def of_authority(asked: Asked, authority: UUID, *, state: str = "", page: int = 1, size: int = PAGE) -> OfAuthority:
    """Everybody of whom this authority was asked or said anything, by how they stand; of one state a page, with names."""
    named = authorities_of(asked, {authority})
    if authority not in named:
        raise NoSuchSource(where=str(authority), instead="See who was asked: homeward clearances funnel.")
    words = words_by(asked, [authority])
    counted = _funnel(words, named[authority], _register(asked, words), pace_in(words).get(authority))
    chosen = sorted(
        (person for person in words.told if _is(words.standing(person, authority), state)), key=lambda each: str(each)
    )
    shown = chosen[(page - 1) * size : page * size]
    held = held_in(words, shown)
    lines = {line.id: line for line in people.people_of(asked, shown)}
    return OfAuthority(
        counted, state, len(chosen), tuple(HeldLine(lines[id], held[id]) for id in shown if id in lines and held[id])
    )


def authorities_of(asked: Asked, ids: Collection[UUID]) -> Mapping[UUID, AuthorityView]:
    """These authorities with their names."""
    found = sources.sources(asked, ids) if ids else {}
    return {id: AuthorityView(id, each.settled_as or each.name) for id, each in found.items()}


def standing_in(words: Words, person: UUID, authority: UUID) -> Standing | None:
    """How somebody stands, as they are counted: by what counts most."""
    found = words.standing(person, authority)
    return found[-1] if found else None


def _funnel(words: Words, authority: AuthorityView, register: set[UUID], pace: Pace | None) -> AuthorityFunnel:
    standing = [found for person in words.told if (found := standing_in(words, person, authority.id)) is not None]
    counted = Counter(each.state for each in standing)
    asked = {person for person in words.told if words.of(person).get(authority.id)}
    return AuthorityFunnel(
        authority=authority,
        counts={state: counted[state] for state in State},
        confirmed=sum(each.state is State.GRANTED and each.confirmed for each in standing),
        people=len(standing),
        not_asked=len(register - asked),
        pace=pace,
    )


def _register(asked: Asked, words: Words) -> set[UUID]:
    """Everybody of whom anything was known, each counted once."""
    return {words.known.shown_as(each) for each in people.people_known(asked)}


def _is(standing: Sequence[Standing], state: str) -> bool:
    if not standing:
        return False
    last = standing[-1]
    if state == "unconfirmed":
        return any(each.state is State.GRANTED and not each.confirmed for each in standing)
    return not state or last.state.value == state
