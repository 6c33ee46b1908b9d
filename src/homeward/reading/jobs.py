"""Work of reading that is left to the worker: a long text takes a while, a language model longer."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from procrastinate.contrib.django import app

from homeward.reading import actions


@app.task(name="reading.read")
def read(*, document: str, compartment: str) -> None:
    """Read a paper with the built-in reader, and find what it is a copy of."""
    actions.read_as_the_desk(document=UUID(document), compartment=UUID(compartment), at=datetime.now(UTC))


@app.task(name="reading.ask_model")
def ask_model(*, reading: str, compartment: str) -> None:
    """Ask the language model about a paper; what it answers is held against the text."""
    actions.ask_model_as_the_desk(reading=UUID(reading), compartment=UUID(compartment), at=datetime.now(UTC))
