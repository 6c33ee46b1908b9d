"""Work that the ledger leaves to the worker."""

from __future__ import annotations

from datetime import UTC, datetime

from procrastinate import App, JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status

from homeward.ledger import actions


# One waiting job signs for all that was written before it runs.
@app.task(name="ledger.sign_heads", queueing_lock="ledger.sign_heads")
def sign_heads() -> None:
    """Sign the newest head."""
    actions.sign_heads(at=datetime.now(UTC))


# Also when nobody writes: sign-ins and grants of a quiet desk come under a head too.
@app.periodic(cron="17 * * * *")
@app.task(name="ledger.sign_heads_hourly", queueing_lock="ledger.sign_heads_hourly")
def sign_heads_hourly(timestamp: int) -> None:
    """Sign the newest head at least once in an hour; `timestamp` is when that was due."""
    sign_heads()


SILENT = 30
"""Seconds without a sign of life after which a worker counts as stopped; each tells every ten seconds that it lives."""


@app.periodic(cron="* * * * *")
@app.task(name="ledger.take_up_stopped", queueing_lock="ledger.take_up_stopped", pass_context=True)
async def take_up_stopped(context: JobContext, timestamp: int) -> None:
    """Put the jobs of workers that were stopped in the midst of them in line again; `timestamp` is when that was due."""
    await take_up(context.app)


async def take_up(working: App) -> None:
    """Put jobs that nobody does any more in line again: each of the desk's jobs may be begun anew, and does its work once."""
    for job in await working.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        try:
            await working.job_manager.retry_job(job)
        except ConnectorException:  # the same job waits already
            assert job.id is not None, "it was read from the table"
            await working.job_manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=False)
