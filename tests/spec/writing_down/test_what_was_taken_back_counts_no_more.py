"""A withdrawal, a correction, a judgement: whatever the desk did can be withdrawn in turn, and then it is as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from homeward.ledger import actions, queries
from homeward.ledger.core.heard import Heard, HeardFigure
from homeward.ledger.core.voices import Reliability, Stance
from homeward.ledger.queries.views import CaseView
from tests.cast import MORNING, Desk, once

FORTY = Heard(
    text="Forty are on the list.",
    speaker="the spokeswoman",
    said="4 Jan 2026",
    modality="asserted",
    figures=(HeardFigure(measure="listed", population="villagers", lo="40"),),
)
FIFTY = replace(FORTY, figures=(HeardFigure(measure="listed", population="villagers", lo="50"),))


@pytest.fixture
def case(desk: Desk) -> CaseView:
    actions.open_case(
        slug="bridge",
        title="The bridge",
        zone_name="Asia/Gaza",
        compartment=desk.compartment.id,
        by=desk.operator,
        at=MORNING,
    )
    return queries.cases.case("bridge")


@pytest.fixture
def forty(desk: Desk, case: CaseView) -> str:
    return actions.write_down(case=case, once=once(), heard=FORTY, by=desk.operator, at=MORNING).ref


def take_back(desk: Desk, case: CaseView, ref: str) -> str:
    return actions.withdraw(case=case, ref=ref, reason="by mistake", once=once(), by=desk.operator, at=MORNING).ref


def counted(desk: Desk) -> list[str]:
    return [figure.words for figure in queries.figures.current(desk.ask("bridge"))]


@pytest.mark.parametrize("figure", [0, 1])
def test_with_its_correction_withdrawn_a_figure_stands_again(
    desk: Desk, case: CaseView, forty: str, figure: int
) -> None:
    corrected = actions.correct(
        case=case, ref=forty, figure=figure, heard=FIFTY, reason="again", once=once(), by=desk.operator, at=MORNING
    ).ref
    assert counted(desk) == ["50"]

    take_back(desk, case, corrected)

    told = queries.statements.statement(desk.ask("bridge"), forty)
    assert counted(desk) == ["40"]
    assert (told.standing, told.figures[0].standing) == ("current", "current")
    assert queries.statements.statement(desk.ask("bridge"), corrected).links[0].stance == "corrects"


def test_a_withdrawal_that_is_withdrawn_leaves_things_as_they_were(desk: Desk, case: CaseView, forty: str) -> None:
    withdrawal = take_back(desk, case, forty)
    assert counted(desk) == []

    take_back(desk, case, withdrawal)

    assert counted(desk) == ["40"]
    assert queries.statements.statement(desk.ask("bridge"), forty).standing == "current"


def test_a_doubt_and_a_link_are_gone_once_they_are_withdrawn(desk: Desk, case: CaseView, forty: str) -> None:
    other = actions.write_down(
        case=case, once=once(), heard=replace(FORTY, text="None."), by=desk.operator, at=MORNING
    ).ref
    common = {"case": case, "reason": "heard so", "by": desk.operator, "at": MORNING}
    doubt = actions.doubt(ref=forty, figure=0, once=once(), **common).ref
    link = actions.link(ref=other, stance=Stance.DENIES, to=forty, once=once(), **common).ref

    take_back(desk, case, doubt)
    take_back(desk, case, link)

    told = queries.statements.statement(desk.ask("bridge"), forty)
    assert (told.standing, told.links) == ("current", ())
    assert queries.words.linked(desk.ask("bridge"), ("denies",)).ids == ()


def test_a_judgement_and_a_settled_speaker_are_taken_back(desk: Desk, case: CaseView, forty: str) -> None:
    actions.write_down(case=case, once=once(), heard=replace(FORTY, speaker="Anna Vell"), by=desk.operator, at=MORNING)
    by_name = {source.name: source.id for source in queries.sources.sources(desk.ask("bridge")).values()}
    common = {"case": case, "source": by_name["the spokeswoman"], "reason": "so", "by": desk.operator, "at": MORNING}
    judged = actions.judge_reliability(letter=Reliability.B, topic="", once=once(), **common).ref
    settled = actions.settle_speaker(settled_as=by_name["Anna Vell"], once=once(), **common).ref

    take_back(desk, case, judged)
    take_back(desk, case, settled)

    source = queries.sources.source(case, by_name["the spokeswoman"], desk.ask("bridge"))
    assert (source.reliability, source.settled_as) == ((), "")


def test_populations_are_strangers_again(desk: Desk, case: CaseView, forty: str) -> None:
    whole = replace(FORTY, figures=(HeardFigure(measure="listed", population="everybody", lo="90"),))
    actions.write_down(case=case, once=once(), heard=whole, by=desk.operator, at=MORNING)
    ids = {each.name: each.id for each in queries.figures.all_populations(desk.ask("bridge"))}
    related = actions.relate_populations(
        case=case, part=ids["villagers"], whole=ids["everybody"], relation="part_of", reason="so", once=once(),
        by=desk.operator, at=MORNING,
    ).ref  # fmt: skip
    assert queries.figures.populations(desk.ask("bridge")).is_part(str(ids["villagers"]), str(ids["everybody"]))

    take_back(desk, case, related)

    assert not queries.figures.populations(desk.ask("bridge")).is_part(str(ids["villagers"]), str(ids["everybody"]))


def test_what_nobody_holds_any_more_is_still_told(desk: Desk, case: CaseView, forty: str) -> None:
    take_back(desk, case, forty)

    (group,) = queries.figures.groups(desk.ask("bridge"), population="villagers", with_history=True)

    assert group.current == ()
    assert [(figure.words, figure.standing) for figure in group.history] == [("40", "retracted")]


def test_a_history_that_is_cut_says_so(desk: Desk, case: CaseView, forty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("homeward.ledger.queries.figures.grouped.FEWEST", 1)
    monkeypatch.setattr("homeward.ledger.queries.figures.grouped.HISTORY", 1)
    heard = replace(FIFTY, said="5 Jan 2026")
    actions.write_down(case=case, once=once(), heard=heard, by=desk.operator, at=MORNING)

    (group,) = queries.figures.groups(desk.ask("bridge"), population="villagers", with_history=True)

    assert [figure.words for figure in group.history] == ["50"]
    assert group.more
