"""The desk of lines that were set aside: the ones that wait, the oldest first, and what became of the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.queries.views import CaseView
from homeward.lists.queries.sealed import lines
from homeward.lists.queries.standing import IN_FORCE, SETTLED, then
from homeward.lists.queries.views import AsideView

_LINES = f"""
    FROM lists_setaside a JOIN lists_version v ON v.version_id = a.version_id
    JOIN lists_reading g ON g.version_id = v.version_id AND {IN_FORCE}
    JOIN lists_list l ON l.list_id = v.list_id JOIN ledger_source s ON s.id = l.authority_id
    LEFT JOIN lists_settledrow d ON d.aside_id = a.id AND {SETTLED}
    LEFT JOIN ledger_statement t ON t.id = d.statement_id
    WHERE a.case_id = %(case)s AND v.recorded_at <= %(known_at)s AND (%(list)s::uuid IS NULL OR v.list_id = %(list)s)
    AND (%(line)s::uuid IS NULL OR a.id = %(line)s) AND (NOT %(waiting)s OR d.statement_id IS NULL)
"""


def set_aside(
    case: CaseView,
    *,
    list_id: UUID | None = None,
    line: UUID | None = None,
    waiting: bool = True,
    page: int = 1,
    size: int = 100,
    known_at: datetime | None = None,
) -> list[AsideView]:
    """Lines that were set aside, opened: those that wait for a person, or all; of versions that count, as known at a moment."""
    values = {**then(known_at), "case": case.id, "list": list_id, "line": line, "waiting": waiting}
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT a.id, a.compartment_id, a.box, v.list_id, s.name, l.title, v.version_id, v.number, a.number, a.code,
                   v.recorded_at, v.media_type LIKE 'image/%%', coalesce(d.settled, ''), d.recorded_by, d.person_id,
                   coalesce(t.ref, '') {_LINES}
            ORDER BY v.recorded_at, a.sheet, a.number, a.id LIMIT %(size)s OFFSET %(passed)s
            """,
            {**values, "size": size, "passed": (page - 1) * size},
        )
        rows = cursor.fetchall()
    held = _opened(rows)
    typed_by = _typed_by([row[0] for row in rows], known_at)
    names = access.names_of(
        {row[13] for row in rows if row[13]} | {each for those in typed_by.values() for each in those}
    )
    return [_view(row, held.get(row[0]), names, typed_by) for row in rows]


def count_set_aside(
    case: CaseView, *, list_id: UUID | None = None, waiting: bool = True, known_at: datetime | None = None
) -> int:
    """How many such lines there are."""
    values = {**then(known_at), "case": case.id, "list": list_id, "line": None, "waiting": waiting}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {_LINES}", values)
        (count,) = cursor.fetchone()
    return int(count)


def open_lines(case: CaseView, *, known_at: datetime | None = None) -> dict[UUID, int]:
    """How many lines of each list wait for a person."""
    values = {**then(known_at), "case": case.id, "list": None, "line": None, "waiting": True}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT v.list_id {_LINES}", values)
        return dict(Counter(row[0] for row in cursor.fetchall()))


def _opened(rows: list[tuple[Any, ...]]) -> dict[UUID, dict[str, Any]]:
    rooms: defaultdict[UUID, list[tuple[UUID, bytes]]] = defaultdict(list)
    for id, room, box, *_ in rows:
        rooms[room].append((id, bytes(box)))
    return {id: told for room, boxed in rooms.items() for id, told in lines(room, boxed).items()}


def _typed_by(ids: list[UUID], known_at: datetime | None) -> dict[UUID, list[UUID]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT aside_id, array_agg(DISTINCT keyed_by) FROM lists_keying"
            " WHERE aside_id = ANY (%(ids)s) AND keyed_at <= %(known_at)s GROUP BY aside_id",
            {**then(known_at), "ids": ids},
        )
        return dict(cursor.fetchall())


def _view(
    row: tuple[Any, ...], told: dict[str, Any] | None, names: dict[UUID, str], typed_by: dict[UUID, list[UUID]]
) -> AsideView:
    (id, _, _, list_id, authority, title, version, number, line, code, at, twice, settled, by, person, ref) = row
    return AsideView(
        id=id,
        list=list_id,
        authority=authority,
        title=title,
        version=version,
        number=number,
        sheet=told["sheet"] if told else None,
        row=line,
        code=code,
        reason=told["reason"] if told else None,
        cells=tuple(told["cells"]) if told else None,
        headings=tuple(told["headings"]) if told else (),
        # What two people did not type alike is typed anew by each of them, without the other's words before the eyes.
        typed=_typed(told) if told and not twice else {},
        recorded_at=at,
        twice=twice,
        settled=settled,
        settled_as=ref,
        settled_by=names.get(by, "") if by else "",
        person=person,
        keyed_by=tuple(sorted(names.get(each, "") for each in typed_by.get(id, ()))),
    )


def _typed(told: dict[str, Any]) -> dict[str, str]:
    """What the cells of the line give under the columns of its table, for a person to put right."""
    cells, fields = told["cells"], told.get("fields", {})
    found: dict[str, str] = {}
    for at, field in fields.items():
        words = cells[int(at)].strip() if int(at) < len(cells) else ""
        if words and field not in ("other", "nothing", "running number"):
            found[field] = f"{found[field]} {words}" if field in found else words
    return found
