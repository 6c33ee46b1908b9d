"""What waits for a second person: grants that were recorded and that nobody has confirmed."""

from __future__ import annotations

from uuid import UUID

from homeward.access import queries as access
from homeward.clearances.core.states import State
from homeward.clearances.queries.authorities import authorities_of
from homeward.clearances.queries.held import conditions_of
from homeward.clearances.queries.views import WaitingPage, WaitingView
from homeward.clearances.queries.words import Told, Words, all_words
from homeward.ledger.queries.views import Asked
from homeward.lists.queries.versions import every_version
from homeward.people import queries as people

PAGE = 50


def waiting(
    asked: Asked,
    *,
    actor: UUID,
    authority: UUID | None = None,
    version: UUID | None = None,
    page: int = 1,
    size: int = PAGE,
) -> WaitingPage:
    """Grants that stand and wait for a second person, of one authority or of one version of a list if it is named."""
    words = all_words(asked)
    every = _waiting(words)
    chosen = [each for each in every if authority in (None, each.authority) and version in (None, each.version)]
    shown = chosen[(page - 1) * size : page * size]
    lines = {line.id: line for line in people.people_of(asked, [each.person for each in shown])}
    opened = conditions_of(asked, [each.word.statement for each in shown if each.conditioned])
    named = authorities_of(asked, {each.authority for each in shown})
    versions = {each.id: f"{each.title} {each.number}" for each in every_version(asked.case)} if shown else {}
    names = access.names_of({each.recorded_by for each in shown})
    shown_as = {each.person: words.known.shown_as(each.person) for each in shown}
    return WaitingPage(
        len(chosen),
        tuple(
            WaitingView(
                person=line,
                authority=named[each.authority],
                statement=each.word.statement,
                ref=each.ref,
                valid_from=each.word.valid_from,
                valid_until=each.word.valid_until,
                conditions=opened.get(each.word.statement, ()),
                recorded_by=names.get(each.recorded_by, ""),
                own=each.recorded_by == actor,
                list=versions.get(each.version, "") if each.version else "",
                version=each.version,
            )
            for each in shown
            if (line := lines.get(each.person) or lines.get(shown_as[each.person])) is not None
            and each.authority in named
        ),
    )


def count_waiting(asked: Asked) -> int:
    """How many grants wait for a second person."""
    return len(_waiting(all_words(asked)))


def statements_waiting(asked: Asked, *, authority: UUID | None = None, version: UUID | None = None) -> list[Told]:
    """The grants that wait, of one authority or of one version of a list if it is named."""
    return [
        each
        for each in _waiting(all_words(asked))
        if authority in (None, each.authority) and version in (None, each.version)
    ]


def _waiting(words: Words) -> list[Told]:
    found = []
    for person, of in words.told.items():
        for authority, told in of.items():
            standing = {
                each.word.statement
                for each in words.standing(person, authority)
                if each.state is State.GRANTED and not each.confirmed
            }
            found += [each for each in told if each.word.statement in standing]
    return sorted(found, key=lambda each: each.word.position)
