"""What runs out by a day: clearances, and the papers of people who are on the way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from homeward.clearances.core.states import PENDING, State
from homeward.clearances.queries.authorities import authorities_of
from homeward.clearances.queries.views import Lapse, LapsingView
from homeward.clearances.queries.words import Words, all_words
from homeward.ledger.queries.views import Asked
from homeward.people import queries as people
from homeward.people.core.papers import expiry
from homeward.people.core.values import DocumentGiven


def lapsing(asked: Asked, by: date) -> LapsingView:
    """Clearances whose last day is this one or before it, and people all of whose papers run out by then.

    A clearance is left out where the authority's next one goes on past that day, a paper where another one does. Only people
    who hold a clearance or wait for one are looked at; the papers of the others trouble nobody today.
    """
    words = all_words(asked)
    ends = list(_ends(words, by))
    on_the_way = [person for person in words.told if _on_the_way(words, person)]
    papers = _papers(asked, words, on_the_way, by)
    lines = {line.id: line for line in people.people_of(asked, [*{person for person, *_ in ends}, *papers])}
    named = authorities_of(asked, {authority for _, authority, _, _ in ends})
    found = [
        Lapse(lines[person], on, authority=named[authority], confirmed=confirmed)
        for person, authority, on, confirmed in ends
        if person in lines and authority in named
    ]
    found += [
        Lapse(lines[person], on, paper=number, exact=exact)
        for person, (number, on, exact) in papers.items()
        if person in lines
    ]
    return LapsingView(by, tuple(sorted(found, key=lambda each: (each.on, each.person.names, str(each.person.id)))))


def _ends(words: Words, by: date) -> Iterable[tuple[UUID, UUID, date, bool]]:
    for person, of in words.told.items():
        for authority in of:
            grants = [each for each in words.standing(person, authority) if each.state is State.GRANTED]
            lasts = [each.word.valid_until for each in grants]
            if grants and all(last is not None and last <= by for last in lasts):
                last = max((each for each in grants), key=lambda each: each.word.valid_until or date.max)
                assert last.word.valid_until is not None
                yield person, authority, last.word.valid_until, last.confirmed


def _on_the_way(words: Words, person: UUID) -> bool:
    return any(
        each.state is State.GRANTED or each.state in PENDING
        for authority in words.of(person)
        for each in words.standing(person, authority)
    )


def _papers(asked: Asked, words: Words, those: list[UUID], by: date) -> dict[UUID, tuple[str, date, bool]]:
    """Of whom every paper with a last day runs out by then: the one that lasts longest, its last day, whether that is exact."""
    ids = {person: words.known.of(person) for person in those}
    given = people.given_of(asked, {id for each in ids.values() for id in each})
    found: dict[UUID, tuple[str, date, bool]] = {}
    for person, group in ids.items():
        papers = [paper for id in group for each in given.get(id, ()) for paper in each.values.documents]
        dated = [(paper, last) for paper in papers if (last := _last(paper)) is not None]
        if dated and all(expiry(paper, by + timedelta(days=1)) in ("expired", "perhaps") for paper, _ in dated):
            paper, last = max(dated, key=lambda each: each[1])
            found[person] = (paper.number, last, expiry(paper, by + timedelta(days=1)) == "expired")
    return found


def _last(paper: DocumentGiven) -> date | None:
    if paper.expires is None or not paper.expires.until:
        return None
    return date.fromisoformat(paper.expires.until) - timedelta(days=1)
