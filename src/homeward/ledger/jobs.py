"""Work that the ledger leaves to the worker."""

from __future__ import annotations

from datetime import UTC, datetime

from procrastinate.contrib.django import app

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
