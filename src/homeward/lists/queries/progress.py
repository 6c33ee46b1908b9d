"""How far the work on a file is, as the session that does it says; nothing where no work goes on."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

READ, KEPT = "read", "kept"


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What is being done with the lines of a file ("read" as a look at it, "kept" as rows of the register): done of all."""

    act: str
    done: int
    all: int


def sign(upload: UUID, act: str, done: int, all: int) -> str:
    """What a session calls itself while it works on a file; a name of PostgreSQL holds 63 bytes."""
    return f"list {upload.hex} {act} {done} {all}"


def progress(upload: UUID) -> ProgressView | None:
    """How far the work on a file is, which the asker sees already; none where none goes on, or it is short."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE %s",
            [f"list {upload.hex} %"],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    act, done, all = row[0].split()[2:]
    return ProgressView(act, int(done), int(all))
