"""A number is as stated, its sign says how it is meant, and the two must not speak against one another."""

from __future__ import annotations

from typing import Any

import pytest

from tests.spec.case_file.files import GONE, found, read

FIGURE = ("statements", 0, "figures", 0)

READINGS = """
    op     | lo   | hi   | from | to   | told
    =      | 5    | 5    | 5    | 5    |
    =      | 0    | 0    | 0    | 0    |
    =      | 5    | null | 5    | 5    | note hi-missing
    =      | 5    |      | 5    | 5    | note hi-missing
    =      | null | 5    | 5    | 5    | doubt lo-missing
    =      | 5    | 6    |      |      | fault op-misfit
    >      | 500  | null | 501  | null |
    >      | 500  |      | 501  | null |
    >      | 500  | 500  | 501  | null | note hi-of-an-open-number
    >      | 500  | 600  |      |      | fault op-misfit
    >      | null | 500  |      |      | fault op-misfit
    >=     | 826  | null | 826  | null |
    <      | 0    | 20   | 0    | 19   |
    <      | null | 20   | 0    | 19   |
    <      | 20   | null | 0    | 19   | doubt hi-missing
    <=     | 0    | 9000 | 0    | 9000 |
    <=     | null | 9000 | 0    | 9000 |
    ~      | 600  | 600  | 540  | 660  |
    ~      | 600  | null | 540  | 660  | note hi-missing
    ~      | 90   | 100  | 81   | 110  | note about-a-range
    nearly | 810  | 899  | 810  | 899  |
    nearly | 600  | 600  | 540  | 599  |
    nearly | null | 600  | 540  | 599  |
    range  | 5    | 6    | 5    | 6    |
    range  | 5    | null | 5    | null | doubt half-a-range
    range  | 6    | 5    |      |      | fault lo-above-hi
    =      | null | null |      |      | fault no-number
    =      |      |      |      |      | fault missing
    =      | 3.0  | 3.0  | 3    | 3    |
    =      | 1e3  | 1000 | 1000 | 1000 |
    <      | 0    | 0    |      |      | fault no-quantity
    vague  | 1    | 2    |      |      | fault unknown-op
"""


def _rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in READINGS.strip().splitlines()[1:]]


def _value(cell: str) -> Any:
    if cell in ("", "null"):
        return None if cell else GONE
    return float(cell) if not cell.isdecimal() else int(cell)


@pytest.mark.parametrize(("op", "lo", "hi", "least", "most", "told"), _rows(), ids=lambda cell: cell)
def test_a_number_is_read_by_its_sign(op: str, lo: str, hi: str, least: str, most: str, told: str) -> None:
    changes = [((*FIGURE, "op"), op), ((*FIGURE, "lo"), _value(lo)), ((*FIGURE, "hi"), _value(hi))]

    findings = found(*changes)

    assert [f"{finding.grade} {finding.code}" for finding in findings] == ([told] if told else [])
    if not told.startswith("fault"):
        quantity = read(*changes).statements[0].figures[0].quantity
        assert (str(quantity.lo), str(quantity.hi)) == (least, most.replace("null", "None"))


def test_an_average_and_a_measure_have_parts() -> None:
    average = read(((*FIGURE, "kind"), "average"), ((*FIGURE, "lo"), 12.5)).statements[0].figures[0]
    way = read(((*FIGURE, "unit"), "km"), ((*FIGURE, "lo"), 5)).statements[0].figures[0]

    assert str(average.quantity.lo) == "12.5"
    assert way.quantity.lo == 5
