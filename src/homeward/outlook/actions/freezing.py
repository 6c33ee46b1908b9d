"""What forecasting and scoring share: work done apart, entries with a number, inputs under one digest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
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
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.refusals import Refused

HORIZON = 240
MOST_SEED = 2**31 - 1
WORKER = "homeward.outlook.engines.apart"
ALLOWANCE = Allowance(memory=4 * 1024**3, seconds=120, clock=600)


class CannotForecast(Refused):
    """What is recorded bears no forecast."""


def worked_out(given: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of the process that works it out."""
    made = apart.answers(
        WORKER, json.dumps(given).encode(), asked, where="forecast", allowance=ALLOWANCE, instead="Ask for less."
    )
    (found,) = list(made)
    return dict(found)


def frozen(found: Mapping[str, Any], **fields: Any) -> kinds.ForecastInFull:
    """The content of the statement, out of what was worked out and what was asked."""
    return kinds.ForecastInFull(
        model=found["model"],
        code=code(),
        draws=found["draws"],
        quantiles=tuple(Decimal(each) for each in found["quantiles"]),
        baselines=tuple(
            kinds.Baseline(name=name, quantiles=tuple(Decimal(each) for each in values))
            for name, values in found["baselines"].items()
        ),
        before=tuple(kinds.DayBefore(day=day, people=people) for day, people in found.get("past", ())),
        ahead=tuple(kinds.DayAhead(day=day, people=tuple(people)) for day, people in found.get("ahead", ())),
        waited=tuple(
            kinds.Waited(day=day, waiting=waiting, came=came, left=left, modelled=modelled)
            for day, waiting, came, left, modelled in found.get("waited", ())
        ),
        **fields,
    )


def now(case: CaseView, at: datetime) -> Asked:
    """The question what is recorded by now, as of now."""
    return cases.ask(case, now=at, known_at=cases.settled_at(case), clock=Clock.RECORDED)


def refuse_empty(found: Mapping[str, Any]) -> None:
    """What bears no forecast is refused with what was found."""
    if "quantiles" not in found:
        raise CannotForecast(where="history", instead=" ".join(found["findings"])[:500])


def whole(text: str, where: str, least: int, most: int) -> int:
    """A whole number as somebody typed it."""
    try:
        number = int(text.strip())
    except ValueError:
        number = least - 1
    if not text.strip().isascii() or not least <= number <= most:
        raise CannotForecast(
            "This is no number that can be asked for.", where=where, instead=f"A whole number from {least} to {most}."
        )
    return number


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
