"""A series is looked at by command: with how much it rests on, its doubts in words, every look, and no p-value of too little."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from homeward.crossings import actions
from tests.apps.crossings.gates import Gate, voice
from tests.cast import Desk, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database
from tests.spec.hostilities.files import event, opened_case, received, written

CASE = ("--case", "crossing")
FIRST = date(2016, 1, 1)
DAYS = 200
TURN = FIRST + timedelta(days=100)
ON = ("--on", TURN.isoformat())


def counted(n: int) -> int:
    """Many a day before the turn, few after it; no two days alike by rule."""
    return (n * 7) % 11 + 10 if n < 100 else (n * 5) % 4 + 1


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    made = opened()
    case = opened_case(made)
    days = [event(n + 1, day=(FIRST + timedelta(days=n)).isoformat(), deaths=counted(n)) for n in range(DAYS)]
    received(made, case, written(days), dataset="GED", accept_warnings=True)
    return made


@pytest.fixture
def open_days(tmp_path: Path) -> Path:
    file = tmp_path / "days.csv"
    states = [f"{FIRST + timedelta(days=n)},{'open' if n % 9 > 4 and n > 60 else 'closed'}" for n in range(DAYS)]
    file.write_text("day,state\n" + "\n".join(states) + "\n")
    return file


def test_around_a_date_the_days_are_shown_and_not_tested(desk: Desk, homeward: Command) -> None:
    told = homeward("hostilities", "study", "around", *CASE, *ON, "--side", "7", "--format", "json").document
    numbers = told["numbers"]
    assert (told["n"], told["gaps"], told["p"]) == (DAYS, 0, None)
    assert told["informative_units"] < told["least_units"]
    assert "it is shown and not tested" in told["why_no_p"]
    assert numbers["offsets"] == list(range(-7, 8))
    assert numbers["counts"] == [counted(100 + k) for k in range(-7, 8)]
    assert any("One date is one observation" in each for each in told["caveats"])
    assert [look["what"] for look in told["looks"]] == [
        f"7 days before and after {TURN}: {told['series']['measure']}, everywhere in the dataset, all pairs"
    ]

    page = homeward("hostilities", "study", "around", *CASE, *ON, "--side", "7").out
    assert " p none: " in " ".join(page.split())
    assert "To be doubted" in page
    assert "Looks that were run: 1" in page


def test_the_level_at_a_date_comes_with_its_interval_and_its_placebos(desk: Desk, homeward: Command) -> None:
    told = homeward("hostilities", "study", "level", *CASE, *ON, "--format", "json").document
    numbers = told["numbers"]
    assert float(numbers["lo"]) < float(numbers["ratio"]) < float(numbers["hi"]) < 1
    assert numbers["placebo"]["of"] > 0
    assert told["words"].startswith(f"From {TURN} on the level went with")

    short = homeward("hostilities", "study", "level", *CASE, *ON, "--from", "2016-04-05", "--format", "json").document
    assert short["p"] is None and short["numbers"]["ratio"] is None
    assert "14 are needed" in " ".join(short["findings"])


def test_when_it_changed_is_found_with_how_often_noise_does_as_much(desk: Desk, homeward: Command) -> None:
    told = homeward("hostilities", "study", "change", *CASE, "--seed", "3", "--format", "json").document
    assert told["numbers"]["best"] == TURN.isoformat()
    assert float(told["numbers"]["noise"]) < 0.1
    assert len(told["looks"]) == 2
    assert any("found in noise too" in each for each in told["caveats"])
    again = homeward("hostilities", "study", "change", *CASE, "--seed", "3", "--format", "json").document
    assert again == told


def test_open_days_come_from_a_file_and_what_it_lacks_is_not_known(
    desk: Desk, homeward: Command, open_days: Path
) -> None:
    asked = ("hostilities", "study", "quiet", *CASE, "--open-days", str(open_days))
    told = homeward(*asked, "--format", "json").document
    assert told["numbers"]["pairs"] == DAYS - 3
    assert told["numbers"]["turns"] > 0
    assert "3 days before was chosen before looking" in " ".join(told["caveats"])

    open_days.write_text("2016-03-01,open\n2016-03-02,closed\n")
    few = homeward(*asked, "--format", "json").document
    assert few["numbers"]["pairs"] == 1 and few["p"] is None
    assert "20 are needed" in few["words"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("2016-03-01,perhaps\n", "days.csv, line 1"),
        ("day,state\n2016-03-01\n", "days.csv, line 2"),
        ("2016-03-01,open\n2016-03-01,closed\n", "This day stands above already."),
        ("", "It holds no day."),
    ],
)
def test_a_file_of_days_that_says_something_else_is_refused_with_its_line(
    desk: Desk, homeward: Command, open_days: Path, lines: str, told: str
) -> None:
    open_days.write_text(lines)
    done = homeward("hostilities", "study", "quiet", *CASE, "--open-days", str(open_days))
    assert done.code == 1
    assert told in " ".join(done.err.split())


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("around", "--on", "May"), "Write it as 2026-01-31."),
        (("around", *ON, "--place", "Nowhere"), "No row of this dataset names such a place."),
        (("level", *ON, "--dyad", "Nobody"), "No row of this dataset names such a pair"),
        (("change", "--dataset", "Another"), "There is no such dataset"),
        (("change", "--known-at", "2020-01-01"), "There is no such dataset"),
    ],
)
def test_what_is_not_there_is_not_looked_at(desk: Desk, homeward: Command, more: tuple[str, ...], told: str) -> None:
    done = homeward("hostilities", "study", more[0], *CASE, *more[1:])
    assert done.code == 1
    assert told in " ".join(done.err.split())


def test_a_date_that_the_series_does_not_reach_is_told(desk: Desk, homeward: Command) -> None:
    told = homeward("hostilities", "study", "level", *CASE, "--on", "2019-01-01", "--format", "json").document
    assert told["numbers"]["ratio"] is None
    assert "The series does not reach 2019-01-01." in told["findings"]
    beside = homeward("hostilities", "study", "around", *CASE, "--on", "2019-01-01")
    assert beside.code == 0
    assert "too few days have a count" in beside.out


def test_the_days_of_a_crossing_come_from_what_was_said_of_it(desk: Desk, homeward: Command) -> None:
    gate = Gate.of(desk, slug="crossing")
    for n in range(90, 114):
        on = (FIRST + timedelta(days=n)).isoformat()
        said = voice(said=on, occurred=on)
        gate.does(actions.tell_status, crossing=gate.crossing, status="open" if n > 101 else "closed", voice=said)
    told = homeward("hostilities", "study", "quiet", *CASE, "--crossing", "The bridge", "--format", "json").document
    assert told["numbers"]["pairs"] == 23, "of the first day nobody said how it was the day before"
    assert told["numbers"]["turns"] == 1
    assert told["p"] is None
    assert "The days of The bridge: 24 by 24 statements." in told["findings"]


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        (("--crossing", "The tunnel"), 1, "There is no such crossing in this case"),
        ((), 2, "one of the two"),
        (("--crossing", "The bridge", "--open-days", "days.csv"), 2, "one of the two"),
    ],
)
def test_days_come_from_one_place(desk: Desk, homeward: Command, more: tuple[str, ...], code: int, told: str) -> None:
    done = homeward("hostilities", "study", "quiet", *CASE, *more)
    assert done.code == code
    assert told in " ".join(done.err.replace("│", " ").split())
