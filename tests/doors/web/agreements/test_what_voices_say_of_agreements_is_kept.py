"""What voices say of agreements is kept by its forms: faults stand beside their fields, and what was said shows at once."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.test import Client

from homeward.talks import queries
from homeward.talks.queries.views import AgreementView
from tests.apps.talks.promised_days import Pause
from tests.doors.web.agreements.conftest import SLUG

ROOM = f"/c/{SLUG}/talks/agreements/"
VOICE = {"speaker": "An envoy of Westland", "said": "4 Jan 2026"}


def sent(client: Client, what: str, told: dict[str, Any]) -> Any:
    return client.post(f"{ROOM}say/{what}/", {"once": str(uuid4()), **VOICE, **told}, follow=True)


def shown(pause: Pause) -> AgreementView:
    with pause.desk.acting():
        return queries.agreement(pause.desk.ask(SLUG, as_of="2026-01-06"), pause.agreement)


def test_a_delivery_in_any_digits_is_kept_and_seen_on_the_page_of_its_agreement(pause: Pause, officer: Client) -> None:
    told = {"obligation": str(pause.lorries), "stage": "distributed", "op": "gt", "lo": "٤٠", "occurred": "2 Jan 2026"}
    page = sent(officer, "delivery", told)

    assert page.status_code == 200
    assert "41 or more" in page.content.decode()
    stages = {each.stage: each.delivered for each in shown(pause).obligations[0].stages}
    assert (stages["distributed"].lo, stages["distributed"].hi) == (41, None)


def test_faults_of_a_delivery_stand_beside_their_fields(pause: Pause, officer: Client) -> None:
    told = {
        "obligation": str(pause.lorries),
        "stage": "entered",
        "op": "eq",
        "lo": "some",
        "said": "",
        "where": "The gate",
    }
    page = sent(officer, "delivery", told)

    words = page.content.decode()
    assert page.status_code == 422
    assert "“some” is not a number" in words or "&quot;some&quot; is not a number" in words
    assert 'value="The gate"' in words


def test_a_complaint_and_its_answer_stand_beside_each_other(pause: Pause, officer: Client) -> None:
    told = {"obligation": str(pause.lorries), "claimant": "Southland", "words": "Half of it was empty."}
    page = sent(officer, "complaint", told)
    assert "Half of it was empty." in page.content.decode()
    claim = next(c for c in shown(pause).obligations[0].claims if c.statement.text == "Half of it was empty.")

    page = sent(officer, "answer", {"complaint": str(claim.id), "answer": "denied", "words": "All were full."})

    assert "All were full." in page.content.decode()


def test_a_turn_and_a_counting_decision_are_kept_as_their_side_announced_them(pause: Pause, officer: Client) -> None:
    turn = {"agreement": str(pause.agreement), "turn": "extended", "until": "9 Jan 2026", "of": "Northland"}
    counting = {"statement": "pd1", "obligation": str(pause.lorries), "on": "1 Jan 2026", "decided_by": "Westland"}
    assert sent(officer, "turn", turn).status_code == 200
    assert sent(officer, "counting", counting).status_code == 200

    view = shown(pause)
    assert [each.by[0].words for each in view.turns] == ["Southland", "Northland"]
    assert view.obligations[0].counting[0].decided_by[0].words == "Westland"


def test_a_turn_without_its_end_is_asked_back(pause: Pause, officer: Client) -> None:
    page = sent(officer, "turn", {"agreement": str(pause.agreement), "turn": "extended"})

    assert page.status_code == 422
    assert "Say until when it is extended." in page.content.decode()


def test_an_agreement_and_what_is_owed_under_it_are_kept(pause: Pause, officer: Client) -> None:
    page = sent(
        officer, "agreement", {"title": "The second pause", "parties": "Northland / Southland", "phases": "1: quiet"}
    )
    assert "The second pause" in page.content.decode()
    with pause.desk.acting():
        made = next(each for each in queries.agreements(pause.desk.ask(SLUG)) if each.title == "The second pause")

    owed = {
        "agreement": str(made.id),
        "bearer": "Southland",
        "action": "release",
        "object": "people",
        "op": "eq",
        "lo": "10",
    }
    page = sent(officer, "obligation", owed)

    assert "release people" in page.content.decode()


def test_the_same_form_sent_twice_records_once(pause: Pause, officer: Client) -> None:
    told = {"once": str(uuid4()), "obligation": str(pause.lorries), "words": "Again nothing.", **VOICE}
    for _ in range(2):
        assert officer.post(f"{ROOM}say/complaint/", told).status_code == 302

    assert [c.statement.text for c in shown(pause).obligations[0].claims].count("Again nothing.") == 1


def test_who_may_not_write_is_shown_no_form(pause: Pause, reader: Client, outsider: Client) -> None:
    assert "/say/" not in reader.get(f"{ROOM}{pause.agreement}/").content.decode()
    assert reader.post(f"{ROOM}say/delivery/", {}).status_code == 403
    assert outsider.get(f"{ROOM}say/delivery/").status_code == 404


def test_what_is_no_kind_of_word_is_not_there_and_in_the_past_forms_are_closed(pause: Pause, officer: Client) -> None:
    assert officer.get(f"{ROOM}say/nothing/").status_code == 404
    assert officer.post(f"{ROOM}say/turn/?as_of=2026-01-02", {}).status_code == 409


def test_a_rule_and_a_power_are_kept_and_what_the_rule_comes_to_is_worked_out(pause: Pause, officer: Client) -> None:
    rule = {"agreement": str(pause.agreement), "kind": "extension", "text": "For each 100 lorries one day more."}
    ties = {"per": "100", "adds": "1 day", "between": [str(pause.lorries)], "interpreter": "Westland"}
    words = sent(officer, "rule", {**rule, **ties}).content.decode()
    assert "For each 100 lorries one day more." in words
    assert "read by" in words
    (made,) = shown(pause).rules
    assert made.told[0].code == "extension"

    power = {"agreement": str(pause.agreement), "holder": "Westland", "power": "inspect", "form": "at the gate"}
    assert "may inspect" in sent(officer, "power", power).content.decode()
    assert [each.holder[0].words for each in shown(pause).powers] == ["Westland"]


def test_a_rule_of_which_nothing_can_be_counted_is_asked_back_with_all_that_was_typed(
    pause: Pause, officer: Client
) -> None:
    told = {"agreement": str(pause.agreement), "kind": "extension", "text": "It may go on.", "interpreter": "Westland"}
    page = sent(officer, "rule", told)

    words = page.content.decode()
    assert page.status_code == 422
    assert 'id="id_per-wrong"' in words
    assert 'value="Westland"' in words
    assert "It may go on." in words
    assert sent(officer, "power", {"agreement": str(pause.agreement), "power": "end", "holder": ""}).status_code == 422
