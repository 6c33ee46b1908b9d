"""A list is looked at by command, without a database: as words for people, as one document for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.doors.cli.conftest import Command

LIST = """Name,Date of birth,Passport,Status
Layla Haddad,07/03/1985,A4471920,approved
سمير ناصر,02/11/1990,B8810237,pending
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "list.csv"
    made.write_text(LIST, encoding="utf-8")
    return made


def test_the_outcome_and_what_to_do_come_first(homeward: Command, file: Path) -> None:
    done = homeward("lists", "check", str(file))

    assert done.code == 0
    assert "It waits for answers" in " ".join(done.out.split())[:200]
    assert "1 question must be answered" in done.out
    assert "day-order" in done.out


def test_programs_get_the_form_that_stays_stable(homeward: Command, file: Path) -> None:
    told = homeward("lists", "check", str(file), "--format", "json").document

    assert told["outcome"] == "ask"
    assert told["source_rows"] == told["stored"] + len(told["quarantined"]) == 2
    assert {"people", "warnings", "questions", "columns", "rows", "message"} <= set(told)
    assert told["rows"][0]["name"] == "Layla Haddad"
    assert told["rows"][0]["documents"][0]["number"] == "A4471920"


def test_a_report_with_its_question_answered_is_given_back(homeward: Command, file: Path, tmp_path: Path) -> None:
    told = homeward("lists", "check", str(file), "--format", "json").document
    told["answers"]["sheets"][0]["days"] = {"2": "day first"}
    settled = tmp_path / "settled.json"
    settled.write_text(json.dumps(told), encoding="utf-8")

    again = homeward("lists", "check", str(file), "--answers", str(settled), "--format", "json").document

    assert again["outcome"] == "accept"
    assert again["rows"][0]["birth"]["start"] == "1985-03-07"


@pytest.mark.parametrize("written", ["{", "[]", '{"sheets": 1}'])
def test_answers_that_are_none_are_refused_with_their_file(
    homeward: Command, file: Path, tmp_path: Path, written: str
) -> None:
    (tmp_path / "answers.json").write_text(written, encoding="utf-8")

    done = homeward("lists", "check", str(file), "--answers", str(tmp_path / "answers.json"))

    assert done.code == 1
    assert "answers.json" in done.err


def test_a_day_that_is_none_is_refused(homeward: Command, file: Path) -> None:
    done = homeward("lists", "check", str(file), "--dated", "31.12.2026")

    assert done.code == 1
    assert "--dated 31.12.2026" in done.err


def test_an_empty_file_is_refused(homeward: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")

    done = homeward("lists", "check", str(tmp_path / "empty.csv"))

    assert done.code == 1
    assert "This file is empty." in done.err


def test_a_program_gets_a_report_also_of_a_file_that_is_no_list(homeward: Command, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    done = homeward("lists", "check", str(file), "--format", "json")

    assert (done.code, done.document["outcome"]) == (1, "reject")
    assert done.document["source_rows"] == done.document["stored"] == len(done.document["quarantined"]) == 0
    assert "picture" in done.document["message"] and done.document["instead"] in done.document["message"]
    assert done.document["refused"] in done.err
