"""One after another: whoever takes a version of a list in waits until the one before is done."""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from homeward.lists.models import Upload


def wait_for_list(list_id: UUID) -> None:
    """Wait until nobody else takes in, settles or withdraws a version of this list; the turn ends with the transaction.

    Taken before the register and the ledger are written to, always in this order, so that nobody waits for somebody who waits.
    """
    _wait(f"lists|{list_id}")


def wait_for_file(case: UUID, digest: str) -> None:
    """Wait until nobody else keeps the same bytes in this case, so that they are kept once; taken after the list's turn."""
    _wait(f"lists|file|{case}|{digest}")


def _wait(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def leave_to_the_worker(task: str, upload: Upload) -> None:
    """Let the worker go on with a file; one job of a kind waits for each, however often it is asked for."""
    job = app.configure_task(task, queueing_lock=f"{task}|{upload.id}")
    try:
        with transaction.atomic():
            job.defer(upload=str(upload.id), compartment=str(upload.compartment_id))
    except AlreadyEnqueued:
        pass
