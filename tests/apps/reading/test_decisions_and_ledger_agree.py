"""Whatever people confirm, refuse and take back in whatever order, the ledger stands as the last decision says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.ledger import actions as ledger
from homeward.ledger import queries as ledger_queries
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.reading import actions, queries
from tests.apps.reading.papers import opened_case, proposed, received, sheet
from tests.cast import Desk

WORDS = ("границу пересекли", "остальные смогут")
KEYS = UUID(int=1)
ACTS = st.tuples(
    st.sampled_from(["confirm", "confirm otherwise", "refuse", "take back"]),
    st.integers(0, 1),
    st.sampled_from(["operator", "Vera"]),
    st.none() | st.integers(0, 2),
)


@pytest.fixture
def case(desk: Desk) -> CaseView:
    return opened_case(desk)


@settings(max_examples=25)
@given(acts=st.lists(ACTS, min_size=1, max_size=7), number=st.integers(0, 2**64))
def test_any_sequence_of_decisions_leaves_both_in_agreement(
    desk: Desk, case: CaseView, acts: list[tuple[str, int, str, int | None]], number: int
) -> None:
    document = received(desk, case, f"Сводка {number}\n\n" + _report(number))
    proposals = [proposed(desk, case, document, words) for words in WORDS]
    with desk.acting():
        people = {"operator": desk.operator, "Vera": desk.person("Vera", may="write")}

    for verb, which, who, key in acts:
        once = None if key is None else uuid5(KEYS, f"{number}|{verb}|{which}|{who}|{key}")
        proposal = proposals[which]
        mended = replace(proposal.heard, modality="reported")
        with desk.acting(people[who]) as by:
            told = {
                "case": case, "document": document, "proposal": proposal.id, "once": once, "by": by, "at": desk.now,
            }  # fmt: skip
            try:
                match verb:
                    case "confirm":
                        actions.confirm(**told)
                    case "confirm otherwise":
                        actions.confirm(heard=mended, **told)
                    case "refuse":
                        actions.refuse(**told)
                    case "take back":
                        actions.take_back(**told)
            except (actions.DecidedMeanwhile, actions.NothingToTakeBack, RecordedOtherwise):
                pass

    with desk.acting():
        decided = queries.decided(document)
        asked = desk.ask(case.slug)
        acts_told = Statement.objects.filter(case_id=case.id, kind="done.reading_confirmed")
        for proposal in proposals:
            decision = decided.get(proposal.id)
            said = Statement.objects.filter(case_id=case.id, kind="said.plain", text=proposal.heard.text)
            views = {row.ref: ledger_queries.statements.statement(asked, row.ref) for row in said if _of(row, document)}
            current = [ref for ref, view in views.items() if view.standing == "current"]
            assert current == ([decision.ref] if decision and decision.verdict == "confirmed" else [])
        written = Statement.objects.filter(case_id=case.id, kind="said.plain")
        assert acts_told.count() == written.count(), "each statement that was read names its reader"
    assert {each.decision.ref for each in sheet(desk, case, document).proposals if each.decision} == {
        each.ref for each in decided.values()
    }


def _report(number: int) -> str:
    return (
        f"Министерство иностранных дел сообщило, что границу пересекли более {number % 900 + 100} человек.\n"
        "По словам посла Игоря Савина, остальные смогут выехать, только если стороны договорятся о новом окне.\n"
    )


def _of(row: Statement, document: UUID) -> bool:
    from homeward.ledger.models import SpanRow

    return SpanRow.objects.filter(statement_id=row.id, document_id=document).exists()


def test_a_key_counts_once_also_after_it_was_taken_back(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, WORDS[0]).id
    told = {"case": case, "document": document, "proposal": proposal, "at": desk.now}
    one, two, three = (uuid5(KEYS, name) for name in ("one", "two", "three"))

    with desk.acting() as by:
        first = actions.confirm(once=one, by=by, **told)
        assert actions.take_back(once=two, by=by, **told) == first.ref
        late = actions.confirm(once=one, by=by, **told)
        assert late.ref == first.ref, "the first press, which came late once more"
        second = actions.confirm(once=three, by=by, **told)
        assert actions.take_back(once=two, by=by, **told) == first.ref

    decision = proposed(desk, case, document, WORDS[0]).decision
    assert decision
    assert (decision.verdict, decision.ref) == ("confirmed", second.ref)


def test_conditions_are_withdrawn_with_the_statement_they_stand_in(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, "остальные смогут")
    assert proposal.heard.conditions

    with desk.acting() as by:
        told = {"case": case, "document": document, "proposal": proposal.id, "by": by, "at": desk.now}
        recorded = actions.confirm(**told)
        assert actions.confirm(**told) == recorded, "the same press again"
        actions.take_back(**told)
        asked = desk.ask(case.slug)
        standing = [
            ledger_queries.statements.statement(asked, ref).standing for ref in (recorded.ref, *recorded.conditions)
        ]

    assert standing == ["retracted", "retracted"]


def test_what_was_confirmed_stays_in_sight_when_a_later_reading_proposes_it_no_more(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, WORDS[0])
    with desk.acting() as by:
        recorded = actions.confirm(case=case, document=document, proposal=proposal.id, by=by, at=desk.now)
        actions.read(case=case, document=document, language="en", by=by, at=desk.now)

    decided = [each for each in sheet(desk, case, document).proposals if each.decision]

    assert [(each.id, each.decision.ref) for each in decided if each.decision] == [(proposal.id, recorded.ref)]


def test_a_reading_that_failed_hides_no_earlier_one(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    before = [each.id for each in sheet(desk, case, document).proposals]
    desk.now += timedelta(seconds=1)

    with desk.acting() as by:
        actions.read(case=case, document=document, language="xx", by=by, at=desk.now)

    told = sheet(desk, case, document)
    assert [each.id for each in told.proposals] == before
    assert (told.paper.state, told.paper.proposed) == ("failed", len(before))
    assert {each.state for each in told.readings} == {"read", "failed"}


def test_a_paper_whose_proposals_are_all_decided_has_none_open(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    with desk.acting() as by:
        actions.read(case=case, document=document, by=by, at=desk.now)
        for each in queries.sheet(case, document).proposals:
            actions.refuse(case=case, document=document, proposal=each.id, by=by, at=desk.now)
        paper = queries.paper(case, document)

    assert (paper.open, paper.refused) == (0, paper.proposed)


def test_a_withdrawal_by_hand_is_no_obstacle_to_taking_back(desk: Desk, case: CaseView) -> None:
    document = received(desk, case)
    proposal = proposed(desk, case, document, WORDS[0]).id
    with desk.acting() as by:
        told = {"case": case, "document": document, "proposal": proposal, "by": by, "at": desk.now}
        recorded = actions.confirm(**told)
        ledger.withdraw(case=case, ref=recorded.ref, reason="by hand", once=uuid5(KEYS, "by hand"), by=by, at=desk.now)
        actions.take_back(**told)
        view = ledger_queries.statements.statement(desk.ask(case.slug), recorded.ref)

    assert view.standing == "retracted"
