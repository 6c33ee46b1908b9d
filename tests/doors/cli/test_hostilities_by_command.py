"""A file of events is checked, taken in and asked from the command line; what is refused ends with a message and 1."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cast import Desk, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database
from tests.spec.hostilities.files import event, opened_case, written

INTO = ("--case", "crossing")
TOLD = ("--maker", "An institute", "--version", "1.0", "--downloaded", "2026-01-02")


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    made = opened()
    opened_case(made)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    path.write_bytes(written([event(1, deaths=4), event(2, day="2016-05-03"), event(1), event(3, adm_1="")]))
    return path


def test_a_file_is_checked_without_a_desk(homeward: Command, file: Path) -> None:
    told = homeward("hostilities", "check", str(file), "--format", "json").document
    assert (told["form"], told["rows"], told["stored"], told["set_aside"]) == ("ucdp-ged-cut", 4, 3, 1)
    assert told["quarantined"][0]["row"] == 4 and told["counts"]["no-division"] == 1
    assert "row 4: A row with this id stands above." in homeward("hostilities", "check", str(file)).out

    file.write_text("name,born\nAmal,1985\n")
    refused = homeward("hostilities", "check", str(file))
    assert refused.code == 1 and "Seen: name, born." in refused.err and "ACLED" in refused.err


def test_a_series_goes_its_whole_way(homeward: Command, file: Path, desk: Desk) -> None:
    unwilling = homeward("hostilities", "receive", str(file), *INTO, *TOLD)
    assert unwilling.code == 1 and "1 rows would be set aside" in unwilling.err
    done = homeward("hostilities", "receive", str(file), *INTO, *TOLD, "--accept-warnings", "--format", "json")
    assert (done.code, done.document["number"]) == (0, 1)
    again = homeward("hostilities", "receive", str(file), *INTO, *TOLD, "--accept-warnings")
    assert again.code == 1 and "is here already" in again.err

    (held,) = homeward("hostilities", "datasets", *INTO, "--format", "json").document["datasets"]
    assert held["version"]["statement"] == done.document["statement"]
    assert "An institute, GED" in homeward("hostilities", "datasets", *INTO).out
    assert "Verba province" in homeward("hostilities", "places", *INTO).out
    (pair,) = homeward("hostilities", "dyads", *INTO, "--format", "json").document["dyads"]

    asked = ("hostilities", "series", *INTO, "--box", "36,37,37,38", "--dyad", pair["key"], "--bands", "40")
    lines = list(csv.DictReader(io.StringIO(homeward(*asked, "--format", "csv").out)))
    assert [(line["date"], line["best"], line["gap"]) for line in lines] == [
        ("2016-05-01", "7", "no"),
        ("2016-05-02", "0", "no"),
        ("2016-05-03", "3", "no"),
    ]
    page = homeward(*asked).out
    assert "A day with 0 is one without recorded deaths, and not a quiet day." in page and "0 recorded" in page
    days = homeward(*asked, "--from", "2016-04-30", "--format", "json").document["days"]
    assert (days[0]["gap"], days[0]["best"], days[1]["rows"]) == (True, None, [2, 5])
    assert homeward("hostilities", "verify", *INTO).code == 0


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--place", "Nowhere"), "No row of this dataset names such a place."),
        (("--box", "1,2,3"), "south, north, west, east"),
        (("--box", "9,1,3,4"), "the smaller first"),
        (("--from", "May"), "2026-01-31"),
        (("--dyad", "Nobody"), "No row of this dataset names such a pair"),
        (("--dataset", "Another"), "There is no such dataset"),
        (("--version", "9"), "There is no such version"),
    ],
)
def test_what_is_not_there_is_refused(
    homeward: Command, desk: Desk, file: Path, more: tuple[str, ...], told: str
) -> None:
    homeward("hostilities", "receive", str(file), *INTO, *TOLD, "--accept-warnings")
    done = homeward("hostilities", "series", *INTO, *more)

    assert done.code == 1 and told in " ".join(done.err.split())
