"""A window is what the last voice said of it; the words before stay in sight, what was taken back does not count."""

from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.crossings import actions
from homeward.crossings.actions import AlreadyNamed, NoSuchThing
from homeward.crossings.queries import NoSuchWindow, window
from homeward.ledger import actions as ledger
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.people.actions import WasForgotten
from tests.apps.crossings.gates import WINDOW, Gate, voice
from tests.apps.people.registers import Register, named


def test_a_window_is_told_with_who_said_it(gate: Gate) -> None:
    shown = gate.shown(gate.window())

    assert (shown.crossing.name, shown.capacity, shown.given.speaker) == ("The bridge", 400, "The border authority")


def test_a_later_word_takes_the_place_of_the_one_before_and_leaves_it_in_sight(gate: Gate) -> None:
    first = gate.window()
    gate.window(window=first, capacity="250", voice=voice("The crossing's director", said="5 Jan 2026"))

    shown = gate.shown(first)

    assert (shown.capacity, shown.given.speaker) == (250, "The crossing's director")
    assert [each.speaker for each in shown.before] == ["The border authority"]
    assert len(gate.calendar().windows) == 1


def test_an_older_word_that_is_recorded_later_changes_nothing(gate: Gate) -> None:
    first = gate.window()
    gate.window(window=first, capacity="250", voice=voice(said="2 Jan 2026"))

    assert gate.shown(first).capacity == 400


def test_a_window_that_is_called_off_stays_in_the_calendar(gate: Gate) -> None:
    first = gate.window()
    gate.window(window=first, cancelled=True, voice=voice(said="5 Jan 2026"))

    shown = gate.shown(first)

    assert shown.cancelled
    assert shown.counted == 0


def test_what_was_taken_back_does_not_count(gate: Gate) -> None:
    first = gate.window()
    with gate.desk.acting() as actor:
        ref = window(gate.asked(), first).given.ref
        ledger.withdraw(case=gate.case(), ref=ref, reason="Misheard.", once=uuid4(), by=actor, at=gate.desk.now)

    assert gate.calendar().windows == ()


def test_the_same_form_sent_twice_is_recorded_once_and_changed_is_refused(gate: Gate) -> None:
    once = uuid4()
    one = gate.does(actions.announce_window, crossing=gate.crossing, once=once, **WINDOW)
    again = gate.does(actions.announce_window, crossing=gate.crossing, once=once, **WINDOW)

    assert one.about == again.about
    assert len(gate.calendar().windows) == 1
    with pytest.raises(RecordedOtherwise):
        gate.does(actions.announce_window, crossing=gate.crossing, once=once, **{**WINDOW, "capacity": "10"})


def test_a_space_more_makes_no_other_crossing(gate: Gate) -> None:
    with pytest.raises(AlreadyNamed):
        gate.does(actions.name_crossing, name="  the  BRIDGE ", authorities=("Northland",))


def test_a_crossing_without_authorities_is_recorded_and_told(gate: Gate) -> None:
    done = gate.does(actions.name_crossing, name="The ferry")

    assert [each.code for each in done.warnings] == ["no-authority"]


def test_what_is_not_there_is_refused_alike_whatever_it_was_to_be(gate: Gate) -> None:
    stranger = uuid4()
    with pytest.raises(NoSuchThing):
        gate.window(window=stranger)
    with pytest.raises(NoSuchThing):
        gate.does(actions.set_convoy, window=stranger, pickup=gate.pickup(), departs="07:00")
    with gate.desk.acting(), pytest.raises(NoSuchWindow):
        window(gate.asked(), stranger)


def test_a_quota_is_the_last_word_of_its_day_and_nationality(gate: Gate) -> None:
    first = gate.window()
    for nationality, most, said in (
        ("Russian", "50", "3 Jan 2026"),
        ("RUS", "70", "4 Jan 2026"),
        ("*", "300", "4 Jan 2026"),
    ):
        gate.does(
            actions.agree_quota, crossing=gate.crossing, on="6 Jan 2026", nationality=nationality, most=most,
            voice=voice(said=said),
        )  # fmt: skip

    assert [(each.nationality, each.most, len(each.before)) for each in gate.shown(first).quotas] == [
        ("*", 300, 0),
        ("RUS", 70, 1),
    ]


def test_a_nationality_that_is_none_is_refused(gate: Gate) -> None:
    with pytest.raises(CannotBeRecorded) as refused:
        gate.does(actions.agree_quota, crossing=gate.crossing, on="6 Jan 2026", nationality="Atlantis", most="-1")

    assert {each.where for each in refused.value.findings.faults} == {"nationality", "most"}


def test_voices_that_say_otherwise_of_a_crossing_stand_beside_each_other(gate: Gate) -> None:
    for status, speaker, said in (
        ("open", "Northland", "3 Jan 2026"),
        ("closed", "Southland", "4 Jan 2026"),
        ("restricted", "Northland", "2 Jan 2026"),
    ):
        gate.does(actions.tell_status, crossing=gate.crossing, status=status, voice=voice(speaker, said=said))

    (crossing,) = gate.calendar().crossings

    assert crossing.status
    assert crossing.status.status == "closed"
    assert crossing.contested
    assert [(each.status, each.given.speaker) for each in crossing.statuses] == [
        ("closed", "Southland"),
        ("open", "Northland"),
    ]


def test_a_status_of_a_control_point_is_told_with_it(gate: Gate) -> None:
    point = gate.does(actions.name_point, crossing=gate.crossing, name="Hall 2").about
    gate.does(actions.tell_status, crossing=gate.crossing, point=point, status="closed")

    (crossing,) = gate.calendar().crossings

    assert crossing.status is None
    assert [(each.status, each.point.name) for each in crossing.statuses if each.point] == [("closed", "Hall 2")]


def test_people_who_were_told_a_date_fill_the_window_once(gate: Gate) -> None:
    register = Register(gate.desk)
    one, two = register.enter(named("Lamia Darvish")), register.enter(named("Omar Tell"))
    first, second = gate.window(), gate.window(on="2026-01-07")
    gate.does(actions.tell_date, people=[one, two], window=first)
    gate.does(actions.tell_date, people=[two], window=second)

    assert (gate.shown(first).told, gate.shown(second).told) == (1, 1)


def test_nobody_is_told_a_window_that_was_called_off_and_nobody_forgotten_is_told(gate: Gate) -> None:
    register = Register(gate.desk)
    one = register.enter(named("Lamia Darvish"))
    first = gate.window()
    gate.window(window=first, cancelled=True, voice=voice(said="5 Jan 2026"))

    with pytest.raises(CannotBeRecorded):
        gate.does(actions.tell_date, people=[one], window=first)
    register.forgets(one)
    with pytest.raises(WasForgotten):
        gate.does(actions.tell_date, people=[one], window=gate.window(on="2026-01-07"))


def test_by_when_it_was_said_a_window_is_known_before_the_desk_recorded_it(gate: Gate) -> None:
    first = gate.window()
    between = "2026-01-05"

    assert [each.id for each in gate.calendar(known_at=between, clock="said").windows] == [first]
    assert gate.calendar(known_at=between, clock="recorded").windows == ()
    assert gate.calendar(known_at="2026-01-03", clock="said").windows == ()
