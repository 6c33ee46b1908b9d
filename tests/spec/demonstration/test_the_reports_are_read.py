"""The demonstration's reports are read by the built-in reader, and the difference to what people took from them is told."""

from __future__ import annotations

from importlib.resources import files

import pytest

from homeward.cli.text.compared import compared_page
from homeward.cli.text.paper import Paper
from homeward.ledger import actions as ledger
from homeward.ledger.queries import cases
from homeward.reading import actions, queries
from homeward.reading.engines.tagger import FILES, WEIGHTS
from homeward.reading.queries.views import ComparedView
from tests.cast import Desk

CASE = "gaza_2023_11"
pytestmark = pytest.mark.django_db
needs_the_model = pytest.mark.skipif(
    not all((WEIGHTS / file).exists() for file in FILES), reason="the model that reads English is not here"
)


@pytest.fixture
def compared(desk: Desk) -> dict[str, ComparedView]:
    with desk.acting() as operator:
        data = files("homeward").joinpath("examples", CASE, "case.json").read_bytes()
        ledger.load_case(data=data, compartment=desk.compartment.id, accept_warnings=True, by=operator, at=desk.now)
        case = cases.case(CASE)
        for paper in queries.papers(case):
            actions.read(case=case, document=paper.document_id, by=operator, at=desk.now)
        return {paper.title: queries.compared(case, paper.document_id) for paper in queries.papers(case)}


def test_each_report_is_read_in_its_language(compared: dict[str, ComparedView]) -> None:
    languages = {title: each.paper.language for title, each in compared.items()}

    assert languages == {"d-amman": "en", "d-mission": "en", "d-ambassador": "ru", "d-rafah": "ar"}


def test_statements_of_the_ledger_are_known_again_in_the_words_that_show_them(
    compared: dict[str, ComparedView],
) -> None:
    found = {title: sorted(matched.ref for matched in each.found) for title, each in compared.items()}

    assert found["d-rafah"] == ["r07", "r08", "r09"]
    assert found["d-ambassador"] == ["m02", "s04", "s06"]


@needs_the_model
def test_most_of_what_people_took_from_the_english_reports_is_found(compared: dict[str, ComparedView]) -> None:
    english = [compared["d-amman"], compared["d-mission"]]
    found, missed = sum(len(each.found) for each in english), sum(len(each.not_found) for each in english)

    assert found > 2 * missed


def test_nothing_is_read_as_more_sure_than_people_took_it(compared: dict[str, ComparedView]) -> None:
    upgraded = [
        (matched.ref, matched.modality)
        for each in compared.values()
        for matched in each.found
        if matched.proposal.heard.modality == "asserted" and matched.modality not in ("asserted", "reported")
    ]

    assert upgraded == []


def test_the_difference_is_told_paper_by_paper(compared: dict[str, ComparedView]) -> None:
    page = Paper(100, styled=False)

    compared_page(page, list(compared.values()))

    told = page.text()
    assert "of 16 statements that people took from them" in told
    assert "d-rafah (ar): 3 of 3 found" in told
