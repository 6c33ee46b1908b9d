"""What the ledger sets off by itself after an append, in the transaction of that append."""

from __future__ import annotations

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from homeward.ledger import jobs


def react(*, before: int, last: int) -> None:
    """Let the worker, which holds the key, sign the new head as soon as it is committed."""
    try:
        with transaction.atomic():
            jobs.sign_heads.defer()
    except AlreadyEnqueued:  # it will sign this head too
        pass
