"""Datasets and their versions made from the statements, and what the values of each version add up to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.db import connections

TABLES = ("hostilities_dataset", "hostilities_version", "hostilities_daily")
"""The tables that replay makes again and compares."""


def apply(*, before: int, last: int, using: str = "default") -> None:
    """Fill the tables from the statements at positions after `before` up to `last`."""
    with connections[using].cursor() as cursor:
        cursor.execute(_sql(), {"before": before, "last": last})


@cache
def _sql() -> str:
    return (Path(__file__).parent / "sql" / "project.sql").read_text()
