"""Make every table again from the statements alone: to prove that it says what the ledger says, or to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, LiteralString

from django.conf import settings
from django.db import connections, transaction
from django.utils.module_loading import import_string
from psycopg import sql

from homeward.ledger.actions.proving.exporting import OWNER

PROJECTOR = "homeward_projector"
BATCH = 10_000
"""Statements made into rows at once; bounds memory, and no row depends on it."""

STORED_ROWS, REPLAYED_ROWS = "SELECT count(*) FROM {stored}", "SELECT count(*) FROM {replayed}"
# Two rows of one key are compared as they are stored, byte by byte, whatever the types of their columns.
DIFFERING = """
    SELECT {is_stored}, {is_replayed}, ARRAY[{stored_row}], ARRAY[{replayed_row}]
    FROM {stored} s FULL JOIN {replayed} r ON {same_key}
    WHERE NOT ({is_stored} AND {is_replayed}) OR s.* *<> r.*
    ORDER BY {key} LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first row that is not what the ledger says; a row that is not there at all has the value None."""

    table: str
    key: str
    column: str
    stored: str | None
    replayed: str | None

    def __str__(self) -> str:
        place = f"{self.table}, {self.key}" + (f", {self.column}" if self.column else "")
        return f"{place}: stored {self.stored!r}, the ledger says {self.replayed!r}"


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many statements were gone through, the rows they make by table, and what differs from the stored ones."""

    statements: int
    rows: Mapping[str, int]
    difference: Difference | None = None

    @property
    def ok(self) -> bool:
        return self.difference is None


def replay(*, check: bool = True) -> Replayed:
    """Compare every table with what the statements make of it, or (`check=False`) put that in its place.

    Checking writes nothing and stops nobody. Making the tables again takes one transaction, for which writers wait.
    Takes transactions of its own.
    """
    return _compare() if check else _rebuild()


def _compare() -> Replayed:
    with _as_projector("ISOLATION LEVEL REPEATABLE READ") as cursor:
        tables = _tables()
        for table in tables:
            # Temporary tables of the same names come first in the search path, so the projections fill these.
            _run(cursor, "CREATE TEMPORARY TABLE {replayed} (LIKE {stored} INCLUDING ALL) ON COMMIT DROP", table)
        statements = _apply(cursor)
        rows, difference = {}, None
        for table in tables:
            _run(cursor, "ANALYZE {replayed}", table)
            rows[table] = _count(cursor, REPLAYED_ROWS, table)
            difference = difference or _first_difference(cursor, table, rows[table])
        return Replayed(statements, rows, difference)


def _rebuild() -> Replayed:
    with _as_projector("ISOLATION LEVEL READ COMMITTED") as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('homeward.ledger.append'))")
        tables = _tables()
        for table in reversed(tables):
            _run(cursor, "DELETE FROM {stored}", table)
        statements = _apply(cursor)
        return Replayed(statements, {table: _count(cursor, STORED_ROWS, table) for table in tables})


@contextmanager
def _as_projector(characteristics: str) -> Iterator[Any]:
    with transaction.atomic(using=OWNER, durable=True), connections[OWNER].cursor() as cursor:
        cursor.execute(f"SET TRANSACTION {characteristics}")
        cursor.execute(f"SET LOCAL ROLE {PROJECTOR}")
        yield cursor


def _tables() -> list[str]:
    return [table for room in settings.LEDGER_PROJECTIONS for table in import_string(f"{room}.TABLES")]


def _apply(cursor: Any) -> int:
    cursor.execute("SELECT coalesce(max(position), 0) FROM ledger_statement")
    (last,) = cursor.fetchone()
    for before in range(0, last, BATCH):
        for room in settings.LEDGER_PROJECTIONS:
            import_string(f"{room}.apply")(before=before, last=min(before + BATCH, last), using=OWNER)
    return int(last)


def _run(cursor: Any, command: LiteralString, table: str, **parts: sql.Composable) -> None:
    """Run a command about a table: `{stored}` is the desk's own, `{replayed}` the one made again beside it."""
    stored, replayed = sql.Identifier("public", table), sql.Identifier("pg_temp", table)
    cursor.execute(sql.SQL(command).format(stored=stored, replayed=replayed, **parts))


def _count(cursor: Any, command: LiteralString, table: str) -> int:
    _run(cursor, command, table)
    (rows,) = cursor.fetchone()
    return int(rows)


def _first_difference(cursor: Any, table: str, rows: int) -> Difference | None:
    """Rows are paired by key and compared byte by byte; a doubled row has its pair, so rows are counted too."""
    columns, keys = _columns(cursor, table)
    if not keys:
        return Difference(table, "all rows", "primary key", None, "each row has one")
    _run(cursor, DIFFERING, table, **_parts(columns, keys))
    found = cursor.fetchone()
    if found is None:
        stored = _count(cursor, STORED_ROWS, table)
        return None if stored == rows else Difference(table, "all rows", "count", str(stored), str(rows))
    is_stored, is_replayed, stored_row, replayed_row = found
    there = dict(zip(columns, stored_row if is_stored else replayed_row, strict=True))
    key = ", ".join(f"{name} {there[name]}" for name in keys)
    if not (is_stored and is_replayed):
        whole = ", ".join(f"{name} {value}" for name, value in there.items())
        return Difference(table, key, "", whole if is_stored else None, whole if is_replayed else None)
    for name, one, other in zip(columns, stored_row, replayed_row, strict=True):
        if one != other:
            return Difference(table, key, name, one, other)
    return Difference(table, key, "", "the same values in other bytes", "others")


def _parts(columns: list[str], keys: list[str]) -> dict[str, sql.Composable]:
    def each(form: LiteralString, names: list[str], between: LiteralString = ", ") -> sql.Composable:
        return sql.SQL(between).join(sql.SQL(form).format(sql.Identifier(name)) for name in names)

    return {
        "is_stored": each("s.{} IS NOT NULL", keys[:1]),
        "is_replayed": each("r.{} IS NOT NULL", keys[:1]),
        "stored_row": each("s.{}::text", columns),
        "replayed_row": each("r.{}::text", columns),
        "same_key": each("s.{0} = r.{0}", keys, " AND "),
        "key": each("coalesce(s.{0}, r.{0})", keys),
    }


def _columns(cursor: Any, table: str) -> tuple[list[str], list[str]]:
    """The columns of a table and those of its primary key."""
    cursor.execute(
        """
        SELECT a.attname, coalesce(a.attnum = ANY (i.indkey::int2[]), false)
        FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
        WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
        """,
        [f"pg_temp.{table}"],
    )
    told = cursor.fetchall()
    return [name for name, _ in told], [name for name, is_key in told if is_key]
