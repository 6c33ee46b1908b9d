"""How long the desk waits for a list held against a large register: python -m bench.war_room [--people N] [--rows N]

A long list of invented families makes the register, a short one of which half stand on the long one comes in twice, and the
worker searches. Then the pages of the short list are asked for, some times each.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from bench import cost
from bench.desk import Desk, opened
from bench.intake import case_named, say, worker
from bench.linkage_rows import Row
from bench.registers import register

HEADINGS = ("Name", "Date of birth", "Passport", "Sex", "Family number")
LEFT_OUT = 20
"""Of so many rows of the short list one is missing in its second version."""
TIMES = 3


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.war_room", description="Measures the war-room of a list.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rows", type=int, default=1_000)
    parser.add_argument("--keep", type=Path, help="a folder whose desk stays, and is asked again if it is there")
    given = parser.parse_args()
    say(f"{os.cpu_count()} cores, load average {cost.load_average():.1f}")
    with opened(given.keep) as desk:
        case = case_named(desk, "crossing")
        if not versions(desk, case):
            filled(desk, case, given.people, given.rows)
        asked(desk, case)


def filled(desk: Desk, case: Any, people: int, rows: int) -> None:
    """The register, and the list in two versions, each searched by the worker."""
    made = register("invented", people, rows, seed=1)
    for title, table in (
        ("Register", made.left),
        ("Crossing list", made.right),
        ("Crossing list", [row for at, row in enumerate(made.right) if at % LEFT_OUT]),
    ):
        began = time.perf_counter()
        upload = received(desk, case, title, table)
        worker()
        taken(desk, case, upload)
        worked = worker()
        say(
            f"{title}, {len(table):,} rows: {time.perf_counter() - began:.0f} s until it is taken in and searched "
            f"({worked.worked:.0f} s of a processor, {worked.memory:.0f} MB)"
        )
    with desk.acting(), cursor() as reading:
        reading.execute("ANALYZE")


def asked(desk: Desk, case: Any) -> None:
    """Every page that a list opens."""
    from homeward.matching import queries
    from homeward.matching.queries import count_open
    from homeward.people import queries as people

    last = versions(desk, case)[-1]
    opening(desk, case)
    with desk.acting():
        view = queries.war_room(question(case), last.id, part="matched")
        told = {"entries": view.entries, **view.counts, "families": view.families.count}
        pair = queries.open_pairs(question(case), size=1).pairs[0]
        register = people.people_known(question(case))
    say(f"{len(register):,} people; the list: {told}; pairs that wait: {count(desk, case):,}")
    someone = view.lines[0].person.id
    pages: dict[str, Callable[[], object]] = {
        "war-room": lambda: queries.war_room(question(case), last.id),
        "war-room, a part": lambda: queries.war_room(question(case), last.id, part="doubtful"),
        "families": lambda: queries.split_families(question(case), last.id),
        "letter": lambda: queries.letter(question(case), last.id, "en"),
        "matrix of the list": lambda: queries.matrix(question(case), list_id=last.list),
        "matrix of families": lambda: queries.matrix(question(case)),
        "matrix of one": lambda: queries.matrix(question(case), people_asked=[someone]),
        "funnel": lambda: queries.funnel(question(case)),
        "household": lambda: people.household_of(question(case), someone),
        "pairs that wait": lambda: queries.open_pairs(question(case)),
        "one pair": lambda: queries.review(question(case), pair.one.id, pair.other.id),
        "count of pairs": lambda: count_open(question(case)),
    }
    for name, page in pages.items():
        say(f"  {name}: {', '.join(f'{each:.2f}' for each in seconds(desk, page))} s")


def opening(desk: Desk, case: Any) -> None:
    """How long a process that has just started opens the register, which it then holds; each later page follows what changed."""
    from homeward.people.queries import Rows

    began = time.process_time()
    with desk.acting(), took() as passed:
        Rows(case)
    say(f"  the register opened: {passed[0]:.1f} s ({time.process_time() - began:.1f} s of a processor)")


def seconds(desk: Desk, page: Callable[[], object]) -> list[float]:
    """How long a page takes, some times."""
    found = []
    for _ in range(TIMES):
        with desk.acting(), took() as passed:
            page()
        found.append(passed[0])
    return found


@contextmanager
def took() -> Iterator[list[float]]:
    passed: list[float] = []
    began = time.perf_counter()
    yield passed
    passed.append(time.perf_counter() - began)


def count(desk: Desk, case: Any) -> int:
    from homeward.matching.queries import count_open

    with desk.acting():
        return count_open(question(case))


def question(case: Any) -> Any:
    from homeward.ledger.queries import cases

    return cases.ask(case, now=datetime.now(UTC))


def versions(desk: Desk, case: Any) -> list[Any]:
    """The versions of the short list, the first one first."""
    from homeward.lists import queries

    with desk.acting():
        found = [each for each in queries.lists(case) if each.title == "Crossing list"]
        return [version for each in found for version in reversed(queries.versions(case, each.id))]


def received(desk: Desk, case: Any, title: str, table: Sequence[Row]) -> UUID:
    from homeward.lists import actions

    lines = [HEADINGS, *(line(row) for row in table)]
    data = "".join(";".join(cells) + "\r\n" for cells in lines).encode()
    with desk.acting() as by:
        return actions.receive(
            case=case, authority="The embassy", title=title, name="list.csv", data=data, by=by, at=datetime.now(UTC)
        ).upload


def line(row: Row) -> tuple[str, ...]:
    """A row as a file has it; a semicolon would end its cell."""
    number = row.numbers[0][0] if row.numbers else ""
    return tuple(cell.replace(";", ",") for cell in (row.names[0], row.birth, number, row.sex, row.household))


def taken(desk: Desk, case: Any, upload: UUID) -> None:
    from homeward.lists import actions

    with desk.acting() as by:
        actions.take_in(
            case=case,
            upload=upload,
            accept_warnings=True,
            gone="removed",
            reason="They were taken off.",
            by=by,
            at=datetime.now(UTC),
        )


def cursor() -> Any:
    from django.db import connection

    return connection.cursor()


if __name__ == "__main__":
    main()
