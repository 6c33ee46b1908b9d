"""What a file holds is kept: values a few thousand at a time, what they name by its numbers, the file itself sealed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.db import connection

from homeward.access import actions as access
from homeward.hostilities.actions import arrays
from homeward.hostilities.core.rows import Aside, Registers, Value
from homeward.hostilities.models import Original, Piece
from homeward.hostilities.queries.sealed import binding
from homeward.ledger.queries.views import CaseView
from homeward.seals import boxes

Pack = Callable[[Sequence[Any]], arrays.Packed]

BATCH = 10_000
PIECE = 4_000_000
"""Bytes of a file that are packed and sealed together."""
QUICK = 1
"""How hard a file is packed: text of events gets a fifth as long, and hardly shorter with more work."""

_VALUES = """
    INSERT INTO hostilities_value (case_id, compartment_id, version_id, number, part, local, nature, measure, place, dyad, source,
        first, last, date_prec, clarity, low, best, high, side_a, side_b, civilians, unknown, flags)
    SELECT %s, %s, %s, v.* FROM unnest(%b::int[], %b::int[], %b::text[], %b::text[], %b::text[], %b::int[], %b::int[], %b::int[],
        %b::date[], %b::date[], %b::int[], %b::int[], %b::int[], %b::int[], %b::int[], %b::int[], %b::int[], %b::int[], %b::int[],
        %b::int[]) AS v
"""
_OF_VALUES: tuple[Pack, ...] = (
    *(arrays.integers,) * 2, *(arrays.texts,) * 3, *(arrays.integers,) * 3, *(arrays.days,) * 2, *(arrays.integers,) * 10,
)  # fmt: skip
_PLACES = """
    INSERT INTO hostilities_place (case_id, compartment_id, version_id, number, country, adm_1, adm_2, name, latitude, longitude,
        where_prec, doubts)
    SELECT %s, %s, %s, p.* FROM unnest(%b::int[], %b::text[], %b::text[], %b::text[], %b::text[], %b::float8[], %b::float8[],
        %b::int2[], %b::int[]) AS p
"""
_PAIRS = """
    INSERT INTO hostilities_pair (case_id, compartment_id, version_id, number, key, name, side_a, side_b, type)
    SELECT %s, %s, %s, p.* FROM unnest(%b::int[], %b::text[], %b::text[], %b::text[], %b::text[], %b::int2[]) AS p
"""
_SOURCES = """
    INSERT INTO hostilities_source (case_id, compartment_id, version_id, number, name)
    SELECT %s, %s, %s, s.* FROM unnest(%b::int[], %b::text[]) AS s
"""
_ASIDE = """
    INSERT INTO hostilities_setaside (case_id, compartment_id, version_id, number, code, heading, message, cells)
    SELECT %s, %s, %s, a.number, a.code, a.heading, a.message, a.cells::jsonb
    FROM unnest(%b::int[], %b::text[], %b::text[], %b::text[], %b::text[]) AS a (number, code, heading, message, cells)
"""


def keep_values(case: CaseView, version: UUID, values: Iterable[Value]) -> None:
    """Keep the values of a version as they are read; the next are read while the server keeps those before."""
    with connection.wrap_database_errors, connection.connection.pipeline():
        _keep(_VALUES, case, version, values, _OF_VALUES)


def keep_registers(case: CaseView, version: UUID, registers: Registers) -> None:
    """Keep the places, pairs and sources that values of a version name by number."""
    doubts = registers.place_doubts
    _keep(_PLACES, case, version, ((at, *place, doubts.get(at, 0)) for place, at in registers.places.items()))
    _keep(_PAIRS, case, version, ((at, *pair) for pair, at in registers.dyads.items()))
    _keep(_SOURCES, case, version, ((at, name) for name, at in registers.sources.items()))


def keep_set_aside(case: CaseView, version: UUID, aside: Iterable[Aside]) -> None:
    """Keep the rows that are no values, each with its cells and why."""
    rows = ((one.number, one.code, one.column, one.message, _cells(one.cells)) for one in aside)
    _keep(_ASIDE, case, version, rows)


def keep_original(case: CaseView, data: bytes, digest: bytes, *, by: UUID, at: datetime) -> UUID:
    """Keep a file as it came, packed and sealed under a key of its own; one that is kept already is not kept again."""
    known = Original.objects.filter(compartment_id=case.compartment_id, case_id=case.id, digest=digest).first()
    if known is not None:
        return known.id
    original = uuid4()
    key = access.data_key(compartment=case.compartment_id, person=original, at=at)
    starts = range(0, len(data), PIECE)
    shared = {"case_id": case.id, "compartment_id": case.compartment_id}
    Original(
        id=original, digest=digest, size=len(data), pieces=len(starts), received_at=at, received_by=by, **shared
    ).save(force_insert=True)
    view = memoryview(data)
    for number, start in enumerate(starts):
        packed = zlib.compress(view[start : start + PIECE], QUICK)
        box = boxes.seal(key, packed, binding(original, number))
        Piece.objects.bulk_create([Piece(original_id=original, number=number, box=box, **shared)])
    return original


def _cells(cells: Sequence[str]) -> str:
    """Cells as they came; what a table cannot hold, a zero byte, is shown by its sign."""
    return json.dumps([cell.replace("\0", "\u2400") for cell in cells], ensure_ascii=False)


def _keep(
    sql: str, case: CaseView, version: UUID, rows: Iterable[Sequence[Any]], packs: tuple[Pack, ...] | None = None
) -> None:
    waiting = iter(rows)
    # Bound by the server: a command that spells ten thousand rows out is long to write and to read.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.adapters.register_dumper(arrays.Packed, arrays.AsItIs)
        while part := list(islice(waiting, BATCH)):
            columns = zip(*part, strict=True)
            packed = (
                map(list, columns) if packs is None else (pack(of) for pack, of in zip(packs, columns, strict=True))
            )
            cursor.execute(sql, [case.id, case.compartment_id, version, *packed])


def survey() -> None:
    """Let the database look at what it holds, so that it plans the questions of a series by that."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT hostilities_survey()")
