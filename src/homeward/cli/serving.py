"""The web desk as a process: its address, its server, and the moment from which it answers."""

from __future__ import annotations

import os
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from importlib import import_module
from ipaddress import ip_address
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from homeward.cli.telling import tell
from homeward.refusals import Refused

APPLICATION = "homeward.config.wsgi:application"
PORT = 8000
PATIENCE = 60.0
THREADS = 4
STOPPING = 10
"""Seconds that what is being answered gets, once the desk is told to stop."""


class PortTaken(Refused):
    """Something else listens at this port."""


class NotLoopback(Refused):
    """HOMEWARD_INSECURE_HTTP is for this machine alone: passwords would cross the network in the open."""


def run(*, host: str, port: int | None, workers: int, opened: Callable[[str], None] | None = None) -> None:
    """Serve until told to stop; `opened` is called with the address once it answers."""
    from django.conf import settings
    from django.db import connections

    if settings.HOMEWARD_INSECURE_HTTP and not _loopback(host):
        raise NotLoopback(where=host, instead="Listen at 127.0.0.1, or put TLS in front and unset it.")
    chosen = _port(host, port)
    connections.close_all()
    address = f"http://{f'[{host}]' if ':' in host else host}:{chosen}/"
    threading.Thread(target=_announce, args=(address, opened or _print), daemon=True).start()
    serve(host, chosen, workers=workers)


def serve(host: str, port: int, *, workers: int) -> None:
    """Answer at this address until told to stop; a connection that is kept open and asks nothing takes nobody's place."""
    server = Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=STOPPING,
    )
    server.serve(target_loader=_application)


def _application(_target: str) -> Any:
    """The application, loaded by a worker: it leaves the terminal's process group, so that Ctrl-C reaches the server alone.

    A worker that is told twice to stop, by the terminal and by the server, may wait for itself.
    """
    os.setpgid(0, 0)
    return import_module(APPLICATION.partition(":")[0]).application


def _port(host: str, port: int | None) -> int:
    """The port asked for; when none was, the usual one, or a free one where that is taken."""
    for wanted in [PORT, 0] if port is None else [port]:
        found = _free(host, wanted)
        if found:
            return found
    raise PortTaken(where=f"{host}:{port}", instead="Name another with --port, or leave it out.")


def _free(host: str, port: int) -> int | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return None
        return int(trial.getsockname()[1])


def _announce(address: str, opened: Callable[[str], None]) -> None:
    """Tell the address as soon as anything answers there, also a refusal."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5)  # noqa: S310  our own http address
        except urllib.error.HTTPError:
            pass
        except OSError:
            time.sleep(0.1)
            continue
        opened(address)
        return
    tell(f"Nothing answers at {address} after {PATIENCE:.0f} seconds; what the server says above may tell why.")


def _print(address: str) -> None:
    print(f"The desk is open at {address}", flush=True)


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
