"""What matching sets off after an append, in the transaction of that append."""

from __future__ import annotations

from homeward.matching import jobs
from homeward.people import queries


def react(*, before: int, last: int) -> None:
    """Let the worker search wherever the register changed."""
    jobs.leave_to_the_worker(queries.registers_changed(before=before, last=last))
