"""Bodies are JSON of a bounded size, read strictly: what other readers let pass is a fault with its place."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import override_settings

from tests.doors.api.callers import House, error, harbour

STATEMENTS = "cases/harbour/statements"
SPOKEN: dict[str, Any] = {"text": "words", "speaker": "Somebody", "said": "2026-01-05"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"text": "a", "text": "b"}', "duplicate-key"),
        (b'{"text": NaN}', "not-a-number"),
        (b'{"text": Infinity}', "not-a-number"),
        (b'{"text": 1e400}', "number-too-long"),
        (b'{"text": "a\\u0000b"}', "nul"),
        (b'{"text": "\\ud800"}', "surrogate"),
        (b'{"text": "\xff"}', "not-utf8"),
        (b'{"text": "a\nb"}', "control"),
        (b'{"text": ', "syntax"),
        (b"words", "syntax"),
        (b"[" * 100_000, "too-deep"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "number-too-long"),
    ],
)
@pytest.mark.parametrize("address", [STATEMENTS, "case-files"])
def test_what_is_no_right_json_is_named_with_its_place(house: House, address: str, body: bytes, code: str) -> None:
    response = house.anna.send(address, body)

    assert response.status_code == 400, response.content
    found = error(response)["findings"]
    assert code in {finding["code"] for finding in found}
    assert "line 1, column" in found[0]["where"]


def test_all_places_are_told_at_once(house: House) -> None:
    response = house.anna.send(STATEMENTS, b'{"text": NaN,\n "said": "\\u0000",\n "text": 1}')

    assert [f["where"].split(" (")[-1] for f in error(response)["findings"]] == [
        "line 1, column 10)", "line 2, column 11)", "line 3, column 2)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({"txt": "a"}, "txt"),
        ({"figures": [{"measure": "m", "population": "p", "low": 1}]}, "figures[0].low"),
        ({"figures": [{"measure": "m", "population": "p", "lo": "five"}]}, "figures[0].lo"),
        ({"figures": {}}, "figures"),
        ({"modality": "sure"}, "modality"),
        ({"via": ["a"] * 500}, "via"),
        ({"text": 7}, "text"),
        ({"speaker": None}, "speaker"),
        ({"conditions": [{"text": "t"}]}, "conditions[0].gates"),
    ],
)
def test_a_field_that_is_wrong_is_named_with_its_place(house: House, sent: dict[str, Any], where: str) -> None:
    response = house.anna.send(STATEMENTS, SPOKEN | sent)

    assert response.status_code == 400, response.content
    assert where in {
        finding["where"].removesuffix(".int").removesuffix(".decimal") for finding in error(response)["findings"]
    }


@pytest.mark.parametrize("body", [b"", b"[]", b'"text"', b"null", b"7"])
def test_a_body_of_another_form_is_told_so(house: House, body: bytes) -> None:
    response = house.anna.send(STATEMENTS, body)

    assert response.status_code == 400
    assert error(response)["where"] == "the body"


def test_a_body_that_is_too_large_is_refused_unread(house: House) -> None:
    response = house.anna.send(STATEMENTS, SPOKEN | {"text": "x" * 1_100_000})

    assert response.status_code == 413
    assert "1048576 bytes" in error(response)["instead"]


def test_a_case_file_that_is_too_large_is_refused_unread(house: House) -> None:
    with override_settings(UPLOAD_BYTES=1000, DATA_UPLOAD_MAX_MEMORY_SIZE=1000):
        response = house.anna.send("case-files", harbour("large", ""))

    assert response.status_code == 413


def test_only_json_is_read(house: House) -> None:
    for kind in ("text/csv", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"):
        assert house.anna.send(STATEMENTS, json.dumps(SPOKEN).encode(), kind=kind).status_code == 415


def test_an_act_without_its_key_is_not_done(house: House) -> None:
    response = house.anna._call("POST", STATEMENTS, json.dumps(SPOKEN).encode(), headers={}, asked={})

    assert response.status_code == 400
    assert error(response)["where"] == "Idempotency-Key"


def test_a_key_that_is_no_uuid_is_told_so(house: House) -> None:
    response = house.anna._call(
        "POST", STATEMENTS, json.dumps(SPOKEN).encode(), headers={"Idempotency-Key": "1"}, asked={}
    )

    assert response.status_code == 400
    assert error(response)["where"] == "Idempotency-Key"


def test_ten_megabytes_in_one_field_are_refused(house: House) -> None:
    assert house.anna.send(STATEMENTS, SPOKEN | {"speaker": "x" * 10_000_000}, key=uuid4()).status_code == 413
