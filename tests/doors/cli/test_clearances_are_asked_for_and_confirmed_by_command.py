"""A permission from the request to the confirmed answer by command; lists, letters, files; what is refused says what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.cast import opened
from tests.doors.cli.conftest import Command, Done
from tests.grounds.databases import Database
from tests.spec.matching.rooms import Room

CASE = ("--case", "crossing-test")
JSON = ("--format", "json")
BORDER = ("--authority", "The border authority")
HEAD = ("Name", "Date of birth", "Decision", "Permit until")
ROWS = (
    ("Salma Darvish", "4 May 1988", "approved", "9 Jan 2030"),
    ("Karim Darvish", "9 Jul 1985", "refused", ""),
    ("Omar Haddad", "30 Jan 1962", "see file", ""),
)


@pytest.fixture(scope="module")
def room(module_database: Database) -> Room:
    """A permission list of three people; whoever is one of the register agreed to be named."""
    made = Room.of(opened())
    made.takes(*ROWS, head=HEAD, title="Permits", declared="2026-01-03")
    with transaction.atomic():
        made.desk.person("second", may="write")
    return made


def person(room: Room, name: str) -> str:
    return str(room.tells(name))


def done(ended: Done) -> Any:
    assert ended.code == 0, ended.err
    return ended.document


def test_asked_told_confirmed_taken_back(homeward: Command, room: Room) -> None:
    lamia = person(room, "Lamia Alone")
    asked = done(
        homeward("clearances", "ask", *CASE, *BORDER, "--for", "exit", "--person", lamia, "--via", "A courier", *JSON)
    )
    assert [each["person"] for each in asked["requests"]] == [lamia]
    told = done(
        homeward(
            "clearances", "tell", lamia, "granted", *CASE, *BORDER, "--said", "4 Jan 2026", "--until", "9 Jan 2030",
            "--condition", "on foot", *JSON,
        )
    )  # fmt: skip
    assert "waits for a second person" in homeward("clearances", "person", lamia, *CASE).out

    own = homeward("clearances", "confirm", told["statement"], *CASE)
    assert (own.code, "does not also confirm" in own.err) == (1, True)
    confirmed = done(homeward("clearances", "confirm", told["statement"], *CASE, "--as", "second", *JSON))
    assert confirmed["permissions"] == 1

    view = done(homeward("clearances", "person", lamia, *CASE, *JSON))
    (border,) = view["authorities"]
    (held,) = border["held"]
    assert (held["state"], held["confirmed"], held["valid_until"], held["conditions"]) == (
        "granted", True, "2030-01-09", ["on foot"],
    )  # fmt: skip
    assert border["words"][0]["confirmed"]["by"] == "second"
    assert border["words"][1]["via"] == ["A courier"]

    done(homeward("clearances", "take-back", told["statement"], *CASE, "--reason", "Misheard.", *JSON))
    assert "requested" in homeward("clearances", "person", lamia, *CASE).out


def test_a_list_is_looked_at_taken_and_confirmed(homeward: Command, room: Room) -> None:
    of = (*CASE, "--list", "Permits", "--until-column", "Permit until")
    before = done(homeward("clearances", "list", *of, "--part", "unread", *JSON))
    assert {name: count for name, count in before["counts"].items() if count} == {"new": 2, "unread": 1}
    assert [each["names"] for each in before["rows"]] == [["Omar Haddad"]]
    assert "nobody has said: --means WORDS=STATE" in homeward("clearances", "list", *of).out

    taken = done(homeward("clearances", "take", *of, "--means", "see file=leave", *JSON))
    assert taken["counts"] == {"granted": 1, "refused": 1}
    waits = done(homeward("clearances", "waiting", *CASE, *JSON))
    assert [(each["names"], each["own"], each["list"]) for each in waits["waiting"]] == [
        (["Salma Darvish"], True, "Permits 1")
    ]
    assert "Confirmed 1" in homeward("clearances", "confirm", *CASE, "--list", "Permits", "--as", "second").out

    funnel = done(homeward("clearances", "funnel", *CASE, *JSON))
    embassy = next(each for each in funnel["authorities"] if each["authority_name"] == "The embassy")
    assert (embassy["counts"]["granted"], embassy["confirmed"], embassy["counts"]["refused"]) == (1, 1, 1)
    refused = homeward("clearances", "authority", "The embassy", *CASE, "--state", "refused").out
    assert "Karim Darvish" in refused and "Salma" not in refused
    assert "Salma Darvish" in homeward("clearances", "lapsing", *CASE, "--by", "2030-01-09").out
    assert "0 things running out" in homeward("clearances", "lapsing", *CASE, "--by", "2030-01-08").out


def test_a_request_goes_out_as_a_letter_and_a_file(homeward: Command, room: Room, tmp_path: Path) -> None:
    agreed, silent = room.tells("Nour Agreed"), room.tells("Sami Silent")
    room.agrees(agreed)
    asked = done(
        homeward(
            "clearances", "ask", *CASE, *BORDER, "--for", "transit", "--person", str(agreed), "--person", str(silent), *JSON
        )
    )  # fmt: skip
    letter = homeward("clearances", "letter", asked["batch"], *CASE, "--language", "en")
    assert "Nour Agreed" in letter.out and "Sami" not in letter.out
    assert "1 are left out" in letter.err
    page = homeward("clearances", "letter", asked["batch"], *CASE, "--language", "ar", "--print").out
    assert 'dir="rtl"' in page

    file = tmp_path / "request.csv"
    wrote = done(homeward("clearances", "file", asked["batch"], str(file), *CASE, "--purpose", "to them", *JSON))
    assert (wrote["people"], wrote["left_out"]) == (1, 1)
    assert "Nour Agreed" in file.read_text(encoding="utf-8-sig")
    assert "transit" in homeward("clearances", "requests", *CASE).out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("list", "--list", "Permits", "--means", "approved"), "WORDS=STATE"),
        (("list", "--list", "Permits", "--means", "approved=perhaps"), "Choose acknowledged"),
        (("list", "--list", "No such list"), "There is no such list"),
        (("lapsing", "--by", "tomorrow"), "Write it as 2026-01-09"),
        (("authority", "Nobody of this name"), "Nobody of this name"),
        (("confirm", "p222222"), "no word of an authority"),
        (("take-back", "p222222", "--reason", "x"), "no request, word of an authority"),
        (("letter", "00000000-0000-0000-0000-000000000000", "--language", "en"), "Nothing was asked"),
        (("file", "00000000-0000-0000-0000-000000000000", "x.docx", "--purpose", "x"), "Choose xlsx or csv"),
        (("person", "00000000-0000-0000-0000-000000000000"), "no such person"),
        (("ask", *BORDER, "--for", "exit"), "Ask about 1 to"),
    ],
)
def test_what_is_refused_says_what_to_do(homeward: Command, room: Room, words: tuple[str, ...], says: str) -> None:
    refused = homeward("clearances", *words, *CASE)

    assert refused.code == 1
    assert says in refused.err


def test_families_are_told_with_who_is_cleared(homeward: Command, room: Room) -> None:
    mother, child = room.tells("Hala Mother"), room.tells("Zain Child")
    room.kin(mother, "parent_of", child)
    told = done(
        homeward(
            "clearances",
            "tell",
            str(mother),
            "granted",
            *CASE,
            "--authority",
            "The port",
            "--said",
            "4 Jan 2026",
            *JSON,
        )
    )
    homeward("clearances", "confirm", told["statement"], *CASE, "--as", "second")

    view = done(homeward("clearances", "families", *CASE, "--authority", "The port", *JSON))
    (family,) = [each for each in view["families"] if each["members"][0]["names"] == ["Hala Mother"]]
    assert list(family["cleared"].values()) == [1]
    assert "The port: 1 of 2" in homeward("clearances", "families", *CASE, "--authority", "The port").out
