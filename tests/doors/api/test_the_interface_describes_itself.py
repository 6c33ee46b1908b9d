"""The OpenAPI document says what there is, and what it says is so."""

from __future__ import annotations

import json
import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pydantic import BaseModel

from homeward.api.interface import api
from homeward.api.reference import reference
from homeward.api.shapes import figures, lists, me, papers, picture, sent, sources, statements, told
from tests.doors.api.callers import House, harbour
from tests.doors.api.test_hidden_is_missing import BODIES
from tests.grounds.databases import TOP

DOCUMENT: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/")))
OPERATIONS = [(method, path, op) for path, methods in DOCUMENT["paths"].items() for method, op in methods.items()]
IDS = [op["operationId"] for _, _, op in OPERATIONS]


def test_it_is_served_to_anybody_and_names_every_address(house: House) -> None:
    response = Client().get("/api/openapi.json")

    assert response.status_code == 200
    assert response.json() == DOCUMENT
    assert len(IDS) == len(set(IDS)) == 156


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=IDS)
def test_every_operation_says_in_a_sentence_what_it_does(method: str, path: str, operation: dict[str, Any]) -> None:
    assert operation["description"].endswith(".")
    assert operation["tags"]
    assert operation["security"], "each says how one is let in"


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=IDS)
def test_every_parameter_and_every_refusal_is_described(method: str, path: str, operation: dict[str, Any]) -> None:
    for parameter in operation["parameters"]:
        assert parameter["in"] == "path" or parameter.get("description"), parameter["name"]
    needed = {"401", "403", "404", "400", "500"} | ({"413", "415", "422", "409"} if method == "post" else {"304"})
    assert needed <= set(operation["responses"])
    if method == "post":
        assert operation["requestBody"]["content"]["application/json"]


def test_every_form_says_what_it_is_and_the_refusal_shows_an_example() -> None:
    for name, form in DOCUMENT["components"]["schemas"].items():
        assert form.get("description"), name
    assert DOCUMENT["components"]["schemas"]["Refusal"]["example"]["error"]["findings"]


def test_times_and_the_clock_are_shown_by_example() -> None:
    shown = {p["name"]: p for p in _operation("picture")["parameters"]}

    assert "2023-11-04" in json.dumps(shown["as_of"])
    assert "recorded" in json.dumps(DOCUMENT["components"]["schemas"].get("Clock", shown["clock"]))


def test_nothing_of_it_is_loaded_from_elsewhere(house: House) -> None:
    text = json.dumps(DOCUMENT)

    assert "http://" not in text
    assert "https://" not in text
    assert Client().get("/api/docs").status_code == 404


def test_bearer_and_session_are_the_ways_in() -> None:
    ways = DOCUMENT["components"]["securitySchemes"]

    assert {way["type"] for way in ways.values()} == {"http", "apiKey"}
    assert _operation("write_down")["security"] == [{"BearerToken": []}], "a session never writes"


ASKED: list[tuple[str, type[BaseModel], dict[str, str]]] = [
    ("me", me.Me, {}),
    ("cases", sources.Cases, {}),
    ("cases/harbour", sources.OneCase, {}),
    ("cases/harbour/picture", picture.Picture, {}),
    ("cases/harbour/figures", figures.Figures, {}),
    ("cases/harbour/figures", figures.Figures, {"population": "citizens on the list"}),
    ("cases/harbour/populations", figures.Populations, {}),
    ("cases/harbour/statements", statements.Statements, {"size": "2"}),
    ("cases/harbour/statements/s1", statements.OneStatement, {}),
    ("cases/harbour/statements/c1", statements.OneStatement, {}),
    ("cases/harbour/sources", sources.Sources, {}),
    ("cases/harbour/timeline", statements.Timeline, {}),
    ("cases/harbour/papers", papers.Papers, {}),
    ("cases/harbour/lists", lists.Lists, {}),
    ("cases/harbour/lists/aside", lists.Lines, {}),
    ("cases/harbour/changes", statements.Changes, {"since": "2026-01-01"}),
]


@pytest.mark.parametrize(("address", "form", "asked"), ASKED, ids=[f"{a}-{list(q)}" for a, _, q in ASKED])
def test_an_answer_has_the_form_that_is_described(
    house: House, address: str, form: type[BaseModel], asked: dict[str, str]
) -> None:
    form.model_validate(house.anna.answer(address, **asked))


def test_an_answer_with_judgements_spans_and_links_has_the_form_that_is_described(house: House) -> None:
    for act, body in (("doubts", "doubt"), ("credibility", "judge_credibility")):
        assert house.anna.send(f"cases/harbour/statements/s2/{act}", BODIES[body]).status_code == 201

    one = statements.OneStatement.model_validate(house.anna.answer("cases/harbour/statements/s2"))

    assert one.credibility
    assert one.links


def test_refusals_and_acts_have_the_forms_that_are_described(house: House) -> None:
    for response in (
        house.anna.ask("nowhere"),
        house.anna.ask("cases/harbour/statements", page="0"),
        house.anna.send("cases", {"slug": " ", "title": " ", "zone": " "}),
        house.anna.send("case-files", b"{}"),
    ):
        told.Refusal.model_validate(response.json())
    recorded = house.anna.send("cases/harbour/statements", BODIES["write_down"])
    loaded = house.anna.send("case-files", harbour("described", ""), accept_warnings="true")
    opened = house.anna.send("cases", {"slug": uuid4().hex, "title": "Opened", "zone": "UTC"})
    sent.Recorded.model_validate(recorded.json())
    sent.Loaded.model_validate(loaded.json())
    sent.Opened.model_validate(opened.json())


def _operation(name: str) -> dict[str, Any]:
    return next(op for _, _, op in OPERATIONS if op["operationId"] == name)


def test_every_form_that_is_named_is_there() -> None:
    named = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(DOCUMENT)))

    assert named <= set(DOCUMENT["components"]["schemas"])


def test_the_page_of_the_interface_says_what_the_interface_says() -> None:
    written = (TOP / "docs" / "reference" / "api.md").read_text(encoding="utf-8")

    assert written == reference(), "write it anew: python -m homeward.api.reference > docs/reference/api.md"
