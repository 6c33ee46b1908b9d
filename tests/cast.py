"""The fixed people of the tests, and the short ways in which they work at a desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor, Compartment
from homeward.briefing import queries as briefing
from homeward.ledger import actions, queries
from homeward.ledger.core.compared import Verdict
from homeward.ledger.queries.views import Asked, FigureView
from homeward.moments import Clock, point

MORNING = datetime(2026, 1, 5, 8, tzinfo=UTC)
PASSWORD = "a rather long pass phrase"


@dataclass
class Desk:
    """A desk with its operator and first compartment; `now` is the clock of its doors."""

    operator: Actor
    compartment: Compartment
    now: datetime = MORNING
    people: dict[str, Actor] = field(default_factory=dict)

    def person(self, name: str, *, may: str = "", compartment: Compartment | None = None) -> Actor:
        """Somebody who may "write", "read" or, with nothing said, see nothing at all."""
        if name not in self.people:
            access.enter(self.operator.id)
            made = access.make_person(name=name, password=PASSWORD, by=self.operator, at=self.now)
            if may:
                access.grant(
                    actor=made,
                    compartment=compartment or self.compartment,
                    may_write=may == "write",
                    by=self.operator,
                    at=self.now,
                )
            self.people[name] = made
        return self.people[name]

    @contextmanager
    def acting(self, actor: Actor | None = None) -> Iterator[Actor]:
        """One transaction in which this actor (else the operator) acts."""
        who = actor or self.operator
        with transaction.atomic():
            access.enter(who.id)
            yield who

    def load(
        self, case: dict[str, Any] | Path, *, accept_warnings: bool = False, by: Actor | None = None
    ) -> actions.Loaded:
        """Load a case file, given as values or as a path."""
        data = case.read_bytes() if isinstance(case, Path) else json.dumps(case).encode()
        with self.acting(by) as actor:
            return actions.load_case(
                data=data, compartment=self.compartment.id, accept_warnings=accept_warnings, by=actor, at=self.now
            )

    def ask(self, slug: str, as_of: str = "", known_at: str = "", clock: str = "") -> Asked:
        """A question about a case; times as a person types them, with zone or as a day."""
        case = queries.cases.case(slug)
        return queries.cases.ask(
            case,
            now=datetime.now(UTC),
            as_of=point(as_of, case.zone) if as_of else None,
            known_at=point(known_at, case.zone) if known_at else None,
            clock=Clock(clock) if clock else None,
        )

    def picture(self, slug: str, as_of: str = "", known_at: str = "", clock: str = "") -> briefing.Picture:
        """The picture of a case as the operator sees it."""
        with self.acting():
            return briefing.picture(self.ask(slug, as_of, known_at, clock))

    def figures(self, slug: str, population: str, as_of: str = "", known_at: str = "") -> list[FigureView]:
        """All figures of a population known at the time asked."""
        with self.acting():
            asked = self.ask(slug, as_of, known_at)
            return _history(asked, queries.figures.population_named(asked, population).id)

    def verdict(self, slug: str, one: str, other: str, as_of: str = "", known_at: str = "") -> tuple[Verdict, str]:
        """How two figures stand to each other in the whole of the case, and the sentence that says why."""
        with self.acting():
            asked = self.ask(slug, as_of, known_at)
            everything = {f.ref: f for p in queries.figures.all_populations(asked) for f in _history(asked, p.id)}
            for relation in queries.figures.relations(asked, list(everything.values())):
                if {relation.a, relation.b} == {one, other}:
                    return relation.verdict, relation.why
        raise AssertionError(f"{one} and {other} are not held against each other")


def _history(asked: Asked, population: UUID) -> list[FigureView]:
    measures = {figure.measure for figure in queries.figures.current(asked, populations=[population])}
    found = queries.figures.histories(asked, [(population, measure) for measure in sorted(measures)], at_most=400)
    return [figure for past in found.values() for figure in past.figures]


def opened() -> Desk:
    """A desk just opened, with its operator acting until the transaction ends."""
    with transaction.atomic():
        return Desk(*access.open_desk(at=MORNING))


def case_of(
    *statements: dict[str, Any], slug: str = "crossing-test", zone: str = "UTC", **parts: Any
) -> dict[str, Any]:
    """A small case of invented parties; statements are given short, what the form demands is filled in."""
    return {
        "schema": "case/1",
        "id": slug,
        "title": "Invented case",
        "timezone": zone,
        "sources": {"wire": {"outlet": "An agency", "published": "2026-01-01", "url": None, "kind": "news"}},
        "parties": [
            {"id": "N", "name": "Northland", "role": "party"},
            {"id": "S", "name": "Southland", "role": "party"},
        ],
        "channels": [],
        "agreements": [],
        "conditions": [],
        "statements": [_row(number, row) for number, row in enumerate(statements, start=1)],
        **parts,
    }


def figure(
    measure: str, population: str, op: str, lo: int | None, hi: int | None = None, **more: Any
) -> dict[str, Any]:
    """A figure of a case file, given short."""
    return {
        "measure": measure,
        "population": population,
        "kind": more.pop("kind", "stock"),
        "op": op,
        "lo": lo,
        "hi": hi if hi is not None or op in (">", ">=") else lo,
        "unit": more.pop("unit", "person"),
        **more,
    }


def _row(number: int, row: dict[str, Any]) -> dict[str, Any]:
    said = row.get("said_on", "2026-01-01")
    return {
        "id": f"s{number}",
        "origin": f"s{number}",
        "speaker": "A spokesman of Northland",
        "via": [],
        "said_on": said,
        "event_date": said,
        "modality": "asserted",
        "text": f"sentence {number}",
        "figures": [],
        "source": ["wire"],
        **row,
    }


def once() -> Any:
    """A fresh key of a form."""
    return uuid4()
