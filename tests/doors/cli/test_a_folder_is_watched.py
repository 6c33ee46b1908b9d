"""A folder is watched: what is complete is taken in and moved; nothing is followed, deleted or overwritten."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from homeward.cli.watching import NotAFolder, Watched, run
from homeward.refusals import Refused
from tests.cast import Desk, case_of, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database

REPORT = "The ministry said that more than 120 people had crossed at Verba on Monday.\n"
CASE = ("--case", "crossing-test")


class Taker:
    """Takes in what it is given, unless it is told to refuse or to break."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes]] = []

    def __call__(self, name: str, data: bytes) -> str:
        if data.startswith(b"refuse"):
            raise Refused("This is nothing.", instead="Send something.")
        if data.startswith(b"break"):
            raise RuntimeError
        self.taken.append((name, data))
        return "taken"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    return place


def once(folder: Path) -> tuple[Taker, dict[str, int]]:
    taker = Taker()
    return taker, run(str(folder), taker, every=0.01, once=True).counts()


def under(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.is_file() or file.is_symlink())


def test_what_is_complete_is_taken_in_and_moved_under_its_day(folder: Path) -> None:
    (folder / "one.txt").write_text("words")

    taker, counts = once(folder)

    assert taker.taken == [("one.txt", b"words")]
    assert counts == {"taken": 1, "refused": 0, "left": 0}
    (moved,) = (folder / "taken").glob("*/one.txt")
    assert moved.read_text() == "words"
    assert not (folder / "one.txt").exists()


def test_what_grows_between_two_looks_waits(folder: Path) -> None:
    (folder / "one.txt").write_text("wor")
    watched = Watched(folder)
    watched.look()
    with (folder / "one.txt").open("a") as file:
        file.write("ds")

    assert list(watched.complete()) == []
    assert [file.name for file, _ in watched.complete()] == ["one.txt"]


def test_what_changes_between_looking_and_reading_is_not_taken_in_half(folder: Path) -> None:
    (folder / "one.txt").write_text("words")
    watched = Watched(folder)
    watched.look()
    ((file, look),) = watched.complete()
    file.write_text("other words")
    taker = Taker()

    watched.take(file, look, taker)

    assert taker.taken == []
    assert file.read_text() == "other words"


@pytest.mark.parametrize("name", [".hidden", "one.txt.part", "one.txt~", "one.crdownload"])
def test_hidden_and_unfinished_names_are_left_alone(folder: Path, name: str) -> None:
    (folder / name).write_text("words")

    taker, _ = once(folder)

    assert taker.taken == []
    assert (folder / name).read_text() == "words"


def test_links_folders_and_pipes_are_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "inside").mkdir()
    (folder / "inside" / "deep.txt").write_text("deep")
    os.mkfifo(folder / "pipe.txt")

    taker, counts = once(folder)

    assert taker.taken == []
    assert counts == {"taken": 0, "refused": 0, "left": 0}
    assert (folder / "link.txt").is_symlink()


def test_a_refused_file_lies_beside_a_note_that_says_what_to_do(folder: Path) -> None:
    (folder / "one.txt").write_text("refuse me")

    _, counts = once(folder)

    assert counts["refused"] == 1
    assert (folder / "refused" / "one.txt").read_text() == "refuse me"
    assert "Send something." in (folder / "refused" / "one.txt.why.txt").read_text()


def test_nothing_is_overwritten(folder: Path) -> None:
    for words in ("first", "second", "third"):
        (folder / "one.txt").write_text(words)
        once(folder)
    for words in ("refuse 1", "refuse 2"):
        (folder / "bad.txt").write_text(words)
        once(folder)

    moved = {file.name: file.read_text() for file in (folder / "taken").glob("*/*")}
    assert moved == {"one.txt": "first", "one (2).txt": "second", "one (3).txt": "third"}
    refused = {file.name: file.read_text() for file in (folder / "refused").iterdir() if "why" not in file.name}
    assert refused == {"bad.txt": "refuse 1", "bad (2).txt": "refuse 2"}
    assert len(list((folder / "refused").glob("*.why.txt"))) == 2


