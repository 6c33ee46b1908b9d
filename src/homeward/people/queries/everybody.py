"""Everybody in one compartment of a case, opened: for whoever compares people with people, not for anybody's eyes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import CaseView
from homeward.moments import Clock
from homeward.people.core.values import Values
from homeward.people.queries.records import boxed, opened

BATCH = 5_000
NOW = {"known_at": "infinity"}
CHANGING = ("said.person", "said.kin", "done.list_read", "done.erased", "done.withdrawn")

# A record counts while its statement was not taken back, corrected or superseded, and no later row reads otherwise.
_GONE = f"""
    SELECT l.to_id FROM ledger_link l
    WHERE l.case_id = %(case)s AND l.to_figure = 0 AND NOT l.doubtful AND l.stance IN ('retracts', 'corrects', 'supersedes')
      AND {knowing.link_known(Clock.RECORDED, "l")}
"""
_COUNTING = f"""
    WITH gone AS MATERIALIZED ({_GONE}),
    given AS (
        SELECT r.id, r.person_id, r.statement_id, r.instead_of_id FROM people_record r
        WHERE r.case_id = %(case)s AND r.compartment_id = %(compartment)s
          AND NOT EXISTS (SELECT FROM gone WHERE gone.to_id = r.statement_id)
        UNION ALL
        SELECT d.statement_id, d.person_id, d.statement_id, NULL FROM people_said d
        WHERE d.case_id = %(case)s AND d.compartment_id = %(compartment)s
          AND NOT EXISTS (SELECT FROM gone WHERE gone.to_id = d.statement_id)
    )
    SELECT g.person_id, g.id, g.statement_id FROM given g
    WHERE NOT EXISTS (SELECT FROM given later WHERE later.instead_of_id = g.id)
      AND EXISTS (SELECT FROM access_key k WHERE k.compartment_id = %(compartment)s AND k.person_id = g.person_id)
    ORDER BY g.person_id, g.id
"""
_RECORDS = {
    "people_record": "case_id = %(case)s AND compartment_id = %(compartment)s AND id = ANY (%(ids)s)",
    "people_said": "case_id = %(case)s AND compartment_id = %(compartment)s AND statement_id = ANY (%(ids)s)",
}
# Whom the statements after a place in the ledger are about: people told of, read in, or whose records were taken back.
_CHANGED = """
    WITH since AS MATERIALIZED (
        SELECT s.id FROM ledger_statement s
        WHERE s.case_id = %(case)s AND s.compartment_id = %(compartment)s AND s.position > %(after)s AND s.position <= %(last)s
          AND s.kind = ANY (%(kinds)s)
    ), touched AS (
        SELECT id FROM since UNION SELECT l.to_id FROM ledger_link l JOIN since ON since.id = l.statement_id
    ), again AS (
        SELECT id FROM touched UNION SELECT l.to_id FROM ledger_link l JOIN touched ON touched.id = l.statement_id
    )
    SELECT r.person_id FROM people_record r JOIN again ON again.id = r.statement_id
    UNION SELECT d.person_id FROM people_said d JOIN again ON again.id = d.statement_id
    UNION SELECT e.person_id FROM people_erased e JOIN again ON again.id = e.statement_id
    UNION SELECT unnest(ARRAY[k.person_id, k.other_id]) FROM people_kin k JOIN again ON again.id = k.statement_id
"""


class GivenOf(NamedTuple):
    """A record that counts, and the statement it came by (of a list: that of its reading)."""

    record: UUID
    statement: UUID
    values: Values


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person with all that counts of what voices gave about them in one compartment."""

    id: UUID
    given: tuple[GivenOf, ...]


