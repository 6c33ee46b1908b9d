"""Who crosses when is planned from a file by command, checked before it is written, and stopped by Ctrl-C with the best."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from homeward.crossings.core.checking import check
from homeward.crossings.formats import instance as instances
from homeward.crossings.formats import plan as plans
from homeward.invented.crossing import crossing
from tests.doors.cli.conftest import Command


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "instance.json").write_bytes(crossing(1, 120))
    return tmp_path / "instance.json"


def test_a_plan_is_written_and_told_in_numbers(homeward: Command, file: Path) -> None:
    out = file.with_name("plan.json")

    done = homeward("plan", str(file), "-o", str(out), "--seconds", "10", "--format", "json")

    assert done.code == 0
    told = done.document
    assert (told["broken_rules"], told["unexplained_groups"], told["untrue_reasons"]) == (0, 0, 0)
    assert told["objective"] <= told["upper_bound"] + 0.001
    assert {each["name"] for each in told["beside"]} >= {"first come first served", "greedy by priority"}
    assert all(each["objective"] <= told["upper_bound"] + 0.001 for each in told["beside"])
    findings = check(instances.read(file.read_bytes()), plans.read(out.read_bytes()))
    assert findings.sound and findings.explained
    assert "reading" in done.err and "at most" in done.err


def test_a_page_tells_people_what_programs_are_told(homeward: Command, file: Path) -> None:
    done = homeward("plan", str(file), "-o", str(file.with_name("p")), "--seconds", "10", "--alone")

    assert done.code == 0
    assert "no plan passes" in done.out
    assert "first come" not in done.out


def test_a_plan_can_be_standard_output(homeward: Command, file: Path) -> None:
    done = homeward("plan", "-", "-o", "-", "--seconds", "10", given=file.read_bytes())

    assert plans.read(done.out.encode()).instance == "invented-120-1"


def test_pins_and_least_change_are_taken(homeward: Command, file: Path) -> None:
    out = file.with_name("plan.json")
    homeward("plan", str(file), "-o", str(out), "--seconds", "10", "--alone")
    plan, instance = plans.read(out.read_bytes()), instances.read(file.read_bytes())
    convoys = {convoy.id: convoy.window for convoy in instance.convoys}
    group_of = {person.id: person.group for person in instance.persons}
    group, window = next((group_of[trip.persons[0]], convoys[trip.convoy]) for trip in plan.trips)

    done = homeward(
        "plan",
        str(file),
        "-o",
        str(out),
        "--pin",
        f"{group}={window}",
        "--pin",
        "nobody=never",
        "--least-change",
        "--format",
        "json",
    )

    again = plans.read(out.read_bytes())
    assert done.document["unkept_pins"] == ["nobody"]
    assert window in {
        convoys[trip.convoy] for trip in again.trips for person in trip.persons if group_of[person] == group
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("{nothing}", "-o", "{out}"), "nothing.json"),
        (("{broken}", "-o", "{out}"), "instance.plan_date"),
        (("{file}", "-o", "{folder}/no/plan"), "cannot be written"),
        (("{file}", "-o", "{out}", "--pin", "family"), "GROUP=WINDOW"),
    ],
)
def test_what_cannot_be_planned_is_refused_and_nothing_is_written(
    homeward: Command, file: Path, words: tuple[str, ...], told: str
) -> None:
    folder = file.parent
    (folder / "broken.json").write_text(json.dumps({**json.loads(file.read_text()), "plan_date": "soon"}))
    places = {"nothing": folder / "nothing.json", "broken": folder / "broken.json", "file": file, "folder": folder}

    done = homeward("plan", *(word.format(**places, out=folder / "out") for word in words), "--seconds", "1")

    assert done.code == 1
    assert told in done.err
    assert not (folder / "out").exists()


def test_ctrl_c_keeps_the_best_plan_so_far(tmp_path: Path) -> None:
    (tmp_path / "instance.json").write_bytes(crossing(2, 900))
    out = tmp_path / "plan.json"
    words = [sys.executable, "-m", "homeward.cli", "plan", str(tmp_path / "instance.json"), "-o", str(out), "--alone"]

    with subprocess.Popen(
        [*words, "--seconds", "300"], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if "placing" in line:
                running.send_signal(signal.SIGINT)
                break
        _, said = running.communicate(timeout=120)

    assert running.returncode == 0, said
    assert "Stopping" in said
    findings = check(instances.read((tmp_path / "instance.json").read_bytes()), plans.read(out.read_bytes()))
    assert findings.sound and findings.explained and findings.persons > 0