def test_a_file_on_which_the_desk_breaks_stays_and_stops_no_other(folder: Path) -> None:
    (folder / "a.txt").write_text("break here")
    (folder / "b.txt").write_text("words")

    taker, counts = once(folder)

    assert [name for name, _ in taker.taken] == ["b.txt"]
    assert counts == {"taken": 1, "refused": 0, "left": 1}
    assert (folder / "a.txt").exists()


@pytest.mark.parametrize(
    "name", [b"\xff\xfe name.txt", ("ж" * 120 + ".txt").encode(), b"x" * 255, b"-", b"a\nb\x1b[2J.txt"]
)
def test_odd_names_are_taken_in_as_they_are(folder: Path, name: bytes) -> None:
    (folder / os.fsdecode(name)).write_text("words")
    (folder / os.fsdecode(name[:-1] + b"y")).write_text("refuse")

    taker, counts = once(folder)

    assert counts == {"taken": 1, "refused": 1, "left": 0}
    assert len(under(folder / "taken")) == 1 and len(under(folder / "refused")) == 2
    taker.taken[0][0].encode()


def test_taken_may_be_no_link_to_elsewhere(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "taken").symlink_to(tmp_path / "elsewhere")
    (folder / "one.txt").write_text("words")

    _, counts = once(folder)

    assert counts["left"] == 1
    assert under(tmp_path / "elsewhere") == []
    assert (folder / "one.txt").exists()


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAFolder):
        run(str(tmp_path / "nowhere"), Taker(), every=0.01, once=True)


def test_a_watched_folder_becomes_papers_of_the_case(desk: Desk, homeward: Command, folder: Path) -> None:
    desk.load(case_of({}))
    (folder / "one.txt").write_text(REPORT)
    (folder / "two.jpg").write_bytes(b"\xff\xd8\xff")

    done = homeward("receive", "watch", str(folder), *CASE, "--once", "--every", "0.05", "--format", "json")

    assert done.code == 1
    assert done.document == {"case": "crossing-test", "taken": 1, "refused": 1, "left": 0}
    assert "one.txt: 1 new paper, 1 statement proposed" in done.err
    listed = homeward("reading", "papers", *CASE, "--format", "json").document
    assert [each["title"] for each in listed["papers"]] == [REPORT.strip()]


def test_what_was_taken_in_and_not_moved_came_before_and_is_moved_then(
    desk: Desk, homeward: Command, folder: Path
) -> None:
    desk.load(case_of({}))
    (folder / "one.txt").write_text(REPORT)
    homeward("receive", "report", str(folder / "one.txt"), *CASE, "--no-read")

    done = homeward("receive", "watch", str(folder), *CASE, "--once", "--every", "0.05")

    assert "came before" in done.err
    assert under(folder / "taken") == ["one.txt"]
    assert homeward("reading", "papers", *CASE, "--format", "json").document["count"] == 1


def test_it_stops_cleanly_when_told_to(fresh_database: Database, folder: Path) -> None:
    opened().load(case_of({}))
    command = [sys.executable, "-m", "homeward.cli", "receive", "watch", str(folder), *CASE, "--every", "0.1"]
    watching = subprocess.Popen(command, env=fresh_database.environment, stderr=subprocess.PIPE, text=True)
    (folder / "one.txt").write_text(REPORT)
    until = time.monotonic() + 120
    while not list(folder.glob("taken/*/one.txt")) and time.monotonic() < until:
        time.sleep(0.1)

    watching.send_signal(signal.SIGINT)
    _, said = watching.communicate(timeout=60)

    assert watching.returncode == 0, said
    assert "Stopped." in said and "Traceback" not in said
    assert under(folder) == ["one.txt"]
