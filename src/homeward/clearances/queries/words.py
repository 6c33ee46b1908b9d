"""The words between the desk and authorities about people, as known at the time asked, none of them opened.

What was taken back, corrected or superseded is left out; so is what rests on the row of a list whose version, or whose settling,
was taken back. People who are one by judgement share their words, worked out for the reader who asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from homeward.clearances.core.standing import Standing, Word, standings
from homeward.ledger.core.clearance import Permission
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.people import queries as people
from homeward.people.queries import Identities
from homeward.people.queries.counting import COUNTING

_TOLD = """
    SELECT p.person_id, p.authority_id, p.statement_id, s.position, p.state, {said}, p.valid_from, p.valid_until,
           EXISTS (SELECT FROM clearances_confirmation c JOIN ledger_statement s2 ON s2.id = c.statement_id
                   WHERE c.permission_id = p.statement_id AND {confirmed}),
           p.conditioned, p.version_id, p.record_id, s.recorded_by, ''::text, NULL::uuid, s.ref
    FROM clearances_permission p JOIN ledger_statement s ON s.id = p.statement_id
    WHERE p.case_id = %(case)s AND {counts} AND {begun} AND {reading} AND {settled} AND {which}
"""
_ASKED = """
    SELECT p.person_id, p.authority_id, p.statement_id, s.position, NULL::text, {said}, NULL::timestamptz, NULL::timestamptz,
           FALSE, FALSE, NULL::uuid, NULL::uuid, s.recorded_by, p.purpose, p.batch_id, s.ref
    FROM clearances_request p JOIN ledger_statement s ON s.id = p.statement_id
    WHERE p.case_id = %(case)s AND {desk} AND {begun} AND {force} AND {which}
