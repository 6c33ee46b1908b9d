"""A report is sent in, read, and becomes statements over the interface for programs; each act counts once by its key."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from homeward.api.shapes import papers, sent
from homeward.ledger.queries import cases
from homeward.reading import actions
from tests.apps.reading.papers import REPORT
from tests.doors.api.callers import NOW, House, error

BRIDGE = "cases/bridge/papers"


def told(house: House, document: str) -> dict[str, Any]:
    answer: dict[str, Any] = house.anna.answer(f"{BRIDGE}/{document}")
    papers.OnePaper.model_validate(answer)
    return answer


def received(house: House, text: str = REPORT, **more: str) -> str:
    """A report of its own, sent by Anna and read as the worker reads."""
    body = {"text": f"{uuid4()}\n{text}", "outlet": "Вестник", "published": "3 Oct 2023", **more}
    response = house.anna.send(BRIDGE, body)
    assert response.status_code == 201, response.content
    (paper,) = papers.ReceivedReport.model_validate(response.json()).papers
    read(house, paper.document)
    return paper.document


def read(house: House, document: str) -> None:
    actions.read_as_the_desk(document=UUID(document), compartment=house.north.id, at=NOW)


def proposal(house: House, document: str, words: str) -> dict[str, Any]:
    (found,) = [each for each in told(house, document)["proposals"] if words in each["heard"]["text"]]
    return dict(found)


def test_a_text_that_is_sent_waits_for_the_reader_and_is_told_with_what_is_proposed(house: House) -> None:
    document = received(house)

    answer = told(house, document)

    assert (answer["state"], answer["language"], answer["outlets"]) == ("read", "ru", ["Вестник"])
    assert answer["published"]["local"] == "2023-10-03"
    assert answer["text"].endswith(REPORT.strip()) or REPORT.strip() in answer["text"]
    assert answer["open"] == answer["proposed"] == len(answer["proposals"]) >= 3
    one = proposal(house, document, "границу пересекли")
    for place in (*one["source"], *one["cue"], *one["content"]):
        assert answer["text"][place["start"] : place["end"]] == place["text"]
    assert one["reasons"]
    assert one["decision"] is None


def test_a_file_is_sent_as_a_form(house: House) -> None:
    page = f"<!doctype html><html><body><p>{uuid4()} The ministry said that the bridge was open.</p></body></html>"
    file = SimpleUploadedFile("page.html", page.encode(), "text/html")

    response = Client().post(
        f"/api/{BRIDGE}",
        {"file": file, "outlet": "The Herald", "published": "3 Oct 2023"},
        headers={"Authorization": f"Bearer {house.anna.token}"},
    )

    assert response.status_code == 201, response.content
    (paper,) = response.json()["papers"]
    assert response["Location"] == f"/api/{BRIDGE}/{paper['document']}"
    answer = told(house, paper["document"])
    assert (answer["media_type"], answer["outlets"], answer["state"]) == ("text/html", ["The Herald"], "waiting")


def test_sent_again_it_came_before_and_another_outlet_is_kept(house: House) -> None:
    body = {"text": f"{uuid4()} The ministry said that the bridge was open.", "outlet": "The Herald"}
    first = house.anna.send(BRIDGE, body)

    again = house.anna.send(BRIDGE, body)
    other = house.anna.send(BRIDGE, body | {"outlet": "The Star"})

    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 201)
    assert again.json()["papers"][0] | {"new": True} == first.json()["papers"][0]
    assert other.json()["papers"][0]["further_outlet"] == "The Star"
    assert told(house, first.json()["papers"][0]["document"])["outlets"] == ["The Herald", "The Star"]


def test_papers_come_in_pages_the_latest_first(house: House) -> None:
    sent = [received(house, "Посол сообщил, что мост открыт.") for _ in range(3)]

    page = house.anna.answer(BRIDGE, size=2)

    papers.Papers.model_validate(page)
    assert [each["document"] for each in page["papers"]] == [sent[2], sent[1]]
    assert page["pages"] == -(-page["count"] // 2)
    assert page["next"] == f"/api/{BRIDGE}?size=2&page=2"
    assert page["prev"] is None
    assert house.anna.ask(BRIDGE, page=9_000).status_code == 400


def test_what_was_proposed_is_confirmed_refused_and_taken_back(house: House) -> None:
    document = received(house)
    one, other = proposal(house, document, "границу пересекли"), proposal(house, document, "список закрыт")
    address = f"{BRIDGE}/{document}/proposals"

    confirmed = house.anna.send(f"{address}/{one['proposal']}/confirm", {})
    refused = house.anna.send(f"{address}/{other['proposal']}/refuse", {"reason": "A headline."})

    assert (confirmed.status_code, refused.status_code) == (201, 201), confirmed.content
    ref = sent.Recorded.model_validate(confirmed.json()).statement
    assert confirmed["Location"] == f"/api/cases/bridge/statements/{ref}"
    assert papers.Decided.model_validate(refused.json()).verdict == "refused"
    view = house.anna.answer(f"cases/bridge/statements/{ref}")
    assert view["spans"][0]["intact"]
    assert view["recorded_by"] == "anna"
    assert proposal(house, document, "границу пересекли")["decision"]["statement"] == ref

    back = house.anna.send(f"{address}/{one['proposal']}/take-back", {"reason": "a slip"})

    assert back.json()["statement"] == ref
    assert house.anna.answer(f"cases/bridge/statements/{ref}")["standing"] == "retracted"
    assert proposal(house, document, "границу пересекли")["decision"] is None


def test_what_is_told_to_be_heard_can_be_mended_and_sent_back(house: House) -> None:
    document = received(house)
    one = proposal(house, document, "границу пересекли")
    heard = one["heard"] | {"speaker": "МИД", "modality": "reported"}

    response = house.anna.send(f"{BRIDGE}/{document}/proposals/{one['proposal']}/confirm", {"heard": heard})

    assert response.status_code == 201, response.content
    view = house.anna.answer(f"cases/bridge/statements/{response.json()['statement']}")
    assert (view["speaker"]["name"], view["modality"]) == ("МИД", "reported")
    assert view["figures"][0]["lo"] == 121
    decision = proposal(house, document, "границу пересекли")["decision"]
    assert decision["changed"] == ["speaker", "modality"]


def test_places_that_were_put_right_are_what_shows_the_statement(house: House) -> None:
    document = received(house)
    one = proposal(house, document, "границу пересекли")
    text = told(house, document)["text"]
    start = text.index("границу пересекли")
    places = {"content": [{"start": start, "end": start + 17}]}
    address = f"{BRIDGE}/{document}/proposals/{one['proposal']}/confirm"

    nowhere = house.anna.send(address, {"places": {"content": [{"start": 0, "end": 2_000_000}]}})
    response = house.anna.send(address, {"places": places})

    assert nowhere.status_code == 422
    assert response.status_code == 201, response.content
    view = house.anna.answer(f"cases/bridge/statements/{response.json()['statement']}")
    assert "границу пересекли" in view["spans"][0]["exact"]
    assert "places" in proposal(house, document, "границу пересекли")["decision"]["changed"]


def test_an_act_counts_once_by_its_key(house: House) -> None:
    document = received(house)
    one = proposal(house, document, "границу пересекли")
    address, key, back = f"{BRIDGE}/{document}/proposals/{one['proposal']}", uuid4(), uuid4()
    first = house.anna.send(f"{address}/confirm", {}, key=key)

    again = house.anna.send(f"{address}/confirm", {}, key=key)
    house.anna.send(f"{address}/take-back", {}, key=back)
    late = house.anna.send(f"{address}/confirm", {}, key=key)
    second = house.anna.send(f"{address}/confirm", {})
    late_back = house.anna.send(f"{address}/take-back", {}, key=back)

    assert first.content == again.content == late.content
    assert second.json()["statement"] != first.json()["statement"]
    assert late_back.json()["statement"] == first.json()["statement"]
    decision = proposal(house, document, "границу пересекли")["decision"]
    assert decision["statement"] == second.json()["statement"]


def test_what_no_reader_found_is_recorded_with_its_places(house: House) -> None:
    document = received(house, "На мосту ждут сорок автобусов, так это видит дежурный.\n")
    text = told(house, document)["text"]
    start = text.index("На мосту")
    heard = {"text": "На мосту ждут сорок автобусов", "speaker": "дежурный", "said": "2023-10-03"}
    body = {"content": [{"start": start, "end": start + 29}], "heard": heard}

    response = house.anna.send(f"{BRIDGE}/{document}/missed", body)
    nowhere = house.anna.send(f"{BRIDGE}/{document}/missed", body | {"content": [{"start": 5, "end": 90_000}]})

    assert response.status_code == 201, response.content
    (marked,) = [each for each in told(house, document)["proposals"] if each["decision"]]
    assert (marked["decision"]["verdict"], marked["readers"]) == ("missed", [])
    assert nowhere.status_code == 422


def test_somebody_elses_decision_is_told(house: House) -> None:
    document = received(house)
    one = proposal(house, document, "границу пересекли")
    address = f"{BRIDGE}/{document}/proposals/{one['proposal']}"
    clara = house.caller(f"clara {uuid4()}", house.north, write=True)
    assert house.anna.send(f"{address}/confirm", {}).status_code == 201

    for act in ("confirm", "refuse"):
        response = clara.send(f"{address}/{act}", {})
        assert response.status_code == 409, response.content
        assert "meanwhile" in error(response)["message"]


def test_an_act_without_a_key_is_refused(house: House) -> None:
    document = received(house)
    response = Client().post(
        f"/api/{BRIDGE}/{document}/proposals/{uuid4()}/confirm",
        b"{}",
        content_type="application/json",
        headers={"Authorization": f"Bearer {house.anna.token}"},
    )

    assert response.status_code == 400


def test_a_proposal_that_never_was_is_not_there(house: House) -> None:
    document = received(house)

    for act in ("confirm", "refuse"):
        response = house.anna.send(f"{BRIDGE}/{document}/proposals/{uuid4()}/{act}", {})
        assert response.status_code == 404
    assert house.anna.send(f"{BRIDGE}/{document}/proposals/{uuid4()}/take-back", {}).status_code == 422


@pytest.mark.parametrize(
    ("body", "status", "where"),
    [
        ({"text": ""}, 400, "text"),
        ({"text": "x", "colour": "red"}, 400, "colour"),
        ({"text": "The ministry said so.", "published": "soonish"}, 422, "published"),
        ({"text": "The ministry said so.", "url": "javascript:1"}, 422, "url"),
        ({"text": "\u200b \n"}, 422, ""),
        ({"text": "The ministry said so.", "encoding": "rot13"}, 422, ""),
    ],
)
def test_what_cannot_be_taken_in_is_named(house: House, body: dict[str, Any], status: int, where: str) -> None:
    response = house.anna.send(BRIDGE, body)

    assert response.status_code == status, response.content
    assert not where or where in {finding["where"] for finding in error(response)["findings"]}


def test_who_may_only_read_takes_nothing_in_and_decides_nothing(house: House) -> None:
    document = received(house)
    one = proposal(house, document, "границу пересекли")

    assert house.vera.ask(f"{BRIDGE}/{document}").status_code == 200
    assert house.vera.send(BRIDGE, {"text": "The ministry said so."}).status_code == 403
    assert house.vera.send(f"{BRIDGE}/{document}/proposals/{one['proposal']}/confirm", {}).status_code == 403
    reader = house.token(house.anna.actor, ("read",))
    assert reader.send(BRIDGE, {"text": "The ministry said so."}).status_code == 403


def test_the_worker_is_told_of_a_paper_that_was_sent(house: House) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    before = ProcrastinateJob.objects.filter(task_name="reading.read").count()

    house.anna.send(BRIDGE, {"text": f"{uuid4()} The ministry said that the bridge was open."})

    assert ProcrastinateJob.objects.filter(task_name="reading.read").count() == before + 1
    with house.desk.acting(house.anna.actor):
        assert cases.case("bridge").may_write
