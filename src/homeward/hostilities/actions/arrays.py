"""Columns of ten thousand rows as arrays in the binary form of PostgreSQL, each made in one go.

A driver asks of each element what it is; here a column is known to be of one kind, which makes a million rows of twenty columns
five times as quick to send. The form: dimensions, whether it has nulls, the type of its elements, their number, the number of
the first, and each element after its length (-1: null).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from struct import Struct, pack

from psycopg.adapt import Buffer, Dumper
from psycopg.pq import Format

INTEGER, DATE, TEXT = 23, 1082, 25
"""The numbers of these types in every PostgreSQL."""
_DAY_ZERO = date(2000, 1, 1).toordinal()
_LENGTH, _NULL = 4, pack(">i", -1)
_head = Struct(">5i").pack
_length = Struct(">i").pack
_integer = Struct(">2i").pack


class Packed(bytes):
    """An array that is in its binary form already; the command says of which type it is."""


class AsItIs(Dumper):
    """Sends what is packed as it is."""

    format = Format.BINARY

    def dump(self, obj: Buffer) -> Buffer:
        return obj


def integers(column: Sequence[int | None], type_: int = INTEGER) -> Packed:
    """Whole numbers of four bytes; none is null."""
    if None in column:
        cells = b"".join([_NULL if each is None else _integer(_LENGTH, each) for each in column])
        return Packed(_head(1, 1, type_, len(column), 1) + cells)
    flat: list[int | None] = [_LENGTH] * (2 * len(column))
    flat[1::2] = column
    return Packed(_head(1, 0, type_, len(column), 1) + pack(f">{len(flat)}i", *flat))


def days(column: Iterable[date]) -> Packed:
    """Days, as numbers from the first of 2000 on."""
    return integers([day.toordinal() - _DAY_ZERO for day in column], DATE)


def texts(column: Sequence[str]) -> Packed:
    """Words as UTF-8."""
    encoded = [words.encode() for words in column]
    cells = chain.from_iterable(zip(map(_length, map(len, encoded)), encoded, strict=True))
    return Packed(_head(1, 0, TEXT, len(encoded), 1) + b"".join(cells))
