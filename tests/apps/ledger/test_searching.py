"""Words are found as they were written, in one case, the latest first, by those who may see them."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from bench import generate
from homeward.ledger import actions, queries
from homeward.ledger.core.entry import Entry
from tests.cast import Desk

SAID = {
    "s1": "Forty patients wait at the northern gate.",
    "s2": "The Gate was opened for patients; O'Neil said so (twice).",
    "s3": "قال المتحدث إن المعبر مفتوح، والحافلات جاهزة.",
    "s4": "Школьники ждут автобусов у ворот",
    "s5": "Nobody waits any more \\ and 'nobody' will.",
}


def case(statements: dict[str, str], slug: str = "words") -> dict[str, Any]:
    return {
        "schema": "case/1", "id": slug, "title": "Words", "timezone": "Asia/Gaza", "about": "", "expect": [],
        "sources": {"n1": {"outlet": "North Wire", "published": "2026-01-02", "url": "https://news.example/1", "kind": "news"}},
        "parties": [], "channels": [], "agreements": [], "conditions": [],
        "statements": [
            {
                "id": id, "origin": id, "speaker": "a border official", "via": [], "said_on": "2026-01-02",
                "event_date": "2026-01-02", "modality": "asserted", "text": text, "figures": [], "source": ["n1"],
            }
            for id, text in statements.items()
        ],
    }  # fmt: skip


def found(desk: Desk, words: str, slug: str = "words", at_most: int = 500) -> list[UUID]:
    return queries.statements.search(desk.ask(slug), words, at_most=at_most)


def refs(desk: Desk, words: str) -> list[str]:
    asked = desk.ask("words")
    views = queries.statements.statements(asked, found(desk, words))
    return [view.ref for view in views if view.kind == "said.plain"]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("patients", ["s2", "s1"]),
        ("PATIENT", ["s2", "s1"]),
        ("north gate", ["s1"]),
        ('"northern gate"', ["s1"]),
        ('"gate northern"', []),
        ("gate -northern", ["s2"]),
        ("-patients", ["s5", "s4", "s3"]),
        ("northern or twice", ["s2", "s1"]),
        ("o'neil", ["s2"]),
        ("المعبر", ["s3"]),
        ("автобус", ["s4"]),
        ("", []),
        ("( & | ! ' :*", []),
        ("thousands", []),
    ],
)
def test_words_are_found_by_their_beginnings_the_latest_first(desk: Desk, typed: str, who: list[str]) -> None:
    with desk.acting():
        desk.load(case(SAID), accept_warnings=True)

        assert refs(desk, typed) == who


def test_no_more_are_found_than_asked_for(desk: Desk) -> None:
    with desk.acting():
        desk.load(case(SAID), accept_warnings=True)

        assert found(desk, "gate", at_most=1) == found(desk, "gate")[:1]


def test_a_long_case_is_searched_to_its_first_part(desk: Desk) -> None:
    size = generate.Size(statements=4_300, populations=4, speakers=5, sources=10, conditions=0, parties=4, words=20)
    with desk.acting() as actor:
        desk.load(case(SAID), accept_warnings=True)
        filler = generate.case(seed=3, size=size)
        actions.load_case(data=filler, compartment=desk.compartment.id, accept_warnings=True, by=actor, at=desk.now)
        desk.load(case({**SAID, "s6": "Patients again."}), accept_warnings=True)

        assert refs(desk, "patients") == ["s6", "s2", "s1"]


def test_another_case_is_not_searched(desk: Desk) -> None:
    with desk.acting():
        desk.load(case(SAID), accept_warnings=True)
        desk.load(case({"s1": "Nothing of the kind."}, "other"), accept_warnings=True)

        assert found(desk, "patients", "other") == []


def test_a_case_is_searched_as_far_as_its_compartments_are_seen(desk: Desk) -> None:
    with desk.acting():
        desk.load(case(SAID), accept_warnings=True)
    reader, outsider = desk.person("Reader", may="read"), desk.person("Outsider")
    with desk.acting(reader):
        everything = found(desk, "gate")
        asked = desk.ask("words")
    with desk.acting(outsider):
        assert queries.statements.search(asked, "gate") == []
    assert len(everything) == 2


@pytest.mark.parametrize(
    "text", ["x" * 2040, "word " * 30_000 + "last", "ж" * 1_020 + " gate", "' '' \\' :1A,2B !&|() <->"]
)
def test_no_text_is_too_strange_to_be_recorded(desk: Desk, text: str) -> None:
    with desk.acting() as actor:
        desk.load(case(SAID), accept_warnings=True)
        about = queries.cases.case("words")
        shared: dict[str, Any] = {"case": about.id, "compartment": desk.compartment.id, "by": actor.id, "at": desk.now}

        assert actions.record([Entry(id=uuid4(), ref="odd", text=text, **shared)]) == 1


def test_words_of_a_large_append_are_sorted_in_at_once(desk: Desk) -> None:
    with desk.acting() as actor:
        filler = generate.case(seed=4, size=generate.Size(statements=1_000))
        actions.load_case(data=filler, compartment=desk.compartment.id, accept_warnings=True, by=actor, at=desk.now)

        assert found(desk, "crossed", "generated-4")
