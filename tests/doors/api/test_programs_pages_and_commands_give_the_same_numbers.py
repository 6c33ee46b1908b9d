"""The answers of the interface, of the command line and of a page are from one query: the same numbers."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from django.test import Client
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


PAGES = ["", "statements/", "statements/s2/", "figures/", "figures/citizens%20on%20the%20list/", "sources/"]


@pytest.mark.parametrize("page", PAGES)
def test_each_page_leads_to_its_answer_for_programs(house: House, page: str) -> None:
    browser = Client()
    browser.force_login(house.anna.actor)

    shown = browser.get(f"/c/harbour/{page}?as_of=2026-01-04T12%3A00%2B02%3A00&known_at=2026-01-05")
    assert shown.status_code == 200, page
    address = html.unescape(re.findall(r'href="(/api/[^"]+)"', shown.content.decode())[0])
    answer = browser.get(address)

    assert answer.status_code == 200, (address, answer.content)
    assert answer.json()["as_of"] == "2026-01-04T10:00:00.000000Z"
    for figure in figures_of(answer.json()):
        assert figure["words"] in shown.content.decode(), figure["ref"]


def figures_of(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The current figures that an answer shows."""
    groups = answer.get("populations", [])
    return [figure for group in groups for figure in group.get("current", [])] + answer.get("figures", [])
