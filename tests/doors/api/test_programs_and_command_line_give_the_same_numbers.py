"""The answer of the interface and that of the command line are one document, from one query, word for word."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from homeward.cli.commands import app
from tests.doors.api.callers import Caller, House

THEN = {"as_of": "2026-01-04T12:00+02:00", "known_at": "2026-01-05"}
OPTIONS = ["--case", "harbour", "--as-of", THEN["as_of"], "--known-at", THEN["known_at"], "--format", "json"]
PAIRS: list[tuple[list[str], str, dict[str, str]]] = [
    (["brief"], "picture", {}),
    (["brief", "--since", "2026-01-02"], "picture", {"since": "2026-01-02"}),
    (["brief", "--by-known"], "picture", {"by": "known"}),
    (["figures"], "figures", {}),
    (["figures", "--population", "citizens on the list"], "figures", {"population": "citizens on the list"}),
    (["statement", "s2"], "statements/s2", {}),
    (["search", "list", "--size", "50"], "statements", {"q": "list"}),
]


@pytest.fixture(scope="module")
def operator(house: House) -> Caller:
    """The operator of the command line, who reads the north as the programs do."""
    from homeward.access import actions as access

    with house.desk.acting() as operator:
        access.grant(actor=operator, compartment=house.north, may_write=True, by=operator, at=house.desk.now)
    return house.token(house.desk.operator, ("read",))


@pytest.mark.parametrize(("words", "address", "asked"), PAIRS, ids=[" ".join(words) for words, _, _ in PAIRS])
def test_the_two_documents_are_one(operator: Caller, words: list[str], address: str, asked: dict[str, str]) -> None:
    printed: dict[str, Any] = json.loads(CliRunner().invoke(app, [*words, *OPTIONS]).stdout)
    answered = operator.answer(f"cases/harbour/{address}", **THEN, **asked)

    for link in ("next", "prev"):
        answered.pop(link, None)
    assert answered == printed
