"""Who stands on lists as known at a time: the versions that counted then, and their entries, none of them opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked
from homeward.lists.queries.sealed import lines
from homeward.lists.queries.versions import every_version
from homeward.lists.queries.views import VersionView


class EntryOf(NamedTuple):
    """An entry of a version: in which row of the file, whose it is, and whether it opens or the key is gone.

    Sheet and row are 0 where no row of the file gives the entry. `settled` is that a person put a line right by hand.
    """

    version: UUID
    sheet: int
    row: int
    record: UUID
    person: UUID
    change: str
    opens: bool

    @property
    def kept(self) -> bool:
        return self.sheet == 0

    @property
    def settled(self) -> bool:
        return self.change == SETTLED


SETTLED = "settled"
_KNOWN = """
    SELECT g.version_id, s.id, s.ref, {in_force} FROM lists_reading g JOIN ledger_statement s ON s.id = g.statement_id
    WHERE g.case_id = %(case)s AND {known}
"""
_SETTLED_KNOWN = "FROM lists_settledrow d JOIN ledger_statement s ON s.id = d.statement_id AND {known} AND {in_force}"
_KEYS = "SELECT compartment_id, person_id FROM access_key WHERE compartment_id = ANY (%s) AND person_id = ANY (%s)"


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version that was known at the time asked, with the statement of its reading; `view` says if it was taken back by then."""

    view: VersionView
    statement: UUID
    ref: str


def known_versions(asked: Asked) -> list[KnownVersion]:
    """The versions of all lists of the case that were known at the time asked and are of no later day, the first one first."""
    clock = asked.clock
    sql = _KNOWN.format(in_force=knowing.in_force(clock, "g.statement_id"), known=knowing.known(clock, "s"))
    with connection.cursor() as cursor:
        cursor.execute(sql, knowing.parameters(asked))
        read = {version: told for version, *told in cursor.fetchall()}
    found = [
        KnownVersion(replace(view, withdrawn=not read[view.id][2]), read[view.id][0], read[view.id][1])
        for view in every_version(asked.case)
        if view.id in read and (view.declared is None or view.declared.concerns(asked.as_of))
    ]
    return sorted(found, key=lambda each: (str(each.view.list), each.view.number))


def entries(asked: Asked, versions: Sequence[UUID], among: Collection[UUID] | None = None) -> list[EntryOf]:
    """The entries of these versions in the order of their files; lines that were settled by the time asked come last.

    Of all people, or of these alone.
    """
    clock = asked.clock
    some = "TRUE" if among is None else "{table}.person_id = ANY (%(among)s)"
    settled = _SETTLED_KNOWN.format(known=knowing.known(clock, "s"), in_force=knowing.in_force(clock, "d.statement_id"))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH settled AS MATERIALIZED (
                SELECT d.version_id, d.aside_id, d.record_id, d.person_id, d.compartment_id, d.position {settled}
                WHERE d.version_id = ANY (%(versions)s) AND d.record_id IS NOT NULL AND {some.format(table="d")}
            )
            SELECT version_id, sheet, row, record_id, person_id, change, compartment_id FROM (
                SELECT r.version_id, r.sheet, CASE WHEN r.sheet = 0 THEN 0 ELSE r.number END AS row, r.record_id, r.person_id,
                       r.change, r.compartment_id,
                       CASE WHEN r.sheet = 0 THEN 40000 ELSE r.sheet END AS at, r.number::bigint AS place
                FROM lists_row r WHERE r.version_id = ANY (%(versions)s) AND {some.format(table="r")}
                  -- An entry that was kept because a line may give it: the line, once settled, gives it.
                  AND NOT (r.sheet = 0 AND EXISTS (SELECT FROM settled s WHERE s.version_id = r.version_id
                                                   AND s.person_id = r.person_id))
                UNION ALL
                SELECT d.version_id, a.sheet, a.number, d.record_id, d.person_id, '{SETTLED}', d.compartment_id,
                       50000, d.position
                FROM settled d JOIN lists_setaside a ON a.id = d.aside_id
            ) AS entry ORDER BY version_id, at, place
            """,
            {**knowing.parameters(asked), "versions": list(versions), "among": list(among or ())},
        )
        rows = cursor.fetchall()
        # Asked for apart: a condition on each row is one look for each of a million.
        cursor.execute(_KEYS, [list({room for *_, room in rows}), list({person for *_, person, _, _ in rows})])
        keys = set(cursor.fetchall())
    return [
        EntryOf(version, sheet, row, record, person, change, (room, person) in keys)
        for version, sheet, row, record, person, change, room in rows
    ]


def people_by_version(versions: Sequence[UUID], records: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """Of each of these versions whose entries these records are; versions that have none of them are left out."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT version_id, person_id FROM lists_row WHERE version_id = ANY (%s) AND record_id = ANY (%s)",
            [list(versions), list(records)],
        )
        for version, person in cursor.fetchall():
            found[version].add(person)
    return dict(found)


class WaitingLine(NamedTuple):
    """A line of a version that was set aside and waited for a person at the time asked, opened: sheet, row, its cells."""

    sheet: int
    row: int
    cells: tuple[str, ...]


def waiting_lines(asked: Asked, version: UUID) -> list[WaitingLine]:
    """The lines of a version that nobody had settled by the time asked; one whose key is gone is left out."""
    clock = asked.clock
    settled = _SETTLED_KNOWN.format(known=knowing.known(clock, "s"), in_force=knowing.in_force(clock, "d.statement_id"))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT a.compartment_id, a.id, a.box, a.sheet, a.number FROM lists_setaside a
            WHERE a.version_id = %(version)s AND NOT EXISTS (SELECT {settled} WHERE d.aside_id = a.id)
            ORDER BY a.sheet, a.number
            """,
            {**knowing.parameters(asked), "version": version},
        )
        rows = cursor.fetchall()
    held = {
        id: told["cells"]
        for room in {row[0] for row in rows}
        for id, told in lines(room, [(row[1], bytes(row[2])) for row in rows if row[0] == room]).items()
    }
    return [WaitingLine(sheet, row, tuple(held[id])) for _, id, _, sheet, row in rows if id in held]


def statements_of(list_id: UUID) -> set[UUID]:
    """The statements by which a list gives people: the readings of its versions, and what put its lines right."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT statement_id FROM lists_reading WHERE list_id = %(list)s
            UNION SELECT record_id FROM lists_settledrow WHERE list_id = %(list)s AND record_id IS NOT NULL
            """,
            {"list": list_id},
        )
        return {statement for (statement,) in cursor.fetchall()}
