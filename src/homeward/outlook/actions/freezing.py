"""What forecasting and scoring share: work done apart, entries with a number, inputs under one digest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from importlib.metadata import version
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.models import Actor
from homeward.files import apart
from homeward.files.apart import Allowance
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.recording import record
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries.views import CaseView

WORKER = "homeward.outlook.engines.apart"
ALLOWANCE = Allowance(memory=4 * 1024**3, seconds=120, clock=600)


def worked_out(given: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of the process that works it out."""
    made = apart.answers(
        WORKER, json.dumps(given).encode(), asked, where="forecast", allowance=ALLOWANCE, instead="Ask for less."
    )
    (found,) = list(made)
    return dict(found)


def digest(given: Mapping[str, Any]) -> str:
    """SHA-256 of what went in, as JSON with sorted keys, lower hex."""
    return sha256(json.dumps(given, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def code() -> str:
    """Which version of the program worked it out."""
    return f"homeward {version('homeward')}"


def keep(case: CaseView, id: UUID, content: Any, text: str, *, by: Actor, at: datetime) -> str:
    """Record an act of the desk in the compartment of the case; gives its short name."""
    ref = short_name(case.id, id, "d")
    entry = Entry(
        id=id, ref=ref, case=case.id, compartment=case.compartment_id, by=by.id, at=at, content=content, text=text
    )
    record([entry])
    return ref


def one_after_another(case: CaseView) -> None:
    """Forecasts are numbered in the order in which they are kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"outlook|{case.id}"])


def held(case: CaseView, id: UUID) -> str | None:
    """The short name of a statement that is there already: the same form sent again changes nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ref FROM ledger_statement WHERE id = %s AND case_id = %s", [id, case.id])
        row = cursor.fetchone()
    return row[0] if row else None