"""
MINE = "p.person_id = ANY (%(people)s)"
THEIRS = "p.authority_id = ANY (%(authorities)s)"
EVERY = "TRUE"


@dataclass(frozen=True, slots=True)
class Told:
    """One word with what stands around it: of whom, by which authority, on which row of a list, who recorded it."""

    person: UUID
    authority: UUID
    word: Word
    conditioned: bool
    version: UUID | None
    record: UUID | None
    recorded_by: UUID
    purpose: str
    batch: UUID | None
    ref: str


@dataclass(frozen=True, slots=True)
class Words:
    """All words that were asked for, by whom the person is shown as and by authority."""

    asked: Asked
    day: date
    known: Identities
    told: Mapping[UUID, Mapping[UUID, tuple[Told, ...]]] = field(default_factory=dict)

    def of(self, person: UUID) -> Mapping[UUID, tuple[Told, ...]]:
        """The words about a person, under any of their ids, by authority."""
        return self.told.get(self.known.shown_as(person), {})

    def standing(self, person: UUID, authority: UUID) -> tuple[Standing, ...]:
        """How the person stands with an authority on the day asked about."""
        return standings((each.word for each in self.of(person).get(authority, ())), self.day)

    def on(self, day: date) -> Words:
        """The same words, to see how people stand on another day."""
        return replace(self, day=day)

    def every(self) -> Iterable[Told]:
        """Every word, in no order."""
        return (each for of in self.told.values() for words in of.values() for each in words)


def words_of(asked: Asked, those: Collection[UUID], known: Identities | None = None) -> Words:
    """The words about these people and about whoever is one with any of them, as far as that is not known already."""
    known = people.identities(asked, those) if known is None else known
    ids = {each for person in those for each in known.of(person)}
    return _gathered(asked, known, _rows(asked, MINE, people=list(ids)))


def words_by(asked: Asked, authorities: Collection[UUID]) -> Words:
    """The words of and to these authorities, about everybody but the forgotten."""
    return _gathered(asked, people.all_identities(asked), _rows(asked, THEIRS, authorities=list(authorities)))


def all_words(asked: Asked) -> Words:
    """Every word about anybody but the forgotten."""
    return _gathered(asked, people.all_identities(asked), _rows(asked, EVERY))


def day_of(asked: Asked) -> date:
    """The day that is asked about: a date alone was read as its end, which is the first moment of the next."""
    return (asked.as_of - timedelta(microseconds=1)).astimezone(asked.case.zone).date()


def days(start: datetime | None, until: datetime | None, zone: ZoneInfo) -> tuple[date | None, date | None]:
    """The first and the last day of a stretch of time in a zone; none where a side is open."""
    first = start.astimezone(zone).date() if start else None
    last = (until - timedelta(microseconds=1)).astimezone(zone).date() if until else None
    return first, last


def _gathered(asked: Asked, known: Identities, rows: Iterable[tuple[Any, ...]]) -> Words:
    gone = people.erased(asked.case)
    found: dict[UUID, dict[UUID, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        told = _told(row, asked.case.zone)
        if told.person not in gone:
            found[known.shown_as(told.person)][told.authority].append(told)
    ordered = {
        person: {id: tuple(sorted(words, key=lambda each: each.word.order)) for id, words in of.items()}
        for person, of in found.items()
    }
    return Words(asked, day_of(asked), known, ordered)


def _told(row: tuple[Any, ...], zone: ZoneInfo) -> Told:
    (
        person, authority, statement, position, state, said, start, until, confirmed, conditioned, version, record, recorded_by,
        purpose, batch, ref,
    ) = row  # fmt: skip
    first, last = days(start, until, zone)
    word = Word(
        statement,
        said.astimezone(zone).date(),
        position,
        Permission(state) if state else None,
        first,
        last,
        confirmed,
    )
    return Told(person, authority, word, conditioned, version, record, recorded_by, purpose, batch, ref)


def _rows(asked: Asked, which: str, **values: list[UUID]) -> list[tuple[Any, ...]]:
    clock = asked.clock
    parts = {
        "said": f"coalesce({knowing.event('s')}, s.recorded_at)",
        "begun": f"coalesce({knowing.event_begun('s')}, TRUE)",
        "which": which,
        "desk": knowing.statement_known(clock, "s"),
        "force": knowing.in_force(clock, "p.statement_id"),
        "counts": COUNTING.format(known=knowing.known(clock, "s"), link=knowing.link_known(clock, "l")),
        "reading": knowing.in_force(clock, "p.reading_id"),
        "settled": knowing.in_force(clock, "p.settled_id"),
        "confirmed": (f"{knowing.statement_known(clock, 's2')} AND {knowing.in_force(clock, 'c.statement_id')}"),
    }
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_TOLD.format(**parts)} UNION ALL {_ASKED.format(**parts)}", {**knowing.parameters(asked), **values}
        )
        return list(cursor.fetchall())


NOW = {"known_at": "infinity"}
LATEST = datetime(9998, 1, 1, tzinfo=UTC)


def as_recorded(case: CaseView, at: datetime) -> Asked:
    """The question as an action asks it: as of its moment, with all that is recorded, its own transaction included."""
    return Asked(
        case, at, LATEST, Clock.RECORDED, past=False, as_of_given=False, known_at_given=False, clock_given=False
    )


def no_longer_so(case: CaseView, permissions: Collection[UUID]) -> list[UUID]:
    """Which of these permissions were corrected or taken back, or rest on what was, by all that is recorded."""
    clock = Clock.RECORDED
    counts = COUNTING.format(known=knowing.known(clock, "s"), link=knowing.link_known(clock, "l"))
    rests = " AND ".join(knowing.in_force(clock, f"p.{ground}") for ground in ("reading_id", "settled_id"))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT p.statement_id FROM clearances_permission p JOIN ledger_statement s ON s.id = p.statement_id
            WHERE p.case_id = %(case)s AND p.statement_id = ANY (%(ids)s) AND NOT ({counts} AND {rests}) ORDER BY s.position
            """,
            {**NOW, "case": case.id, "ids": list(permissions)},
        )
        return [id for (id,) in cursor.fetchall()]


def taken_back(statements: Collection[UUID]) -> set[UUID]:
    """Which of these statements were taken back, by all that is recorded."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT each FROM unnest(%(ids)s::uuid[]) AS each
            WHERE NOT ({knowing.in_force(Clock.RECORDED, "each")})
            """,
            {**NOW, "ids": list(statements)},
        )
        return {id for (id,) in cursor.fetchall()}
