"""A list is taken in, shown, compared and taken out again from the command line; what is open ends with a message and 1."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from homeward.ledger.queries import cases
from homeward.lists import actions
from tests.cast import Desk, opened
from tests.doors.cli.conftest import Command, Done
from tests.grounds.databases import Database
from tests.spec.lists.lists import AMAL, EVERYBODY, JONAS, NADIA, NAMELESS, OMAR, opened_case, written

INTO = ("--case", "crossing")
LIST = ("--list", "Crossing list")


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    made = opened()
    opened_case(made)
    return made


@pytest.fixture
def receive(homeward: Command, desk: Desk, tmp_path: Path) -> Any:
    def run(rows: Any, *more: str, named: str = "Crossing list") -> Done:
        file = tmp_path / "list.csv"
        file.write_bytes(rows if isinstance(rows, bytes) else written(rows))
        return homeward(
            *("receive", "list", str(file), *INTO, "--authority", "The embassy", "--list", named, *more),
            *("--format", "json"),
        )

    return run


def test_a_list_goes_its_whole_way(receive: Any, homeward: Command, desk: Desk, tmp_path: Path) -> None:
    first = receive([*EVERYBODY, NAMELESS], "--declared", "2026-01-04")
    assert (first.code, first.document["state"]) == (1, "ready")
    assert "warnings accepted" in first.err

    again = receive([*EVERYBODY, NAMELESS])
    assert (again.code, "already" in again.err) == (1, True)

    second = receive([*EVERYBODY, ("Ines Roth", "1 May 1999", "H3321907", "")])
    assert (second.code, second.document["version"], second.document["report"]["changes"]["in"]) == (0, 1, 7)

    third = receive([*EVERYBODY[1:], NAMELESS, ("Ines Roth", "1 May 1999", "H3321907", "")], "--accept-warnings")
    assert (third.code, third.document["version"]) == (0, 2)

    shown = homeward("lists", "show", *INTO, "--format", "json").document
    (only,) = shown["lists"]
    assert (only["versions"], only["last"]["number"], only["open_lines"]) == (2, 2, 1)

    told = homeward("lists", "diff", *INTO, *LIST, "--change", "out", "--format", "json").document
    assert [row["values"]["names"][0]["words"] for row in told["rows"]] == ["Amal Haddad"]

    (line,) = homeward("lists", "aside", *INTO, "--format", "json").document["lines"]
    assert (line["row"], line["code"]) == (7, "no-name")

    out = tmp_path / "as-it-came.csv"
    taken = homeward("lists", "original", second.document["upload"], *INTO, "--purpose", "a test", "-o", str(out))
    assert taken.code == 0 and b"Ines Roth" in out.read_bytes()
    with desk.acting() as by:
        settled = actions.leave_row_out(
            case=cases.case("crossing"), line=UUID(line["line"]), why=actions.Nobody.BLANK, by=by, at=desk.now
        )
    (told,) = homeward("lists", "aside", *INTO, "--all", "--format", "json").document["lines"]
    assert (told["settled"], told["settled_as"]) == ("left out", settled.ref)
    back = homeward("lists", "reopen", line["line"], *INTO, "--reason", "it does name somebody")
    assert back.code == 0 and f"{settled.ref} is withdrawn" in back.err
    again = homeward("lists", "reopen", line["line"], *INTO, "--reason", "it does name somebody")
    assert again.code == 1 and "Nothing is settled about this line" in again.err
    for words in (("show",), ("versions", *LIST), ("diff", *LIST), ("rows", *LIST), ("aside",), ("verify",)):
        said = homeward("lists", *words, *INTO)
        assert said.code == 0 and said.out, said.err


def test_a_shrunken_list_waits_until_somebody_says_what_it_means(receive: Any) -> None:
    assert receive([AMAL, JONAS], named="Short list").code == 0

    asked = receive([NADIA], named="Short list")
    assert (asked.code, asked.document["questions"]) == (1, 1)
    unwilling = receive([NADIA, NADIA], "--gone", "removed", named="Short list")
    assert unwilling.code == 1 and "why" in unwilling.err.lower()


def test_a_large_list_is_taken_in_by_the_command_itself(receive: Any) -> None:
    many = [(f"Amal{at} Haddad", "12 Mar 1985", f"A{1_730_264 + at}", "x" * 150) for at in range(2_100)]

    done = receive(many, "--accept-warnings", named="Long list")

    assert (done.code, done.document["state"], done.document["stored"]) == (0, "taken", 2_100)


def test_what_is_no_list_is_told(receive: Any) -> None:
    done = receive(b"%PDF-1.4 cut", named="Broken list")

    assert done.code == 1 and done.document["state"] == "rejected" and done.document["report"]["message"]


def test_lists_are_told_as_known_at_a_moment(receive: Any, homeward: Command) -> None:
    named = ("--list", "Dated list")
    receive([JONAS, AMAL], named="Dated list")
    (first,) = homeward("lists", "versions", *INTO, *named, "--format", "json").document["every"]
    then = ("--known-at", first["recorded_at"])
    rows = homeward("lists", "rows", *INTO, *named, "--format", "json").document
    receive(
        [AMAL, NADIA, NAMELESS], "--accept-warnings", "--gone", "removed", "--reason", "They went.", named="Dated list"
    )
    assert len(homeward("lists", "versions", *INTO, *named, "--format", "json").document["every"]) == 2

    told = homeward("lists", "versions", *INTO, *named, *then, "--format", "json").document
    assert (told["every"], told["known_at"]) == ([first], first["recorded_at"])
    again = homeward("lists", "rows", *INTO, *named, *then, "--format", "json").document
    assert again == {**rows, "known_at": first["recorded_at"]}
    assert homeward("lists", "rows", *INTO, *named, "--version", "2", *then).code == 1
    assert homeward("lists", "show", *INTO, "--known-at", "2020-01-01", "--format", "json").document["lists"] == []
    for words in (("show",), ("versions", *named), ("diff", *named), ("rows", *named), ("aside",)):
        said = homeward("lists", *words, *INTO, *then)
        assert said.code == 0 and said.out, said.err


def test_a_changed_row_of_a_list_is_found_by_the_proof_of_the_ledger(
    receive: Any, homeward: Command, module_database: Database
) -> None:
    done = receive([("Rana Sabri", "9 Sep 1979", "K7730021", ""), OMAR], named="Proved list")
    version = done.document["upload"]
    proved = homeward("ledger", "verify")
    assert proved.code == 0 and " lines of lists, " in proved.out

    module_database.superuser(
        "SET session_replication_role = replica;"
        f" UPDATE lists_row SET person_id = gen_random_uuid() WHERE number = 2 AND version_id = '{version}'"
    )

    told = homeward("ledger", "verify")
    assert told.code == 3 and f"what is kept of version {version} is not what its entry tells of" in " ".join(
        told.out.split()
    )
    written = homeward("ledger", "verify", "--format", "json")
    assert (written.code, written.document["ok"]) == (3, False) and written.document["lists"] >= 3
    assert [finding["file"] for finding in written.document["findings"]] == ["lists.tsv"]
    of_lists = homeward("lists", "verify", *INTO)
    assert of_lists.code == 3 and "Proved list, version 1" in of_lists.out
