"""Each bad list of the corpus ends as its table says, and no line of any of them is lost."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from homeward.lists.core.checked import Checked, Declared, checked
from homeward.lists.core.report import report
from homeward.lists.formats import received
from homeward.refusals import Refused

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "lists"
with (CORPUS / "expected.tsv").open(encoding="utf-8") as table:
    EXPECTED = list(csv.DictReader(table, delimiter="\t"))


def looked_at(name: str) -> Checked | None:
    """What would happen to a file; None when it is refused before anything is read of it."""
    try:
        book = received.book(name, (CORPUS / name).read_bytes())
    except Refused:
        return None
    return checked(book, None, Declared(today=date(2026, 11, 30)))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["file"])
def test_a_list_ends_as_it_should(expected: dict[str, str]) -> None:
    seen = looked_at(expected["file"])

    assert (seen.outcome.value if seen else "reject") == expected["outcome"]
    if seen is None or not expected["stored"]:
        return
    stored, aside = int(expected["stored"]), int(expected["aside"])
    told = report(seen)
    assert told["source_rows"] == told["stored"] + len(told["quarantined"]) == stored + aside
    # Until its questions are answered, what they are about is set aside.
    if expected["outcome"].startswith("accept"):
        assert (told["stored"], len(told["quarantined"])) == (stored, aside)
