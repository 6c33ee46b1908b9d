"""Columns that are packed here come to the database as they are: nulls, days of every century, words of every script."""

from __future__ import annotations

import struct
from datetime import date
from typing import Any

import psycopg
import pytest
from django.db import connection

from homeward.hostilities.actions import arrays
from tests.cast import Desk

WORDS = ("", "a", "حلب", "Новый", "𝄞 tab\tline\nend", "x" * 70_000, '{"quoted", \\}')


def back(packed: arrays.Packed, type_: str) -> list[Any]:
    """What the server makes of a packed column."""
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.adapters.register_dumper(arrays.Packed, arrays.AsItIs)
        cursor.execute(f"SELECT %b::{type_}[]".encode(), [packed])
        (found,) = cursor.fetchone() or ([],)
    return list(found)


@pytest.mark.parametrize(
    "column",
    [[1, 2, 3], [0, -1, 2**31 - 1, -(2**31)], [None], [None, 5, None, 7], [3, None]],
)
def test_whole_numbers_and_what_is_not_given(desk: Desk, column: list[int | None]) -> None:
    with desk.acting():
        assert back(arrays.integers(column), "int") == column


def test_days_before_and_after_the_first_of_2000(desk: Desk) -> None:
    column = [
        date(1, 1, 1),
        date(1946, 1, 1),
        date(1999, 12, 31),
        date(2000, 1, 1),
        date(2024, 2, 29),
        date(9999, 12, 31),
    ]
    with desk.acting():
        assert back(arrays.days(column), "date") == column


def test_words_of_every_script(desk: Desk) -> None:
    with desk.acting():
        assert back(arrays.texts(WORDS), "text") == list(WORDS)


def test_a_number_that_is_too_large_is_no_number_of_a_row() -> None:
    with pytest.raises(struct.error):
        arrays.integers([2**31])
