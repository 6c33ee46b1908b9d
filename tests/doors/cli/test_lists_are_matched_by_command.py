"""Two lists are held against each other by command, without a database: pairs with reasons, nothing recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.cli.conftest import Command

LEFT = """Name,Date of birth,Passport,Sex
Layla Haddad,1985-03-07,A4471920,F
Mohammed Ahmed,1990-01-01,,M
"""
RIGHT = """الاسم,تاريخ الميلاد,رقم الجواز,الجنس
سمير ناصر,1990-11-02,B8810237,ذكر
ليلى حداد,1985-03-07,A4471920,أنثى
"""


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str]:
    files = tmp_path / "left.csv", tmp_path / "right.csv"
    for file, text in zip(files, (LEFT, RIGHT), strict=True):
        file.write_text(text, encoding="utf-8")
    return str(files[0]), str(files[1])


def test_pairs_come_with_their_rows_and_reasons(homeward: Command, lists: tuple[str, str]) -> None:
    told = homeward("match", "--left", lists[0], "--right", lists[1], "--format", "json").document

    assert (told["engine"], told["left"], told["right"]) == ("columns", 2, 2)
    (pair,) = [each for each in told["pairs"] if each["verdict"] == "same"]
    assert (pair["left"]["row"], pair["right"]["row"]) == (2, 3)
    assert {"number", "birth", "given"} <= {why["field"] for why in pair["why"]}
    assert [place["row"] for place in told["nobody"]] == [3]


def test_people_read_the_reasons_in_words(homeward: Command, lists: tuple[str, str]) -> None:
    done = homeward("match", "--left", lists[0], "--right", lists[1], "--engine", "plain")

    assert done.code == 0
    assert "Layla Haddad" in done.out
    assert "A document number is the same: speaks strongly for one person." in " ".join(done.out.split())
    assert "Nothing was recorded" in " ".join(done.out.split())


def test_a_list_without_people_is_refused_with_its_name(
    homeward: Command, lists: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "empty.csv").write_text("Name,Passport\n", encoding="utf-8")

    done = homeward("match", "--left", lists[0], "--right", str(tmp_path / "empty.csv"))

    assert done.code == 1
    assert "empty.csv" in done.err


def test_standard_input_cannot_be_both(homeward: Command) -> None:
    done = homeward("match", "--left", "-", "--right", "-")

    assert done.code == 1
    assert "Only one of the two lists" in done.err
