"""A channel has its parties, who carries words between them, how, since when and until when; each word on it is kept."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from homeward.access.actions import NotLetIn
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.ledger.core import kinds
from homeward.ledger.core.channels import Medium
from homeward.talks import actions, queries
from homeward.talks.queries.named_channels import channel_named
from tests.apps.talks.channelled import PARTIES, Table
from tests.cast import Desk, case_of


def test_a_channel_is_shown_with_who_talks_through_whom(table: Table) -> None:
    (channel,) = table.channels()

    assert (channel.name, channel.medium) == ("The Westland channel", Medium.INDIRECT)
    assert [each.words for each in channel.parties] == ["Northland", "Southland"]
    assert [each.words for each in channel.mediators] == ["Westland"]
    assert channel.compartment_slug == "desk" or channel.compartment_slug


def test_parties_of_the_case_are_found_by_their_key(desk: Desk) -> None:
    table = Table.of(desk)
    channel = table.opens("By key", parties=("N", "S"))

    found = next(each for each in table.channels() if each.id == channel)

    assert [each.words for each in found.parties] == ["Northland", "Southland"]
    assert {each.source for each in found.parties} == {each.source for each in table.channels()[1].parties}


def test_a_channel_is_closed_and_what_was_said_of_it_before_stays(table: Table) -> None:
    told = {"name": "The Westland channel", "parties": PARTIES, "opened": "1 Jan 2026", "closed": "4 Jan 2026"}
    table.does(actions.open_channel, channel=table.channel, **told)

    (now,) = table.channels(as_of="2026-01-06")
    (then,) = table.channels(as_of="2026-01-02")

    assert (now.is_closed, then.is_closed) == (True, False)
    assert len(now.before) == 1
    assert table.channels(as_of="2025-12-30") == ()


def test_a_channel_of_a_case_file_stays_readable_beside_newer_ones(desk: Desk) -> None:
    filed = {"id": "k", "name": "The old channel", "parties": ["N", "S"], "mediators": ["N"], "covers": "all"}
    table = Table.of(desk, channels=[filed])

    old = next(each for each in table.channels() if each.name == "The old channel")

    assert isinstance(old.statement.content, kinds.ChannelOpened)
    assert (old.medium, old.opened, old.closed, old.covers) == (None, None, None, "all")


def test_a_channel_of_a_case_file_is_described_anew_under_its_own_id(desk: Desk) -> None:
    filed = {"id": "k", "name": "The old channel", "parties": ["N", "S"], "mediators": [], "covers": ""}
    table = Table.of(desk, channels=[filed])
    old = next(each for each in table.channels() if each.name == "The old channel")

    table.does(actions.open_channel, channel=old.id, name="The old channel", parties=PARTIES, medium="hotline")

    found = next(each for each in table.channels() if each.id == old.id)
    assert (found.medium, len(found.before), len(table.channels())) == (Medium.HOTLINE, 1, 2)


@pytest.mark.parametrize(
    ("told", "where", "code"),
    [
        ({"name": ""}, "name", "empty"),
        ({"name": "the WESTLAND channel"}, "name", "named-already"),
        ({"parties": ("Northland",)}, "parties", "too-few"),
        ({"parties": ("Northland", "northland ", "Southland")}, "parties.1", "twice"),
        ({"mediators": ("Westland", "Westland")}, "mediators.1", "twice"),
        ({"mediators": ("Northland",)}, "mediators.0", "twice"),
        ({"medium": "pigeon"}, "medium", "unknown-word"),
        ({"opened": "4 Jan 2026", "closed": "2 Jan 2026"}, "closed", "ends-before"),
        ({"opened": "the other day soon"}, "opened", "unread-time"),
        ({"channel": uuid4()}, "channel", "no-such-channel"),
        ({"covers": "x" * 2_001}, "covers", "too-long"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(table: Table, told: dict[str, Any], where: str, code: str) -> None:
    with pytest.raises(CannotBeRecorded) as refused:
        table.does(actions.open_channel, **{"name": "Another", "parties": PARTIES, **told})

    assert (where, code) in [(each.where, each.code) for each in refused.value.findings.faults]
    assert len(table.channels()) == 1


def test_all_faults_are_told_at_once(table: Table) -> None:
    with pytest.raises(CannotBeRecorded) as refused:
        table.does(actions.open_channel, name="", parties=(), medium="pigeon", closed="sometime soon")

    assert {each.where for each in refused.value.findings.faults} == {"name", "parties", "medium", "closed"}


def test_the_same_form_sent_twice_records_once_and_changed_words_are_refused(table: Table) -> None:
    once = uuid4()
    for _ in range(2):
        table.does(actions.open_channel, name="Twice", parties=PARTIES, once=once)
    assert len(table.channels()) == 2

    with pytest.raises((RecordedOtherwise, CannotBeRecorded)):
        table.does(actions.open_channel, name="Otherwise", parties=PARTIES, once=once)
    assert len(table.channels()) == 2


def test_who_may_not_write_opens_nothing(table: Table) -> None:
    reader = table.desk.person("Rosa Reader", may="read")

    with pytest.raises(NotLetIn):
        table.does(actions.open_channel, by=reader, name="Another", parties=PARTIES)


def test_a_channel_is_found_by_its_name_or_id(table: Table) -> None:
    other = table.opens("The line")
    views = table.channels()

    assert channel_named(views, " the  LINE ") == other
    assert channel_named(views, str(other)) == other
    for words in ("", "The sea"):
        with pytest.raises(queries.NoSuchChannel):
            channel_named(views, words)


def test_what_was_opened_later_was_not_known_before(lasting_desk: Desk) -> None:
    lasting_desk.load(case_of({}))
    table = Table.of(lasting_desk)
    (first,) = table.channels()
    later = table.opens("Later")
    with table.desk.acting():
        then = table.asked(known_at=first.statement.recorded_at.isoformat())
        known = [each.id for each in queries.channels(then)]

    assert known == [first.id]
    assert {each.id for each in table.channels()} == {first.id, later}
