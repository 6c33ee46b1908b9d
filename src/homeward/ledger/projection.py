"""The ledger's own tables, made from the statements alone: called after each append, and again by replay."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.db import connections

TABLES = (
    "ledger_case",
    "ledger_source",
    "ledger_actsfor",
    "ledger_settled",
    "ledger_judgement",
    "ledger_population",
    "ledger_populationrelation",
    "ledger_publication",
    "ledger_carried",
    "ledger_figure",
    "ledger_series",
    "ledger_voice",
    "ledger_link",
    "ledger_chainlink",
    "ledger_span",
)
"""The tables that replay makes again and compares."""
FEW = 100
"""Statements whose rows need no more memory than any question has."""


def apply(*, before: int, last: int, using: str = "default") -> None:
    """Fill the tables from the statements at positions after `before` up to `last`."""
    with connections[using].cursor() as cursor:
        if last - before > FEW:
            cursor.execute("SET LOCAL work_mem = '64MB'")  # or what stands between is written out and read again
        cursor.execute(_sql(), {"before": before, "last": last})


@cache
def _sql() -> str:
    return (Path(__file__).parent / "sql" / "project.sql").read_text()
