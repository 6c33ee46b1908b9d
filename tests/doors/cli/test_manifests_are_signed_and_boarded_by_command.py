"""Manifests at the command line: two people sign, paper is made, what a phone saved is taken in once, the board is told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.apps.crossings.boarded import Trip
from tests.cast import Desk, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database


@pytest.fixture(scope="module")
def trip(module_database: Database) -> Trip:
    desk: Desk = opened()
    trip = Trip.of(desk, on=(datetime.now(UTC) + timedelta(days=3)).date().isoformat())
    trip.seat("Anna", "Boris")
    return trip


def test_from_two_signatures_to_what_a_phone_saved(trip: Trip, homeward: Command, tmp_path: Path) -> None:
    convoy = ("--case", trip.gate.slug, "--convoy", str(trip.convoy))
    assert trip.second
    assert homeward("manifests", "sign", *convoy).code == 0
    refused = homeward("manifests", "publish", *convoy)
    assert (refused.code, "Ask somebody else" in refused.err) == (1, True)
    assert homeward("manifests", "publish", *convoy, "--as", "Bela Second").code == 0
    assert "version 1" in homeward("manifests", "show", *convoy).out

    made = homeward(
        "manifests", "paper", *convoy, "--for", "team", "--language", "ar", "-o", str(tmp_path / "team.pdf")
    )
    assert made.code == 0, made.err
    assert (tmp_path / "team.pdf").read_bytes().startswith(b"%PDF")
    wrong = homeward("manifests", "paper", *convoy, "--for", "everybody", "-o", str(tmp_path / "x.pdf"))
    assert (wrong.code, (tmp_path / "x.pdf").exists()) == (1, False)

    phone = trip.phone("Phone")
    words = [trip.word(phone, 1, "Anna", "crossed"), trip.word(phone, 2, "Boris", "turned_back")]
    saved = tmp_path / "words.json"
    saved.write_text(json.dumps({"form": "boarding-words/1", "device": str(phone.device), "words": words}))
    first, second = (homeward("manifests", "words", str(saved), "--case", trip.gate.slug) for _ in range(2))
    assert "2 taken, 0 had come before" in first.err + first.out
    assert "0 taken, 2 had come before" in second.err + second.out
    saved.write_text("[]")
    assert homeward("manifests", "words", str(saved), "--case", trip.gate.slug).code == 1

    board = homeward("manifests", "board", *convoy)
    assert "boarded 2 = crossed 1 + turned back 1 + in transit 0" in board.out
    assert "taken apart at the gate" in board.out
    document = homeward("manifests", "board", *convoy, "--format", "json").document
    assert document["numbers"]["closes"] is True
