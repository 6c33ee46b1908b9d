"""One system over two files of rows, in a process of its own: python -m bench.linkage_systems SYSTEM FOLDER OUT [--first N]

Reads FOLDER/left.jsonl and right.jsonl, links them, and writes pairs, seconds and memory to OUT (.npz).
Whatever is measured begins when the rows are in memory and the libraries are imported.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench import linkage_rows
from bench.linkage_forms import Pairs
from bench.linkage_peers import LINKERS
from bench.linkage_rows import Row

OURS = ("ours", "ours-plain")
LIMIT = 10


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.linkage_systems", description=__doc__)
    parser.add_argument("system", choices=[*OURS, *LINKERS])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--first", type=int, default=0, help="of the left list only so many rows")
    parser.add_argument("--no-blocking", action="store_true", help="do not count once more which pairs were compared")
    given = parser.parse_args()
    left, right = (linkage_rows.read(given.folder / f"{side}.jsonl") for side in ("left", "right"))
    left = left[: given.first] if given.first else left
    made = ours if given.system in OURS else peer
    pairs, measured = made(given.system, left, right, not given.no_blocking)
    measured |= {"system": given.system, "left": len(left), "right": len(right), "scale": pairs.scale, **pairs.told}
    more = {name: each for name in ("said", "nobody") if (each := getattr(pairs, name)) is not None}
    if pairs.compared is not None:
        more |= {"compared_left": pairs.compared[0], "compared_right": pairs.compared[1]}
    np.savez(
        given.out,
        left=pairs.left,
        right=pairs.right,
        score=pairs.score,
        measured=np.array(json.dumps(measured)),
        **more,
    )


def peer(system: str, left: Sequence[Row], right: Sequence[Row], _: bool) -> tuple[Pairs, dict[str, object]]:
    LINKERS[system](left[:20], right[:200]) if system in ("rapidfuzz", "nomenklatura") else _imported()
    before, began, cpu = megabytes(), time.perf_counter(), time.process_time()
    pairs = LINKERS[system](left, right)
    return pairs, taken(before, began, cpu)


def _imported() -> None:
    import anyascii
    import duckdb
    import pandas
    import splink

    assert anyascii and duckdb and pandas and splink


def ours(system: str, left: Sequence[Row], right: Sequence[Row], blocking: bool) -> tuple[Pairs, dict[str, object]]:
    """The product: rows read as its lists are, linked by its fast engine, or by the plain one."""
    from homeward.matching import engines
    from homeward.matching.core.verdict import Verdict, verdict

    chosen = {} if system == "ours" else {"engine": "plain"}
    began = time.process_time()
    one, other = records(left), records(right)
    reading = time.process_time() - began
    engines.link(one[:20], other[:200], limit=LIMIT, **chosen)
    before, began, cpu = megabytes(), time.perf_counter(), time.process_time()
    linked = engines.link(one, other, limit=LIMIT, **chosen)
    measured = taken(before, began, cpu) | {"reading": round(reading, 2)}
    pairs = Pairs(
        np.array([int(pair.left[1:]) for pair in linked.pairs], np.int64),
        np.array([int(pair.right[1:]) for pair in linked.pairs], np.int64),
        np.array([pair.probability for pair in linked.pairs]),
        "probability",
        said=np.array([verdict(pair.probability, pair.levels) is Verdict.SAME for pair in linked.pairs], bool),
        nobody=np.array([linked.nobody[record.id] for record in one]),
        told={"compared": getattr(linked, "compared", 0), "expected": getattr(linked, "expected", 0.0)},
    )
    if blocking:
        from homeward.matching.core.blocking import candidates
        from homeward.matching.core.sides import sides

        pairs.compared = candidates(sides(one, other))
    return pairs, measured


def records(rows: Sequence[Row]) -> list[object]:
    """As `lists` reads a row: words, and beside them what they were read as."""
    from homeward.identity import births, documents
    from homeward.matching.core.values import record
    from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven, NameGiven, Values

    def day(words: str) -> DayGiven | None:
        read = births.read(words) if words else None
        if read is None or read.only is None:
            return None
        return DayGiven(words, read.only.start.isoformat(), read.only.until.isoformat(), "gregorian", read.flags)

    def paper(number: str, kind: str, country: str) -> DocumentGiven:
        read = documents.read(number, kind=kind, country=country)
        return DocumentGiven(number, kind, country, key=read.key, flags=read.flags)

    houses = linkage_rows.houses(rows)
    made = []
    for at, row in enumerate(rows):
        values = Values(
            names=tuple(NameGiven(name) for name in row.names),
            birth=day(row.birth),
            sex=CodeGiven(row.sex, row.sex) if row.sex else None,
            nationalities=tuple(CodeGiven(code, code) for code in row.nationalities),
            documents=tuple(paper(*number) for number in row.numbers),
            household=row.household,
            place=row.place,
        )
        family = tuple(name for n in houses.get(row.household, ()) if n != at for name in rows[n].names)
        made.append(record(values, row.id, household=row.household, family=family))
    return made


def megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def taken(before: int, began: float, cpu: float) -> dict[str, object]:
    """Seconds of the processor and of the clock; megabytes at the most, and those of them that were held before."""
    return {
        "cpu": round(time.process_time() - cpu, 2),
        "wall": round(time.perf_counter() - began, 2),
        "peak": megabytes(),
        "before": before,
    }


if __name__ == "__main__":
    main()
