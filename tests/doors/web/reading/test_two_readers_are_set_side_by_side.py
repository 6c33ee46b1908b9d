"""A language model is asked where that is allowed, and what it finds stands beside what the built-in reader found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from homeward.reading import actions
from homeward.reading.actions.reading import propose
from homeward.reading.engines.readers import reader_for
from homeward.reading.models import Reading
from tests.cast import Desk
from tests.doors.web.reading.conftest import REPORT, Room
from tests.doors.web.writing.sheets import shown

ASK = "Ask the language model"


@pytest.fixture
def named(settings, room: Room) -> None:
    """The desk names a language model, and texts of the compartment may be sent to it."""
    settings.HOMEWARD_MODEL_AT, settings.HOMEWARD_MODEL = "http://127.0.0.1:9/v1", "plain-7b"
    with room.desk.acting() as operator:
        actions.allow_model(
            compartment=room.desk.compartment.id,
            allowed=True,
            reason="Runs in the house.",
            by=operator,
            at=room.desk.now,
        )


def answered(desk: Desk, *, why: str = "") -> None:
    """The model answers: the first proposal as ours, the second otherwise, the third not; or it fails."""
    with desk.acting():
        row = Reading.objects.get(built_in=False)
        row.state, row.why, row.language = ("failed", why, "") if why else ("read", "", "ru")
        row.told = [] if why else ["Statement 4 of the answer was dropped: its words do not stand in the text."]
        row.save(update_fields=["state", "why", "language", "told"])
        if not why:
            one, other, _third, *rest = reader_for(REPORT).read(REPORT, None)
            propose(row, REPORT, [one, replace(other, modality="asserted"), *rest])


def test_it_is_asked_for_only_where_it_is_allowed(officer, reader, room, settings):
    assert ASK not in shown(officer.get(room.path))
    settings.HOMEWARD_MODEL_AT, settings.HOMEWARD_MODEL = "http://127.0.0.1:9/v1", "plain-7b"
    assert ASK not in shown(officer.get(room.path))


def test_what_was_asked_waits_and_is_told(officer, reader, room, named):
    assert ASK in shown(officer.get(room.path))
    assert ASK not in shown(reader.get(room.path))

    for _ in range(2):
        assert officer.post(f"{room.path}ask-model").status_code == 302

    page = officer.get(room.path)
    assert "language model plain-7b was asked at" in shown(page)
    assert 'hx-trigger="every 2s"' in page.content.decode()
    assert ASK not in shown(page)
    assert sum(not reading.built_in for reading in room.sheet.readings) == 1


def test_each_card_says_who_found_it_and_where_two_differ(officer, room, named):
    officer.post(f"{room.path}ask-model")
    answered(room.desk)

    page = officer.get(room.path)
    words = shown(page)

    assert "found by both" in words
    assert "only homeward russian" in words
    assert "language model plain-7b finds the same words and reads otherwise:" in words
    assert "How it was put conditional asserted" in words
    assert "Statement 4 of the answer was dropped: its words do not stand in the text." in words


def test_a_model_that_did_not_answer_says_why(officer, room, named):
    officer.post(f"{room.path}ask-model")
    answered(room.desk, why="The language model did not answer. Look whether it runs.")

    words = shown(officer.get(room.path))

    assert "language model plain-7b gave no answer. The language model did not answer. Look whether it runs." in words
    assert ASK in words
    assert "homeward russian" in words
