"""Whose entry a line may be that was set aside: somebody who is not on this version otherwise, or who came with a later one."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from homeward.lists.core.diff import difference
from homeward.lists.core.entry import Entry
from homeward.lists.models import SetAside, Version
from homeward.lists.queries.standing import said
from homeward.people.core.values import Values


def fitting(line: SetAside, version: Version, values: Values) -> UUID | None:
    """The person whose entry this surely is, by the same grounds as between two versions; none when nobody is."""
    pool = list(said(_pool(version)))
    steps = difference([Entry(at, stood.values) for at, stood in enumerate(pool)], [Entry(0, values)]).steps
    before = next((step.before for step in steps if step.after is not None), None)
    return pool[before.number].person if before is not None else None


def _pool(version: Version) -> list[tuple[UUID, UUID]]:
    """Entries that no row of this version gives, and those that came new with later versions."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT record_id, person_id FROM lists_row WHERE version_id = %(version)s AND sheet = 0
            UNION SELECT record_id, person_id FROM lists_departure WHERE version_id = %(version)s
            UNION SELECT r.record_id, r.person_id FROM lists_row r JOIN lists_version v ON v.version_id = r.version_id
            WHERE v.list_id = %(list)s AND v.number > %(number)s AND r.change = 'in'
            """,
            {"version": version.version_id, "list": version.list_id, "number": version.number},
        )
        return list(cursor.fetchall())
