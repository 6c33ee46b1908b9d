"""Each party's positions on each topic are kept in their order; what replaces what is said by somebody, never inferred."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.core.channels import Firmness, PositionStance
from homeward.talks import actions
from homeward.talks.actions import About, Telling
from homeward.talks.core.positions import Change
from tests.apps.talks.channelled import Table
from tests.cast import Desk


def faults(table: Table, **what: Any) -> set[tuple[str, str]]:
    told = {
        "party": "Northland",
        "topic": "Prisoners",
        "stance": "offer",
        "voice": Telling(said="4 Jan 2026", words="Ten."),
    }
    with pytest.raises(CannotBeRecorded) as refused:
        table.does(actions.say_position, **{**told, **what})
    return {(each.where, each.code) for each in refused.value.findings.faults}


def test_parties_stand_side_by_side_on_a_topic(table: Table) -> None:
    table.stands("Northland", "demand", "All of ours first.", firmness="red_line")
    table.stands("Southland", "offer", "Ten for ten.", topic="prisoners")

    (topic,) = table.positions()

    stands = {line.party.words: line.standing for line in topic.lines}
    assert {party: [each.stance.value for each in line] for party, line in stands.items()} == {
        "Northland": ["demand"],
        "Southland": ["offer"],
    }
    assert stands["Northland"][0].firmness is Firmness.RED_LINE
    assert stands["Northland"][0].statement.modality == "demanded"


def test_what_changed_from_one_word_to_the_next_is_told(table: Table) -> None:
    first = table.stands("Northland", "demand", "All first.", said="1 Jan 2026", firmness="red_line")
    table.stands("Northland", "accept", "Half first.", said="3 Jan 2026", firmness="preference", supersedes=first.ref)

    (line,) = table.positions()[0].lines
    before, after = line.positions

    assert after.changes == (Change.STANCE, Change.SOFTER, Change.WORDS)
    assert (before.stands, after.stands, after.replaces) == (False, True, first.ref)
    assert before.statement.standing == "superseded"


def test_a_later_word_that_nobody_said_to_replace_the_first_stands_beside_it(table: Table) -> None:
    table.stands("Northland", "demand", "All first.", said="1 Jan 2026")
    table.stands("Northland", "offer", "Half first.", said="3 Jan 2026")

    (line,) = table.positions()[0].lines

    assert [each.stance for each in line.standing] == [PositionStance.DEMAND, PositionStance.OFFER]
    assert line.positions[1].changes == (Change.STANCE, Change.WORDS)


def test_positions_stand_in_the_order_in_which_they_were_said(table: Table) -> None:
    table.stands("Northland", "offer", "Half first.", said="3 Jan 2026")
    table.stands("Northland", "demand", "All first.", said="1 Jan 2026")

    (line,) = table.positions()[0].lines

    assert [each.stance.value for each in line.positions] == ["demand", "offer"]


def test_as_of_a_day_only_what_was_said_by_then_is_there(table: Table) -> None:
    first = table.stands("Northland", "demand", "All first.", said="1 Jan 2026")
    table.stands("Northland", "accept", "Half first.", said="3 Jan 2026", supersedes=first.ref)

    (line,) = table.positions(as_of="2026-01-02")[0].lines

    assert [each.ref for each in line.standing] == [first.ref]


def test_a_position_is_about_a_condition_or_an_obligation_by_its_short_name(desk: Desk) -> None:
    condition = {
        "id": "c1", "text": "The gate stays open", "gates": "exit", "demanded_by": "N", "demanded_of": "S",
        "source": ["wire"], "stated_on": "2026-01-01",
    }  # fmt: skip
    table = Table.of(desk, conditions=[condition])
    table.stands("Southland", "accept", "It stays open.", about=About(condition="c1"))

    (position,) = table.positions()[0].lines[0].positions

    assert [(each.what, each.ref) for each in position.about] == [("condition", "c1")]
    assert "no-such-condition" in {code for _, code in faults(table, about=About(condition="c9"))}
    assert "no-such-obligation" in {code for _, code in faults(table, about=About(obligation="c1"))}


def test_somebody_else_may_say_that_a_party_is_silent(table: Table) -> None:
    table.stands(
        "Southland",
        "silent",
        "They were asked twice.",
        voice=Telling(speaker="An envoy", said="4 Jan 2026", words="Asked."),
    )

    (position,) = table.positions()[0].lines[0].positions

    assert position.statement.speaker
    assert position.statement.speaker.name == "An envoy"
    assert position.party.words == "Southland"


@pytest.mark.parametrize(
    ("told", "where", "code"),
    [
        ({"party": ""}, "party", "empty"),
        ({"topic": "  "}, "topic", "empty"),
        ({"stance": "maybe"}, "stance", "unknown-word"),
        ({"firmness": "very"}, "firmness", "unknown-word"),
        ({"voice": Telling(said="4 Jan 2026", words="")}, "words", "empty"),
        ({"supersedes": "w234567"}, "supersedes", "no-such-position"),
        ({"about": About(channel=uuid4())}, "channel", "no-such-channel"),
        ({"about": About(meeting=uuid4())}, "meeting", "no-such-meeting"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(table: Table, told: dict[str, Any], where: str, code: str) -> None:
    assert (where, code) in faults(table, **told)
    assert table.positions() == ()


def test_nobody_replaces_what_another_party_said(table: Table) -> None:
    other = table.stands("Southland", "offer", "Ten for ten.", said="1 Jan 2026")

    assert faults(table, supersedes=other.ref) == {("supersedes", "other-party")}


def test_nothing_replaces_what_is_about_something_else_or_was_said_later(table: Table) -> None:
    roads = table.stands("Northland", "offer", "Two hours.", topic="The road", said="1 Jan 2026")
    later = table.stands("Northland", "offer", "Twelve.", said="5 Jan 2026")

    assert faults(table, supersedes=roads.ref) == {("supersedes", "other-topic")}
    assert faults(table, supersedes=later.ref) == {("supersedes", "earlier")}


def test_what_is_replaced_twice_leaves_two_beside_each_other_and_that_is_told(table: Table) -> None:
    first = table.stands("Northland", "demand", "All first.", said="1 Jan 2026")
    table.stands("Northland", "offer", "Half.", said="2 Jan 2026", supersedes=first.ref)
    done = table.stands("Northland", "reject", "None.", said="3 Jan 2026", supersedes=first.ref)

    assert [each.code for each in done.warnings] == ["replaced-already"]
    assert len(table.positions()[0].lines[0].standing) == 2


def test_the_same_form_sent_twice_records_once(table: Table) -> None:
    once = uuid4()
    for _ in range(2):
        table.stands("Northland", "demand", "All first.", once=once)

    assert len(table.positions()[0].lines[0].positions) == 1
