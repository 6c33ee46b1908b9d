"""Sizes and timings: python -m bench [--statements N] [--case N] [--small N].

One desk with a hundred thousand statements is loaded and asked, then filled to a million and asked again: of the large case,
and of the small one that has become a part of much.
A load stands beside a plain COPY, a reader beside the usual one, a question beside itself at the smaller size; search, proof and
verification stand alone.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from timeit import timeit
from typing import Any
from zoneinfo import ZoneInfo

from bench import asking, cost, generate, loading
from bench.desk import Desk, opened

PART = 100_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures the ledger and what stands on it.")
    parser.add_argument("--small", type=int, default=PART, help="statements in the case that is loaded and asked first")
    parser.add_argument("--case", type=int, default=300_000, help="statements in the large case")
    parser.add_argument("--statements", type=int, default=1_000_000, help="statements in the database in the end")
    parser.add_argument("--times", type=int, default=asking.TIMES, help="how often each question is asked")
    given = parser.parse_args()
    say(f"{platform.machine()}, {os.cpu_count()} cores, load average {cost.load_average():.1f}")
    reading()
    with opened() as desk:
        gc.freeze()  # as the serving process does (homeward.config.wsgi)
        measure(desk, given)


def reading() -> None:
    """How fast days are read as intervals, beside a bare reading of their digits, and JSON strictly, beside the usual way."""
    from homeward.moments import read
    from homeward.seals import strict

    zone = ZoneInfo("Asia/Gaza")
    words = [str(date(2013, 1, 1) + timedelta(days=n % 3650)) for n in range(100_000)]
    seconds = []
    for each in (date.fromisoformat, partial(read, zone=zone)):
        began = time.perf_counter()
        for said in words:
            each(said)
        seconds.append(time.perf_counter() - began)
    say(f"{len(words):,} days read: {seconds[1]:.2f} s, {seconds[1] / seconds[0]:.0f} times a bare date")
    data = generate.case(size=generate.Size(statements=10_000))
    strictly, usually = (timeit(partial(load, data), number=3) / 3 for load in (strict.loads, json.loads))
    say(f"{len(data):,} bytes of JSON read strictly: {strictly:.2f} s, {strictly / usually:.1f} times the usual reader")


def measure(desk: Desk, given: argparse.Namespace) -> None:
    """Everything, in the order in which a desk grows."""
    room = desk.compartment("small")
    data = generate.case(seed=1, size=generate.Size(statements=given.small), id="small")
    say(str(loading.against_copy(desk, data, room)))
    settle(desk)
    reader = desk.reader("reader", ("small",))
    before = asking.asked(desk, reader, "small", times=given.times)

    for name, compartment, part in growing(desk, given):
        took = loading.loaded(desk, part, compartment)
        say(f"  {name}: {took.wall:.0f} s")
    settle(desk)
    reader = desk.reader("second reader", ("small", "large"))
    large, small = (asking.asked(desk, reader, slug, times=given.times) for slug in ("large", "small"))
    say(
        f"\nmilliseconds, p50 and p95: {given.small:,} statements; {given.case:,} of {given.statements:,}; {given.small:,} of them"
    )
    for questions in zip(before, large, small, strict=True):
        first, *others = (question.row() for question in questions)
        columns = [f"{first['p50']:8} {first['p95']:8}"]
        for other in others:
            columns.append(f"{other['p50']:8} {other['p95']:8}  x {other['p95'] / max(first['p95'], 0.1):.1f}")
        say(f"{first['question']:40} {'   '.join(columns)}")
    timed("full-text search", searching(desk, reader, given.times * 3))
    timed("inclusion proof", proving(desk, reader, given.times, given.case))
    verified()


def growing(desk: Desk, given: argparse.Namespace) -> Iterator[tuple[str, Any, bytes]]:
    """The files that fill the desk: the large case in parts, then other cases in rooms that the readers do not see."""
    for before in range(0, given.case, PART):
        size = generate.Size(statements=min(PART, given.case - before), before=before, total=given.case)
        yield f"large, from {before:,}", desk.compartment("large"), generate.case(seed=2, size=size, id="large")
    left = given.statements - given.case - given.small
    for number, before in enumerate(range(0, left, PART)):
        size = generate.Size(statements=min(PART, left - before))
        yield f"other {number}", desk.compartment(f"room{number}"), generate.case(seed=9 + number, size=size)


def settle(desk: Desk) -> None:
    """What the server does by itself a while after a load."""
    desk.server.psql("VACUUM (ANALYZE)", database="homeward")


def searching(desk: Desk, reader: Any, times: int) -> list[float]:
    """Seconds of searches for common and rare words, and for words that stand together, in the large case."""
    from homeward.ledger.queries import cases, statements

    chance = random.Random(7)
    common = " ".join([*generate.CLAUSES, *generate.GROUPS, *generate.VERBS]).split()
    took = []
    with desk.acting(reader):
        asked = asking.latest(cases.case("large"))
        for turn in range(times):
            rare = generate._name(chance)
            words = (rare, chance.choice(common), f"{rare} {chance.choice(common)}", " ".join(chance.sample(common, 2)))
            began = time.perf_counter()
            statements.find(asked, statements.Filters(words=words[turn % 4]))
            took.append(time.perf_counter() - began)
    return took


def proving(desk: Desk, reader: Any, times: int, statements: int) -> list[float]:
    """Seconds of proofs that any statement of the large case stands under the signed head."""
    from homeward.ledger.actions import sealing
    from homeward.ledger.queries import cases, proofs

    sealing.sign_heads(at=datetime.now(UTC))
    chance, took = random.Random(8), []
    with desk.acting(reader):
        asked = asking.latest(cases.case("large"))
        for _ in range(times):
            ref = f"s{chance.randrange(statements):07}"
            began = time.perf_counter()
            assert proofs.inclusion(asked, ref).holds
            took.append(time.perf_counter() - began)
    return took


def verified() -> None:
    """The standalone verifier over everything."""
    from homeward.ledger.actions import proving

    began = time.perf_counter()
    report = proving.verify()
    took = time.perf_counter() - began
    assert report.ok, report.as_text()
    say(f"verify of {report.statements:,} statements: {took:.1f} s")


def timed(name: str, seconds: list[float]) -> None:
    """One line for a question that was asked often."""
    say(
        f"{name}: p50 {cost.at(0.5, seconds) * 1000:.1f} ms, p95 {cost.at(0.95, seconds) * 1000:.1f} ms, of {len(seconds)}"
    )


def say(line: str) -> None:
    """A line at once, since the whole takes long."""
    print(line, flush=True)


if __name__ == "__main__":
    main()
