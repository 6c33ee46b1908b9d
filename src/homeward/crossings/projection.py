"""What was said and set about crossings, found by what it is about: made from the statements alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.db import connections

TABLES = ("crossings_word", "crossings_ofperson", "crossings_planmade", "crossings_ofconvoy")
"""The tables that replay makes again and compares."""


def apply(*, before: int, last: int, using: str = "default") -> None:
    """Fill the tables from the statements at positions after `before` up to `last`."""
    with connections[using].cursor() as cursor:
        for named in ("project", "project_boarding"):
            cursor.execute(_sql(named), {"before": before, "last": last})


@cache
def _sql(named: str) -> str:
    return (Path(__file__).parent / "sql" / f"{named}.sql").read_text()
