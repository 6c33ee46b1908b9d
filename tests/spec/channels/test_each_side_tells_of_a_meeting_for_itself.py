"""A meeting is what voices tell of it; what two sides say of one meeting is kept apart and never made one."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from homeward.access import actions as access
from homeward.ledger.actions import CannotBeRecorded, judging
from homeward.talks import actions, queries
from homeward.talks.actions import Present, Telling
from homeward.talks.core.meetings import Course
from tests.apps.talks.channelled import PARTIES, Table, voice


def faults(table: Table, action: Any, **what: Any) -> set[tuple[str, str]]:
    with pytest.raises(CannotBeRecorded) as refused:
        table.does(action, **what)
    return {(each.where, each.code) for each in refused.value.findings.faults}


def test_a_meeting_is_shown_with_who_was_there_and_who_told_of_it(table: Table) -> None:
    present = (Present("Ada Envoy", "for Northland"), Present("Ben Broker", "host"))
    table.meets(place="The lake house", attendees=present)

    (meeting,) = table.meetings()

    assert (meeting.place, meeting.course) == ("The lake house", Course.OVER)
    assert [(each.who.words, each.capacity) for each in meeting.attendees] == [
        ("Ada Envoy", "for Northland"),
        ("Ben Broker", "host"),
    ]
    assert meeting.statement.speaker
    assert meeting.statement.speaker.name == "An envoy of Westland"


def test_two_sides_say_two_things_and_both_stand(table: Table) -> None:
    meeting = table.meets()
    table.tells(meeting, "Northland", "Both lists were agreed.")
    table.tells(meeting, "Southland", "No list was agreed.")

    (shown,) = table.meetings()

    told = {each.side.words: [readout.text for readout in each.readouts] for each in shown.sides}
    assert told == {"Northland": ["Both lists were agreed."], "Southland": ["No list was agreed."]}
    assert shown.silent == ()


def test_of_a_side_that_said_nothing_it_is_told_that_it_said_nothing(table: Table) -> None:
    table.tells(table.meets(), "Northland", "Both lists were agreed.")

    (shown,) = table.meetings()

    assert [each.words for each in shown.silent] == ["Southland"]


def test_the_same_words_of_both_sides_stay_two_statements(table: Table) -> None:
    meeting = table.meets()
    for side in PARTIES:
        table.tells(meeting, side, "It was frank.")

    (shown,) = table.meetings()

    refs = {readout.ref for each in shown.sides for readout in each.readouts}
    assert len(refs) == 2


def test_a_mediator_tells_of_it_beside_the_sides(table: Table) -> None:
    table.tells(table.meets(), "Westland", "It will go on.")

    (shown,) = table.meetings()

    assert [each.side.words for each in shown.sides] == ["Northland", "Southland", "Westland"]


def test_a_meeting_ahead_is_expected_and_of_one_ahead_nobody_can_tell(table: Table) -> None:
    meeting = table.meets(begins="9 Jan 2026 10:00", ends="")

    (shown,) = table.meetings(as_of="2026-01-05T08:00+00:00")

    assert (shown.course, shown.statement.modality) == (Course.AHEAD, "expected")
    spoken = Telling(said="5 Jan 2026", words="It went well.")
    told = faults(table, actions.say_readout, meeting=meeting, side="Northland", voice=spoken)
    assert ("meeting", "in-the-future") in told


def test_nobody_tells_of_a_meeting_before_it_began(table: Table) -> None:
    spoken = Telling(said="1 Jan 2026", words="It went well.")
    told = faults(table, actions.say_readout, meeting=table.meets(), side="Northland", voice=spoken)

    assert told == {("said", "before-the-meeting")}


@pytest.mark.parametrize(
    ("told", "where", "code"),
    [
        ({"begins": "3 Jan 2026 10:00", "ends": "3 Jan 2026 09:00"}, "ends", "ends-before"),
        ({"begins": "3 Jan 2026", "ends": "2 Jan 2026"}, "ends", "ends-before"),
        ({"begins": ""}, "begins", "empty"),
        ({"begins": "soon after"}, "begins", "unread-time"),
        ({"channel": uuid4()}, "channel", "no-such-channel"),
        ({"meeting": uuid4()}, "meeting", "no-such-meeting"),
        ({"attendees": (Present("Ada Envoy"), Present("ada  envoy", "host"))}, "attendees.1", "twice"),
        ({"attendees": (Present("", "host"),)}, "attendees.0", "empty"),
        ({"voice": voice("")}, "speaker", "empty"),
        ({"voice": voice(said="")}, "said", "empty"),
        ({"voice": voice(said="9 Feb 2026")}, "said", "in-the-future"),
        ({"voice": voice(modality="sworn")}, "modality", "unknown-word"),
        ({"place": "x" * 201}, "place", "too-long"),
        ({"place": "a\0b"}, "place", "nul"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(table: Table, told: dict[str, Any], where: str, code: str) -> None:
    what = {"channel": table.channel, "begins": "3 Jan 2026 10:00", "voice": voice(), **told}

    assert (where, code) in faults(table, actions.enter_meeting, **what)
    assert table.meetings() == ()


def test_a_readout_of_a_meeting_that_is_not_there_is_refused_with_every_other_fault(table: Table) -> None:
    told = faults(table, actions.say_readout, meeting=uuid4(), side="", voice=Telling(said="", words=" "))

    assert {where for where, _ in told} == {"meeting", "side", "said", "words", "speaker"}


def test_a_day_that_is_not_known_to_the_hour_ends_on_itself(table: Table) -> None:
    table.meets(begins="3 Jan 2026", ends="3 Jan 2026")

    assert len(table.meetings()) == 1


def test_the_last_word_on_a_meeting_counts_and_those_before_stay_in_sight(table: Table) -> None:
    meeting = table.meets(begins="9 Jan 2026 10:00", ends="")
    table.meets(meeting=meeting, begins="9 Jan 2026 10:00", ends="", called_off=True, voice=voice(said="5 Jan 2026"))

    (shown,) = table.meetings()

    assert (shown.course, len(shown.before)) == (Course.CALLED_OFF, 1)


def test_a_readout_of_a_meeting_that_was_called_off_is_recorded_and_told(table: Table) -> None:
    meeting = table.meets(called_off=True)

    done = table.tells(meeting, "Northland", "They did not come.")

    assert [each.code for each in done.warnings] == ["called-off"]


def test_a_side_that_nobody_saw_there_may_speak_and_that_is_told(table: Table) -> None:
    done = table.tells(table.meets(), "Eastland", "We hear that it went well.")

    assert [each.code for each in done.warnings] == ["not-there"]


def test_a_meeting_in_a_channel_that_was_closed_is_told(table: Table) -> None:
    what = {"name": "The Westland channel", "parties": PARTIES, "closed": "1 Jan 2026"}
    table.does(actions.open_channel, channel=table.channel, **what)
    done = table.does(actions.enter_meeting, channel=table.channel, begins="3 Jan 2026", voice=voice())

    assert [each.code for each in done.warnings] == ["closed"]


def test_a_meeting_stays_in_its_channel(table: Table) -> None:
    meeting, other = table.meets(), table.opens("The line")
    what = {"channel": other, "meeting": meeting, "begins": "3 Jan 2026", "voice": voice()}

    assert ("channel", "other-channel") in faults(table, actions.enter_meeting, **what)


def test_what_was_taken_back_is_not_shown(table: Table) -> None:
    meeting = table.meets()
    done = table.tells(meeting, "Northland", "Both lists were agreed.")
    with table.desk.acting() as actor:
        judging.withdraw(
            case=table.case(), ref=done.ref, reason="Heard wrong.", once=uuid4(), by=actor, at=table.desk.now
        )

    (shown,) = table.meetings()

    assert [each.words for each in shown.silent] == ["Northland", "Southland"]


def test_as_of_a_time_before_it_was_said_there_is_no_meeting(table: Table) -> None:
    table.meets()

    assert table.meetings(as_of="2026-01-02T00:00+00:00") == ()
    assert len(table.meetings(as_of="2026-01-03T11:00+00:00")) == 1
    assert table.meetings(as_of="2026-01-03T11:00+00:00")[0].course is Course.BEGUN


def test_a_meeting_that_is_not_there_is_refused(table: Table) -> None:
    with table.desk.acting(), pytest.raises(queries.NoSuchMeeting):
        queries.meeting(table.asked(), uuid4())


def test_a_channel_in_a_compartment_of_its_own_leaves_no_trace_to_others(table: Table) -> None:
    table.meets()
    reader = table.desk.person("Rosa Reader", may="read")
    before = (table.channels(reader), table.meetings(reader), table.positions(reader))

    room = table.narrower().id
    quiet = table.opens("The quiet line", room=room)
    meeting = table.meets(channel=quiet)
    table.tells(meeting, "Northland", "They meet at last.")
    table.stands("Northland", "offer", "Ten for ten.", about=actions.About(channel=quiet, meeting=meeting))

    assert (table.channels(reader), table.meetings(reader), table.positions(reader)) == before
    assert len(table.channels()) == 2
    assert {each.channel_name for each in table.meetings()} == {"The Westland channel", "The quiet line"}
    assert [each.topic for each in table.positions()] == ["Prisoners"]


def test_what_is_of_a_quiet_channel_cannot_be_recorded_where_others_see_it(table: Table) -> None:
    quiet = table.opens("The quiet line", room=table.narrower().id)
    other = table.narrower("other")
    with table.desk.acting() as operator:
        seen = table.desk.person("Rosa Reader", may="read", compartment=other)
        access.grant(actor=seen, compartment=table.desk.compartment, may_write=False, by=operator, at=table.desk.now)

    what = {"channel": quiet, "begins": "3 Jan 2026", "voice": voice(), "room": other.id}
    assert ("channel", "wider") in faults(table, actions.enter_meeting, **what)
    table.does(actions.enter_meeting, **{**what, "room": None})


def test_to_who_may_not_see_a_channel_it_is_as_if_it_were_not(table: Table) -> None:
    quiet = table.opens("The quiet line", room=table.narrower().id)
    officer = table.desk.person("Olga Officer", may="write")
    what = {"begins": "3 Jan 2026", "voice": voice(), "by": officer}

    hidden = faults(table, actions.enter_meeting, channel=quiet, **what)
    missing = faults(table, actions.enter_meeting, channel=uuid4(), **what)

    assert hidden == missing == {("channel", "no-such-channel")}
