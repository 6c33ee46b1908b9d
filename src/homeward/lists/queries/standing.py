"""Which versions of a list count, and who stands on the last one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import CaseView
from homeward.lists.core.succession import Stood
from homeward.moments import Clock
from homeward.people.queries.records import boxed, opened

IN_FORCE = knowing.in_force(Clock.RECORDED, "g.statement_id")
"""The condition that nobody withdrew the reading `g` of a version."""
SETTLED = f"""d.recorded_at <= %(known_at)s AND {knowing.in_force(Clock.RECORDED, "d.statement_id")} AND NOT EXISTS (
    SELECT FROM lists_settledrow later WHERE later.aside_id = d.aside_id AND later.position > d.position
    AND later.recorded_at <= %(known_at)s AND {knowing.in_force(Clock.RECORDED, "later.statement_id")})"""
"""The condition that `d` was the last word about a line that was set aside, and that nobody had taken it back."""
NOW = {"known_at": "infinity"}
BATCH = 5_000
RECORDS = {"people_record": "id = ANY (%(ids)s)", "people_said": "statement_id = ANY (%(ids)s)"}


def then(known_at: datetime | None) -> dict[str, datetime | str]:
    """The values of a question as known at a moment, by when the desk recorded, whatever the clock of the case; none is now."""
    return {"known_at": known_at} if known_at is not None else dict(NOW)


@dataclass(frozen=True, slots=True)
class LastVersion:
    """The last version of a list that counts: its id, number and declared day."""

    id: UUID
    number: int
    declared: datetime | None
    statement: UUID


def last_version(list_id: UUID) -> LastVersion | None:
    """The last version of a list that was read and not withdrawn."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT v.version_id, v.number, v.declared_from, g.statement_id
            FROM lists_version v JOIN lists_reading g ON g.version_id = v.version_id
            WHERE v.list_id = %(list)s AND {IN_FORCE} ORDER BY v.number DESC LIMIT 1
            """,
            {**NOW, "list": list_id},
        )
        row = cursor.fetchone()
    return LastVersion(*row) if row else None


def is_withdrawn(version: UUID) -> bool:
    """Whether a version was taken back."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT NOT EXISTS (SELECT FROM lists_reading g WHERE g.version_id = %(version)s AND {IN_FORCE})",
            {**NOW, "version": version},
        )
        (gone,) = cursor.fetchone()
    return bool(gone)


def next_number(list_id: UUID) -> int:
    """The number that the next version gets; a withdrawn one keeps its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM lists_version WHERE list_id = %s", [list_id])
        (number,) = cursor.fetchone()
    return int(number)


def standing(version: UUID, *, known_at: datetime | None = None) -> list[tuple[UUID, UUID]]:
    """Record and person of every entry of a version, in the order of the file; lines that were settled then come last."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT record_id, person_id FROM (
                SELECT record_id, person_id, CASE WHEN sheet = 0 THEN 40000 ELSE sheet END AS sheet, number FROM lists_row r
                WHERE version_id = %(version)s
                  -- An entry that was kept because a line may give it: the line, once settled, gives it.
                  AND NOT (sheet = 0 AND EXISTS (SELECT FROM lists_settledrow d WHERE d.version_id = r.version_id
                                                 AND d.person_id = r.person_id AND {SETTLED}))
                UNION ALL
                SELECT record_id, person_id, 50000, row_number() OVER (ORDER BY position)::int FROM lists_settledrow d
                WHERE version_id = %(version)s AND record_id IS NOT NULL AND {SETTLED}
            ) AS entry ORDER BY sheet, number
            """,
            {**then(known_at), "version": version},
        )
        return list(cursor.fetchall())


def stood(version: UUID) -> Iterator[Stood]:
    """Every entry of a version with what it says; who was forgotten is left out."""
    yield from said(standing(version))


def said(entries: Sequence[tuple[UUID, UUID]]) -> Iterator[Stood]:
    """Records and people with what the records say; what does not open is left out."""
    for start in range(0, len(entries), BATCH):
        part = entries[start : start + BATCH]
        found = {view.id: view.values for view in opened(list(boxed(RECORDS, ids=[record for record, _ in part])))}
        for record, person in part:
            values = found.get(record)
            if values is not None:
                yield Stood(record, person, values)


def last_day(case: CaseView, last: LastVersion | None) -> date | None:
    """The day, in the zone of the case, that the last version is of."""
    return last.declared.astimezone(case.zone).date() if last and last.declared else None
