"""What somebody of the desk hears is written down once, corrected, doubted and withdrawn; nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from homeward.ledger import actions, queries
from homeward.ledger.core.heard import Heard, HeardCondition, HeardFigure
from homeward.ledger.core.voices import Reliability, Stance
from homeward.ledger.queries import conditions
from homeward.ledger.queries.views import CaseView, FigureView, StatementView
from homeward.refusals import Refused
from tests.cast import MORNING, Desk, once

CALL = Heard(
    text="Forty are on the list; they may go once the bridge is mended.",
    speaker="the ministry's spokeswoman",
    speaker_kind="unnamed",
    capacity="spokeswoman",
    party="Northland",
    via=("An agency",),
    said="4 Jan 2026 18:30",
    occurred="4 Jan 2026",
    modality="conditional",
    topic="the list",
    figures=(HeardFigure(measure="listed", population="villagers", op="gt", lo="40"),),
    conditions=(HeardCondition(text="the bridge is mended", gates="exit of villagers", demanded_of="Southland"),),
)


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


def write(desk: Desk, case: CaseView, heard: Heard = CALL, key: UUID | None = None) -> actions.Recorded:
    return actions.write_down(case=case, once=key or once(), heard=heard, by=desk.operator, at=MORNING)


def read(desk: Desk, ref: str) -> StatementView:
    return queries.statements.statement(desk.ask("bridge"), ref)


def current(desk: Desk) -> list[FigureView]:
    return queries.figures.current(desk.ask("bridge"))


def test_it_says_who_in_what_capacity_for_whom_via_whom_when_and_how_sure(desk: Desk, case: CaseView) -> None:
    told = read(desk, write(desk, case).ref)

    assert told.speaker and told.speaker.name == "the ministry's spokeswoman" and told.speaker.unnamed
    assert (told.capacity, told.party and told.party.name, told.modality) == ("spokeswoman", "Northland", "conditional")
    assert [(hand.source.name, hand.wording) for hand in told.chain] == [("An agency", "via")]
    assert told.said and told.said.words == "4 Jan 2026 18:30"
    assert [f.words for f in told.figures] == ["more than 40"]
    assert (told.figures[0].lo, told.figures[0].hi) == (41, None)


def test_its_conditions_stand_in_the_picture_and_nobody_has_said_whether_they_are_met(
    desk: Desk, case: CaseView
) -> None:
    write(desk, case)

    ((condition,),) = queries.words.read(desk.ask("bridge"), conditions.conditions(desk.ask("bridge")))

    assert (condition.gates, condition.demanded_of, condition.status) == (
        "exit of villagers",
        ("Southland",),
        "unknown",
    )


def test_sending_the_same_form_twice_records_once(desk: Desk, case: CaseView) -> None:
    key = once()

    assert write(desk, case, key=key).ref == write(desk, case, key=key).ref
    assert queries.statements.find(desk.ask("bridge"), queries.statements.Filters(kind="said.plain")).count == 1


def test_other_words_under_the_same_key_are_refused_and_not_lost_without_a_word(desk: Desk, case: CaseView) -> None:
    key = once()
    ref = write(desk, case, key=key).ref

    with pytest.raises(Refused, match="recorded before with other words"):
        write(desk, case, replace(CALL, text="Nobody is on any list."), key=key)

    assert read(desk, ref).text == CALL.text


def test_a_voice_and_what_it_counts_may_have_one_name(desk: Desk, case: CaseView) -> None:
    counted = HeardFigure(measure="listed", population="Villagers", op="eq", lo="40")

    write(desk, case, replace(CALL, speaker="Villagers", figures=(counted,)))

    asked = desk.ask("bridge")
    assert [population.name for population in queries.figures.all_populations(asked)] == ["Villagers"]
    assert queries.figures.population_named(asked, "Villagers").name == "Villagers"


def test_all_faults_are_told_at_once_each_with_its_field(desk: Desk, case: CaseView) -> None:
    wrong = replace(
        CALL,
        text=" ",
        speaker="",
        said="the other day",
        modality="sure",
        figures=(HeardFigure(measure="", population="villagers", op="range", lo="9", hi="5"),),
        conditions=(HeardCondition(text="x", gates=""),),
    )

    with pytest.raises(actions.CannotBeRecorded) as refused:
        write(desk, case, wrong)

    places = {finding.where for finding in refused.value.findings.faults}
    assert {"text", "speaker", "said", "modality", "figures.0.measure", "conditions.0.gates"} <= places
    assert any(place.startswith("figures.0") and place != "figures.0.measure" for place in places)
    assert queries.statements.find(desk.ask("bridge"), queries.statements.Filters()).count == 0


@pytest.mark.parametrize(
    ("field", "typed"),
    [("said", "6 Jan 2027"), ("text", "with a NUL \0 in it"), ("said", "31 November 2025"), ("text", "x" * 20_001)],
)
def test_what_cannot_be_so_is_refused_with_its_field(desk: Desk, case: CaseView, field: str, typed: str) -> None:
    changed: dict[str, Any] = {field: typed}
    with pytest.raises(actions.CannotBeRecorded) as refused:
        write(desk, case, replace(CALL, **changed))

    assert {finding.where for finding in refused.value.findings.faults} == {field}


def test_numbers_in_other_digits_are_read_and_the_words_of_the_quote_stay(desk: Desk, case: CaseView) -> None:
    heard = replace(
        CALL, text="أكثر من ٤٠", figures=(HeardFigure(measure="listed", population="villagers", op="gt", lo="٤٠"),)
    )

    told = read(desk, write(desk, case, heard).ref)

    assert (told.text, told.figures[0].lo) == ("أكثر من ٤٠", 41)


def test_a_corrected_figure_leaves_the_picture_and_both_stay(desk: Desk, case: CaseView) -> None:
    first = write(desk, case).ref
    better = replace(CALL, figures=(HeardFigure(measure="listed", population="villagers", op="eq", lo="48"),))

    second = actions.correct(
        case=case,
        ref=first,
        figure=1,
        heard=better,
        reason="she counted again",
        once=once(),
        by=desk.operator,
        at=MORNING,
    ).ref

    assert [f.words for f in current(desk)] == ["48"]
    assert read(desk, first).figures[0].standing == "corrected"
    assert read(desk, first).standing == "current"
    assert ("corrects", "out", first) in {(link.stance, link.direction, link.ref) for link in read(desk, second).links}


def test_what_was_recorded_wrongly_is_withdrawn_and_still_there(desk: Desk, case: CaseView) -> None:
    ref = write(desk, case).ref

    actions.withdraw(case=case, ref=ref, reason="another call", once=once(), by=desk.operator, at=MORNING)

    assert read(desk, ref).standing == "retracted"
    assert current(desk) == []
    assert queries.words.last_words(desk.ask("bridge")).ids == ()


def test_a_doubted_statement_counts_on_with_its_doubt(desk: Desk, case: CaseView) -> None:
    ref = write(desk, case).ref

    actions.doubt(case=case, ref=ref, figure=0, reason="hearsay", once=once(), by=desk.operator, at=MORNING)

    assert read(desk, ref).standing == "doubted"
    assert [f.words for f in current(desk)] == ["more than 40"]


def test_one_statement_may_deny_another(desk: Desk, case: CaseView) -> None:
    one, other = write(desk, case).ref, write(desk, case, replace(CALL, text="Nobody is on any list.")).ref

    actions.link(
        case=case,
        ref=other,
        stance=Stance.DENIES,
        to=one,
        reason="their words",
        once=once(),
        by=desk.operator,
        at=MORNING,
    )

    assert ("denies", "in", other) in {(link.stance, link.direction, link.ref) for link in read(desk, one).links}


def test_a_speaker_is_settled_and_speaks_for_that_ones_party_from_then_on(desk: Desk, case: CaseView) -> None:
    ref = write(desk, case).ref
    write(desk, case, replace(CALL, speaker="Anna Vell", speaker_kind="person_in_office", party="Southland"))
    by_name = {source.name: source for source in queries.sources.sources(desk.ask("bridge")).values()}

    actions.settle_speaker(
        case=case,
        source=by_name["the ministry's spokeswoman"].id,
        settled_as=by_name["Anna Vell"].id,
        reason="she said so",
        once=once(),
        by=desk.operator,
        at=MORNING,
    )

    told = read(desk, ref)
    assert told.speaker and told.speaker.settled_as == "Anna Vell"
    assert told.party and told.party.name == "Southland"


def test_a_source_and_a_statement_are_judged_apart_by_a_named_person(desk: Desk, case: CaseView) -> None:
    ref = write(desk, case).ref
    speaker = read(desk, ref).speaker
    assert speaker is not None

    actions.judge_reliability(
        case=case,
        source=speaker.id,
        letter=Reliability.B,
        topic="lists",
        reason="right twice",
        once=once(),
        by=desk.operator,
        at=MORNING,
    )
    actions.judge_credibility(
        case=case, ref=ref, number=3, reason="one origin", once=once(), by=desk.operator, at=MORNING
    )

    told = read(desk, ref)
    assert told.speaker and [(j.mark, j.topic, j.by) for j in told.speaker.reliability] == [("B", "lists", "operator")]
    assert [(j.mark, j.by) for j in told.credibility] == [("3", "operator")]


@pytest.mark.parametrize("reason", ["", "   "])
def test_no_act_without_a_reason(desk: Desk, case: CaseView, reason: str) -> None:
    ref = write(desk, case).ref

    with pytest.raises(Refused):
        actions.withdraw(case=case, ref=ref, reason=reason, once=once(), by=desk.operator, at=MORNING)


def test_drafts_are_their_writers_alone_and_sealed(desk: Desk, case: CaseView) -> None:
    from homeward.access import actions as access
    from homeward.ledger.actions.drafting import save_draft
    from tests.apps.access.test_need_to_know_is_kept_by_the_database import rows

    key = once()
    save_draft(case=case, draft=key, fields={"text": ["a secret word"]}, by=desk.operator, at=MORNING)

    assert [d.fields for d in queries.drafts.drafts(case)] == [{"text": ["a secret word"]}]
    assert b"secret" not in bytes(rows("SELECT box FROM ledger_draft")[0][0])
    access.enter(desk.person("Olga Officer", may="write").id)
    assert queries.drafts.drafts(case) == []


def test_no_two_statements_of_a_case_share_a_short_name(
    desk: Desk, case: CaseView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("homeward.ledger.actions.naming.SHORTEST_NAME", 1)
    calls = {replace(CALL, text=f"Call {n}", conditions=()): once() for n in range(40)}

    names = {write(desk, case, heard, key).ref: heard.text for heard, key in calls.items()}

    assert len(names) == 40
    assert {ref: read(desk, ref).text for ref in names} == names
    assert {write(desk, case, heard, key).ref for heard, key in calls.items()} == set(names)
