"""Channels, meetings and positions at the command line: told, seen, refused with their place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import Desk, case_of, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database

CASE = ("--case", "crossing-test")
SAID = ("--said", "4 Jan 2026")


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    desk = opened()
    desk.load(case_of({}, zone="Asia/Gaza"))
    return desk


def told(homeward: Command, *words: str) -> Any:
    done = homeward("talks", *words, *CASE, "--format", "json")
    assert done.code == 0, done.err
    return done.document


def test_a_channel_a_meeting_both_accounts_and_a_position_are_told_and_seen(desk: Desk, homeward: Command) -> None:
    assert "No channel is recorded" in homeward("talks", "channels", *CASE).out
    told(homeward, "open-channel", "The line", "--party", "N", "--party", "S", "--medium", "hotline")
    met = told(
        homeward, "enter-meeting", "3 Jan 2026 10:00", "--place", "The lake house", "--attendee", "Ada Envoy=host",
        "--speaker", "An envoy", *SAID,
    )  # fmt: skip
    told(homeward, "say-readout", "Both lists were agreed.", "--meeting", met["statement"], "--side", "N", *SAID)
    first = told(
        homeward, "say-position", "All first.", "--party", "N", "--topic", "Prisoners", "--stance", "demand", *SAID
    )
    told(
        homeward, "say-position", "Half first.", "--party", "N", "--topic", "Prisoners", "--stance", "accept",
        "--supersedes", first["statement"], "--said", "5 Jan 2026",
    )  # fmt: skip

    assert "hotline" in homeward("talks", "channels", *CASE).out
    seen = homeward("talks", "meetings", *CASE).out
    assert "Ada Envoy, host" in seen
    assert "Both lists were agreed." in seen
    assert "Southland" in seen and "has said nothing of it" in seen
    assert f"replaces {first['statement']}" in homeward("talks", "positions", *CASE).out
    document = told(homeward, "positions")
    (line,) = document["topics"][0]["parties"]
    assert [each["stands"] for each in line["positions"]] == [False, True]
    assert line["positions"][1]["changes"] == ["stance", "words"]


def test_what_is_not_there_is_refused_with_its_place(desk: Desk, homeward: Command) -> None:
    done = homeward("talks", "say-readout", "It went well.", "--meeting", "w234567", "--side", "N", *SAID, *CASE)

    assert done.code == 1
    assert "w234567: There is no such meeting" in done.err
