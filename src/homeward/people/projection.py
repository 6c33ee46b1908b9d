"""The register, made from what was said about people and from the lists that were read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.db import connections

TABLES = (
    "people_person",
    "people_said",
    "people_whereabouts",
    "people_kin",
    "people_consent",
    "people_need",
    "people_sought",
    "people_judgement",
    "people_needlisted",
    "people_erasureasked",
    "people_erased",
)
"""The tables that replay makes again and compares."""


def apply(*, before: int, last: int, using: str = "default") -> None:
    """Fill the tables from the statements at positions after `before` up to `last`."""
    with connections[using].cursor() as cursor:
        cursor.execute(_sql(), {"before": before, "last": last})


@cache
def _sql() -> str:
    return (Path(__file__).parent / "sql" / "project.sql").read_text()
