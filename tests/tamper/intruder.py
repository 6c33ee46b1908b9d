"""Somebody with all power over the database, and the signing key in hand when a test says so."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import psycopg
from django.conf import settings
from psycopg import sql

from homeward.seals import heads, keys, tree
from tests.grounds.databases import Database

KEPT = (
    "ledger_statement",
    "ledger_tile",
    "ledger_head",
    "ledger_document",
    "access_event",
    "access_tile",
    "people_record",
)
FORMS = {21: "h", 23: "i"}
"""How PostgreSQL's smaller whole numbers are packed, by the number of their type; the large ones take eight bytes."""
ORIGIN = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """One byte of one value in one row, made another."""

    table: str
    column: str
    row: str
    before: Any
    after: Any


class Intruder:
    """A superuser's connection with triggers switched off; what it does is committed at once."""

    def __init__(self, database: Database) -> None:
        self.connection = psycopg.connect(database.server.url("postgres", database.name), autocommit=True)
        self.connection.execute("SET session_replication_role = replica")

    def does(self, command: str, *values: Any) -> list[tuple[Any, ...]]:
        done = self.connection.execute(command, values or None)
        return done.fetchall() if done.description else []

    @contextmanager
    def at_work(self) -> Iterator[Intruder]:
        """Everything the intruder does inside is undone afterwards."""
        tables = [*KEPT, *projections()]
        self.does("CREATE SCHEMA aside")
        for table in tables:
            self.does(f"CREATE TABLE aside.{table} AS TABLE public.{table}")
        try:
            yield self
        finally:
            for table in tables:
                self.does(f"TRUNCATE public.{table}")
                self.does(f"INSERT INTO public.{table} TABLE aside.{table}")
            self.does("DROP SCHEMA aside CASCADE")

    def some_byte(self, chance: Random, table: str) -> Change:
        """A change of one byte anywhere in this table that the column's type still allows; not made yet."""
        (rows,) = self.does(f"SELECT count(*) FROM {table}")[0]
        while True:
            cursor = self.connection.execute(
                f"SELECT ctid::text, * FROM {table} ORDER BY ctid OFFSET %s LIMIT 1", [chance.randrange(rows)]
            )
            row = cursor.fetchone()
            assert row is not None and cursor.description is not None
            at = chance.randrange(1, len(row))
            after = other_byte(chance, row[at], FORMS.get(cursor.description[at].type_code, "q"))
            if after is not None:
                return Change(table, cursor.description[at].name, row[0], row[at], after)

    def make(self, change: Change) -> Change | None:
        """Make the change and give the one that undoes it; none where the table's own keys do not allow it."""
        command = sql.SQL("UPDATE {} SET {} = %s WHERE ctid = %s::tid RETURNING ctid::text").format(
            sql.Identifier(change.table), sql.Identifier(change.column)
        )
        try:
            moved = self.connection.execute(command, [change.after, change.row]).fetchone()
        except psycopg.errors.UniqueViolation:
            return None
        assert moved is not None
        return Change(change.table, change.column, moved[0], change.after, change.before)

    def seals_anew(self, *, stolen_key: bool) -> None:
        """New salts, new leaves, new tiles and new roots in every head, as if it had always been so."""
        roots = {}
        for table, tiles in (("ledger_statement", "ledger_tile"), ("access_event", "access_tile")):
            self.does(f"UPDATE {table} SET salt = access.salt()")
            self.does(f"UPDATE {table} SET leaf = access.leaf(salt, position, recorded_at, entry)")
            leaves = [bytes(leaf) for (leaf,) in self.does(f"SELECT leaf FROM {table} ORDER BY position")]
            roots[table] = leaves
            self.does(f"TRUNCATE {tiles}")
            for level, number, hashes, root in _tiles(leaves):
                self.does(f"INSERT INTO {tiles} VALUES (%s, %s, %s, %s)", level, number, hashes, root)
        for size, access_size, signed_at in self.does("SELECT size, access_size, signed_at FROM ledger_head"):
            root, access_root = (
                tree.root(roots["ledger_statement"][:size]),
                tree.root(roots["access_event"][:access_size]),
            )
            signature = key_id = None
            if stolen_key and signed_at is not None:
                head = heads.Head(size, root, access_size, access_root, signed_at.astimezone(UTC))
                signed = heads.sign(head, keys.open_or_make(settings.HOMEWARD_KEYS).signing)
                signature, key_id = signed.signature, signed.key_id
            self.does(
                "UPDATE ledger_head SET root = %s, access_root = %s, key_id = %s, signature = %s,"
                " signed_at = CASE WHEN %s THEN signed_at END WHERE size = %s AND access_size = %s",
                root, access_root, key_id, signature, signature is not None, size, access_size,
            )  # fmt: skip


def projections() -> list[str]:
    from homeward.ledger import projection

    return list(projection.TABLES)


def other_byte(chance: Random, value: Any, form: str = "q") -> Any:
    """The value with one byte of it changed, or none where it has no byte or the byte cannot be had in this type."""
    match value:
        case UUID():
            return UUID(bytes=_flipped(chance, value.bytes))
        case bytes() | memoryview():
            return _flipped(chance, bytes(value)) if value else None
        case str():
            try:
                after = _flipped(chance, value.encode()).decode() if value else None
            except UnicodeDecodeError:
                return None
            return None if after is None or "\0" in after else after
        case datetime():
            microseconds = (value - ORIGIN) // timedelta(microseconds=1)
            try:
                return ORIGIN + timedelta(microseconds=_number(chance, "q", microseconds))
            except OverflowError:
                return None
        case int():
            return _number(chance, form, value)
    return None


def _number(chance: Random, form: str, value: int) -> int:
    number: int
    (number,) = struct.unpack(f">{form}", _flipped(chance, struct.pack(f">{form}", value)))
    return number


def _flipped(chance: Random, plain: bytes) -> bytes:
    at = chance.randrange(len(plain))
    return plain[:at] + bytes([plain[at] ^ chance.randrange(1, 256)]) + plain[at + 1 :]


def _tiles(leaves: list[bytes]) -> Iterator[tuple[int, int, bytes, bytes]]:
    level, hashes = 0, leaves
    while len(hashes) >= 256:
        whole = [hashes[at : at + 256] for at in range(0, len(hashes) - 255, 256)]
        roots = [tree.root(tile) for tile in whole]
        for number, (tile, root) in enumerate(zip(whole, roots, strict=True)):
            yield level, number, b"".join(tile), root
        level, hashes = level + 1, roots
