"""What reading sets off after an append, in the transaction of that append."""

from __future__ import annotations

from homeward.reading import jobs, queries


def react(*, before: int, last: int) -> None:
    """Let the worker read each paper that was just received."""
    for document, compartment in queries.received_between(before, last):
        jobs.read.defer(document=str(document), compartment=str(compartment))
