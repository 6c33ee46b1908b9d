"""The demonstration case keeps the facts it was rebuilt from (figures, days, speakers, pages) in words of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
REBUILT_FROM = ROOT.parent / "shared" / "cases" / "gaza_2023_11.json"
pytestmark = pytest.mark.skipif(not REBUILT_FROM.exists(), reason=f"needs {REBUILT_FROM.name} in ../shared/cases")

# The one thing that stands as it was said, with its source.
QUOTED = ("as", "soon", "as", "there", "will", "be", "the", "conditions")
RUN = 8


@pytest.fixture(scope="module")
def ours() -> dict[str, Any]:
    case: dict[str, Any] = json.loads((ROOT / "examples" / "gaza_2023_11" / "case.json").read_text(encoding="utf-8"))
    return case


@pytest.fixture(scope="module")
def theirs() -> dict[str, Any]:
    case: dict[str, Any] = json.loads(REBUILT_FROM.read_text(encoding="utf-8"))
    return case


def texts(value: Any) -> Iterator[str]:
    """All texts of a case but the addresses of its pages."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "url":
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def runs(case: dict[str, Any]) -> set[tuple[str, ...]]:
    """All runs of eight words that follow one another in a text of the case."""
    worded = (re.findall(r"\w+", text.lower()) for text in texts(case))
    return {tuple(words[at : at + RUN]) for words in worded for at in range(len(words) - RUN + 1)}


def by_id(items: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in items}


def test_no_eight_words_in_a_row_are_shared(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert runs(ours) & runs(theirs) == {QUOTED}


def test_pages_and_days_are_the_same(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert ours["sources"] == theirs["sources"]
    assert (ours["id"], ours["timezone"]) == (theirs["id"], theirs["timezone"])


def test_every_statement_is_there_with_its_figures(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    facts = ("origin", "via", "said_on", "event_date", "modality", "figures", "corrects", "supersedes", "contradicts")
    rebuilt = by_id(ours["statements"])
    for key, given in by_id(theirs["statements"]).items():
        assert {f: rebuilt[key].get(f) for f in facts} == {f: given.get(f) for f in facts}
        assert set(given["source"]) <= set(rebuilt[key]["source"])


def test_what_was_added_counts_nothing(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    added = by_id(ours["statements"]).keys() - by_id(theirs["statements"]).keys()

    assert added == {"s06", "r08", "r09", "q03", "m02"}
    assert not any(by_id(ours["statements"])[key]["figures"] for key in added)


def test_every_condition_and_rule_is_there(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    facts = ("demanded_by", "demanded_of", "gates", "stated_on", "source")
    rebuilt = by_id(ours["conditions"])
    assert rebuilt.keys() == by_id(theirs["conditions"]).keys()
    for key, given in by_id(theirs["conditions"]).items():
        assert {f: rebuilt[key][f] for f in facts} == {f: given[f] for f in facts}
        assert [h["at"] for h in rebuilt[key].get("history", [])] == [h["at"] for h in given.get("history", [])]
    for mine, given in zip(ours["agreements"], theirs["agreements"], strict=True):
        coded = [(rule["id"], rule["kind"], rule["source"]) for rule in mine["rules"]]
        assert coded == [(rule["id"], rule["kind"], rule["source"]) for rule in given["rules"]]


def test_parties_and_channels_are_there(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert by_id(theirs["parties"]).keys() <= by_id(ours["parties"]).keys()
    for mine, given in zip(ours["channels"], theirs["channels"], strict=True):
        facts = ("id", "name", "parties", "mediators")
        assert {f: mine[f] for f in facts} == {f: given[f] for f in facts}


def test_nobody_is_named_who_was_not_named_there(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    given = {name for text in texts(theirs) for name in re.findall(r"[A-Z][a-z]+", text)}
    speakers = {name for statement in ours["statements"] for name in re.findall(r"[A-Z][a-z]+", statement["speaker"])}

    assert speakers <= given
