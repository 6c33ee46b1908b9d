"""The worker: does the desk's jobs from the same database."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from homeward.cli.telling import tell


def run(*, concurrency: int, once: bool) -> None:
    """Do jobs until told to stop, or (`once`) until none waits."""
    assert isinstance(app.connector, DjangoConnector)
    tell("Doing the jobs that wait." if once else "Waiting for jobs.")
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        working.run_worker(concurrency=concurrency, wait=not once, listen_notify=not once)
