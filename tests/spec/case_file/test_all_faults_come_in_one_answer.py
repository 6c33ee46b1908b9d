"""Whoever mends a file should have to mend it once: nothing stops at the first fault, and nothing is raised."""

from __future__ import annotations

import json

import pytest

from homeward.ledger.formats import case1
from tests.spec.case_file.files import WHOLE, changed, findings_of, found, told


def test_faults_of_all_parts_are_gathered() -> None:
    findings = found(
        (("timezone",), "nowhere"),
        (("colour",), "red"),
        (("sources", "wire1", "outlet"), ""),
        (("channels", 0, "parties", 0), "XXX"),
        (("statements", 0, "figures", 0, "hi"), 1),
        (("statements", 1, "modality"), "sung"),
        (("statements", 1, "source"), "nobody"),
    )

    assert sorted(told(findings)) == [
        ("fault", "empty", "sources.wire1.outlet"),
        ("fault", "lo-above-hi", "statements[0].figures[0]"),
        ("fault", "unknown-field", "colour"),
        ("fault", "unknown-modality", "statements[1].modality"),
        ("fault", "unknown-party", "channels[0].parties"),
        ("fault", "unknown-source", "statements[1].source"),
        ("fault", "unknown-zone", "timezone"),
    ]


def test_faults_of_the_text_stand_beside_those_of_its_content() -> None:
    text = json.dumps(changed((("channels", 0, "parties", 0), "XXX")))
    text = text.replace('"lo": 500', '"lo": NaN').replace('"topic": "drivers"', '"topic": "a", "topic": "b"')
    text = text.replace("counted at the gate", "counted\\u0000at the gate")

    findings = findings_of(text.encode())

    assert [(fault.code, fault.where.partition(" ")[0]) for fault in findings.faults] == [
        ("not-a-number", "statements[0].figures[0].lo"),
        ("duplicate-key", "statements[0].topic"),
        ("nul", "statements[1].note"),
        ("unknown-party", "channels[0].parties"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "syntax"),
        (b"{", "syntax"),
        (b"not json", "syntax"),
        (b"[]", "wrong-type"),
        (b"null", "wrong-type"),
        (b'"case/1"', "wrong-type"),
        (b'{"schema": "case/1", "a": 1e400}', "number-too-long"),
        (b'{"schema": "case/1", "id": Infinity}', "not-a-number"),
        (b'{"schema": "case/1", "id": "\xff"}', "not-utf8"),
        (b'{"schema": "case/1", "id": "\\ud800"}', "surrogate"),
        (b'{"schema": "case/1", "id": "a\x00b"}', "nul"),
        (b'{"schema": "case/1", "id": "a", "id": "a"}', "duplicate-key"),
        (b"[" * 100_000, "too-deep"),
    ],
)
def test_what_is_no_case_at_all_is_a_fault_and_never_an_exception(data: bytes, code: str) -> None:
    case, findings = case1.parse(data)

    assert case is None
    assert code in {fault.code for fault in findings.faults}


def test_a_file_of_another_form_is_told_once_and_not_field_by_field() -> None:
    findings = findings_of(b'{"schema": "crossing-instance/1", "people": [], "seats": 4, "windows": []}')

    assert told(findings) == [("fault", "unknown-schema", "schema")]


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    data = json.dumps(WHOLE).encode()

    case, findings = case1.parse(data, limit=len(data) - 1)

    assert case is None
    assert [fault.code for fault in findings.faults] == ["too-large"]
