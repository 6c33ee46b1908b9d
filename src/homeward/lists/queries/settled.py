"""What is settled about a line that was set aside, and what was built on it since."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from homeward.lists.models import SettledRow, Version
from homeward.lists.queries.standing import IN_FORCE, NOW, SETTLED


def settled(line: UUID) -> SettledRow | None:
    """The last word about a line, unless it was taken back."""
    found = SettledRow.objects.raw(
        f"SELECT d.* FROM lists_settledrow d WHERE d.aside_id = %(line)s AND {SETTLED}", {**NOW, "line": line}
    )
    return next(iter(found), None)


def gone_on(version: Version, record: UUID) -> int | None:
    """The number of the last later version, of those that count, which goes on from a record or no longer has it."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT max(v.number) FROM lists_version v
            JOIN lists_reading g ON g.version_id = v.version_id AND {IN_FORCE}
            WHERE v.list_id = %(list)s AND v.number > %(number)s AND (
                EXISTS (SELECT FROM lists_row r WHERE r.version_id = v.version_id
                        AND (r.record_id = %(record)s OR r.before_record_id = %(record)s))
                OR EXISTS (SELECT FROM lists_departure d WHERE d.version_id = v.version_id AND d.record_id = %(record)s))
            """,
            {**NOW, "list": version.list_id, "number": version.number, "record": record},
        )
        (number,) = cursor.fetchone()
    return int(number) if number else None
