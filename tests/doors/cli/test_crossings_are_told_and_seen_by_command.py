"""Crossings at the command line: what is needed is told, the calendar and the weights are seen, refusals name their place."""

from __future__ import annotations

from uuid import UUID

import pytest

from homeward.people import actions as people
from tests.apps.people.registers import Register, named
from tests.cast import Desk, case_of, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database

CASE = ("--case", "crossing-test")
VOICE = ("--speaker", "The border authority", "--said", "4 Jan 2026")


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    desk = opened()
    desk.load(case_of({}, zone="Asia/Gaza"))
    return desk


def told(homeward: Command, *words: str) -> dict[str, object]:
    done = homeward("crossings", *words, *CASE, "--format", "json")
    assert done.code == 0, done.err
    return done.document  # type: ignore[no-any-return]


def test_everything_is_told_seen_and_said_anew(desk: Desk, homeward: Command) -> None:
    register = Register(desk)
    one, two = register.enter(named("Lamia Darvish")), register.enter(named("Omar Tell"))
    register.does(people.relate, person=one, relation="household_with", other=two)
    assert "No crossing is named" in homeward("crossings", "show", *CASE).out
    told(homeward, "name", "Rafah", "--authority", "Egypt", "--authority", "Israel")
    told(homeward, "point", "Hall 2")
    told(homeward, "status", "restricted", *VOICE)
    told(homeward, "window", "2026-01-06", "08:30", "12:30", "--capacity", "٤٠٠", *VOICE)
    overlaps = told(homeward, "window", "2026-01-06", "10:00", "14:00", "--capacity", "300", *VOICE)
    told(homeward, "quota", "2026-01-06", "Russian", "70", *VOICE)
    told(homeward, "pickup", "The school", "--minutes", "Rafah=60")
    told(homeward, "vehicle", "Bus 1", "--seats", "48", "--day", "6 Jan 2026")
    told(homeward, "convoy", "07:30", "--window", "2026-01-06 08:30", "--most-vehicles", "3")
    told(homeward, "check", "Way looked at")
    told(homeward, "check", "way LOOKED at", "--window", "2026-01-06 08:30", "--ticked", "done")
    told(homeward, "notify", "Egypt", "--window", "2026-01-06 08:30", "--expires", "6 Jan 2026 14:00")
    told(homeward, "told", str(one), str(two), "--window", "2026-01-06 08:30")
    told(homeward, "picked-up", str(one), str(two), "--pickup", "The school")

    assert [each["code"] for each in overlaps["warnings"]] == ["overlaps"]  # type: ignore[attr-defined, index]
    seen = homeward("crossings", "show", *CASE)
    assert "Rafah: restricted, said The border authority" in seen.out
    assert "2 told, takes 400" in seen.out
    assert "overlaps another window; the gate counts once" in seen.out
    document = told(homeward, "show")
    first = document["windows"][0]  # type: ignore[index]
    assert (first["capacity"], first["told"], first["quotas"][0]["most"], first["checks"][0]["ticked"]) == (
        400,
        2,
        70,
        "done",
    )
    told(
        homeward, "window", "2026-01-06", "08:30", "12:30", "--capacity", "250", "--change", "2026-01-06 08:30",
        "--speaker", "The border authority", "--said", "5 Jan 2026",
    )  # fmt: skip
    assert told(homeward, "show")["windows"][0]["capacity"] == 250  # type: ignore[index]
    why = homeward("crossings", "why", str(one), *CASE, "--as-of", "2026-01-05")
    assert "told                      2026-01-06 08:30" in why.out
    assert "Egypt" in why.out
    assert "Omar" not in why.out


def test_who_is_cleared_and_the_weights_are_told(desk: Desk, homeward: Command) -> None:
    cleared = homeward("crossings", "cleared", *CASE, "--as-of", "2026-01-05")
    assert (cleared.code, "0 of 2 are cleared by everybody who has a say." in cleared.out) == (0, True)
    one = told(homeward, "cleared", "--window", "2026-01-06 08:30", "--as-of", "2026-01-06T08:30+02:00")
    (for_it,) = one["cleared"]  # type: ignore[misc, attr-defined]
    assert (for_it["window"]["opens"], for_it["waiting"], for_it["people"]) == ("08:30", 2, [])
    refused = homeward("crossings", "cleared", *CASE, "--window", "tomorrow")
    assert (refused.code != 0, "See them: homeward crossings show." in refused.err) == (True, True)

    assert (
        told(homeward, "policy", "--set", "value.1=120", "--reason", "Agreed on 4 January.")["versions"][-1]["number"]
        == 1
    )  # type: ignore[index]
    assert "value.1                 120" in homeward("crossings", "policy", *CASE).out


def test_who_rides_with_whom_is_told_seen_and_ended(desk: Desk, homeward: Command) -> None:
    register = Register(desk)
    one, two = register.enter(named("Vera Tell")), register.enter(named("Nour Third"))

    told(homeward, "beside", str(one), "--any-of", str(two), "--why", "medical")
    contradicts = told(homeward, "apart", str(one), str(two), "--scope", "window")

    assert [each["code"] for each in contradicts["warnings"]] == ["contradicts"]  # type: ignore[attr-defined, index]
    seen = homeward("crossings", "why", str(one), *CASE).out
    assert f"rides only beside         {two}" in seen
    assert f"{two}, not in one window" in seen
    told(homeward, "beside", str(one), "--ends")
    told(homeward, "apart", str(two), str(one), "--ends")
    assert str(two) not in homeward("crossings", "why", str(one), *CASE).out
    again = homeward("crossings", "apart", str(one), str(two), "--ends", *CASE)
    assert (again.code, "Nothing of the kind holds" in again.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("window", "2026-01-06", "08:30", "12:30", "--capacity", "-50", *VOICE), "capacity"),
        (("window", "31 Nov 2025", "08:30", "12:30", "--capacity", "about 400", *VOICE), "leaves open how many"),
        (("window", "2026-01-06", "12:30", "08:30", "--capacity", "1e3", *VOICE), "Does \"1e3\" mean 1,000?"),
        (("convoy", "07:30", "--window", "2027-01-01 08:30"), "Nothing of that name"),
        (("quota", "2026-01-06", "Atlantis", "3", *VOICE), "nationality"),
        (("vehicle", "BUS  1", "--seats", "3"), "already"),
        (("board",), "No plan was made yet"),
        (("dates",), "No plan was made yet"),
        (("dates", "--tell", "3"), "No plan was made yet"),
        (("beside", str(UUID(int=1)), "--staff"), "register"),
        (("plan", "--pin", "somebody"), "who is put into which window"),
        (("plan", "--from", "2029-01-01"), "There is no window from this day on"),
        (("policy", "--set", "value.1=much", "--reason", "Because."), "is no weight"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_its_place(
    desk: Desk, homeward: Command, words: tuple[str, ...], says: str
) -> None:
    done = homeward("crossings", *words, *CASE)

    assert done.code == 1
    assert says in done.err
    assert "Traceback" not in done.err
