"""A paper with sixty proposals costs no query more than one with three, and fifty papers none more than two."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.ledger.queries.views import CaseView
from homeward.reading import actions, queries
from tests.apps.reading.papers import opened_case, received
from tests.cast import Desk

SHEET, PAPERS, SHARING = 20, 3, 62


@pytest.fixture
def case(desk: Desk) -> CaseView:
    return opened_case(desk)


def report(sentences: int, mark: str) -> str:
    lines = [
        f"Министерство {mark} сообщило, что границу номер {number} пересекли более {number + 100} человек."
        for number in range(sentences)
    ]
    return f"Сводка {mark}\n\n" + "\n".join(lines) + "\n"


def test_a_sheet_costs_the_same_for_few_and_for_many_proposals(desk: Desk, case: CaseView) -> None:
    few, many = received(desk, case, report(3, "первая")), received(desk, case, report(60, "вторая"))
    with desk.acting() as by:
        for each in queries.sheet(case, many).proposals[:20]:
            actions.refuse(case=case, document=many, proposal=each.id, by=by, at=desk.now)
        costs = []
        for document in (few, many):
            with CaptureQueriesContext(connection) as asked:
                told = queries.sheet(case, document)
            costs.append((len(told.proposals), len(asked)))

    (fewer, cheap), (more, dear) = costs
    assert more >= 10 * fewer
    assert dear <= cheap + 1, "the names of who decided are one question"
    assert dear <= SHEET


def test_an_inbox_costs_the_same_for_few_and_for_many_papers(desk: Desk, case: CaseView) -> None:
    def cost() -> int:
        with desk.acting(), CaptureQueriesContext(connection) as asked:
            queries.papers(case)
            queries.count(case)
        return len([each for each in asked.captured_queries if "reading_paper" in each["sql"]])

    received(desk, case, report(2, "первая"))
    few = cost()
    for number in range(12):
        received(desk, case, report(2, f"{number}"), read=False)

    assert cost() == few <= PAPERS


def test_confirming_beside_many_near_copies_asks_no_more(desk: Desk, case: CaseView) -> None:
    text = report(12, "общая")
    documents = [received(desk, case, f"Газета {number}\n\n{text}", outlet=f"Газета {number}") for number in range(5)]
    costs = []
    for document in documents:
        with desk.acting() as by:
            proposals = queries.sheet(case, document).proposals
            with CaptureQueriesContext(connection) as asked:
                actions.confirm(case=case, document=document, proposal=proposals[0].id, by=by, at=desk.now)
            for each in proposals[1:6]:
                actions.confirm(case=case, document=document, proposal=each.id, by=by, at=desk.now)
        costs.append(len(asked))

    assert max(costs[1:]) <= costs[1] + 2
    assert max(costs) <= SHARING
