"""Signs of life and visits on one page of the room: with who said what, who looked, and a line in the log for who was shown."""

from __future__ import annotations

from django.test import Client

from homeward.talks.actions import Rules
from tests.apps.talks.holding import ANSWER, NAME, QUESTION, Holding
from tests.cast import Desk
from tests.doors.web.people.registered import signed_in

PAGE = "/c/crossing-test/talks/held/"


def test_a_question_its_answer_and_a_visit_are_seen_with_who_said_so(desk: Desk) -> None:
    holding = Holding.of(desk)
    officer = signed_in(desk, "Olga Officer", "write")
    assert "No question for a sign of life is recorded." in officer.get(PAGE).content.decode()
    id = holding.asks()
    holding.visited(rules=Rules(private_interview="not_kept"))
    page = officer.get(PAGE).content.decode()
    assert "question is open" in page
    assert "no answer was verified" in page

    holding.answers(id)
    holding.looks(id)
    page = officer.get(PAGE).content.decode()

    for words in (NAME, QUESTION, ANSWER, "answered and verified", "The old mill", "not kept", "Westland"):
        assert words in page, words
    past = officer.get(PAGE, {"as_of": "2026-01-01"}).content.decode()
    assert QUESTION not in past


def test_the_page_reads_in_arabic(desk: Desk) -> None:
    holding = Holding.of(desk)
    holding.asks()
    officer: Client = signed_in(desk, "Olga Officer", "write")
    officer.cookies["django_language"] = "ar"

    assert "أيام بلا إثبات حياة" in officer.get(PAGE).content.decode()


def test_a_narrower_compartment_leaves_no_trace(desk: Desk) -> None:
    holding = Holding.of(desk)
    quiet = holding.table.narrower()
    holding.asks(room=quiet.id)
    holding.visited(room=quiet.id)

    page = signed_in(desk, "Rosa Reader", "read").get(PAGE).content.decode()

    assert QUESTION not in page
    assert "The old mill" not in page
