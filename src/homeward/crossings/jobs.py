"""Work of crossings that is left to the worker: a plan takes seconds to minutes, in a process of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django.db import InterfaceError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from homeward.crossings.actions import working

AGAIN = RetryStrategy(max_attempts=3, wait=5, retry_exceptions=[OperationalError, InterfaceError])


@app.task(name="crossings.plan", retry=AGAIN)
def plan(*, run: str, compartment: str) -> None:
    """Work out a plan that somebody asked for."""
    working.plan_as_the_desk(run=UUID(run), compartment=UUID(compartment), clock=lambda: datetime.now(UTC))
