"""Tables of names: pairs that are one person, pairs that are two, keys, parts and cautions."""

import pytest

from homeward.names import cautions, compare, key, read
from tests.spec.names.tables import rows

SAME, DIFFERENT = 0.6, 0.5


@pytest.fixture
def one_person():
    def check(table: str) -> None:
        for row in rows(table):
            said = compare(row["one"], row["other"])
            assert said.score >= SAME, (row, said)
            assert row.get("why", "") in said.why, (row, said.why)

    return check


@pytest.fixture
def two_people():
    def check(table: str) -> None:
        for row in rows(table):
            said = compare(row["one"], row["other"])
            assert said.score < DIFFERENT, (row, said)
            assert row.get("why", "") in said.why, (row, said.why)

    return check


@pytest.fixture
def same_key():
    def check(table: str) -> None:
        for row in rows(table):
            assert key(row["one"]) == key(row["other"]) != "", row

    return check


@pytest.fixture
def warns():
    def check(table: str) -> None:
        for row in rows(table):
            found = " ".join(caution.code for caution in cautions(row["name"]))
            assert found == row["caution"], row
            assert read(row["name"]).text == row["name"]

    return check


@pytest.fixture
def read_as():
    def check(table: str) -> None:
        for row in rows(table):
            parts = read(row["name"]).parts
            assert "; ".join(f"{part.role}: {part.text}" for part in parts) == row["parts"], row

    return check
