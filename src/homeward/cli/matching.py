"""Two lists held against each other: who of the one may be whom of the other; needs no database, records nothing."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from homeward.cli.asking import Answer, Form
from homeward.cli.printing import answer
from homeward.cli.taking import STANDARD_INPUT, contents
from homeward.refusals import Refused

if TYPE_CHECKING:  # not worth their time for --help
    from homeward.lists.core.checked import Checked
    from homeward.matching.core.record import Record
    from homeward.matching.engines import Linked, Pair

LARGEST = 50_000_000
"""Bytes of a file that are taken in; the formats refuse no less."""
LIST = "A list of any form that “lists check” reads"


class NobodyListed(Refused):
    """No row of this list can be compared."""


class OneInput(Refused):
    """Only one of the two lists can be read from standard input."""


def match(
    left: Annotated[str, typer.Option("--left", metavar="FILE", help=f"{LIST}; - reads standard input.")],
    right: Annotated[str, typer.Option("--right", metavar="FILE", help=f"{LIST}, in which the others are looked for.")],
    engine: Annotated[
        Literal["columns", "plain"], typer.Option("--engine", help="plain weighs pair by pair; both give the same.")
    ] = "columns",
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="How many for each row.")] = 3,
    form: Answer = Form.TEXT,
) -> None:
    """For each row of one list the rows of another that may be the same person, how likely, and why. Nothing is recorded."""
    if left == right == STANDARD_INPUT:
        raise OneInput(where="--left, --right", instead="Give one of them as a file.")
    ones, others = _read(left), _read(right)

    from homeward.matching.engines import link

    linked = link(_records(ones), _records(others), limit=limit, engine=engine)
    warnings = [*_warnings(left, ones), *_warnings(right, others)]

    from homeward.cli.text.matched import matched_page

    answer(
        form,
        lambda: _document(linked, ones, others, engine, warnings),
        lambda paper: matched_page(paper, (left, ones), (right, others), linked, warnings),
    )


def _read(file: str) -> Checked:
    from homeward.lists.core.checked import Declared, checked
    from homeward.lists.formats import received

    name = "standard input" if file == STANDARD_INPUT else file
    today = datetime.now(UTC).date()
    seen = checked(received.book(name, contents(file, LARGEST), encoding=""), None, Declared(today=today))
    if not seen.rows:
        asked = " ".join(question.words for question in seen.questions)
        raise NobodyListed(where=name, instead=asked or seen.message)
    return seen


def _records(seen: Checked) -> list[Record]:
    from homeward.matching.core.values import record

    houses: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(seen.rows):
        if row.values.household:
            houses[row.sheet, row.values.household].append(at)
    made = []
    for at, row in enumerate(seen.rows):
        others = houses.get((row.sheet, row.values.household), []) if row.values.household else []
        family = tuple(seen.rows[n].values.names[0].words for n in others if n != at and seen.rows[n].values.names)
        household = f"{row.sheet}\t{row.values.household}" if row.values.household else ""
        made.append(record(row.values, str(at), household=household, family=family))
    return made


def _warnings(file: str, seen: Checked) -> list[str]:
    """What is open in a list or was set aside; whoever reads the answer must know that it was compared without it."""
    told = [f"{file}: {question.words}" for question in seen.questions]
    if seen.set_aside:
        told.append(f"{file}: {len(seen.set_aside):,} of {seen.source_rows:,} rows were set aside and not compared.")
    return told


def place(seen: Checked, id: str) -> dict[str, Any]:
    """Where a record stands in its file."""
    row = seen.rows[int(id)]
    return {"sheet": row.sheet, "row": row.number}


def _document(linked: Linked, ones: Checked, others: Checked, engine: str, warnings: list[str]) -> dict[str, Any]:
    return {
        "engine": engine,
        "left": len(ones.rows),
        "right": len(others.rows),
        "compared": linked.compared,
        "pairs": [_pair(pair, ones, others) for pair in linked.pairs],
        "nobody": [place(ones, id) for id in nobody(linked)],
        "warnings": warnings,
    }


def _pair(pair: Pair, ones: Checked, others: Checked) -> dict[str, Any]:
    from homeward.matching.core.said import reasons
    from homeward.matching.core.verdict import verdict

    return {
        "left": place(ones, pair.left),
        "right": place(others, pair.right),
        "probability": round(pair.probability, 4),
        "verdict": verdict(pair.probability, pair.levels).value,
        "bits": round(pair.weight, 1),
        "why": [
            {"field": each.field, "level": each.level, "bits": each.bits, "words": each.words}
            for each in reasons(pair.levels, pair.bits)
        ],
    }


def nobody(linked: Linked) -> list[str]:
    """The rows whose person is more likely not on the other list than that."""
    return [id for id, share in linked.nobody.items() if share > 0.5]
