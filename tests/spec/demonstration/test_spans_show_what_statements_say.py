"""Each span of the demonstration case lies in one of its documents, and shows the numbers its statement carries."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

CASE: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "examples" / "gaza_2023_11" / "case.json").read_text(encoding="utf-8")
)
DOCUMENTS = {document["id"]: document for document in CASE["documents"]}
WITH_SPANS = [statement for statement in CASE["statements"] if statement.get("spans")]

LABEL = "Summary written for this example; not the wording of any outlet."
# Numbers that the texts write as words.
IN_WORDS = {
    "eight": 8,
    "three": 3,
    "five": 5,
    "six": 6,
    "nobody": 0,
    "none": 0,
    "أحدا لم": 0,
}


def numbers(text: str) -> set[int]:
    """All numbers of a text, in digits of any script or in the words above; thousands may be set off by a comma."""
    in_digits = {int(digits) for digits in re.findall(r"\d+", re.sub(r"(?<=\d)[,٬](?=\d{3})", "", text))}
    in_words = {n for word, n in IN_WORDS.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)}
    return in_digits | in_words


def counted(statement: dict[str, Any]) -> set[int]:
    return {figure[end] for figure in statement["figures"] for end in ("lo", "hi") if figure[end] is not None}


def shown(statement: dict[str, Any]) -> str:
    return "\n".join(DOCUMENTS[s["document"]]["text"][s["start"] : s["end"]] for s in statement["spans"])


@pytest.mark.parametrize("statement", WITH_SPANS, ids=lambda statement: statement["id"])
def test_a_span_lies_inside_its_document_and_cuts_no_word(statement: dict[str, Any]) -> None:
    for span in statement["spans"]:
        text = DOCUMENTS[span["document"]]["text"]
        assert 0 <= span["start"] < span["end"] <= len(text)
        piece = text[span["start"] : span["end"]]
        assert piece == piece.strip()
        assert not text[span["start"] - 1].isalnum()
        assert not text[span["end"]].isalnum()


@pytest.mark.parametrize("statement", WITH_SPANS, ids=lambda statement: statement["id"])
def test_the_spans_of_a_statement_show_all_its_figures_and_no_others(statement: dict[str, Any]) -> None:
    assert numbers(shown(statement)) == counted(statement)


@pytest.mark.parametrize("statement", CASE["statements"], ids=lambda statement: statement["id"])
def test_every_figure_of_a_statement_stands_in_its_text(statement: dict[str, Any]) -> None:
    assert counted(statement) <= numbers(statement["text"])


@pytest.mark.parametrize("statement", WITH_SPANS, ids=lambda statement: statement["id"])
def test_a_statement_names_the_source_of_each_document_that_shows_it(statement: dict[str, Any]) -> None:
    assert {DOCUMENTS[span["document"]]["source"] for span in statement["spans"]} <= set(statement["source"])


@pytest.mark.parametrize("document", CASE["documents"], ids=lambda document: document["id"])
def test_a_document_says_at_its_head_that_it_is_a_summary_of_ours(document: dict[str, Any]) -> None:
    assert LABEL in document["text"].split("\n\n")[0]
    assert document["source"] in CASE["sources"]
    assert 140 <= len(document["text"].split()) <= 350


def test_three_scripts_are_read() -> None:
    first_letters = {
        "en": r"[A-Za-z]",
        "ru": r"[\u0400-\u04ff]",
        "ar": r"[\u0600-\u06ff]",
    }
    assert {document["language"] for document in CASE["documents"]} == set(first_letters)
    for document in CASE["documents"]:
        # A page gives the text the direction of its first strong letter.
        assert re.match(first_letters[document["language"]], document["text"])


def test_the_vague_condition_is_kept_as_it_was_said() -> None:
    words = '"as soon as there will be the conditions"'
    vague = [condition for condition in CASE["conditions"] if condition["text"] == words]
    (said,) = (statement for statement in CASE["statements"] if statement["origin"] == "marzouk-1028")

    assert [condition["id"] for condition in vague] == ["c5"]
    assert words in said["text"]
    assert words in shown(said)


def test_five_hundred_and_nine_hundred_are_one_utterance_and_its_part() -> None:
    (said,) = (statement for statement in CASE["statements"] if statement["id"] == "s02")
    whole, part = said["figures"]

    assert said["origin"] == "zaripova-1101"
    assert (whole["op"], whole["lo"], whole["hi"]) == (">", 900, None)
    assert (part["op"], part["lo"], part["hi"]) == (">", 500, None)
    assert part["part_of"] == whole["population"]
    assert len(said["spans"]) == 1


def test_eight_returns_are_possible_and_never_done() -> None:
    eights = [
        (statement["id"], figure["measure"], figure["kind"])
        for statement in CASE["statements"]
        for figure in statement["figures"]
        if 8 in (figure["lo"], figure["hi"])
    ]

    assert eights == [("h01", "requested", "list"), ("h07", "possible release", "plan")]


def test_nothing_points_outside_the_file() -> None:
    parties = {party["id"] for party in CASE["parties"]}
    for part in ("documents", "parties", "channels", "agreements", "conditions", "statements"):
        ids = [item["id"] for item in CASE[part]]
        assert len(ids) == len(set(ids))
    for statement in CASE["statements"]:
        assert set(statement["source"]) <= set(CASE["sources"])
        assert statement.get("party", "RU") in parties
    for channel in CASE["channels"]:
        assert {*channel["parties"], *channel["mediators"]} <= parties
