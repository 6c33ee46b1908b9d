"""How long a question takes: as of random times, by each clock, as a reader who sees a few compartments of many."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bench import cost
from bench.desk import Desk

if TYPE_CHECKING:
    from homeward.access.models import Actor
    from homeward.ledger.queries.views import Asked, CaseView

TIMES = 40


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what it cost each time."""

    name: str
    costs: list[cost.Cost]

    def row(self) -> dict[str, Any]:
        """Milliseconds: half and 95 of 100 askings took no longer."""
        wall, work = [c.wall * 1000 for c in self.costs], [c.work * 1000 for c in self.costs]
        return {
            "question": self.name,
            "p50": round(cost.at(0.5, wall), 1),
            "p95": round(cost.at(0.95, wall), 1),
            "work p50": round(cost.at(0.5, work), 1),
            "work p95": round(cost.at(0.95, work), 1),
        }


def asked(desk: Desk, reader: Actor, slug: str, *, times: int = TIMES, seed: int = 5) -> list[Question]:
    """Every question, asked so many times each of random moments of the case."""
    found = []
    for name, question in _questions():
        chance = random.Random(f"{seed}{name}")
        _once(desk, reader, slug, question, chance)  # what the first asking reads from disk is another measurement
        with desk.acting(reader):
            costs = cost.repeated(lambda turn, q=question, c=chance: _ask(slug, q, c), times)  # type: ignore[misc]
        found.append(Question(name, costs))
    return found


def _once(desk: Desk, reader: Actor, slug: str, question: Callable[..., object], chance: random.Random) -> None:
    with desk.acting(reader):
        _ask(slug, question, chance)


def _ask(slug: str, question: Callable[[Asked, random.Random], object], chance: random.Random) -> object:
    from homeward.ledger import queries

    return question(_framed(queries.cases.case(slug), chance), chance)


def _framed(case: CaseView, chance: random.Random) -> Asked:
    """A random moment of the case's days, known as then or as now, by the case's own clock or another."""
    from homeward.ledger import queries
    from homeward.moments import Clock

    first, last = days(case)
    at = first + (last - first) * (chance.random() ** 0.5)
    known = chance.choice((at, None))
    clock = chance.choice((None, None, Clock.SAID, Clock.PUBLISHED, Clock.RECORDED))
    # The invented days lie ahead of the clock on the wall, so "now" is the day after the last of them.
    return queries.cases.ask(case, now=last + timedelta(days=2), as_of=at, known_at=known, clock=clock)


def latest(case: CaseView) -> Asked:
    """The case as it stands when all of its days are over."""
    from homeward.ledger import queries

    return queries.cases.ask(case, now=days(case)[1] + timedelta(days=2))


_DAYS: dict[str, tuple[datetime, datetime]] = {}


def days(case: CaseView) -> tuple[datetime, datetime]:
    """When the first and the last source of a case came out."""
    from django.db import connection

    if case.slug not in _DAYS:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT min(published_from), max(published_until) FROM ledger_publication WHERE case_id = %s", [case.id]
            )
            _DAYS[case.slug] = cursor.fetchone()
    return _DAYS[case.slug]


def _questions() -> Iterator[tuple[str, Callable[[Asked, random.Random], object]]]:
    from homeward.briefing import queries as briefing
    from homeward.ledger.queries import figures, sources, statements, sums, words
    from homeward.ledger.queries.statements import Filters

    def since(asked: Asked, chance: random.Random) -> datetime:
        return asked.known_at - timedelta(hours=chance.choice((6, 24, 168)))

    def population(asked: Asked, chance: random.Random) -> str:
        return str(chance.choice(figures.all_populations(asked)).id)

    yield "current figures", lambda asked, chance: figures.groups(asked)
    yield (
        "figures of a population, with history",
        lambda asked, chance: figures.groups(asked, population=population(asked, chance), with_history=True),
    )
    yield "last words", lambda asked, chance: words.read(asked, words.last_words(asked))
    yield "timeline by event", lambda asked, chance: words.read(asked, words.timeline(asked))
    yield (
        "timeline by when it was known",
        lambda asked, chance: words.read(asked, words.timeline(asked, by_event=False)),
    )
    yield (
        "what changed since",
        lambda asked, chance: words.read(asked, words.changed_since(asked, since(asked, chance))),
    )
    yield "conditions", lambda asked, chance: words.read(asked, words.conditions(asked))
    yield "sums", lambda asked, chance: sums.sums(asked)
    yield (
        "contradictions in words",
        lambda asked, chance: words.read(asked, words.linked(asked, ("contradicts", "denies"))),
    )
    yield "sources", lambda asked, chance: sources.sources(asked)
    yield "a statement by its name", _statement
    yield (
        "statements of a speaker",
        lambda asked, chance: statements.find(asked, Filters(speaker=chance.choice(_speakers(asked)))),
    )
    yield (
        "a late page of statements",
        lambda asked, chance: statements.find(asked, Filters(), page=chance.randrange(200)),
    )
    yield "the whole picture", lambda asked, chance: briefing.picture(asked, by_event=chance.random() < 0.5)


def _statement(asked: Asked, chance: random.Random) -> object:
    from homeward.ledger.queries import statements

    try:
        return statements.statement(asked, f"s{chance.randrange(10_000):07}")
    except statements.NoSuchStatement:
        return None  # not known yet at that time: as good a question


def _speakers(asked: Asked) -> list[Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT voice_id FROM ledger_voice WHERE case_id = %s ORDER BY voice_id LIMIT 50", [asked.case.id]
        )
        return [row[0] for row in cursor.fetchall()]
