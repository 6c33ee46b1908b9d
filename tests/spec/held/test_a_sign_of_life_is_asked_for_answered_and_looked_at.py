"""A question that only the person held can answer, what came back, and who looked at it; days are counted, never guessed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.moments import Interval, Precision
from homeward.people.actions import NamesThePerson, WasForgotten
from homeward.people.queries import NoSuchPerson
from homeward.talks import actions
from homeward.talks.actions import NoSuchProof, Telling
from homeward.talks.core.silence import days_since
from tests.apps.people.registers import named
from tests.apps.talks.holding import ANSWER, NAME, QUESTION, Holding
from tests.flows.opening import dumped, opened
from tests.flows.opening import holding as holds
from tests.grounds.databases import Database

SEALED = ("whitegoat-zzqa", "hillflower-zzqb", "riverstone-zzqc", "oldpaper-zzqd")


def faults(act: Any, *told: Any, **what: Any) -> set[tuple[str, str]]:
    with pytest.raises(CannotBeRecorded) as refused:
        act(*told, **what)
    return {(each.where, each.code) for each in refused.value.findings.faults}


def test_a_question_is_open_until_an_answer_is_verified(holding: Holding) -> None:
    id = holding.asks()
    assert (holding.proof().open, holding.proof().answers) == (True, ())

    holding.answers(id)
    assert holding.proof().open

    holding.looks(id)
    proof = holding.proof()

    assert not proof.open
    assert (proof.question, proof.holder.words, proof.channel_name) == (QUESTION, "Northland", "The Westland channel")
    assert (proof.names, proof.person) == ((NAME,), holding.person)
    (answer,) = proof.answers
    assert (answer.answer, answer.medium.value, answer.verified) == (ANSWER, "letter", True)
    assert answer.looked[0].reason == "Her sister at the riverstone-zzqc knew it too."


def test_an_answer_that_was_found_not_to_be_theirs_leaves_the_question_open(holding: Holding) -> None:
    id = holding.asks()
    holding.answers(id)
    holding.looks(id, found="not_verified", reason="It was another goat.")

    assert holding.proof().open
    assert holding.proofs().silences[0].last is None


def test_the_last_who_looked_counts_and_the_first_stays_in_sight(holding: Holding) -> None:
    id = holding.asks()
    holding.answers(id)
    holding.looks(id)
    holding.looks(id, found="not_verified", reason="The letter was older.", looked="4 Jan 2026 10:00")

    (answer,) = holding.proof().answers

    assert [each.found.value for each in answer.looked] == ["verified", "not_verified"]
    assert not answer.verified


def test_open_questions_come_first_the_longest_open_before_the_others(holding: Holding) -> None:
    done, late, early = holding.asks(), holding.asks(asked="3 Jan 2026"), holding.asks(asked="1 Jan 2026")
    holding.answers(done)
    holding.looks(done)

    assert [each.id for each in holding.proofs().proofs] == [early, late, done]


def test_days_are_counted_from_the_last_verified_answer(holding: Holding) -> None:
    id = holding.asks()
    holding.answers(id)
    holding.looks(id)

    (silence,) = holding.proofs(as_of="2026-01-13").silences

    assert silence.last
    assert (silence.least, silence.most) == (10, 10)


def test_who_never_gave_a_verified_answer_has_no_number_of_days(holding: Holding) -> None:
    id = holding.asks()
    holding.answers(id)

    (silence,) = holding.proofs().silences

    assert (silence.last, silence.least, silence.most) == (None, None, None)


def test_an_answer_dated_vaguely_gives_a_least_and_a_most(holding: Holding) -> None:
    id = holding.asks(asked="1 Dec 2025")
    holding.answers(id, received="Dec 2025")
    holding.looks(id)

    (silence,) = holding.proofs(as_of="2026-01-10").silences

    assert silence.least is not None
    assert silence.most is not None
    assert silence.most - silence.least == 31


def test_as_of_a_past_day_what_came_later_is_not_there(holding: Holding) -> None:
    id = holding.asks()
    holding.answers(id)
    holding.looks(id)

    assert holding.proofs(as_of="2026-01-01").proofs == ()
    assert holding.proof(as_of="2026-01-02").answers == ()
    assert not holding.proof(as_of="2026-01-03").answers[0].looked
    assert holding.proofs(known_at="2026-01-01").proofs == ()


def test_an_answer_counts_from_when_it_came_not_from_when_it_was_said(holding: Holding) -> None:
    id = holding.asks()
    holding.answers(id, received="4 Jan 2026 18:00", voice=Telling(speaker="An envoy", said="3 Jan 2026"))

    assert holding.proof(as_of="2026-01-03").answers == ()
    assert len(holding.proof(as_of="2026-01-04").answers) == 1


def test_who_looks_at_their_own_entry_may_and_is_told(holding: Holding) -> None:
    other = holding.table.desk.person("Agnes Second", may="write")
    id = holding.asks()
    holding.answers(id)

    assert [(each.where, each.code) for each in holding.looks(id).warnings] == [("answer", "own-entry")]
    assert holding.looks(id, other).warnings == ()
    assert [each.own for each in holding.proof().answers[0].looked] == [True, False]
    assert holding.proof().answers[0].looked[1].by == "Agnes Second"


def test_a_question_that_others_could_answer_or_that_follows_an_offer_is_told(holding: Holding) -> None:
    told: dict[str, Any] = {"person": holding.person, "question": QUESTION, "holder": "Northland"}
    done = holding.table.does(actions.ask_proof, **told, only_they_know="not_kept")

    assert [(each.where, each.code) for each in done.warnings] == [
        ("only_they_know", "others-may-know"),
        ("before_any_offer", "after-an-offer"),
    ]
    assert (holding.proof().only_they_know.value, holding.proof().before_any_offer.value) == ("not_kept", "not_said")


def test_the_same_form_sent_again_is_one_and_with_other_words_is_refused(holding: Holding) -> None:
    asked, answered, looked = uuid4(), uuid4(), uuid4()
    id = holding.asks(once=asked, asked="")
    assert holding.asks(once=asked, asked="") == id
    with pytest.raises(RecordedOtherwise):
        holding.asks(once=asked, asked="", question="What else?")
    id = holding.asks()
    assert holding.answers(id, once=answered).ref == holding.answers(id, once=answered).ref
    with pytest.raises(RecordedOtherwise):
        holding.answers(id, once=answered, answer="Another.")
    assert holding.looks(id, once=looked, looked="").ref == holding.looks(id, once=looked, looked="").ref
    assert len(holding.proofs().proofs) == 2


@pytest.mark.parametrize(
    ("told", "where", "code"),
    [
        ({"question": " "}, "question", "empty"),
        ({"question": "x" * 20_001}, "question", "too-long"),
        ({"holder": ""}, "holder", "empty"),
        ({"channel": uuid4()}, "channel", "no-such-channel"),
        ({"asked": "3 Jan 2036"}, "asked", "in-the-future"),
        ({"only_they_know": "maybe"}, "only_they_know", "unknown-word"),
        ({"before_any_offer": "maybe"}, "before_any_offer", "unknown-word"),
    ],
)
def test_a_question_that_cannot_be_is_refused_with_its_field(
    holding: Holding, told: dict[str, Any], where: str, code: str
) -> None:
    assert (where, code) in faults(holding.asks, **told)
    assert holding.proofs().proofs == ()


@pytest.mark.parametrize(
    ("told", "where", "code"),
    [
        ({"answer": ""}, "answer", "empty"),
        ({"medium": "smoke"}, "medium", "unknown-word"),
        ({"received": ""}, "received", "empty"),
        ({"received": "3 Jan 2036"}, "received", "in-the-future"),
        ({"received": "1 Jan 2026"}, "received", "before-the-question"),
        ({"voice": Telling(speaker="", said="")}, "speaker", "empty"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_with_its_field(
    holding: Holding, told: dict[str, Any], where: str, code: str
) -> None:
    id = holding.asks()

    assert (where, code) in faults(holding.answers, id, **told)
    assert holding.proof().answers == ()


def test_nothing_is_verified_before_it_was_answered(holding: Holding) -> None:
    id = holding.asks()

    assert faults(holding.looks, id) == {("proof", "not-answered")}


@pytest.mark.parametrize(
    ("told", "where", "code"),
    [
        ({"found": "surely"}, "found", "unknown-word"),
        ({"reason": ""}, "reason", "empty"),
        ({"answer": "w234567"}, "answer", "no-such-answer"),
        ({"looked": "2 Jan 2026"}, "looked", "before-the-answer"),
        ({"looked": "2 Jan 2036"}, "looked", "in-the-future"),
    ],
)
def test_a_look_that_cannot_be_is_refused_with_its_field(
    holding: Holding, told: dict[str, Any], where: str, code: str
) -> None:
    id = holding.asks()
    holding.answers(id)

    assert (where, code) in faults(holding.looks, id, **told)


def test_nobody_is_asked_for_who_is_not_in_the_register(holding: Holding) -> None:
    with pytest.raises(NoSuchPerson):
        holding.asks(person=uuid4())
    with pytest.raises(NoSuchProof):
        holding.answers(UUID(int=7))


def test_no_word_that_stays_readable_names_the_person(holding: Holding) -> None:
    with pytest.raises(NamesThePerson):
        holding.asks(holder="The cousin of Darvish")
    id = holding.asks()
    with pytest.raises(NamesThePerson):
        holding.answers(id, voice=Telling(speaker="Lamia herself", said="3 Jan 2026"))


def test_who_may_not_see_the_compartment_of_the_question_sees_nothing_of_it(holding: Holding) -> None:
    quiet = holding.table.narrower()
    other = holding.table.desk.person("Rita Reader", may="write")
    id = holding.asks(room=quiet.id)
    holding.answers(id)
    holding.looks(id)

    assert holding.proof().answers[0].verified
    assert (holding.proofs(other).proofs, holding.proofs(other).silences) == ((), ())
    with pytest.raises(NoSuchProof):
        holding.answers(id, other)


def test_one_persons_questions_are_found_alone(holding: Holding) -> None:
    holding.asks()
    another = holding.register.enter(named("Omar Tell"))
    id = holding.asks(person=another)

    assert [each.id for each in holding.proofs(person=another).proofs] == [id]


def test_once_the_person_is_forgotten_question_answer_and_reason_are_closed(
    lasting_holding: Holding, fresh_database: Database
) -> None:
    holding = lasting_holding
    id = holding.asks()
    holding.answers(id, voice=Telling(speaker="An envoy", said="3 Jan 2026", words="It smells of oldpaper-zzqd."))
    holding.looks(id)
    with holding.table.desk.acting():
        before = opened()
    for word in SEALED:
        assert holds(word, before), word
        assert holds(word, dumped(fresh_database)) == []

    holding.register.forgets(holding.person)

    with holding.table.desk.acting():
        after = opened()
    for word in SEALED:
        assert holds(word, after) == []
    proof = holding.proof()
    (answer,) = proof.answers
    assert (proof.question, answer.answer, answer.words, answer.looked[0].reason) == (None, None, None, None)
    assert not proof.open
    with pytest.raises(WasForgotten):
        holding.answers(id)


@given(
    start=st.datetimes(datetime(2020, 1, 1), datetime(2025, 1, 1), timezones=st.just(UTC)),
    length=st.integers(0, 400),
    after=st.integers(0, 4_000),
)
def test_days_hold_every_moment_at_which_the_answer_may_have_come(start: datetime, length: int, after: int) -> None:
    until = start + timedelta(hours=length)
    came = Interval(start, until, Precision.DAY if length else Precision.INSTANT, "")
    as_of = until + timedelta(hours=after)

    least, most = days_since(came, as_of)

    assert least is not None
    assert most is not None
    for hours in (0, length // 2, length):
        assert least <= (as_of - start - timedelta(hours=hours)) // timedelta(days=1) <= most
