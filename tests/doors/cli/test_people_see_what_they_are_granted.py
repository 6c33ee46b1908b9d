"""The command line acts as somebody (--as), whose grants count like anybody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cast import Desk, case_of
from tests.doors.cli.conftest import Command


@pytest.fixture
def password(tmp_path: Path) -> str:
    file = tmp_path / "password"
    file.write_text("a rather long pass phrase\n")
    return str(file)


def test_an_account_sees_nothing_until_it_is_granted_something(desk: Desk, homeward: Command, password: str) -> None:
    desk.load(case_of({}))
    homeward("account", "make", "Anna", "--password-file", password)

    hidden = homeward("brief", "--case", "crossing-test", "--as", "Anna")
    homeward("access", "grant", "Anna", "desk")
    shown = homeward("brief", "--case", "crossing-test", "--as", "Anna")
    homeward("access", "end", "Anna", "desk")
    again = homeward("brief", "--case", "crossing-test", "--as", "Anna")

    assert (hidden.code, shown.code, again.code) == (1, 0, 1)
    assert hidden.err == again.err


def test_who_may_only_read_loads_nothing(desk: Desk, homeward: Command, password: str, tmp_path: Path) -> None:
    homeward("account", "make", "Boris", "--password-file", password)
    homeward("access", "grant", "Boris", "desk")

    done = homeward("case", "open", "north", "--title", "North", "--zone", "UTC", "--as", "Boris")

    assert done.code == 1
    assert "You may not do this here." in done.err


def test_only_administrators_give_accounts(desk: Desk, homeward: Command, password: str) -> None:
    homeward("account", "make", "Vera", "--password-file", password)

    done = homeward("account", "make", "Gleb", "--password-file", password, "--as", "Vera")

    assert done.code == 1


def test_a_weak_password_is_refused(desk: Desk, homeward: Command, tmp_path: Path) -> None:
    (tmp_path / "weak").write_text("password")

    done = homeward("account", "make", "Anna", "--password-file", str(tmp_path / "weak"))

    assert done.code == 1
    assert "15 characters" in done.err


def test_of_two_cases_with_one_name_the_last_is_shown_and_the_other_named(
    lasting_desk: Desk, homeward: Command
) -> None:
    lasting_desk.load(case_of({}))
    homeward("compartment", "make", "channel", "--name", "A channel")
    homeward("case", "open", "crossing-test", "--title", "The other", "--zone", "UTC", "--compartment", "channel")

    last = homeward("brief", "--case", "crossing-test")
    first = homeward("brief", "--case", "crossing-test", "--compartment", "desk")

    assert last.out.startswith("The other") and "also: desk" in last.err
    assert first.out.startswith("Invented case") and not first.err


def test_a_token_is_shown_once(desk: Desk, homeward: Command) -> None:
    done = homeward("token", "make", "--name", "charts", "--scope", "read", "--format", "json")

    assert done.document["token"].startswith("hw_")


def test_a_token_that_was_lost_is_ended(desk: Desk, homeward: Command, password: str) -> None:
    homeward("account", "make", "Anna", "--password-file", password)
    for name in ("charts", "charts", "nightly"):
        homeward("token", "make", "--name", name)

    ended = homeward("token", "end", "nightly", "--format", "json").document
    listed = homeward("token", "list", "--format", "json").document["tokens"]
    both = homeward("token", "end", "charts")
    anothers = homeward("token", "end", listed[0]["token"], "--as", "Anna")
    one = homeward("token", "end", next(each["token"] for each in listed if each["holds"])[:8])
    again = homeward("token", "end", "nightly")

    assert {each["name"]: each["holds"] for each in listed} == {"charts": True, "nightly": False}
    assert ended["token"] in {each["token"] for each in listed}
    assert both.code == 1 and "Several keys are called so." in both.err
    assert anothers.code == again.code == 1
    assert one.code == 0
    assert "ended" in homeward("token", "list").out


def test_compartments_are_listed(desk: Desk, homeward: Command) -> None:
    listed = homeward("compartment", "list", "--format", "json").document

    assert listed == {"compartments": [{"compartment": "desk", "name": "The desk", "may_write": True}]}