def everybody(case: CaseView, compartment: UUID) -> Iterator[Somebody]:
    """Everybody in a compartment, in the order of their ids; who was forgotten, or of whom nothing counts, is left out."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTING, {**NOW, "case": case.id, "compartment": compartment})
        rows = iter(cursor.fetchall())
    given: Iterator[tuple[UUID, GivenOf]] = _opened(case, compartment, rows)
    for person, of in groupby(given, key=lambda each: each[0]):
        yield Somebody(person, tuple(each for _, each in of))


def changed_since(case: CaseView, compartment: UUID, *, after: int, last: int) -> set[UUID]:
    """Of whom something else may count than before, by the statements behind one place of the ledger up to another."""
    with connection.cursor() as cursor:
        cursor.execute(
            _CHANGED,
            {"case": case.id, "compartment": compartment, "after": after, "last": last, "kinds": list(CHANGING)},
        )
        return {person for (person,) in cursor.fetchall()}


def compartments_of(case: CaseView) -> set[UUID]:
    """The compartments in which the register of a case holds anybody, of those that the actor may see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT compartment_id FROM people_person WHERE case_id = %s", [case.id])
        return {compartment for (compartment,) in cursor.fetchall()}


def registers_changed(*, before: int, last: int) -> list[tuple[UUID, UUID]]:
    """The cases and compartments in which statements behind one place of the ledger, up to another, may change the register."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT case_id, compartment_id FROM ledger_statement"
            " WHERE position > %s AND position <= %s AND kind = ANY (%s)",
            [before, last, list(CHANGING)],
        )
        return list(cursor.fetchall())


def on_one_list(case: CaseView, pairs: Collection[tuple[UUID, UUID]]) -> set[tuple[UUID, UUID]]:
    """Of these pairs, those of whom one reading of a list gives both."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT pair.one, pair.other FROM unnest(%(ones)s::uuid[], %(others)s::uuid[]) AS pair (one, other)
            JOIN people_record a ON a.person_id = pair.one JOIN ledger_statement s ON s.id = a.statement_id
            JOIN people_record b ON b.person_id = pair.other JOIN ledger_statement t ON t.id = b.statement_id
            WHERE s.case_id = %(case)s AND t.case_id = %(case)s
              AND s.entry::jsonb #>> '{content,list}' = t.entry::jsonb #>> '{content,list}'
            """,
            {"case": case.id, "ones": [one for one, _ in pairs], "others": [other for _, other in pairs]},
        )
        return set(cursor.fetchall())


def kin_pairs(case: CaseView, compartment: UUID, relations: Collection[str]) -> list[tuple[UUID, UUID]]:
    """Whom voices put together by one of these relations, as far as it was not taken back."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT k.person_id, k.other_id FROM people_kin k
            WHERE k.case_id = %(case)s AND k.compartment_id = %(compartment)s AND k.relation = ANY (%(relations)s)
              AND k.statement_id NOT IN ({_GONE})
            """,
            {**NOW, "case": case.id, "compartment": compartment, "relations": [str(each) for each in relations]},
        )
        return list(cursor.fetchall())


def lists_read(case: CaseView) -> dict[UUID, UUID]:
    """Of which list each reading is, by its statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, (entry::jsonb #>> '{content,list}')::uuid FROM ledger_statement"
            " WHERE case_id = %s AND kind = 'done.list_read'",
            [case.id],
        )
        return dict(cursor.fetchall())


def last_change(case: CaseView, compartment: UUID) -> int:
    """The place in the ledger of the last statement that may change the register in a compartment; 0 for none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(position), 0) FROM ledger_statement"
            " WHERE case_id = %s AND compartment_id = %s AND kind = ANY (%s)",
            [case.id, compartment, list(CHANGING)],
        )
        (position,) = cursor.fetchone()
    return int(position)


def _opened(
    case: CaseView, compartment: UUID, rows: Iterator[tuple[UUID, UUID, UUID]]
) -> Iterator[tuple[UUID, GivenOf]]:
    while part := list(islice(rows, BATCH)):
        ids: Collection[UUID] = [id for _, id, _ in part]
        found = {
            view.id: view.values
            for view in opened(list(boxed(_RECORDS, case=case.id, compartment=compartment, ids=list(ids))))
        }
        for person, id, statement in part:
            values = found.get(id)
            if values is not None:
                yield person, GivenOf(id, statement, values)
