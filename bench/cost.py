"""What something cost: time on the clock, and time that this process and its server worked for it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Cost:
    """Seconds: `wall` by the clock, `client` and `backend` of processor time."""

    wall: float = 0.0
    client: float = 0.0
    backend: float = 0.0

    @property
    def work(self) -> float:
        """Processor time of both: what it would take with one core to itself."""
        return self.client + self.backend


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure a block that talks to the database over the default connection."""
    pid = backend()
    cost = Cost()
    wall, client, server = time.perf_counter(), time.process_time(), _worked(pid)
    yield cost
    cost.wall, cost.client = time.perf_counter() - wall, time.process_time() - client
    cost.backend = _worked(pid) - server


def backend() -> int:
    """The process of the server that works for the default connection."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    return int(pid)


def repeated(ask: Callable[[int], object], times: int) -> list[Cost]:
    """The cost of each of several askings."""
    costs = []
    for turn in range(times):
        with measured() as cost:
            ask(turn)
        costs.append(cost)
    return costs


def at(share: float, values: Sequence[float]) -> float:
    """The value that this share of the values does not pass: 0.95 for p95."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def load_average() -> float:
    """How many processes wanted a core during the last minute."""
    return os.getloadavg()[0]


def _worked(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
