"""Work of matching that is left to the worker: whoever is new is held against everybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from homeward.matching import actions

AGAIN = RetryStrategy(max_attempts=10, wait=5, retry_exceptions=[OperationalError, InterfaceError])


@app.task(name="matching.search", retry=AGAIN)
def search(*, case: str, compartment: str) -> None:
    """Hold whoever changed in the register of a case against everybody else."""
    actions.search_as_the_desk(case=UUID(case), compartment=UUID(compartment), at=datetime.now(UTC))


def leave_to_the_worker(places: Iterable[tuple[UUID, UUID]]) -> None:
    """Let the worker search; one job for each case and compartment waits, however much changes meanwhile."""
    for case, compartment in places:
        job = app.configure_task("matching.search", queueing_lock=f"matching|{case}|{compartment}")
        try:
            with transaction.atomic():
                job.defer(case=str(case), compartment=str(compartment))
        except AlreadyEnqueued:
            pass
