"""Tables of days of birth, numbers of papers and nationalities: the words, what they mean, and what is flagged."""

from datetime import date

import pytest

from homeward.identity import births, countries, documents
from tests.spec.identity.tables import rows, said

TODAY = date(2026, 11, 30)


@pytest.fixture
def reads_days():
    def check(table: str, *, day_first: bool | None = None, on: date | None = TODAY) -> None:
        for row in rows(table):
            birth = births.read(row["words"], day_first=day_first, on=on)
            assert birth.words == row["words"]
            assert (row["words"], said(birth), ", ".join(birth.flags)) == (row["words"], row["means"], row["flags"])
            assert {*birth.flags} <= {*births.FLAGS}

    return check


@pytest.fixture
def reads_numbers():
    def check(table: str) -> None:
        for row in rows(table):
            paper = documents.read(row["words"], kind=row.get("kind", ""), country=row.get("country", ""))
            assert paper.words == row["words"]
            assert (row["words"], paper.key, ", ".join(paper.flags)) == (row["words"], row["key"], row["flags"])
            assert {*paper.flags} <= {*documents.FLAGS}

    return check


@pytest.fixture
def reads_nationalities():
    def check(table: str) -> None:
        for row in rows(table):
            found = countries.read(row["words"])
            assert found.words == row["words"]
            assert (row["words"], " ".join(found.codes), ", ".join(found.flags)) == (
                row["words"],
                row["codes"],
                row["flags"],
            )
            assert {*found.flags} <= {*countries.FLAGS}

    return check
