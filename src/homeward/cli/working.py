"""The worker: does the desk's jobs from the same database, also those that another worker was stopped in the midst of."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from procrastinate import App
from procrastinate.connector import BaseAsyncConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from homeward.cli.telling import tell


def run(*, concurrency: int, once: bool) -> None:
    """Do jobs until told to stop, or (`once`) until none waits."""
    tell("Doing the jobs that wait." if once else "Waiting for jobs.")
    with app.replace_connector(_connector()) as working:
        asyncio.run(_work(working, concurrency=concurrency, wait=not once, listen_notify=not once))


def beside() -> None:
    """Do jobs in a thread of this process for as long as it lives: for a desk that one command runs."""
    threading.Thread(target=_quietly, daemon=True).start()


def _quietly() -> None:
    with app.replace_connector(_connector()) as working:
        asyncio.run(_work(working, install_signal_handlers=False))


async def _work(working: App, **how: Any) -> None:
    from homeward.ledger.jobs import take_up  # its tasks belong to an app that is set up

    async with working.open_async():
        await take_up(working)
        await working.run_worker_async(**how)


def _connector() -> BaseAsyncConnector:
    assert isinstance(app.connector, DjangoConnector)
    return app.connector.get_worker_connector()
