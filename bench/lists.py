"""Lists tidied, checked and compared, beside a bare reading of the same rows: python -m bench.lists [--rows N]

Invented rows of ten columns. Seconds are of the processor; a list is read from text already cut into cells, so that what is
measured is the core: headings, columns, names, days, papers, and the difference of two versions.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from bench import cost
from homeward.lists.core.book import Book, Line, Sheet
from homeward.lists.core.checked import Declared, checked
from homeward.lists.core.diff import difference
from homeward.lists.core.entry import Entry

GOALS = {"checked": 180.0, "compared": 10.0, "megabytes": 512}
HEADINGS = ("No", "Name", "الاسم", "Date of birth", "Sex", "Nationality", "Passport", "Expiry date", "Place", "Status")
GIVEN = "Layla Omar Rania Samir Nadia Khaled Salma Yusuf Ahmad Hussein Anna Dmitri Leyla Emre Noa Avi".split()
ARABIC = "ليلى عمر رانيا سمير نادية خالد سلمى يوسف أحمد حسين آنا ديمتري ليلى إمري نوعا آفي".split()
SYLLABLES = "ha dad na sir kha lil sa leh bar kat man sur dar wish qa sim fa rah ri zq za it sev".split()
NATIONS = "France Jordan Egypt Lebanon Turkey Russian Ukrainian Israeli".split()
T = TypeVar("T")


def rows(number: int, seed: int = 1) -> list[tuple[str, ...]]:
    """Invented rows under HEADINGS."""
    chance = random.Random(seed)
    made = []
    for at in range(number):
        given, father = chance.randrange(len(GIVEN)), chance.randrange(len(GIVEN))
        family = "".join(chance.sample(SYLLABLES, 3)).title()
        name = f"{GIVEN[given]} {GIVEN[father]} {family}"
        day = f"{chance.randrange(1, 29):02}/{chance.randrange(1, 13):02}/{chance.randrange(1940, 2024)}"
        made.append(
            (
                str(at + 1), name, f"{ARABIC[given]} {ARABIC[father]}", day, chance.choice("MF"), chance.choice(NATIONS),
                f"{chance.choice('ABCDEFGH')}{chance.randrange(10**7, 10**8)}", f"20{chance.randrange(27, 36)}-05-06",
                "Esk", chance.choice(("", "pending", "approved")),
            )
        )  # fmt: skip
    return made


def book(table: list[tuple[str, ...]]) -> Book:
    """The rows as a reader of files gives them."""
    lines = (Line(1, HEADINGS), *(Line(at, row) for at, row in enumerate(table, 2)))
    return Book("text/csv", (Sheet("", lines),))


def seconds(work: Callable[[], T]) -> tuple[float, T]:
    began = time.process_time()
    done = work()
    return time.process_time() - began, done


def megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def tidied(number: int) -> list[Entry]:
    """Rows tidied and checked, beside the standard reader of the same rows."""
    table = rows(number)
    written = io.StringIO()
    csv.writer(written).writerows(table)
    bare, _ = seconds(lambda: list(csv.reader(io.StringIO(written.getvalue()))))
    made = book(table)
    took, seen = seconds(lambda: checked(made, None, Declared(today=date(2026, 1, 1))))
    say(
        f"{number:,} rows tidied and checked: {took:.1f} s, {took / bare:.0f} times csv ({bare:.2f} s), "
        f"goal {GOALS['checked']:.0f} s; "
        f"{seen.outcome}, {len(seen.rows):,} stored; {megabytes():,} MB at the most, goal {GOALS['megabytes']}"
    )
    return [Entry(row.number, row.values) for row in seen.rows]


def compared(before: list[Entry]) -> None:
    """Two versions: only reordered, changed as lists are in a night, and with nobody in common."""
    chance = random.Random(2)
    bare, _ = seconds(lambda: {entry.values for entry in before} == {entry.values for entry in before})
    shuffled = chance.sample(before, len(before))
    tell("in another order", bare, *seconds(lambda: difference(before, shuffled)))
    few, many = len(before) // 50, len(before) // 10
    after = book([_changed(row, at, few, many) for at, row in enumerate(rows(len(before)))][few:] + rows(few, seed=9))
    night = [Entry(row.number, row.values) for row in checked(after, None, Declared(today=date(2026, 1, 1))).rows]
    tell("after a night", bare, *seconds(lambda: difference(before, night)))
    others = [Entry(row.number, row.values) for row in checked(book(rows(len(before), seed=77))).rows]
    tell("with nobody in common", bare, *seconds(lambda: difference(before, others)))


def _changed(row: tuple[str, ...], at: int, few: int, many: int) -> tuple[str, ...]:
    """Of the entries that stay some are spelled otherwise, and more are decided."""
    if few <= at < 2 * few:
        return (row[0], row[1].replace("a", "e", 1), *row[2:])
    return (*row[:-1], "refused") if at < many else row


def tell(words: str, bare: float, took: float, found: object) -> None:
    counts = ", ".join(f"{number:,} {how}" for how, number in found.counts.items() if number)  # type: ignore[attr-defined]
    passed = found.not_compared  # type: ignore[attr-defined]
    say(
        f"compared {words}: {took:.1f} s, {took / bare:.1f} times two sets, goal {GOALS['compared']:.0f} s; {counts}; "
        f"{passed:,} passed by; {megabytes():,} MB at the most"
    )


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.lists", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    given = parser.parse_args()
    say(f"load average {cost.load_average():.1f}")
    compared(tidied(given.rows))


if __name__ == "__main__":
    main()
