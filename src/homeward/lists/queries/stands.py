"""Where somebody stands on lists: on which, in which row, since which version, until which."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.ledger.queries.views import CaseView
from homeward.lists.queries.standing import SETTLED, then
from homeward.lists.queries.versions import versions
from homeward.lists.queries.views import StandView, VersionView

Place = tuple[int, int, UUID, str]


def stands(case: CaseView, person: UUID, *, known_at: datetime | None = None) -> list[StandView]:
    """Every stretch of versions, of those that count, on which somebody stands without a gap; those that go on come first."""
    places = _places(case, person, known_at)
    found: list[StandView] = []
    for list_id, held in places.items():
        every = [each for each in reversed(versions(case, list_id, known_at=known_at)) if not each.withdrawn]
        found += _stretches(every, held)
    return sorted(found, key=lambda each: (not each.stands, each.authority, each.title, -each.last.number))


def _places(case: CaseView, person: UUID, known_at: datetime | None) -> dict[UUID, dict[UUID, Place]]:
    """The lists and versions on which somebody stands, with the row of each."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT v.list_id, r.version_id, r.sheet, CASE WHEN r.sheet = 0 THEN 0 ELSE r.number END, r.record_id, r.change
            FROM lists_row r JOIN lists_version v ON v.version_id = r.version_id
            WHERE r.person_id = %(person)s AND v.case_id = %(case)s
            UNION ALL
            SELECT d.list_id, d.version_id, a.sheet, a.number, d.record_id, 'settled'
            FROM lists_settledrow d JOIN lists_setaside a ON a.id = d.aside_id
            WHERE d.person_id = %(person)s AND d.case_id = %(case)s AND {SETTLED}
            ORDER BY 3 DESC, 4 DESC
            """,
            {**then(known_at), "person": person, "case": case.id},
        )
        found: defaultdict[UUID, dict[UUID, Place]] = defaultdict(dict)
        for list_id, version, *place in cursor.fetchall():
            found[list_id][version] = _place(place)
    return found


def _place(place: list[Any]) -> Place:
    sheet, row, record, change = place
    return sheet, row, record, change


def _stretches(every: list[VersionView], held: dict[UUID, Place]) -> list[StandView]:
    found: list[StandView] = []
    begun: VersionView | None = None
    for at, version in enumerate(every):
        if version.id not in held:
            continue
        begun = begun or version
        after = every[at + 1] if at + 1 < len(every) else None
        if after is not None and after.id in held:
            continue
        sheet, row, record, change = held[version.id]
        found.append(
            StandView(version.list, version.authority, version.title, begun, version, after, sheet, row, record, change)
        )
        begun = None
    return found
