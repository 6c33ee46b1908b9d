"""--format json: one document for programs, of the form that others rely on, with the numbers of the text."""

from __future__ import annotations

from typing import Any

import pytest

from homeward.ledger.core.compared import Verdict
from tests.cast import Desk
from tests.doors.cli.conftest import Command

FIGURE = set("statement op lo hi stated unit kind asof window speaker origin outlets said_on text".split())
VERDICTS = {str(verdict) for verdict in Verdict}


@pytest.fixture(scope="module")
def document(gaza: Desk, homeward: Command) -> dict[str, Any]:
    """All figures of the demonstration case at noon of 4 November."""
    done = homeward("figures", "--case", "gaza_2023_11", "--as-of", "2023-11-04T12:00+02:00", "--format", "json")
    assert (done.code, done.err) == (0, "")
    return done.document  # type: ignore[no-any-return]


def group(document: dict[str, Any], population: str) -> dict[str, Any]:
    (found,) = [one for one in document["populations"] if one["population"] == population]
    return found


def figure(document: dict[str, Any], ref: str) -> dict[str, Any]:
    return next(f for one in document["populations"] for f in one["history"] if f["ref"] == ref)


def test_the_question_stands_at_the_top(document: dict[str, Any]) -> None:
    assert (document["case"], document["clock"]) == ("gaza_2023_11", "said")
    assert document["as_of"] == "2023-11-04T10:00:00.000000Z"
    assert document["known_at"].endswith("Z")


def test_every_group_and_figure_has_the_form_that_others_rely_on(document: dict[str, Any]) -> None:
    assert document["faults"] == []
    for one in document["populations"]:
        assert {"population", "measure", "current", "history", "relations", "register", "origins"} <= set(one)
        assert one["register"] is None
        assert set(one["origins"]) == {"lo", "hi"}
        for told in (*one["current"], *one["history"]):
            assert set(told) >= FIGURE
            assert set(told["stated"]) == {"op", "lo", "hi"}
        for relation in one["relations"]:
            assert {"a", "b", "verdict", "why"} <= set(relation) and relation["verdict"] in VERDICTS


def test_more_than_500_is_501_or_more_and_500_as_stated(document: dict[str, Any]) -> None:
    told = figure(document, "s02#2")

    assert (told["lo"], told["hi"], told["op"]) == (501, None, "gt")
    assert told["stated"] == {"op": "gt", "lo": 500, "hi": None}
    assert (told["statement"], told["unit"], told["kind"]) == ("s02", "person", "stock")


def test_days_are_days_of_the_place_and_instants_are_beside(document: dict[str, Any]) -> None:
    told = figure(document, "s02#2")

    assert (told["asof"], told["said_on"], told["window"]) == ("2023-11-01", "2023-11-01", None)
    assert told["said"]["from"] == "2023-10-31T22:00:00.000000Z"
    assert figure(document, "h07#1")["said_on"] == "2023-10-~30"
    assert figure(document, "r07#1")["window"] == "2023-11-01..2023-11-03"


def test_one_origin_has_one_name_however_many_carry_it(document: dict[str, Any]) -> None:
    assert figure(document, "s02#2")["origin"] == figure(document, "s03#1")["origin"]
    assert figure(document, "s02#2")["origin"] != figure(document, "s04#1")["origin"]


def test_rivals_carry_their_verdict(document: dict[str, Any]) -> None:
    verdicts = {
        frozenset((r["a"], r["b"])): r["verdict"] for r in group(document, "Russian citizens on the list")["relations"]
    }

    assert verdicts[frozenset(("s02#2", "s04#1"))] == "compatible"
    assert verdicts[frozenset(("s02#1", "s02#2"))] == "part_of"


def test_one_population_brings_its_history(gaza: Desk, homeward: Command) -> None:
    done = homeward(
        "figures", "--case", "gaza_2023_11", "--population", "Russian citizens on the list", "--format", "json"
    )

    (one,) = done.document["populations"]
    assert [f["ref"] for f in one["history"]] == ["s01#2", "s02#2", "s04#1"]
    assert [f["ref"] for f in one["current"]] == ["s02#2", "s04#1"]


def test_picture_and_figures_agree(gaza: Desk, homeward: Command, document: dict[str, Any]) -> None:
    picture = homeward(
        "brief", "--case", "gaza_2023_11", "--as-of", "2023-11-04T12:00+02:00", "--format", "json"
    ).document

    def shown(answer: dict[str, Any]) -> dict[str, Any]:
        return {f["ref"]: (f["lo"], f["hi"]) for one in answer["populations"] for f in one["current"]}

    assert shown(picture) == shown(document)
    assert set(picture["timeline"]["statements"]) <= set(picture["statements"])


def test_a_statement_shows_everything_that_shows_it(gaza: Desk, homeward: Command) -> None:
    told = homeward("statement", "s02", "--case", "gaza_2023_11", "--format", "json").document

    assert [f["ref"] for f in told["figures"]] == ["s02#1", "s02#2"]
    assert told["spans"] and all(span["intact"] for span in told["spans"])
    assert "s03" in told["shares_origin_with"]


def test_a_search_comes_in_pages(gaza: Desk, homeward: Command) -> None:
    first = homeward("search", "Russian", "--case", "gaza_2023_11", "--size", "2", "--format", "json").document
    second = homeward(
        "search", "Russian", "--case", "gaza_2023_11", "--size", "2", "--page", "2", "--format", "json"
    ).document

    assert first["count"] == second["count"] > 2
    refs = [s["statement"] for s in first["statements"] + second["statements"]]
    assert len(set(refs)) == 4
