"""The papers of a case, made from the statements that tell of their receiving."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.db import connections

TABLES = ("reading_paper", "reading_appearance")
"""The tables that replay makes again and compares."""


def apply(*, before: int, last: int, using: str = "default") -> None:
    """Fill the tables from the statements at positions after `before` up to `last`."""
    with connections[using].cursor() as cursor:
        cursor.execute(_sql(), {"before": before, "last": last})


@cache
def _sql() -> str:
    return (Path(__file__).parent / "sql" / "project.sql").read_text()
