"""Families by who of them is cleared: a permission for some and not for others takes a family apart."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from homeward.clearances.core.states import State
from homeward.clearances.queries.authorities import authorities_of
from homeward.clearances.queries.held import held_in
from homeward.clearances.queries.views import FamiliesView, FamilyView
from homeward.clearances.queries.words import Words, all_words
from homeward.ledger.queries.views import Asked
from homeward.matching.queries.known import Known
from homeward.people import queries as people

PAGE = 20


def families(
    asked: Asked, *, authority: UUID | None = None, person: UUID | None = None, page: int = 1, size: int = PAGE
) -> FamiliesView:
    """Families of whom anybody was asked for or told of, those first of whom an authority cleared some and not the others.

    Of one authority, or of one person, if it is named. Cleared is who holds a confirmed grant on the day asked about.
    """
    words = all_words(asked)
    chosen = {authority} if authority else {id for of in words.told.values() for id in of}
    shown = words.known.shown_as(person) if person else None
    every = [
        family
        for family in Known(asked).families
        if any(words.of(each) for each in family) and (shown is None or shown in family)
    ]
    cleared = {id: _cleared(words, family, chosen) for id, family in enumerate(every)}
    parted = [id for id, family in enumerate(every) if _is_parted(cleared[id], len(family))]
    order = sorted(range(len(every)), key=lambda id: (id not in set(parted), -len(every[id]), min(map(str, every[id]))))
    page_of = [every[id] for id in order[(page - 1) * size : page * size]]
    counts = [cleared[id] for id in order[(page - 1) * size : page * size]]
    everyone = [each for family in page_of for each in family]
    held = held_in(words, everyone)
    lines = {line.id: line for line in people.people_of(asked, everyone)}
    named = authorities_of(asked, chosen)
    views = [
        FamilyView(
            tuple(sorted((lines[each] for each in family if each in lines), key=lambda one: (one.names, str(one.id)))),
            {each: {one.authority: one for one in held[each] if one.authority in chosen} for each in family},
            counted,
        )
        for family, counted in zip(page_of, counts, strict=True)
    ]
    authorities = sorted(named.values(), key=lambda each: each.name.casefold())
    return FamiliesView(tuple(authorities), tuple(views), len(every), len(parted))


def _cleared(words: Words, family: Collection[UUID], authorities: Collection[UUID]) -> dict[UUID, int]:
    """Of how many members each authority's grant holds and is confirmed on the day asked about."""
    return {
        id: sum(
            any(
                each.state is State.GRANTED
                and each.confirmed
                and (each.word.valid_from is None or each.word.valid_from <= words.day)
                for each in words.standing(person, id)
            )
            for person in family
        )
        for id in authorities
    }


def _is_parted(cleared: dict[UUID, int], of: int) -> bool:
    return any(0 < count < of for count in cleared.values())
