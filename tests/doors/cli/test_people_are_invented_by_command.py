"""Invented people and lists come by command, say that nobody is real, and overwrite nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.doors.cli.conftest import Command


def test_people_come_one_a_line_and_each_is_marked(homeward: Command, tmp_path: Path) -> None:
    done = homeward("invent", "people", "--seed", "4", "--size", "25", str(tmp_path / "people.jsonl"))

    assert (done.code, done.out) == (0, "")
    assert "IS INVENTED" in done.err
    lines = [json.loads(line) for line in (tmp_path / "people.jsonl").read_text().splitlines()]
    assert len(lines) == 25
    assert all(line["invented"] is True and line["names"] for line in lines)


def test_lists_come_with_their_truth(homeward: Command, tmp_path: Path) -> None:
    done = homeward("invent", "lists", "--seed", "4", "--size", "450", str(tmp_path / "lists"))

    assert done.code == 0
    assert "IS INVENTED" in done.err
    truth = json.loads((tmp_path / "lists" / "truth.json").read_text())
    assert truth["invented"] is True
    files = {file.name for file in (tmp_path / "lists").iterdir()}
    assert files == {"truth.json", *(each["file"] for each in truth["lists"])}
    assert len(files) == 6


def test_a_long_list_comes_in_two_versions(homeward: Command, tmp_path: Path) -> None:
    done = homeward("invent", "lists", "--rows", "300", str(tmp_path / "lists"))

    assert done.code == 0
    assert [each["version"] for each in json.loads((tmp_path / "lists" / "truth.json").read_text())["lists"]] == [1, 2]


@pytest.mark.parametrize("what", ["people", "lists"])
def test_what_is_there_is_left_alone(homeward: Command, tmp_path: Path, what: str) -> None:
    (tmp_path / "there").write_text("mine")

    done = homeward("invent", what, str(tmp_path / "there"))

    assert done.code == 1
    assert "nothing is overwritten" in done.err
    assert (tmp_path / "there").read_text() == "mine"


def test_a_folder_that_is_not_there_is_named(homeward: Command, tmp_path: Path) -> None:
    done = homeward("invent", "people", str(tmp_path / "nowhere" / "people.jsonl"))

    assert done.code == 1
    assert "No such file or directory" in done.err
