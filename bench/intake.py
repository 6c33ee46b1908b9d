"""How long lists take to come in, beside the same rows written bare: python -m bench.intake [--rows N] [--small N].

A small list is taken in while whoever sends it waits; a large one by the worker, while pages go on being asked for. Then the
next version follows, and the two are held against each other. What the search for who is one with whom takes, which the same
worker goes on to, is told apart. Memory is the most that the working process ever held.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from bench import cost, written
from bench.desk import Desk, opened


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.intake", description="Measures how lists come in.")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--small", type=int, default=1_000)
    given = parser.parse_args()
    say(f"{os.cpu_count()} cores, load average {cost.load_average():.1f}")
    with opened() as desk:
        small(desk, given.small)
        large(desk, given.rows)


def small(desk: Desk, count: int) -> None:
    """A workbook of a thousand rows, its first version and the next, while the sender waits."""
    case = case_named(desk, "small")
    first = written.people(count)
    for version, rows in enumerate((first, written.followed(first)), start=1):
        data = written.workbook(rows)
        with took() as seconds:
            upload = received(desk, case, data)
            state = taken(desk, case, upload)
        say(
            f"{count:,} rows of xlsx, version {version}: {seconds[0]:.2f} s until {state}, {bare(desk, rows, seconds[0])}"
        )


def large(desk: Desk, count: int) -> None:
    """A hundred thousand rows by the worker, and pages answered meanwhile."""
    case = case_named(desk, "large")
    worker()  # what the small list set off, so that only the large one waits
    first = written.people(count)
    versions: list[UUID] = []
    for version, rows in enumerate((first, written.followed(first)), start=1):
        data = written.workbook(rows)
        upload = received(desk, case, data)
        checking = worker()
        state = taken(desk, case, upload)
        with answering(desk) as times:
            reading = worker()
        seconds = checking.wall + reading.wall
        say(
            f"{count:,} rows of xlsx, version {version} ({state}): looked at in {checking.wall:.1f} s, taken in in "
            f"{reading.wall:.1f} s ({checking.worked:.0f} and {reading.worked:.0f} s of a processor), {bare(desk, rows, seconds)}; "
            f"most memory {max(checking.memory, reading.memory):.0f} MB, and {checking.apart:.0f} MB in the process apart; "
            f"then who is one with whom in {reading.search.wall:.1f} s ({reading.search.worked:.0f} s of a processor), "
            f"most memory {reading.search.memory:.0f} MB; "
            f"{len(times)} questions meanwhile, {statistics.median(times) * 1000:.0f} ms, at most {max(times) * 1000:.0f} ms"
        )
        versions.append(upload)
    from homeward.lists import queries

    with desk.acting(), took() as seconds:
        told = queries.difference(case, *versions, change="changed")
    say(f"difference of two versions of {count:,} rows: {seconds[0]:.2f} s, {dict(told.counts)}")
    with desk.acting(), took() as seconds:
        queries.rows(case, versions[-1], page=count // 200, size=100)
    say(f"a page of rows in the middle: {seconds[0] * 1000:.0f} ms")


@dataclass(frozen=True, slots=True)
class Taken:
    """What some work took: seconds by the clock and of a processor, and the most memory of its process until then, in MB."""

    wall: float
    worked: float
    memory: float


@dataclass(frozen=True, slots=True)
class Worked(Taken):
    """What a worker took until it searched for who is one with whom; that search; the most memory of its readers apart, in MB."""

    apart: float
    search: Taken


def worker() -> Worked:
    """The desk's worker in a process of its own, until no job waits."""
    began = time.time()
    command = [sys.executable, "-c", _WORKER]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": "src"})
    (until, worked, memory, apart), (ended, all_worked, most, _) = [
        tuple(map(float, line.split())) for line in done.stdout.splitlines()[-2:]
    ]
    search = Taken(ended - until, all_worked - worked, most / 1024)
    return Worked(until - began, worked, memory / 1024, apart / 1024, search)


# Two lines: what the process took until the first search began, or until its end without one, and until its end.
_WORKER = """
import os, resource, time
import django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
django.setup()
from homeward.cli.commands import app
from homeward.matching import actions

def tell():
    own, apart = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = own.ru_utime + own.ru_stime + apart.ru_utime + apart.ru_stime
    return f"{time.time()} {worked} {own.ru_maxrss} {apart.ru_maxrss}"

search, until = actions.search_as_the_desk, []

def noted(**given):
    until.append(tell())
    return search(**given)

actions.search_as_the_desk = noted
try:
    app(["worker", "--once"], standalone_mode=False)
finally:
    until.append(tell())
    print(until[0])
    print(until[-1])
"""


@contextmanager
def answering(desk: Desk) -> Iterator[list[float]]:
    """Ask for the lists of a case again and again while the block runs; gives the seconds of each."""
    times: list[float] = []
    done = threading.Event()

    def ask() -> None:
        from django.db import connections

        from homeward.lists import queries

        case = case_named(desk, "small")
        while not done.is_set():
            with took() as seconds, desk.acting():
                queries.lists(case)
                queries.uploads(case, waiting=False)
            times.append(seconds[0])
            time.sleep(0.05)
        connections.close_all()

    asking = threading.Thread(target=ask)
    asking.start()
    yield times
    done.set()
    asking.join()


def bare(desk: Desk, rows: list[written.Row], seconds: float) -> str:
    """How often as long it took as the same rows sealed one by one and written bare."""
    from homeward.seals import boxes

    with took() as alone, desk.acting(), cursor() as writing:
        key = boxes.fresh_key()
        writing.execute(
            "SELECT count(*) FROM unnest(%s::bytea[])", [[boxes.seal(key, repr(row).encode(), "x") for row in rows]]
        )
    return f"{seconds / alone[0]:.0f} times sealing and sending the bare rows ({alone[0]:.2f} s)"


@contextmanager
def took() -> Iterator[list[float]]:
    seconds: list[float] = []
    began = time.perf_counter()
    yield seconds
    seconds.append(time.perf_counter() - began)


def cursor() -> Any:
    from django.db import connection

    return connection.cursor()


def case_named(desk: Desk, slug: str) -> Any:
    """The case of this name, opened when it is not there yet."""
    from homeward.ledger import actions as ledger
    from homeward.ledger.queries import cases

    with desk.acting() as by:
        if not cases.cases_named(slug):
            room = by and desk_room()
            ledger.open_case(slug=slug, title=slug, zone_name="UTC", compartment=room, by=by, at=datetime.now(UTC))
        return cases.case(slug)


def desk_room() -> UUID:
    from homeward.access import queries as access

    return access.compartment_named("desk").id


def received(desk: Desk, case: Any, data: bytes) -> UUID:
    from homeward.lists import actions

    with desk.acting() as by:
        return actions.receive(
            case=case, authority="The embassy", title="List", name="list.xlsx", data=data, by=by, at=datetime.now(UTC)
        ).upload


def taken(desk: Desk, case: Any, upload: UUID) -> str:
    from homeward.lists import actions

    with desk.acting() as by:
        done = actions.take_in(case=case, upload=upload, accept_warnings=True, by=by, at=datetime.now(UTC))
    return str(done.state)


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
