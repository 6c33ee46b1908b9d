"""Invented reports, and the short ways in which they are taken in, read and decided in these tests."""

from __future__ import annotations

from uuid import UUID

from homeward.ledger import actions as ledger
from homeward.ledger import queries as ledger_queries
from homeward.ledger.queries.views import CaseView
from homeward.reading import actions, queries
from homeward.reading.queries.views import ProposalView, SheetOfReading
from tests.cast import Desk

REPORT = """Переправа у Вербы

Министерство иностранных дел сообщило, что границу пересекли более 120 человек.
По словам посла Игоря Савина, остальные смогут выехать, только если стороны договорятся о новом окне.
Пресс-секретарь администрации отрицал, что список закрыт.
"""


def opened_case(desk: Desk, slug: str = "verba", compartment: UUID | None = None) -> CaseView:
    """An empty case, in the desk's first compartment unless another is named."""
    with desk.acting() as operator:
        ledger.open_case(
            slug=slug,
            title="Invented case",
            zone_name="Europe/Kyiv",
            compartment=compartment or desk.compartment.id,
            by=operator,
            at=desk.now,
        )
        return ledger_queries.cases.case(slug, compartment=str(compartment or desk.compartment.id))


def received(desk: Desk, case: CaseView, text: str = REPORT, *, read: bool = True, **more: str) -> UUID:
    """A report, taken in by the operator and read by the desk itself."""
    told = {"name": "report.txt", "outlet": "Вестник", "published": "3 Oct 2023", **more}
    with desk.acting() as operator:
        (paper,) = actions.receive(case=case, data=text.encode(), by=operator, at=desk.now, **told)  # type: ignore[arg-type]
    if read:
        actions.read_as_the_desk(document=paper.document, compartment=case.compartment_id, at=desk.now)
    return paper.document


def sheet(desk: Desk, case: CaseView, document: UUID) -> SheetOfReading:
    """The paper as the operator sees it."""
    with desk.acting():
        return queries.sheet(case, document)


def proposed(desk: Desk, case: CaseView, document: UUID, words: str) -> ProposalView:
    """The one proposal with these words."""
    (found,) = [each for each in sheet(desk, case, document).proposals if words in each.heard.text]
    return found
