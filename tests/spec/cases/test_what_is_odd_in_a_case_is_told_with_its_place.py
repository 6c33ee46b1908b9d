"""Promises that cannot be, times that run backwards, what stands before itself: each is told with its place, and nothing breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from homeward.ledger.formats import case1
from tests.cast import Desk, case_of
from tests.doors.cli.conftest import Command
from tests.doors.cli.conftest import homeward as homeward
from tests.spec.cases.written import asks, many, owes, said

OWED, RULED, ASKED, PHASE = (
    "agreements[0].obligations[0]",
    "agreements[0].rules[0]",
    "conditions[0]",
    "agreements[0].phases[0]",
)


def agreement(*obligations: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "d",
        "title": "Deal",
        "announced": "2025-12-01",
        "obligations": list(obligations),
        "rules": [],
        **more,
    }


def deal(*obligations: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"agreements": [agreement(*obligations, **more)]}


ODD: list[tuple[dict[str, Any], str, str]] = [
    (deal(owes("o", "N", "release", "people", ratio={"num": 3, "den": 0, "of": "x"})), "zero", f"{OWED}.ratio.den"),
    (deal(owes("o", "N", "release", "people", ratio={"num": 0, "den": 1, "of": "x"})), "no-ratio", f"{OWED}.ratio.num"),
    (deal(owes("o", "N", "release", "people", ratio={"num": 3, "den": -1})), "no-ratio", f"{OWED}.ratio.den"),
    (
        deal(owes("o", "N", "release", "people", ratio_by_category={"child": 0})),
        "no-ratio",
        f"{OWED}.ratio_by_category",
    ),
    (deal(owes("o", "", "release", "people", 5)), "no-bearer", f"{OWED}.bearer"),
    (deal(owes("o", "N", "release", "people", 9, batches=[5, 0, 4])), "no-batch", f"{OWED}.batches[1]"),
    (deal(phases=[{"id": "1", "text": "first", "from": "2025-12-05", "to": "2025-12-03"}]), "backwards", PHASE),
    (deal(actual_start="2025-12-05", actual_end="2025-12-04"), "backwards", "agreements[0].actual_end"),
    (deal(owes("o", "N", "release", window="2025-12-05..2025-12-04")), "backwards", f"{OWED}.window"),
    (
        deal(rules=[{"id": "r", "kind": "extension", "text": "more", "per": 0, "adds": "1 day"}]),
        "no-ratio",
        f"{RULED}.per",
    ),
    ({"conditions": [asks("c", "N", "S", "release", "release", "2025-12-01")]}, "gates-itself", f"{ASKED}.gates"),
    ({"conditions": [asks("c", "N", "S", "c", "calm", "2025-12-01")]}, "gates-itself", f"{ASKED}.gates"),
]


@pytest.mark.parametrize(("parts", "code", "place"), ODD, ids=[f"{code} {place}" for _, code, place in ODD])
def test_what_cannot_be_is_told_with_its_place(parts: dict[str, Any], code: str, place: str) -> None:
    _, findings = case1.parse(json.dumps(case_of(**parts)).encode())

    assert (code, place) in [(each.code, each.where) for each in findings]


def test_a_quantity_below_nought_is_told_with_its_place() -> None:
    _, findings = case1.parse(json.dumps(case_of(**deal(owes("o", "N", "release", "people", -5)))).encode())

    assert [each.where for each in (*findings.faults, *findings.doubts)] == [f"{OWED}.quantity"]


def test_a_status_that_says_neither_is_noted_with_its_place() -> None:
    told = asks("c", "N", "S", "release", "calm", "2025-12-01", history=[{"at": "2025-12-02", "status": "disputed"}])
    _, findings = case1.parse(json.dumps(case_of(conditions=[told])).encode())

    assert [(each.code, each.where) for each in findings.notes if each.code == "status-words"] == [
        ("status-words", f"{ASKED}.history[0].status")
    ]


LOADED = case_of(
    said("s1", "N", "2025-12-03", "60 so far", many("released", "travellers", 60, kind="cumulative")),
    slug="odd",
    agreements=[
        agreement(
            owes("few", "N", "release", "travellers", 50),
            owes("lot", "S", "release", "detainees", ratio={"num": 0, "den": 1, "of": "few"}),
            owes("nobody", "", "release", "fishermen", 4),
            phases=[{"id": "f", "text": "first", "from": "2025-12-05", "to": "2025-12-03"}],
            rules=[{"id": "r", "kind": "extension", "text": "longer", "per": 0, "adds": "1 day"}],
        )
    ],
    conditions=[
        asks("c", "N", "S", "release of the travellers", "release of the travellers", "2025-12-01"),
        asks("g1", "N", "S", "g2", "lists are given", "2025-12-02"),
        asks("g2", "S", "N", "g1", "doctors are let in", "2025-12-02"),
        asks("h", "S", "N", "h", "calm", "2025-12-02"),
    ],
)


def test_a_case_with_all_of_this_is_refused_until_its_doubts_are_accepted_and_answers_with_findings(
    desk: Desk, homeward: Command, tmp_path: Path
) -> None:
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(LOADED))
    refused = homeward("case", "load", str(file))
    assert refused.code == 1 and "agreements[0].phases[0]" in refused.err and "Traceback" not in refused.err

    assert homeward("case", "load", str(file), "--accept-warnings").code == 0
    (view,) = homeward("talks", "agreements", "--case", "odd", "--as-of", "2025-12-04", "--format", "json").document
    owed = {each["ref"]: each for each in view["obligations"]}
    assert {each["code"] for each in view["findings"]} == {"phase-ends-before-it-starts"}
    assert {each["code"] for each in owed["lot"]["findings"]} == {"ratio"}
    assert {each["code"] for each in owed["nobody"]["findings"]} == {"no-bearer"}
    assert owed["few"]["over"]["lo"] == 10
    assert "cannot be told" in view["rules"][0]["comes_to"]

    def blocked(goal: str) -> Any:
        asked = ("--goal", goal, "--as-of", "2025-12-04", "--format", "json")
        return homeward("talks", "blockers", "--case", "odd", *asked).document

    assert "names-its-own" in {each["code"] for each in blocked("release of the travellers")["findings"]}
    assert "gates-itself" in {each["code"] for each in blocked("h")["findings"]}
    (circle,) = blocked("g1")["deadlocks"]
    assert set(blocked("g1")["cycles"][0]) == {"g1", "g2"} and len(circle["ways_out"]) == 5
