"""Reports are taken in by command: each is told, one that is refused stops no other, and what was decided is handed out."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest

from homeward.ledger.queries import cases
from homeward.reading import actions, queries
from tests.cast import Desk, case_of
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database

REPORT = """The crossing at Verba

The ministry of transport said on Monday that more than 120 people had crossed.
Ambassador Igor Savin said the rest could leave only if the sides agreed on a new window.
"""
CASE = ("--case", "crossing-test")


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.load(case_of({}))
    return desk


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(REPORT)
    return file


def test_a_report_is_taken_in_and_read_at_once(told: Desk, homeward: Command, report: Path) -> None:
    done = homeward(
        "receive",
        "report",
        str(report),
        *CASE,
        "--outlet",
        "The Herald",
        "--published",
        "3 Oct 2023",
        "--format",
        "json",
    )

    assert done.code == 0, done.err
    (file,) = done.document["files"]
    (paper,) = file["papers"]
    assert (paper["new"], paper["title"], paper["outlets"]) == (True, "The crossing at Verba", ["The Herald"])
    assert (paper["state"], paper["language"]) == ("read", "en")
    assert paper["open"] == paper["proposed"] >= 2


def test_the_same_report_again_came_before_and_another_outlet_of_it_is_kept(
    told: Desk, homeward: Command, report: Path
) -> None:
    homeward("receive", "report", str(report), *CASE, "--outlet", "The Herald", "--no-read")

    again = homeward("receive", "report", str(report), *CASE, "--outlet", "the herald", "--format", "json")
    other = homeward("receive", "report", str(report), *CASE, "--outlet", "The Star")

    (paper,) = again.document["files"][0]["papers"]
    assert (paper["new"], paper["further_outlet"], paper["state"]) == (False, None, "waiting")
    assert "now also carried by The Star" in " ".join(other.out.split())
    listed = homeward("reading", "papers", *CASE, "--format", "json").document
    assert [each["outlets"] for each in listed["papers"]] == [["The Herald", "The Star"]]


def test_a_file_that_is_refused_stops_no_other(told: Desk, homeward: Command, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0 and so on")
    files = [str(tmp_path / name) for name in ("empty.txt", "picture.jpg", "nowhere.txt", "report.txt")]

    done = homeward("receive", "report", *files, *CASE, "--no-read", "--format", "json")

    assert done.code == 1
    told_of = {Path(each["file"]).name: each for each in done.document["files"]}
    assert told_of["empty.txt"]["refused"]["message"] == "This file is empty."
    assert "picture" in told_of["picture.jpg"]["refused"]["message"]
    assert told_of["nowhere.txt"]["refused"]["instead"]
    assert told_of["report.txt"]["papers"][0]["new"]


def test_standard_input_is_a_file_too(told: Desk, homeward: Command) -> None:
    done = homeward("receive", "report", "-", *CASE, "--no-read", given=REPORT.encode())

    assert done.code == 0
    assert "The crossing at Verba" in done.out
    assert "waits to be read" in done.out


@pytest.mark.parametrize(
    ("given", "where"),
    [
        (("--published", "soonish"), "published"),
        (("--url", "javascript:alert(1)"), "url"),
        (("--outlet", "x" * 201), "outlet"),
    ],
)
def test_what_is_given_and_cannot_be_understood_is_named(
    told: Desk, homeward: Command, report: Path, given: tuple[str, ...], where: str
) -> None:
    done = homeward("receive", "report", str(report), *CASE, *given, "--format", "json")

    assert done.code == 1
    assert [each["where"] for each in done.document["files"][0]["refused"]["findings"]] == [where]


def test_one_address_is_not_given_to_many_files(told: Desk, homeward: Command, report: Path) -> None:
    done = homeward("receive", "report", str(report), str(report), *CASE, "--url", "https://example.org/1")

    assert done.code == 2


def test_who_may_not_write_takes_nothing_in(told: Desk, homeward: Command, report: Path) -> None:
    told.person("Vera", may="read")
    told.person("Gleb")

    reader = homeward("receive", "report", str(report), *CASE, "--as", "Vera")
    stranger = homeward("receive", "report", str(report), *CASE, "--as", "Gleb")

    assert (reader.code, stranger.code) == (1, 1)
    assert "You may not do this here." in reader.err
    assert homeward("reading", "papers", *CASE, "--format", "json").document["count"] == 0


def test_a_paper_is_read_anew_in_the_language_that_is_named(told: Desk, homeward: Command, report: Path) -> None:
    received = homeward("receive", "report", str(report), *CASE, "--format", "json").document
    document = received["files"][0]["papers"][0]["document"]

    again = homeward("reading", "again", document, *CASE, "--language", "en", "--format", "json")
    unread = homeward("reading", "again", document, *CASE, "--language", "xx")
    nowhere = homeward("reading", "again", str(uuid4()), *CASE)

    assert again.document["proposed"] == received["files"][0]["papers"][0]["proposed"]
    assert unread.code == 1 and "no language that is read" in unread.err
    assert nowhere.code == 1 and "no such paper" in nowhere.err


def test_what_was_decided_is_handed_out_line_by_line_and_that_stands_in_the_log(
    lasting_desk: Desk, fresh_database: Database, homeward: Command, report: Path
) -> None:
    lasting_desk.load(case_of({}))
    homeward("receive", "report", str(report), *CASE, "--outlet", "The Herald", "--published", "3 Oct 2023")
    with lasting_desk.acting() as operator:
        case = cases.case("crossing-test")
        (paper,) = queries.papers(case)
        one, other = queries.sheet(case, paper.document_id).proposals[:2]
        shared = {"case": case, "document": paper.document_id, "by": operator, "at": lasting_desk.now}
        actions.confirm(proposal=one.id, **shared)
        actions.refuse(proposal=other.id, reason="A headline.", **shared)

    done = homeward("reading", "decisions", *CASE)

    lines = [json.loads(line) for line in done.out.splitlines()]
    assert sorted(line["verdict"] for line in lines) == ["confirmed", "refused"]
    assert all("more than 120 people" in line["text"] for line in lines)
    logged = "SELECT count(*) FROM access_event WHERE kind = 'reading.decisions_exported'"
    assert fresh_database.superuser(logged) == "1\n"


def test_no_text_goes_to_a_model_before_an_administrator_said_so(
    told: Desk, homeward: Command, report: Path, settings: object
) -> None:
    received = homeward("receive", "report", str(report), *CASE, "--no-read", "--format", "json").document
    document = received["files"][0]["papers"][0]["document"]
    none_named = homeward("reading", "allow-model", "desk", "--reason", "it is ours")
    settings.HOMEWARD_MODEL_AT, settings.HOMEWARD_MODEL = "http://127.0.0.1:9/v1", "small"  # type: ignore[attr-defined]

    refused = homeward("reading", "ask-model", document, *CASE)
    allowed = homeward("reading", "allow-model", "desk", "--reason", "it is ours")
    asked = homeward("reading", "ask-model", document, *CASE)
    homeward("reading", "forbid-model", "desk", "--reason", "names stand in the texts")
    again = homeward("reading", "ask-model", document, *CASE)

    assert none_named.code == 1 and "names no language model" in none_named.err
    assert refused.code == again.code == 1
    assert "allow-model" in refused.err
    assert (allowed.code, asked.code) == (0, 0)
