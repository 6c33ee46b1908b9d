"""What a program does is recorded once, however often it is sent, and shows at once where it belongs."""

from __future__ import annotations

import threading
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections

from tests.doors.api.callers import House, error

SPOKEN: dict[str, Any] = {
    "text": "about forty crossed",
    "speaker": "A guard at the gate",
    "party": "S",
    "via": ["A ferryman"],
    "said": "2026-01-05",
    "modality": "asserted",
    "figures": [{"measure": "crossed", "population": "travellers", "op": "about", "lo": 40, "kind": "flow"}],
    "conditions": [{"text": "calm sea", "gates": "crossing of travellers", "demanded_by": "S"}],
}
REASON = "heard it again"


def written(house: House, **more: Any) -> str:
    response = house.anna.send("cases/bridge/statements", SPOKEN | more)
    assert response.status_code == 201, response.content
    return str(response.json()["statement"])


def test_what_was_heard_is_written_down_with_its_figures_and_conditions(house: House) -> None:
    response = house.anna.send("cases/bridge/statements", SPOKEN)

    recorded = response.json()
    assert response["Location"] == f"/api/cases/bridge/statements/{recorded['statement']}"
    view = house.anna.answer(f"cases/bridge/statements/{recorded['statement']}")
    assert (view["text"], view["speaker"]["name"]) == (SPOKEN["text"], "A guard at the gate")
    assert [hand["source"]["name"] for hand in view["chain"]] == ["A ferryman"]
    assert (view["figures"][0]["lo"], view["figures"][0]["hi"]) == (36, 44)
    assert view["recorded_by"] == "anna"
    assert house.anna.answer(f"cases/bridge/statements/{recorded['conditions'][0]}")["text"] == "calm sea"


def test_sent_again_with_its_key_it_records_nothing_more(house: House) -> None:
    key = uuid4()
    first = house.anna.send("cases/bridge/statements", SPOKEN, key=key)
    count = house.anna.answer("cases/bridge/statements")["count"]

    again = house.anna.send("cases/bridge/statements", SPOKEN, key=key)

    assert again.status_code == 201
    assert again.json()["statement"] == first.json()["statement"]
    assert house.anna.answer("cases/bridge/statements")["count"] == count


def test_sent_twice_at_the_same_moment_it_counts_once(house: House) -> None:
    key, statuses = uuid4(), []
    before = house.anna.answer("cases/bridge/statements", q="simultaneous")["count"]

    def send() -> None:
        statuses.append(
            house.anna.send("cases/bridge/statements", SPOKEN | {"text": "simultaneous"}, key=key).status_code
        )
        connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(statuses) <= {201, 409}
    assert 201 in statuses
    assert house.anna.answer("cases/bridge/statements", q="simultaneous")["count"] == before + 1


def test_faults_of_what_was_heard_are_all_named(house: House) -> None:
    response = house.anna.send(
        "cases/bridge/statements",
        SPOKEN | {"text": "", "said": "soonish", "figures": [SPOKEN["figures"][0] | {"op": "range", "lo": 9, "hi": 3}]},
    )

    assert response.status_code == 422
    assert {"text", "said"} <= {finding["where"] for finding in error(response)["findings"]}
    assert any(finding["where"].startswith("figures") for finding in error(response)["findings"])


def test_a_correction_stands_beside_what_it_corrects(house: House) -> None:
    ref = written(house)

    response = house.anna.send(
        f"cases/bridge/statements/{ref}/corrections",
        {"figure": 1, "reason": REASON, "instead": SPOKEN | {"text": "forty-two crossed", "conditions": []}},
    )

    assert response.status_code == 201, response.content
    new = response.json()["statement"]
    links = house.anna.answer(f"cases/bridge/statements/{ref}")["links"]
    assert [(link["stance"], link["statement"], link["figure"]) for link in links] == [("corrects", new, 1)]


def test_a_withdrawn_statement_stays_and_says_so(house: House) -> None:
    ref = written(house)

    assert house.anna.send(f"cases/bridge/statements/{ref}/withdrawals", {"reason": REASON}).status_code == 201

    assert house.anna.answer(f"cases/bridge/statements/{ref}")["standing"] == "retracted"


def test_a_doubt_a_link_and_marks_show_where_they_belong(house: House) -> None:
    ref, other = written(house), written(house)
    source = house.anna.answer(f"cases/bridge/statements/{ref}")["speaker"]["id"]
    acts: list[tuple[str, dict[str, Any]]] = [
        (f"statements/{ref}/doubts", {"figure": 1, "reason": REASON}),
        (f"statements/{ref}/links", {"stance": "contradicts", "to": other, "reason": REASON}),
        (f"statements/{ref}/credibility", {"number": 3, "reason": REASON}),
        (f"sources/{source}/reliability", {"letter": "B", "topic": "crossings", "reason": REASON}),
    ]

    for address, body in acts:
        assert house.anna.send(f"cases/bridge/{address}", body).status_code == 201, address

    view = house.anna.answer(f"cases/bridge/statements/{ref}")
    assert view["credibility"][0]["mark"] == "3"
    assert "doubts" in {link["stance"] for link in view["links"]}
    marks = house.anna.answer(f"cases/bridge/sources/{source}")["reliability"]
    assert (marks[0]["mark"], marks[0]["by"]) == ("B", "anna")


def test_a_speaker_is_settled_as_another_source(house: House) -> None:
    first = written(house, speaker="The harbour office's spokeswoman")
    second = written(house, speaker="Dalia, harbour office")
    one, other = (house.anna.answer(f"cases/bridge/statements/{ref}")["speaker"]["id"] for ref in (first, second))

    response = house.anna.send(f"cases/bridge/sources/{one}/settlement", {"settled_as": other, "reason": REASON})

    assert response.status_code == 201, response.content
    assert house.anna.answer(f"cases/bridge/sources/{one}")["settled_as"] == "Dalia, harbour office"


def test_populations_are_related_by_a_named_person(house: House) -> None:
    written(house)
    known = {p["name"]: p["id"] for p in house.anna.answer("cases/bridge/populations")["populations"]}

    response = house.anna.send(
        "cases/bridge/population-relations",
        {"part": known["travellers"], "whole": known["all on the list"], "relation": "part_of", "reason": REASON},
    )

    assert response.status_code == 201, response.content


@pytest.mark.parametrize(
    ("address", "body", "where"),
    [
        ("statements/s1/doubts", {"reason": REASON, "figure": 99}, "s1#99"),
        ("statements/s1/links", {"reason": REASON, "stance": "corrects", "to": "s2"}, "stance"),
        (
            "population-relations",
            {"reason": REASON, "part": str(uuid4()), "whole": str(uuid4()), "relation": "equal"},
            "whole",
        ),
        ("statements/s1/withdrawals", {"reason": "   "}, "reason"),
    ],
)
def test_an_act_that_cannot_be_done_says_why(house: House, address: str, body: dict[str, Any], where: str) -> None:
    response = house.anna.send(f"cases/bridge/{address}", body)

    assert response.status_code == 422, response.content
    assert error(response)["where"] == where


def test_a_refused_act_leaves_nothing_behind(house: House) -> None:
    before = house.anna.answer("cases/bridge/sources")["count"]

    refused = house.anna.send("cases/bridge/statements", SPOKEN | {"speaker": "Nobody yet known", "said": "soonish"})

    assert refused.status_code == 422
    assert house.anna.answer("cases/bridge/sources")["count"] == before
