"""The war-room by command: numbers that add up, families, people against lists, a letter; each reading leaves a line."""

from __future__ import annotations

import pytest

from homeward.lists import queries as lists
from tests.cast import opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database
from tests.spec.matching.rooms import KARIM, LENA, NOOR, SALMA, Room

CASE = ("--case", "crossing-test")
LIST = (*CASE, "--list", "Crossing list")
JSON = ("--format", "json")


@pytest.fixture(scope="module")
def room(module_database: Database) -> Room:
    """A list whose second version lacks a daughter; her mother and she agreed to be named."""
    made = Room.of(opened())
    first = made.takes(SALMA, KARIM, NOOR, declared="2026-01-03")
    made.takes(SALMA, KARIM, LENA, declared="2026-01-04")
    made.agrees(made.on(first, "Salma Darvish"), made.on(first, "Noor Darvish"))
    return made


def test_the_numbers_of_a_version_add_up(homeward: Command, room: Room) -> None:
    view = homeward("matching", "war-room", *LIST, "--part", "gone", *JSON).document

    assert sum(view["sorted"].values()) == view["entries"] == 3
    assert view["beside"] == {"gone": 1, "added": 1, "changed": 0, "duplicates": 0}
    assert [line["names"] for line in view["lines"]] == [["Noor Darvish"]]
    assert view["families"]["count"] == 1

    told = homeward("matching", "war-room", *LIST).out
    assert "3 = 1 ours + 0 to judge + 2 not ours + 0 forgotten" in told
    assert "Family 1: children and parents apart (1 not on it)" in told


def test_an_earlier_version_is_asked_by_its_number(homeward: Command, room: Room) -> None:
    assert homeward("matching", "families", *LIST, "--version", "1", *JSON).document["count"] == 0
    assert homeward("matching", "families", *LIST, *JSON).document["count"] == 1
    missing = homeward("matching", "families", *LIST, "--version", "7")
    assert (missing.code, "version 7" in missing.err) == (1, True)


def test_people_are_set_against_lists(homeward: Command, room: Room) -> None:
    view = homeward("matching", "matrix", *CASE, *JSON).document
    (on,) = view["lists"]
    assert {each["names"][0]: each["lists"][on["list"]]["stands"] for each in view["people"]} == {
        "Salma Darvish": "in",
        "Karim Darvish": "in",
        "Noor Darvish": "out",
    }
    assert "out since version 2" in homeward("matching", "matrix", *CASE, "--find", "Noor Darvish").out


def test_the_funnel_counts(homeward: Command, room: Room) -> None:
    view = homeward("matching", "funnel", *CASE, *JSON).document

    assert (view["people"], view["on_any"]) == (4, {"in": 3, "doubtful": 0, "gone": 1, "never": 0})
    assert "3 in, 0 perhaps, 1 no more, 0 never" in homeward("matching", "funnel", *CASE).out


def test_a_letter_is_written_and_says_who_is_left_out(homeward: Command, room: Room) -> None:
    done = homeward("matching", "letter", *LIST, "--language", "en")
    assert "Noor Darvish" in done.out and "Karim" not in done.out
    assert "1 are left out" in done.err

    page = homeward("matching", "letter", *LIST, "--language", "ar", "--print").out
    assert page.startswith("<!doctype html>") and 'dir="rtl"' in page

    with room.desk.acting():
        last = lists.versions(room.case, lists.list_named(room.case, "Crossing list").id)[0]
    named = str(room.on(last, "Karim Darvish"))
    assert "Karim" in homeward("matching", "letter", *LIST, "--language", "en", "--person", named).out


def test_each_reading_of_people_leaves_a_line(homeward: Command, room: Room, module_database: Database) -> None:
    def lines(view: str) -> int:
        told = module_database.superuser(
            f"SELECT count(*) FROM access_event WHERE kind = 'people.read' AND entry LIKE '%{view}%'"
        )
        return int(told)

    before = lines("letter to an authority"), lines("war-room"), lines("people against lists")
    homeward("matching", "letter", *LIST, "--language", "ru")
    homeward("matching", "war-room", *LIST)
    homeward("matching", "matrix", *CASE)
    homeward("matching", "funnel", *CASE)

    assert (lines("letter to an authority"), lines("war-room"), lines("people against lists")) == tuple(
        count + 1 for count in before
    )
