"""Reports, gates, natures and the meaning of a goal's words: typed, looked at once more, recorded once, seen on the goal."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from homeward.talks import queries
from homeward.talks.core.values import Value
from tests.cast import Desk, case_of
from tests.doors.web.people.registered import signed_in
from tests.doors.web.seeing.looking import source_of, words_of
from tests.doors.web.talks.conftest import at

SLUG = "crossing-test"
ROOM = f"/c/{SLUG}/talks/"
GOAL = "release of villagers"
VOICE = {"speaker": "An envoy", "said": "4 Jan 2026", "modality": "asserted", "text": "It was so."}


def condition(number: int, text: str, by: str = "N") -> dict[str, Any]:
    of = "S" if by == "N" else "N"
    return {
        "id": f"k{number}", "demanded_by": by, "demanded_of": of, "gates": GOAL, "text": text,
        "stated_on": "2026-01-02", "source": ["wire"],
    }  # fmt: skip


CASE = case_of(
    conditions=[
        condition(1, "the road is open"),
        condition(2, "a list is handed over"),
        condition(3, "guns are silent", "S"),
    ]
)


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.load(CASE, accept_warnings=True)
    return desk


@pytest.fixture
def officer(told: Desk) -> Client:
    return signed_in(told, "Olga Officer", "write")


def press(client: Client, page: str, do: str, once: str = "", **typed: Any) -> HttpResponse:
    return client.post(at(page, room=ROOM, goal=GOAL), {"once": once or str(uuid4()), "do": do, **typed})


def blockers(desk: Desk) -> Any:
    with desk.acting():
        return queries.blockers(desk.ask(SLUG), GOAL)


def value(desk: Desk, ref: str) -> Value:
    found: Value = next(leaf.value for leaf in blockers(desk).conditions if leaf.ref == ref)
    return found


def test_a_report_is_looked_at_once_more_and_then_decides(told: Desk, officer: Client) -> None:
    sent = {**VOICE, "condition": "k1", "status": "met"}
    page = press(officer, "report/", "check", **sent)

    assert page.status_code == 200
    assert "Nothing is recorded yet." in words_of(page)
    assert "k1 · the road is open" in words_of(page)
    assert "read as 4 Jan 2026" in words_of(page)
    assert value(told, "k1") is Value.UNKNOWN

    done = press(officer, "report/", "record", **sent)
    assert done.status_code == 302
    shown = words_of(officer.get(done.headers["Location"]))
    assert value(told, "k1") is Value.MET
    assert "An envoy" in shown
    assert "Undo withdraws it" in shown


def test_back_from_the_check_page_nothing_typed_is_lost(officer: Client) -> None:
    page = source_of(press(officer, "report/", "change", **{**VOICE, "condition": "k1", "status": "met"}))

    assert 'value="An envoy"' in page
    assert "It was so." in page


def test_pressed_twice_it_is_recorded_once(told: Desk, officer: Client) -> None:
    once, sent = str(uuid4()), {**VOICE, "condition": "k1", "status": "unmet"}

    for _ in range(2):
        assert press(officer, "report/", "record", once=once, **sent).status_code == 302
    assert [len(leaf.reports) for leaf in blockers(told).conditions if leaf.ref == "k1"] == [1]


def test_every_fault_stands_beside_its_field(told: Desk, officer: Client) -> None:
    page = press(
        officer, "report/", "check", condition="", status="perhaps", said="", speaker="An envoy", modality="loudly"
    )
    words = words_of(page)

    assert page.status_code == 422
    assert "Error:" in source_of(page).split("</title>")[0]
    assert words.count("Choose one of these.") >= 3
    assert 'value="An envoy"' in source_of(page)

    page = press(
        officer, "report/", "record", **{**VOICE, "condition": "k1", "status": "met", "said": "soon enough", "text": ""}
    )
    assert page.status_code == 422
    assert 'id="id_text-wrong"' in source_of(page)
    assert value(told, "k1") is Value.UNKNOWN


def test_a_gate_puts_conditions_together(told: Desk, officer: Client) -> None:
    sent = {**VOICE, "gates": GOAL, "members": ["k1", "k2"], "op": "any", "edge": "demand", "demanded_by": "Northland"}
    checked = words_of(press(officer, "gate/", "check", **sent))
    assert "one of them is enough" in checked

    done = press(officer, "gate/", "record", **sent)
    assert done.status_code == 302
    (gate,) = [each for each in blockers(told).gates if each.statement is not None]
    assert (gate.op, len(gate.members)) == ("any", 2)
    assert "ANY OF" in words_of(officer.get(done.headers["Location"]))


def test_a_condition_may_wait_for_others(told: Desk, officer: Client) -> None:
    sent = {
        **VOICE,
        "gates": "",
        "before": "k1",
        "members": ["k3"],
        "op": "all",
        "edge": "demand",
        "demanded_by": "Southland",
    }
    assert press(officer, "gate/", "record", **sent).status_code == 302

    assert "It waits for:" in words_of(officer.get(at(room=ROOM, goal=GOAL)))


def test_what_a_gate_cannot_be_is_told_at_its_field(officer: Client) -> None:
    sent = {**VOICE, "gates": GOAL, "members": ["k1", "k2"], "op": "k_of_n", "edge": "demand"}

    words = source_of(press(officer, "gate/", "record", **sent, least="3"))
    assert 'id="id_least-wrong"' in words
    words = words_of(press(officer, "gate/", "check", **sent, least="two or so"))
    assert "Write a whole number" in words
    nobody = source_of(press(officer, "gate/", "record", **{**sent, "members": [], "op": "all"}))
    assert 'href="#id_members_0"' in nobody
    unknown = press(officer, "gate/", "record", **{**sent, "members": ["s99"], "op": "all"})
    assert unknown.status_code == 422


def test_numbers_are_read_in_any_digits(told: Desk, officer: Client) -> None:
    sent = {**VOICE, "gates": GOAL, "members": ["k1", "k2", "k3"], "op": "k_of_n", "edge": "demand", "least": "٢"}
    assert press(officer, "gate/", "record", **sent).status_code == 302

    assert [gate.least for gate in blockers(told).gates if gate.op == "k_of_n"] == [2]


def test_who_could_clear_a_condition_is_no_longer_inferred_once_somebody_said(told: Desk, officer: Client) -> None:
    sent = {
        **VOICE,
        "condition": "k1",
        "nature": "permission",
        "throughout": "yes",
        "clearers": "Southland\nThe bridge guard",
    }
    assert press(officer, "nature/", "record", **sent).status_code == 302

    (leaf,) = [each for each in blockers(told).conditions if each.ref == "k1"]
    assert (leaf.nature, leaf.throughout, leaf.clearer_inferred) == ("permission", True, False)
    shown = words_of(officer.get(at(room=ROOM, goal=GOAL)))
    assert "a permission" in shown
    assert "must hold the whole time" in shown
    assert "The bridge guard" in shown


def test_the_words_of_a_goal_are_settled_with_a_reason(told: Desk, officer: Client) -> None:
    sent = {"goal": GOAL, "action": "release", "population": "villagers", "part_of": "captives"}
    assert press(officer, "settle/", "record", **sent).status_code == 422

    assert press(officer, "settle/", "record", **sent, reason="So they are counted.").status_code == 302
    assert GOAL in words_of(officer.get(at(room=ROOM, goal=GOAL)))


def test_a_form_begins_with_the_condition_and_the_goal_it_was_opened_from(officer: Client) -> None:
    report = source_of(officer.get(at("report/", room=ROOM, goal=GOAL, condition="k2")))
    assert '<option value="k2" selected>' in report
    gate = source_of(officer.get(at("gate/", room=ROOM, goal=GOAL)))
    assert f'value="{GOAL}"' in gate


def test_in_a_case_without_conditions_a_form_says_what_to_do_first(desk: Desk) -> None:
    desk.load(case_of(slug="empty-case"), accept_warnings=True)
    officer = signed_in(desk, "Olga Officer", "write")

    page = words_of(officer.get("/c/empty-case/talks/report/"))
    assert "No condition is recorded in this case." in page
    assert "Nobody has said that anything stands in the way of anything." in words_of(
        officer.get("/c/empty-case/talks/")
    )
