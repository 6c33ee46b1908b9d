"""Work of lists that is left to the worker: a large file takes a while to look at, and to take in."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django.db import InterfaceError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from homeward.lists import actions

AGAIN = RetryStrategy(max_attempts=10, wait=5, retry_exceptions=[OperationalError, InterfaceError])
"""A database that went away in the midst of it is no fault of the file."""


@app.task(name="lists.check", retry=AGAIN)
def check(*, upload: str, compartment: str) -> None:
    """Look at a file that came in."""
    actions.check_as_the_desk(upload=UUID(upload), compartment=UUID(compartment), at=datetime.now(UTC))


@app.task(name="lists.read", retry=AGAIN)
def read(*, upload: str, compartment: str) -> None:
    """Take a file in as a version, in the name of whoever decided it."""
    actions.read_as_the_desk(upload=UUID(upload), compartment=UUID(compartment), at=datetime.now(UTC))
