"""Which people of the register are one, for the reader who asks, by the judgements that were known and hold.

A judgement counts for whoever sees both people; of somebody who is hidden it tells nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.ledger.core.persons import Judgement
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.people.core.identities import Bundle, Judged, Pair, Standing, bundles, standings

_JUDGEMENTS = """
    SELECT j.statement_id, j.one_id, j.other_id, j.judgement, j.second, j.recorded_by, j.position, j.number,
           j.recorded_at, j.rule, j.reason, j.per_mille, s.ref, coalesce(nullif(a.shown_as, ''), a.name, '')
    FROM people_judgement j JOIN ledger_statement s ON s.id = j.statement_id LEFT JOIN access_actor a ON a.id = j.recorded_by
    WHERE j.case_id = %(case)s AND {known} AND {in_force} AND {which}
"""


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A judgement on a pair: who judged, when, why, by which rule, and how likely it was held then (per mille)."""

    statement: UUID
    ref: str
    pair: Pair
    judgement: Judgement
    second: bool
    by: str
    by_id: UUID
    at: datetime
    rule: str
    reason: str
    per_mille: int | None


@dataclass(frozen=True, slots=True)
class Identities:
    """The people asked about and all who are one with any of them, with the judgements that say so."""

    judgements: tuple[JudgementView, ...] = ()
    standing: Mapping[Pair, Standing] = field(default_factory=dict)
    bundles: tuple[Bundle, ...] = ()
    shown: Mapping[UUID, UUID] = field(default_factory=dict)
    """Whoever is joined, and under whom all of them are shown: who came into the register first."""
    by_person: Mapping[UUID, Bundle] = field(default_factory=dict)
    """The people whom judgements put together with somebody, also where others contest it."""

    def of(self, person: UUID) -> frozenset[UUID]:
        """Everybody who is one with this person, and the person."""
        bundle = self.by_person.get(person)
        return bundle.people if bundle and not bundle.contested else frozenset({person})

    def shown_as(self, person: UUID) -> UUID:
        """Under whom this person is shown."""
        return self.shown.get(person, person)

    def behind(self, people: Iterable[UUID]) -> tuple[JudgementView, ...]:
        """The judgements on pairs of these people, in the order of making."""
        among = set(people)
        return tuple(each for each in self.judgements if among.issuperset(each.pair))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked: of which case, by which clock, as known when."""

    case: CaseView
    clock: Clock
    parameters: Mapping[str, Any]


def identities(asked: Asked, people: Collection[UUID]) -> Identities:
    """Who is one with these people, as known at the time asked."""
    return _walked(_Known(asked.case, asked.clock, knowing.parameters(asked)), people)


def all_identities(asked: Asked) -> Identities:
    """Who is one with whom in the whole register of the case, as known at the time asked."""
    known = _Known(asked.case, asked.clock, knowing.parameters(asked))
    return _worked_out(known, _judgements(known, "TRUE", []))


def holding(case: CaseView, people: Collection[UUID]) -> Identities:
    """Who is one with these people by all that is recorded, this transaction's own included: what a further judgement meets."""
    return _walked(_Known(case, Clock.RECORDED, {"case": case.id, "known_at": "infinity"}), people)


def _walked(known: _Known, people: Collection[UUID]) -> Identities:
    found: dict[tuple[int, int], JudgementView] = {}
    edge, reached = set(people), set(people)
    while edge:
        new = _judgements(known, "(j.one_id = ANY (%(people)s) OR j.other_id = ANY (%(people)s))", list(edge))
        found |= new
        # Only who may be one with them leads further.
        edge = {each for view in new.values() if view.judgement is Judgement.SAME for each in view.pair} - reached
        reached |= edge
    return _worked_out(known, found)


def _judgements(known: _Known, which: str, people: list[UUID]) -> dict[tuple[int, int], JudgementView]:
    """Judgements that hold, by their place in the ledger."""
    recorded = knowing.known(known.clock, "j") if known.clock is Clock.RECORDED else "TRUE"
    sql = _JUDGEMENTS.format(known=recorded, in_force=knowing.in_force(known.clock, "j.statement_id"), which=which)
    with connection.cursor() as cursor:
        cursor.execute(sql, {**known.parameters, "people": people})
        rows = cursor.fetchall()
    return {
        (position, number): JudgementView(
            id, ref, (one, other), Judgement(word), second, name, by, at, rule, reason, per_mille
        )
        for id, one, other, word, second, by, position, number, at, rule, reason, per_mille, ref, name in rows
    }


def _worked_out(known: _Known, found: Mapping[tuple[int, int], JudgementView]) -> Identities:
    if not found:
        return Identities()
    since = _since(known.case, {person for each in found.values() for person in each.pair})
    # Who is hidden from the reader stands in no answer, and joins nobody.
    told = [each for _, each in sorted(found.items()) if since.keys() >= set(each.pair)]
    standing = standings(
        Judged(each.statement, each.pair, each.judgement, each.by_id, second=each.second) for each in told
    )
    groups = bundles(standing)
    shown = {
        person: min(group.people, key=lambda each: (since[each], each))
        for group in groups
        if not group.contested
        for person in group.people
    }
    by_person = {person: group for group in groups for person in group.people}
    return Identities(tuple(told), standing, tuple(groups), shown, by_person)


def _since(case: CaseView, people: Collection[UUID]) -> dict[UUID, int]:
    """At which place in the ledger each of these came into the register; whoever is not there for the reader is left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT p.person_id, min(s.position) FROM people_person p JOIN ledger_statement s ON s.id = p.statement_id
            WHERE p.case_id = %s AND p.person_id = ANY (%s) GROUP BY p.person_id
            """,
            [case.id, list(people)],
        )
        return dict(cursor.fetchall())


def grouped(people: Iterable[UUID], known: Identities) -> dict[UUID, list[UUID]]:
    """These people by whom they are shown as, in their order."""
    groups: dict[UUID, list[UUID]] = defaultdict(list)
    for person in people:
        groups[known.shown_as(person)].append(person)
    return groups
