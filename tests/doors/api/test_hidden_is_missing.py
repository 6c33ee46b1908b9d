"""What an asker may not see is not there: the same answer, to the byte, as for what never was; nothing counts it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from homeward.api.interface import api
from tests.doors.api.callers import CANARY, Caller, House, harbour

HIDDEN, MISSING = "harbour-south", "harbour-nowhr"
REASON = "because it is so"
BODIES: dict[str, dict[str, Any]] = {
    "write_down": {"text": "words", "speaker": "Somebody", "said": "2026-01-05"},
    "correct": {"reason": REASON, "instead": {"text": "words", "speaker": "Somebody", "said": "2026-01-05"}},
    "doubt": {"reason": REASON},
    "withdraw": {"reason": REASON},
    "link": {"stance": "supports", "to": "s2", "reason": REASON},
    "judge_credibility": {"number": 2, "reason": REASON},
    "judge_reliability": {"letter": "B", "reason": REASON},
    "settle_speaker": {"settled_as": str(uuid4()), "reason": REASON},
    "receive_report": {"text": "The ministry said that the bridge was open.", "outlet": "An agency"},
    "confirm_proposal": {"heard": None},
    "refuse_proposal": {"reason": REASON},
    "take_back_decision": {"reason": REASON},
    "confirm_missed": {
        "content": [{"start": 0, "end": 4}],
        "heard": {"text": "words", "speaker": "Somebody", "said": "2026-01-05"},
    },
    "receive_list": {"text": "Name;Born", "authority": "The embassy", "list": "Crossing list"},
    "receive_series": {
        "text": "date,killed\n2026-01-01,4\n",
        "maker": "A ministry",
        "version": "1",
        "downloaded": "2026-01-02",
    },
    "answer_list": {},
    "key_list": {"rows": {}},
    "take_list_in": {},
    "settle_line": {"nobody": "sum"},
    "reopen_line": {"reason": REASON},
    "relate_populations": {"part": str(uuid4()), "whole": str(uuid4()), "relation": "equal", "reason": REASON},
}
TOLD = {"speaker": "Somebody", "said": "2026-01-05"}
BODIES |= {
    "find_people": {"words": "Somebody"},
    "enter_person": {"names": ["Somebody Else"], "told": TOLD},
    "say_of_person": {"names": ["Somebody Else"], "told": TOLD},
    "tell_whereabouts": {"state": "held", "told": TOLD},
    "relate_people": {"relation": "sibling_of", "other": str(uuid4()), "told": TOLD},
    "consent": {"state": "given", "given_by": "person", "scope": ["care"], "told": TOLD},
    "tell_need": {"words": "insulin", "told": TOLD},
    "seek_person": {"told": TOLD},
    "ask_erasure": {"reason": REASON},
    "agree_erasure": {"person": str(uuid4())},
    "judge_pair": {"judgement": "unsure"},
    "take_back_judgement": {"reason": REASON},
}
BODIES |= {
    "read_permission_list": {},
    "ask_for_clearance": {"people": [str(uuid4())], "authority": "The border authority", "purpose": "exit"},
    "tell_permission": {"authority": "The border authority", "state": "granted", "told": TOLD},
    "take_permission_list": {},
    "confirm_permissions": {"statements": ["p222222"]},
    "take_back_clearance": {"statement": "p222222", "reason": REASON},
}
VOICE = {"speaker": "Somebody", "said": "2026-01-05"}
THING = str(UUID(int=8))
BODIES |= {
    "enter_agreement": {"title": "The four days", **VOICE},
    "say_obligation": {"agreement": THING, "action": "release", "bearer": "N", "lo": "50", **VOICE},
    "say_rule": {"agreement": THING, "kind": "lockstep", "text": "batch for batch", **VOICE},
    "say_turn": {"agreement": THING, "turn": "ended", **VOICE},
    "say_power": {"agreement": THING, "power": "extend", "holder": "N", **VOICE},
    "say_delivery": {"obligation": THING, "stage": "listed", "lo": "1", **VOICE},
    "say_counting": {"statement": "s1", **VOICE},
    "say_unkept": {"obligation": THING, **VOICE},
    "answer_unkept": {"claim": THING, "answer": "denied", **VOICE},
}
BODIES |= {
    "name_crossing": {"name": "The bridge"},
    "name_control_point": {"name": "Hall 2", "crossing": THING},
    "tell_crossing_status": {"crossing": THING, "status": "open", **VOICE},
    "announce_window": {
        "crossing": THING,
        "on": "2026-01-06",
        "opens": "08:30",
        "closes": "12:30",
        "capacity": "4",
        **VOICE,
    },
    "agree_quota": {"crossing": THING, "on": "2026-01-06", "nationality": "*", "most": "4", **VOICE},
    "name_pickup": {"name": "The school", "minutes": {}},
    "enter_vehicle": {"name": "Bus 1", "seats": "48"},
    "set_convoy": {"window": THING, "pickup": THING, "departs": "07:30"},
    "list_check": {"name": "Way looked at"},
    "tick_check": {"check": THING, "ticked": "done"},
    "notify_party": {"party": "Northland", "expires": "2026-01-06"},
    "answer_notice": {"answered": "acknowledged", **VOICE},
    "tell_date": {"people": [THING], "window": THING},
    "choose_pickup": {"people": [THING], "pickup": THING},
    "tell_dates": {"families": 1},
    "need_companion": {"person": THING, "any_of": [THING]},
    "keep_apart": {"one": THING, "other": THING},
    "set_crossing_policy": {"weights": {"value.1": "120"}, "reason": REASON},
    "ask_plan": {},
    "stop_crossing_run": {},
}
BODIES |= {
    "forecast_completion": {},
    "forecast_violence": {},
    "forecast_exchange": {"obligation": "o1"},
    "score_told": {},
    "score_forecast": {"truth": "2026-01-09", "said_in": ["s1"]},
    "say_status": {"status": "met", "told": {"words": "words", **VOICE}},
    "say_nature": {"nature": "event", "told": {"words": "words", **VOICE}},
    "say_gate": {"op": "any", "gates": "exit", "members": ["c1"], "told": {"words": "words", **VOICE}},
    "settle_goal": {"goal": "exit of everybody", "action": "exit", "reason": REASON},
    "open_channel": {"name": "The line", "parties": ["Northland", "Southland"]},
    "enter_meeting": {"channel": THING, "begins": "2026-01-03", **VOICE},
    "say_readout": {"side": "Northland", "said": "2026-01-05", "words": "Both lists were agreed."},
    "say_position": {
        "party": "Northland",
        "topic": "Prisoners",
        "stance": "offer",
        "said": "2026-01-05",
        "words": "Ten.",
    },
}
BODIES |= {
    "say_visit": {"begins": "2026-01-03", "place": "The old mill", **VOICE},
    "ask_proof": {"person": THING, "question": "What was the goat called?", "holder": "Northland"},
    "answer_proof": {"medium": "letter", "answer": "Clementine.", "received": "2026-01-05", **VOICE},
    "verify_proof": {"found": "verified", "reason": REASON},
}
NEEDED = {
    "blockers": {"goal": "exit"},
    "clearances_lapsing": {"by": "2026-01-09"},
    "clearance_letter": {"language": "en"},
    "changes": {"since": "2026-01-01"},
    "letter": {"language": "en"},
    "list_difference": {"from": str(UUID(int=8)), "to": str(UUID(int=9))},
}
PAPER = {"document": str(UUID(int=8)), "proposal": str(UUID(int=9)), "person": str(UUID(int=6))}
PAIR = {"one": str(UUID(int=5)), "other": str(UUID(int=6)), "judgement": "j1"}
LISTS = {
    name: str(UUID(int=8))
    for name in (
        "list",
        "version",
        "upload",
        "line",
        "authority",
        "batch",
        "window",
        "notice",
        "run",
        "plan",
        "convoy",
        "forecast",
        "agreement",
        "meeting",
        "agreement",
        "proof",
    )
}


def operations() -> list[tuple[str, str, str]]:
    """Every operation about a case, as the interface itself lists them: its method, address and name."""
    document = api.get_openapi_schema(path_prefix="/api/")
    return [
        (method, path.removeprefix("/api/"), operation["operationId"])
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if "{case}" in path
    ]


def call(caller: Caller, method: str, address: str, name: str) -> HttpResponse:
    if method == "get":
        return caller.ask(address, **NEEDED.get(name, {}))
    return caller.send(address, BODIES[name], key=UUID(int=7))


def filled(path: str, case: str, statement: str = "s1", source: str = "") -> str:
    told = {
        "case": case,
        "statement": statement,
        "source": source or str(UUID(int=7)),
        **PAPER,
        **LISTS,
        **PAIR,
        "asked": "d1",
        "condition": "c1",
        "look": "change",
    }
    for name, value in told.items():
        path = path.replace("{" + name + "}", value)
    return path


@pytest.mark.parametrize(("method", "path", "name"), operations(), ids=lambda value: str(value))
def test_a_case_elsewhere_is_a_case_that_never_was(house: House, method: str, path: str, name: str) -> None:
    with CaptureQueriesContext(connection) as asked_of_hidden:
        hidden = call(house.anna, method, filled(path, HIDDEN), name)
    with CaptureQueriesContext(connection) as asked_of_missing:
        missing = call(house.anna, method, filled(path, MISSING), name)

    assert hidden.status_code == missing.status_code == 404
    assert hidden.content == missing.content
    assert _headers(hidden) == _headers(missing)
    assert len(asked_of_hidden) == len(asked_of_missing)


def test_a_statement_elsewhere_is_a_statement_that_never_was(house: House) -> None:
    with house.desk.acting(house.boris.actor):
        written = json.loads(house.boris.send("cases/bridge/statements", BODIES["write_down"]).content)["statement"]
    assert house.boris.ask(f"cases/bridge/statements/{written}").status_code == 200

    _same(lambda ref: house.anna.ask(f"cases/bridge/statements/{ref}"), written, "w" + "2" * (len(written) - 1))
    _same(lambda ref: house.anna.send(f"cases/bridge/statements/{ref}/doubts", BODIES["doubt"]), written, "w222222")
    _same(
        lambda ref: house.anna.send("cases/bridge/statements/s1/links", {**BODIES["link"], "to": ref}),
        written,
        "w222222",
    )


def test_a_source_elsewhere_is_a_source_that_never_was(house: House) -> None:
    hidden = house.boris.answer("cases/bridge/sources")["sources"][0]["id"]

    _same(lambda id: house.anna.ask(f"cases/bridge/sources/{id}"), hidden, str(uuid4()))
    _same(
        lambda id: house.anna.send(f"cases/bridge/sources/{id}/reliability", BODIES["judge_reliability"]),
        hidden,
        str(uuid4()),
    )
    own = house.anna.answer("cases/bridge/sources")["sources"][0]["id"]
    _same(
        lambda id: house.anna.send(f"cases/bridge/sources/{own}/settlement", {"settled_as": id, "reason": REASON}),
        hidden, str(uuid4()), status=422,
    )  # fmt: skip


def test_a_population_elsewhere_is_a_population_that_never_was(house: House) -> None:
    hidden = house.boris.answer("cases/bridge/populations")["populations"][0]

    _same(lambda name: house.anna.ask("cases/bridge/figures", population=name), hidden["name"], "nobody of this name")
    _same(lambda name: house.anna.ask("cases/bridge/figures", population=name), hidden["id"], str(uuid4()))


def test_a_compartment_elsewhere_is_a_compartment_that_never_was(house: House) -> None:
    case = {"slug": "new", "title": "New", "zone": "UTC"}

    _same(lambda slug: house.anna.send("cases", case, compartment=slug), "south", "nowhr")
    _same(lambda slug: house.anna.send("case-files", harbour("new", ""), compartment=slug), "south", "nowhr")
    _same(lambda slug: house.anna.ask("cases/bridge", compartment=slug), "south", "nowhr")
    _same(lambda id: house.anna.ask("cases/bridge", compartment=id), str(house.south.id), str(uuid4()))


def test_a_paper_elsewhere_is_a_paper_that_never_was(house: House) -> None:
    sent = house.boris.send(
        "cases/bridge/papers", {"text": f"The ministry said that {CANARY} was open.", "outlet": "X"}
    )
    (hidden,) = [paper["document"] for paper in sent.json()["papers"]]
    assert house.boris.ask(f"cases/bridge/papers/{hidden}").status_code == 200

    _same(lambda id: house.anna.ask(f"cases/bridge/papers/{id}"), hidden, str(uuid4()))
    _same(
        lambda id: house.anna.send(f"cases/bridge/papers/{id}/missed", BODIES["confirm_missed"]), hidden, str(uuid4())
    )
    for act, name in (
        ("confirm", "confirm_proposal"),
        ("refuse", "refuse_proposal"),
        ("take-back", "take_back_decision"),
    ):
        _same(
            lambda id, act=act, name=name: house.anna.send(
                f"cases/bridge/papers/{id}/proposals/{uuid4()}/{act}", BODIES[name]
            ),
            hidden,
            str(uuid4()),
        )
    assert hidden not in json.dumps(house.anna.answer("cases/bridge/papers"))
    assert house.anna.answer("cases/bridge/papers")["count"] == 0


def test_the_same_text_elsewhere_is_as_new_as_any(house: House) -> None:
    text = {"text": "The harbour master said that 30 boats had left.", "outlet": "An agency"}
    assert house.boris.send("cases/bridge/papers", text).status_code == 201

    here = house.anna.send("cases/bridge/papers", text)

    assert here.status_code == 201
    assert here.json()["papers"][0]["new"]


def test_filters_by_what_is_elsewhere_find_what_filters_by_nothing_find(house: House) -> None:
    south = house.boris.answer("cases/bridge/statements")["statements"]
    speaker, origin = south[0]["speaker"]["id"], south[0]["origin"]
    party = next(s["party"]["id"] for s in south if s["party"])

    for name, hidden in (("speaker", speaker), ("origin", origin), ("party", party)):
        elsewhere = house.anna.answer("cases/bridge/statements", **{name: hidden})
        nowhere = house.anna.answer("cases/bridge/statements", **{name: str(uuid4())})
        assert elsewhere["count"] == nowhere["count"] == 0
    assert house.anna.answer("cases/bridge/statements", q=CANARY)["count"] == 0
    assert house.boris.answer("cases/bridge/statements", q=CANARY)["count"] > 0


@pytest.mark.parametrize(("method", "path", "name"), operations(), ids=lambda value: str(value))
def test_no_answer_holds_a_word_of_the_other_compartment(house: House, method: str, path: str, name: str) -> None:
    source = house.anna.answer("cases/bridge/sources")["sources"][0]["id"]

    response = call(house.anna, method, filled(path, "bridge", source=source), name)

    assert CANARY not in response.content.decode()
    assert "south" not in response.content.decode()


def test_lists_of_cases_and_compartments_hold_no_others(house: House) -> None:
    assert {case["compartment"] for case in house.anna.answer("cases")["cases"]} == {"north"}
    assert CANARY not in json.dumps(house.anna.answer("cases"))
    assert [c["slug"] for c in house.anna.answer("me")["compartments"]] == ["north"]


def test_what_the_south_writes_changes_no_answer_of_the_north(house: House) -> None:
    addresses = [
        "cases",
        "cases/bridge/picture",
        "cases/bridge/figures",
        "cases/bridge/statements",
        "cases/bridge/sources",
    ]
    times = {"as_of": "2026-02-01", "known_at": "2026-02-01"}
    before = [house.anna.ask(a, **(times if "/" in a else {}))["ETag"] for a in addresses]

    house.boris.send("cases/bridge/statements", {**BODIES["write_down"], "text": f"something else {CANARY}"})
    house.boris.send("cases", {"slug": f"new-{uuid4().hex[:6]}", "title": CANARY, "zone": "UTC"})

    assert [house.anna.ask(a, **(times if "/" in a else {}))["ETag"] for a in addresses] == before


def test_short_names_of_new_statements_do_not_tell_how_many_others_wrote(house: House) -> None:
    def written() -> str:
        return str(json.loads(house.anna.send("cases/bridge/statements", BODIES["write_down"]).content)["statement"])

    assert not {written(), written()} & {f"w{n}" for n in range(10_000)}


def test_who_sees_a_case_and_may_not_write_in_it_is_told_so(house: House) -> None:
    response = house.vera.send("cases/bridge/statements", BODIES["write_down"])

    assert response.status_code == 403
    assert house.vera.send("cases", {"slug": "x", "title": "X", "zone": "UTC"}).status_code == 403
    assert house.vera.send("case-files", harbour("x", ""), compartment="north").status_code == 403


def _same(ask: Callable[[str], HttpResponse], hidden: str, missing: str, *, status: int = 404) -> None:
    one, other = ask(hidden), ask(missing)
    assert one.status_code == other.status_code == status, (one.content, other.content)
    assert one.content == other.content


def _headers(response: HttpResponse) -> dict[str, str]:
    return {name: value for name, value in response.items() if name != "X-Request-Id"}
