"""How the tables of figures are written: one figure a line, as it was said, and what is left out is the usual.

A number is written as in reports: "> 500", "~ 600", "nearly 900", "5 to 6", "at most 9,000" is "<= 9000".
"""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from homeward.ledger.core.comparison import Compared, Relation
from homeward.ledger.core.figures import SIGNS, FigureKind, Op, Quantity, quantity
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.sums import Utterance
from homeward.ledger.core.voices import Modality
from homeward.moments import Interval, read

ZONE = ZoneInfo("Asia/Damascus")
NOBODY_SAID = Populations()
USUAL = {
    "measure": "crossed",
    "of": "people of the town",
    "kind": "stock",
    "unit": "person",
    "as of": "2023-11-01",
    "said": "2023-11-02",
    "modality": "asserted",
}


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table whose first line names its columns; a cell left empty is not there."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [{k: v for k, v in zip(lines[0], line, strict=True) if v} for line in lines[1:]]


def number(words: str, *, basis: str = "", whole: bool = True) -> Quantity:
    """A number as the tables write it."""
    if found := re.fullmatch(r"(\d+) to (\d+)", words):
        return quantity(Op.RANGE, int(found[1]), int(found[2]))
    if words.isalpha() or not any(map(str.isdigit, words)):
        return quantity(Op.VAGUE, None, None, words=words)
    sign, value = re.fullmatch(r"(\D*?)\s*([\d,]+)", words).groups()
    op = SIGNS[sign or "="]
    return quantity(op, int(value.replace(",", "")), None, words=basis, whole=whole)


def figure(row: dict[str, str]) -> Compared:
    """One line of a table as a figure; "h07?" as origin is doubtful."""
    cell = {**USUAL, **row}
    ref = cell["figure"]
    statement = ref.partition("#")[0]
    origin = cell.get("origin", statement)
    return Compared(
        ref=ref,
        statement=statement,
        measure=cell["measure"],
        population=cell["of"],
        unit=cell["unit"],
        kind=FigureKind(cell["kind"]),
        quantity=number(cell["number"]),
        asof=_time(cell["as of"]),
        window=_time(cell.get("window", "")),
        asof_inferred=cell.get("inferred") == "yes",
        part_of=cell.get("part of"),
        counting=cell.get("counting", ""),
        speaker=cell.get("speaker", f"speaker of {statement}"),
        party=cell.get("party"),
        modality=Modality(cell["modality"]),
        origin=origin.rstrip("?"),
        origin_doubtful=origin.endswith("?"),
        derived=cell.get("derived") == "yes",
        said=_time(cell["said"]),
        corrects=frozenset(cell.get("corrects", "").split()),
        retracted=cell.get("withdrawn") == "yes",
    )


def figures(table: str) -> list[Compared]:
    return [figure(row) for row in rows(table)]


def utterances(words: str, numbers: str = "figure\n") -> list[Utterance]:
    """Statements with their words (and the note of whoever checked them), and the figures that belong to them."""
    held = figures(numbers)
    return [
        Utterance(
            statement=row["statement"],
            figures=tuple(figure for figure in held if figure.statement == row["statement"]),
            text=row.get("words", ""),
            check=row.get("check", ""),
        )
        for row in rows(words)
    ]


def told(relations: list[Relation], columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Relations as rows of a table, with the columns asked for."""
    return [{column: str(getattr(relation, column)) for column in columns} for relation in relations]


def _time(words: str) -> Interval | None:
    return None if words in ("", "not said") else read(words, ZONE)
