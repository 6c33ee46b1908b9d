"""What was said of movement stands on the days that voices name; where they differ, nobody knows, and nothing hidden counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from homeward.briefing import queries
from homeward.briefing.queries import Movement, NoSuchCrossing, OpenDays
from homeward.crossings import actions
from tests.apps.crossings.gates import Gate, voice
from tests.cast import Desk, case_of, figure

FIRST = date(2025, 12, 10)


def day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


@pytest.fixture
def gate(desk: Desk) -> Gate:
    return Gate.of(desk, zone="UTC")


def says(gate: Gate, state: str, on: str, speaker: str = "The border authority", **more: Any) -> None:
    said = voice(speaker=speaker, said=more.pop("said", on), occurred=on)
    gate.does(actions.tell_status, crossing=gate.crossing, status=state, voice=said, **more)


def known(gate: Gate, name: str = "The bridge", **when: str) -> OpenDays:
    with gate.desk.acting():
        return queries.open_days(gate.asked(**when), name)


def moved(gate: Gate, first: int = 0, last: int = 30) -> Movement:
    with gate.desk.acting():
        return queries.movement(gate.asked(), FIRST + timedelta(days=first), FIRST + timedelta(days=last))


def test_the_last_word_of_a_voice_on_a_day_counts(gate: Gate) -> None:
    says(gate, "closed", day(1))
    says(gate, "open", day(1), said=day(2))
    says(gate, "closed", day(3))
    assert known(gate).days == {date.fromisoformat(day(1)): True, date.fromisoformat(day(3)): False}


def test_a_day_on_which_voices_differ_is_not_known(gate: Gate) -> None:
    says(gate, "open", day(1))
    says(gate, "closed", day(1), speaker="A driver")
    says(gate, "open", day(2))
    told = known(gate)
    assert list(told.days) == [date.fromisoformat(day(2))]
    assert "1 days are told in two ways and are not taken as known." in told.findings


def test_a_voice_goes_before_a_window_and_a_window_before_silence(gate: Gate) -> None:
    gate.window(on=day(4))
    gate.window(on=day(5))
    says(gate, "closed", day(5))
    says(gate, "restricted", day(6))
    told = known(gate)
    assert list(told.days.values()) == [True, False, True]
    assert any("with restrictions are taken as open" in each for each in told.findings)
    assert any("a window stood is taken as open" in each for each in told.findings)


def test_a_word_on_one_control_point_says_nothing_of_the_crossing(gate: Gate) -> None:
    point = gate.does(actions.name_point, crossing=gate.crossing, name="Hall 2").about
    says(gate, "closed", day(1), point=point)
    told = known(gate)
    assert told.days == {}
    assert told.findings == ("Nobody said of any day whether it was open.",)
    assert [each.point for each in moved(gate).stood] == [True]


def test_what_lies_ahead_is_not_known_yet(gate: Gate) -> None:
    says(gate, "open", day(1))
    gate.window(on="2026-01-09")
    assert list(known(gate, as_of="2026-01-05").days) == [date.fromisoformat(day(1))]


def test_a_crossing_that_is_not_there_is_refused_with_those_that_are(gate: Gate) -> None:
    with pytest.raises(NoSuchCrossing, match="no such crossing") as refused:
        known(gate, "The tunnel")
    assert "The bridge" in (refused.value.instead or "")


def test_figures_of_people_who_crossed_stand_on_their_days(desk: Desk) -> None:
    told = [
        {"said_on": day(2), "event_date": day(1), "figures": [figure("crossed", "travellers", "=", 40, kind="flow")]},
        {
            "said_on": day(9),
            "event_date": day(9),
            "figures": [figure("crossed", "travellers", "=", 900, kind="cumulative")],
        },
        {"said_on": day(9), "event_date": day(9), "figures": [figure("listed", "travellers", "=", 90, kind="flow")]},
    ]
    desk.load(case_of(*told))
    gate = Gate.of(desk, zone="UTC")
    assert [(str(each.first), each.figure.lo) for each in moved(gate).crossed] == [(day(1), 40)]
    assert moved(gate, 20, 30).crossed == ()
