"""Doubtful pairs of two dirty registers, each with the words of its evidence: python -m bench.linkage_doubtful

Two lists of `bench.registers` are linked, some of the pairs that a person would have to judge are drawn by chance, and of each it
is told what stands on either side, what the desk says of it, and what is true; so that a reader can see whether the words are.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

from bench.linkage_rows import Row, houses
from bench.linkage_systems import records
from bench.registers import register
from homeward.matching import engines
from homeward.matching.core.verdict import Verdict, verdict
from homeward.matching.formats.evidence import told


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.linkage_doubtful", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--people", type=int, default=2_000)
    parser.add_argument("--kind", default="invented")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--data", type=Path)
    given = parser.parse_args()
    made = register(given.kind, given.people, given.people, given.seed, given.data)
    left, right = records(made.left), records(made.right)
    linked = engines.link(left, right, limit=10)
    open_ = [pair for pair in linked.pairs if verdict(pair.probability, pair.levels) is Verdict.DOUBTFUL]
    at = [{row.id: number for number, row in enumerate(rows)} for rows in (made.left, made.right)]
    homes = [houses(made.left), houses(made.right)]
    counted: Counter[str] = Counter()
    for number, pair in enumerate(random.Random(given.seed).sample(open_, min(given.pairs, len(open_))), 1):
        one, other = at[0][pair.left], at[1][pair.right]
        so = "one person" if made.left_people[one] == made.right_people[other] else "two people"
        counted[so] += 1
        say(f"\n{number}. {pair.probability * 1000:.0f} of 1,000; true: {so}")
        for rows, place, home in ((made.left, one, homes[0]), (made.right, other, homes[1])):
            say(f"   {written(rows[place], rows, home)}")
        for each in told(pair.levels, pair.bits):
            say(f"     {each.words}")
    say(f"\n{len(open_):,} pairs of {len(linked.pairs):,} wait; drawn: {dict(counted)}")


def written(row: Row, rows: list[Row], home: dict[str, list[int]]) -> str:
    """A row as a list writes it, and who else is of its household there."""
    family = [rows[place].names[0] for place in home.get(row.household, ()) if rows[place].id != row.id]
    parts = {
        "": " / ".join(row.names),
        "born": row.birth,
        "papers": ", ".join(" ".join(part for part in number if part) for number in row.numbers),
        "sex": row.sex,
        "of": ", ".join(row.nationalities),
        "place": row.place,
        "with": ", ".join(family),
    }
    return "; ".join(f"{name} {words}".strip() for name, words in parts.items() if words)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
