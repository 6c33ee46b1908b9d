"""Visits and signs of life are kept by their forms: faults stand beside their fields, and what was typed is lost to nobody."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.apps.talks.channelled import SLUG
from tests.apps.talks.holding import ANSWER, NAME, QUESTION, Holding
from tests.cast import Desk
from tests.doors.web.people.registered import signed_in

ROOM = f"/c/{SLUG}/talks/"
VOICE = {"speaker": "An envoy of Westland", "said": "4 Jan 2026"}
RULES = ("all_detainees", "all_premises", "private_interview", "repeat_visits", "registration")
UNSAID = dict.fromkeys((*RULES, "only_they_know", "before_any_offer"), "not_said")


@pytest.fixture
def holding(desk: Desk) -> Holding:
    return Holding.of(desk)


@pytest.fixture
def officer(holding: Holding) -> Client:
    return signed_in(holding.table.desk, "Olga Officer", "write")


def sent(client: Client, what: str, told: dict[str, Any]) -> Any:
    return client.post(f"{ROOM}say/{what}/", {"once": str(uuid4()), **UNSAID, **told}, follow=True)


def test_a_question_its_answer_and_who_looked_are_kept_one_after_the_other(holding: Holding, officer: Client) -> None:
    begun = officer.get(f"{ROOM}say/question/?person={holding.person}").content.decode()
    assert NAME in begun

    told = {"person": str(holding.person), "question": QUESTION, "holder": "Northland", "asked": "2 Jan 2026 09:00"}
    page = sent(officer, "question", {**told, "only_they_know": "kept"}).content.decode()
    assert QUESTION in page
    assert "Nobody says that it was asked before any offer." in page

    proof = holding.proof()
    came = {"proof": str(proof.id), "medium": "letter", "answer": ANSWER, "received": "3 Jan 2026 12:00", **VOICE}
    assert ANSWER in sent(officer, "reply", came).content.decode()

    (answer,) = holding.proof().answers
    looked = {
        "proof": str(proof.id),
        "answer": answer.statement.ref,
        "found": "verified",
        "reason": "Her sister knew it.",
    }
    page = sent(officer, "look", looked).content.decode()
    assert "answered and verified" in page
    assert "let somebody else look too" in page
    assert not holding.proof().open


def test_a_visit_is_kept_with_its_rules_and_each_voice_apart(holding: Holding, officer: Client) -> None:
    told = {"begins": "3 Jan 2026", "place": "The old mill", "visitors": "Ada Envoy\nBen Broker", **VOICE}
    page = sent(officer, "visit", {**told, "private_interview": "not_kept"}).content.decode()
    assert "The old mill" in page
    (visit,) = holding.visits()
    assert visit.accounts[0].rules["private_interview"].value == "not_kept"
    assert [each.words for each in visit.accounts[0].visitors] == ["Ada Envoy", "Ben Broker"]

    other = {"begins": "3 Jan 2026", "place": "The old mill", "speaker": "A guard", "said": "5 Jan 2026"}
    sent(officer, "visit", {**other, "visit": str(visit.id), "private_interview": "kept"})
    (visit,) = holding.visits()
    assert [each.rules["private_interview"].value for each in visit.accounts] == ["not_kept", "kept"]


def test_faults_stand_beside_their_fields_and_what_was_typed_stays(holding: Holding, officer: Client) -> None:
    page = sent(officer, "visit", {"begins": "", "visitors": "Ada Envoy", "ends": "2 Jan 2026", **VOICE})
    words = page.content.decode()
    assert page.status_code == 422
    assert 'id="id_begins-wrong"' in words
    assert 'id="id_place-wrong"' in words
    assert "Ada Envoy" in words

    page = sent(officer, "question", {"person": str(holding.person), "question": QUESTION, "holder": NAME})
    words = page.content.decode()
    assert page.status_code == 422
    assert 'id="id_holder-wrong"' in words
    assert QUESTION in words
    assert holding.proofs().proofs == ()


def test_what_is_refused_is_said_in_the_language_of_the_reader(holding: Holding, officer: Client) -> None:
    officer.cookies["django_language"] = "ar"
    page = sent(
        officer, "visit", {"begins": "7 Jan 2099", "place": "The old mill", "speaker": "", "said": "4 Jan 2026"}
    )

    words = page.content.decode()
    assert page.status_code == 422
    assert "لم يحدث هذا بعد." in words
    assert "هذا مطلوب: املأه." in words
    assert "This visit has not begun" not in words


def test_of_nobody_chosen_the_way_to_the_register_is_shown(holding: Holding, officer: Client) -> None:
    assert f"/c/{SLUG}/people/" in officer.get(f"{ROOM}say/question/").content.decode()
    unknown = officer.get(f"{ROOM}say/question/?person={uuid4()}").content.decode()
    assert "Whom it is about is not chosen." in unknown
    assert "No question for a sign of life is recorded." in officer.get(f"{ROOM}say/reply/").content.decode()
    assert "No question for a sign of life is recorded." in officer.get(f"{ROOM}say/look/").content.decode()


def test_who_may_only_read_is_offered_no_form_and_an_outsider_finds_none(holding: Holding) -> None:
    holding.asks()
    reader = signed_in(holding.table.desk, "Rosa Reader", "read")
    assert "/say/" not in reader.get(f"{ROOM}held/").content.decode()
    for what in ("visit", "question", "reply", "look"):
        assert reader.get(f"{ROOM}say/{what}/").status_code == 403, what
        assert signed_in(holding.table.desk, "Otto Outsider", "").get(f"{ROOM}say/{what}/").status_code == 404, what
