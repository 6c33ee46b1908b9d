"""What a few letters may mean: a statement by its short name, a source, a population, words that were said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.ledger.queries import figures, sources
from homeward.ledger.queries import statements as queries
from homeward.ledger.queries.statements import Filters, NoSuchStatement
from homeward.people import queries as register
from homeward.web.asked import AskedHere, carry

MOST_OF_A_KIND = 6
SHORTEST = 2
MOST_PEOPLE = 4
NEAR = 0.6
"""How near a name must be to stand in the palette, where one looks for anything."""


@dataclass(frozen=True, slots=True)
class Named:
    """One row of the palette."""

    words: str
    kind: str | Promise
    address: str


def found(asked: AskedHere, words: str) -> list[Named]:
    """Rows that lead there, the exact short name first."""
    if len(words) < SHORTEST:
        return []
    return [*_statement(asked, words), *_sources(asked, words), *_populations(asked, words), *_said(asked, words)]


def people(asked: AskedHere, words: str) -> list[tuple[UUID, Named]]:
    """Rows that lead to people near these words, from three letters; whoever shows them tells the log."""
    try:
        near = register.found(asked, words, limit=MOST_PEOPLE)
    except register.TooLittleToFind:
        return []
    rows: list[tuple[UUID, Named]] = []
    for each in near:
        if each.score >= NEAR:
            called = " · ".join(each.person.names)
            rows += [(each.person.id, row) for row in _row(asked, called, _("person"), "person", str(each.person.id))]
    return rows


def _statement(asked: AskedHere, words: str) -> Iterator[Named]:
    try:
        view = queries.statement(asked, words.partition("#")[0])
    except NoSuchStatement:
        return
    yield from _row(asked, f"{view.ref} {view.text[:80]}", _("statement"), "statement", view.ref)


def _sources(asked: AskedHere, words: str) -> Iterator[Named]:
    wanted = words.casefold()
    among = (source for source in sources.sources(asked).values() if wanted in source.name.casefold())
    for source in islice(among, MOST_OF_A_KIND):
        yield from _row(asked, source.name, _("source"), "source", str(source.id))


def _populations(asked: AskedHere, words: str) -> Iterator[Named]:
    wanted = words.casefold()
    among = (population for population in figures.all_populations(asked) if wanted in population.name.casefold())
    for population in islice(among, MOST_OF_A_KIND):
        yield from _row(asked, population.name, _("population"), "population", str(population.id))


def _said(asked: AskedHere, words: str) -> Iterator[Named]:
    for view in queries.find(asked, Filters(words=words), size=MOST_OF_A_KIND).statements:
        yield from _row(asked, f"{view.ref} {view.text[:80]}", _("statement"), "statement", view.ref)


def _row(asked: AskedHere, words: str, kind: str | Promise, name: str, key: str) -> Iterator[Named]:
    """A row, where the page it leads to is built."""
    try:
        yield Named(words, kind, carry(reverse(name, args=[asked.case.slug, key]), asked))
    except NoReverseMatch:
        return
