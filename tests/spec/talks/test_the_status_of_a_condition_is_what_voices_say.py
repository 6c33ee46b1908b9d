"""A condition is met, unmet, contested or unknown by the last word of each voice that speaks of it, and by nothing else."""

from __future__ import annotations

import pytest

from homeward.ledger.actions import CannotBeRecorded
from homeward.talks.core.values import Value
from homeward.talks.queries import NoSuchCondition
from tests.cast import Desk
from tests.spec.talks.talking import Talk, condition

GOAL = "release of captives"


@pytest.fixture
def talk(desk: Desk) -> Talk:
    return Talk.of(desk, condition("c1", GOAL))


def test_nobody_has_said(talk: Talk) -> None:
    leaf = talk.leaf(GOAL, "c1")
    assert (leaf.value, leaf.last_word.ref, leaf.clearer_inferred) == (Value.UNKNOWN, "c1", True)
    assert [whom.words for whom in leaf.who_can_clear] == ["South"]
    assert "nobody has said whether it is met" in leaf.why
    assert talk.blockers(GOAL).value is Value.UNKNOWN


def test_a_later_word_of_the_same_voice_replaces_the_earlier_one(talk: Talk) -> None:
    talk.status("c1", "unmet", said="3 Jan 2026")
    met = talk.status("c1", "met", said="4 Jan 2026")
    leaf = talk.leaf(GOAL, "c1")
    assert (leaf.value, leaf.last_word.ref) == (Value.MET, met.ref)
    assert [(report.value, report.counts) for report in leaf.reports] == [(Value.UNMET, False), (Value.MET, True)]
    assert talk.value("c1", as_of="2026-01-03") is Value.UNMET


def test_words_that_arrive_out_of_order_give_the_same_answer(talk: Talk) -> None:
    talk.status("c1", "met", said="4 Jan 2026")
    talk.status("c1", "unmet", said="3 Jan 2026")
    assert talk.value("c1") is Value.MET


def test_another_voice_overrules_nobody_and_both_are_named(talk: Talk) -> None:
    talk.status("c1", "unmet", by="North", said="3 Jan 2026")
    talk.status("c1", "met", by="South", said="5 Jan 2026")
    leaf = talk.leaf(GOAL, "c1")
    assert leaf.value is Value.CONTESTED
    assert "South (" in leaf.why
    assert "North (" in leaf.why
    assert talk.blockers(GOAL).value is Value.CONTESTED


def test_spokesmen_of_one_party_are_one_voice(talk: Talk) -> None:
    talk.status("c1", "unmet", by="A northern colonel", party="North", said="3 Jan 2026")
    talk.status("c1", "met", by="A northern envoy", party="North", said="5 Jan 2026")
    assert talk.value("c1") is Value.MET


def test_one_voice_that_says_both_on_one_day_says_neither_and_is_to_be_asked(talk: Talk) -> None:
    talk.status("c1", "unmet", said="4 Jan 2026")
    talk.status("c1", "met", said="4 Jan 2026 10:00")
    view = talk.blockers(GOAL)
    assert view.conditions[0].value is Value.UNKNOWN
    assert "unclear-voice" in [finding.code for finding in view.findings]


def test_a_denial_says_the_contrary_and_a_promise_nothing_yet(talk: Talk) -> None:
    talk.status("c1", "met", by="South", modality="promised")
    assert talk.value("c1") is Value.UNKNOWN
    talk.status("c1", "met", by="North", modality="denied")
    assert talk.value("c1") is Value.UNMET


def test_what_supports_or_denies_a_report_is_a_voice_too(talk: Talk) -> None:
    report = talk.status("c1", "met", by="South", said="4 Jan 2026")
    other = talk.plain("It is not so", by="A doctor")
    talk.link(other.ref, "denies", report.ref)
    assert talk.value("c1") is Value.CONTESTED
    same = talk.plain("It is so", by="A driver")
    talk.link(same.ref, "supports", report.ref)
    assert len(talk.leaf(GOAL, "c1").reports) == 3


def test_what_was_taken_back_counts_no_more(talk: Talk) -> None:
    report = talk.status("c1", "met")
    back = talk.withdraw(report.ref)
    assert talk.value("c1") is Value.UNKNOWN
    talk.withdraw(back.ref)
    assert talk.value("c1") is Value.MET


def test_a_corrected_report_gives_way_to_the_one_instead_of_it(talk: Talk) -> None:
    wrong = talk.status("c1", "met", said="5 Jan 2026")
    talk.status("c1", "unmet", said="4 Jan 2026", instead_of=wrong.ref)
    assert talk.value("c1") is Value.UNMET


def test_a_condition_that_was_taken_back_stands_in_nobodys_way(desk: Desk) -> None:
    talk = Talk.of(desk, condition("c1", GOAL), condition("c2", GOAL))
    talk.withdraw("c1")
    assert [leaf.ref for leaf in talk.blockers(GOAL).conditions] == ["c2"]


def test_an_unspecified_condition_is_a_question_until_somebody_says_what_it_is(desk: Desk) -> None:
    talk = Talk.of(desk, condition("c1", GOAL, text="when conditions allow"))
    leaf = talk.leaf(GOAL, "c1")
    assert (leaf.vague, leaf.nature, leaf.value) == (True, "unspecified", Value.UNKNOWN)
    assert leaf.question.startswith('To North, who said "when conditions allow"')
    talk.nature("c1", nature="event", throughout="yes", clearers="SUD/A committee")
    leaf = talk.leaf(GOAL, "c1")
    assert (leaf.vague, leaf.nature, leaf.throughout, leaf.clearer_inferred) == (False, "event", True, False)
    assert [whom.words for whom in leaf.who_can_clear] == ["South", "A committee"]


def test_the_picture_and_the_talks_say_the_same(talk: Talk) -> None:
    talk.status("c1", "unmet", by="North", said="3 Jan 2026")
    talk.status("c1", "met", by="South", said="5 Jan 2026")
    (shown,) = talk.desk.picture("bridge", "2026-01-06").conditions
    assert shown.status == talk.value("c1").value == "contested"


def test_every_fault_of_a_status_is_named_and_nothing_is_recorded(talk: Talk) -> None:
    with pytest.raises(CannotBeRecorded) as refused:
        talk.status("c1", "contested", by=" ", said="someday", words=" ")
    assert {finding.where for finding in refused.value.findings} == {"status", "speaker", "said", "text"}
    with pytest.raises(NoSuchCondition):
        talk.status("c9", "met")
    assert talk.leaf(GOAL, "c1").reports == ()
