"""A desk that is loaded once and forked for whoever serves one: ready in a moment, where a process of its own loads four seconds.

Only the two addresses of its database may differ between the desks of one run; all else was read when it was loaded.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context, set_start_method
from multiprocessing.context import ForkServerProcess
from pathlib import Path

LOADED = ("homeward.config.wsgi", "homeward.config.urls")
"""The desk, and what is behind its addresses: else the first who asks waits for that."""
ADDRESSES = ("DATABASE_URL", "HOMEWARD_OWNER_URL")


def desk(port: int, environment: Mapping[str, str]) -> ForkServerProcess:
    """A process that serves the database of this environment at this port; not started yet."""
    context = get_context("forkserver")
    context.set_forkserver_preload([*LOADED])
    return context.Process(target=_serve, args=(port, dict(environment)))


def end(server: ForkServerProcess) -> None:
    """End a served desk at once, the server first, which would else start another process that answers.

    Asked to stop it would wait up to ten seconds for connections that nobody uses any more.
    """
    answering = [
        int(child)
        for children in Path(f"/proc/{server.pid}/task").glob("*/children")
        for child in children.read_text().split()
    ]
    server.kill()
    server.join()
    for child in answering:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def _serve(port: int, environment: dict[str, str]) -> None:
    os.setsid()
    set_start_method(
        "fork", force=True
    )  # the server starts the process that answers in the way in which it was started
    for name in LOADED:
        import_module(name)
    from django.db import connections

    from homeward.cli import serving
    from homeward.config import settings
    from homeward.config.databases import databases
    from homeward.config.env import Environment

    others = {name for name in {*os.environ, *environment} if name.startswith("HOMEWARD_") and name not in ADDRESSES}
    changed = sorted(name for name in others if os.environ.get(name) != environment.get(name))
    if changed:
        raise RuntimeError(f"the desk was loaded with another {', '.join(changed)}: start a process of its own")
    os.environ.update(environment)
    for alias, led in databases(Environment(), settings.HOMEWARD_DATA).items():
        connections.settings[alias].pop("EMBEDDED", None)
        connections.settings[alias].update(led)
    serving.serve("127.0.0.1", port, workers=1)
