"""Somebody is put into the register, found, shown and forgotten at the command line; each reading is logged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cast import Desk, case_of, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database

CASE = ("--case", "crossing-test")
TOLD = ("--speaker", "The consulate", "--said", "4 Jan 2026")


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    desk = opened()
    desk.load(case_of({}))
    return desk


def test_a_person_goes_from_entering_to_being_forgotten(
    desk: Desk, homeward: Command, module_database: Database, tmp_path: Path
) -> None:
    entered = homeward(
        "person", "enter", *CASE, *TOLD, "--name", "Lamia Darvish", "--name", "لمياء درويش", "--birth", "3 May 1990",
        "--paper", "N8401733 until 4 May 2027", "--format", "json",
    )  # fmt: skip
    assert entered.code == 0, entered.err
    person = entered.document["person"]

    told = homeward("person", "whereabouts", person, "held", *CASE, *TOLD, "--place", "the mill")
    assert told.code == 0, told.err
    found = homeward("person", "find", "Дарвиш", *CASE)
    assert "Lamia Darvish" in found.out
    shown = homeward("person", "show", person, *CASE)
    assert "held, said by The consulate" in shown.out
    assert "N8401733" in shown.out
    assert homeward("person", "count", *CASE, "--format", "json").document["stages"] == {"held": 1}

    asked = homeward("person", "forget", person, *CASE, "--reason", "Asked for by themselves.", "--format", "json")
    waiting = homeward("person", "forget", "--waiting", *CASE)
    own = homeward("person", "forget", "--agree", asked.document["asked"], *CASE)
    assert "Asked for by themselves." in waiting.out
    assert (own.code, "does not also agree" in own.err) == (1, True)
    password = tmp_path / "agnes"
    password.write_text("a rather long pass phrase\n")
    assert homeward("account", "make", "agnes", "--password-file", str(password)).code == 0
    assert homeward("access", "grant", "agnes", "desk", "--write").code == 0
    done = homeward("person", "forget", "--agree", asked.document["asked"], *CASE, "--as", "agnes")
    assert done.code == 0, done.err

    gone = homeward("person", "show", person, *CASE)
    assert "Forgotten on" in gone.out
    assert "Lamia" not in gone.out
    assert person in module_database.superuser("SELECT entry FROM access_event WHERE kind = 'people.read'")


def test_next_to_nothing_is_no_search(desk: Desk, homeward: Command) -> None:
    done = homeward("person", "find", "a", *CASE)

    assert done.code == 1
    assert "searched, not listed" in done.err


def test_a_fault_names_its_field(desk: Desk, homeward: Command) -> None:
    done = homeward("person", "enter", *CASE, "--said", "some day", "--name", "Omar Tell")

    assert done.code == 1
    assert "speaker" in done.err
    assert "said" in done.err
