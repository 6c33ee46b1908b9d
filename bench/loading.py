"""How fast a case comes in, beside a plain COPY of the same rows into tables without an index, a check or a reader."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import psycopg

from bench import cost
from bench.desk import Desk

TABLES = ("statement", "figure", "series", "voice", "link", "publication", "carried", "document")


@dataclass(frozen=True, slots=True)
class Loading:
    """Seconds that a load took, and a COPY of what it left; `work` is processor time of client and server together."""

    statements: int
    wall: float
    work: float
    client: float
    copy_wall: float
    entry_bytes: int

    def __str__(self) -> str:
        return (
            f"load of {self.statements:,}: {self.wall:.1f} s, {self.statements / self.wall:,.0f} a second; "
            f"processor time {self.work:.1f} s (client {self.client:.1f}), {self.statements / self.work:,.0f} a second "
            f"on one core; plain COPY of the same rows {self.copy_wall:.2f} s, ratio {self.wall / self.copy_wall:.1f}; "
            f"an entry has {self.entry_bytes:,} bytes"
        )


def loaded(desk: Desk, data: bytes, compartment: UUID) -> cost.Cost:
    """Load a case file end to end: read, checked, appended, projected, sealed, committed."""
    from homeward.ledger import actions

    with cost.measured() as took, desk.acting() as by:
        actions.load_case(data=data, compartment=compartment, accept_warnings=True, by=by, at=datetime.now(UTC))
    return took


def against_copy(desk: Desk, data: bytes, compartment: UUID) -> Loading:
    """A load into an empty ledger, and then its rows once more by COPY."""
    took = loaded(desk, data, compartment)
    with (
        psycopg.connect(desk.server.url("homeward_migrator")) as kept,
        psycopg.connect(desk.server.url("homeward_migrator")) as plain,
    ):
        kept.execute("SET ROLE homeward_projector")
        seconds = sum(_copied(kept, plain, f"ledger_{name}") for name in TABLES)
        found = kept.execute(
            "SELECT count(*) FILTER (WHERE kind LIKE 'said.%'), avg(octet_length(entry))::int FROM ledger_statement"
        ).fetchone()
    statements, size = found or (0, 0)
    return Loading(statements, took.wall, took.work, took.client, seconds, size)


def _copied(kept: psycopg.Connection, plain: psycopg.Connection, table: str) -> float:
    with kept.cursor().copy(f"COPY {table} TO STDOUT (FORMAT binary)") as out:
        rows = list(out)
    plain.execute(f"CREATE TABLE plain_{table} (LIKE {table})")
    plain.commit()
    began = time.perf_counter()
    with plain.cursor().copy(f"COPY plain_{table} FROM STDIN (FORMAT binary)") as into:
        for row in rows:
            into.write(row)
    plain.commit()
    took = time.perf_counter() - began
    plain.execute(f"DROP TABLE plain_{table}")
    plain.commit()
    return took
