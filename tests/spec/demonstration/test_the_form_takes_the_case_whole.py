"""The form `case/1` reads the demonstration case whole, and the times in it tell what was known when."""

from __future__ import annotations

from pathlib import Path

import pytest

from homeward import moments
from homeward.ledger.formats import case1
from homeward.ledger.formats.case1 import CaseFile
from homeward.moments import Knowing

FILE = Path(__file__).parents[3] / "examples" / "gaza_2023_11" / "case.json"


@pytest.fixture(scope="module")
def case() -> CaseFile:
    return case1.read(FILE.read_bytes())


def test_it_has_neither_faults_nor_doubts() -> None:
    _, findings = case1.parse(FILE.read_bytes())

    assert not findings.faults
    assert not findings.doubts


def test_every_part_is_there(case: CaseFile) -> None:
    assert (len(case.sources), len(case.documents), len(case.statements)) == (25, 4, 28)
    assert (len(case.parties), len(case.channels), len(case.agreements), len(case.conditions)) == (9, 1, 1, 7)
    assert sum(len(statement.figures) for statement in case.statements) == 33
    assert sum(len(statement.spans) for statement in case.statements) == 19


def test_on_30_october_nothing_of_november_is_known(case: CaseFile) -> None:
    then = moments.point("2023-10-30", case.zone)
    known: dict[Knowing, set[str]] = {answer: set() for answer in Knowing}
    for statement in case.statements:
        assert statement.said_on is not None
        known[statement.said_on.knowing(then)].add(statement.id)

    assert known[Knowing.YES] == {"s01", "h01", "h02"}
    assert known[Knowing.POSSIBLY] == {"h03", "h07"}  # said about that day
