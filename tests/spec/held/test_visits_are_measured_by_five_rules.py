"""Of a visit to people who are held, each voice says of each of the five rules whether it was kept; silence is neither."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.talks import actions, queries
from homeward.talks.actions import Rules, Voice
from tests.apps.talks.channelled import voice
from tests.apps.talks.holding import Holding

MEDIATOR = Voice(speaker="The mediator", said="1 Jan 2026")


def faults(holding: Holding, **what: Any) -> set[tuple[str, str]]:
    with pytest.raises(CannotBeRecorded) as refused:
        holding.visited(**what)
    return {(each.where, each.code) for each in refused.value.findings.faults}


def owed(holding: Holding) -> tuple[Any, Any]:
    does = holding.table.does
    agreement = does(actions.enter_agreement, title="The four days", voice=MEDIATOR).about
    told: dict[str, Any] = {"agreement": agreement, "action": "visit", "bearer": "Northland", "object": "the held"}
    with holding.table.desk.acting() as by:
        act: dict[str, Any] = {"case": holding.table.case(), "once": uuid4(), "by": by, "at": holding.table.desk.now}
        return agreement, actions.say_obligation(**told, voice=MEDIATOR, **act)


def test_each_rule_is_kept_not_kept_or_not_said(holding: Holding) -> None:
    holding.visited(rules=Rules(all_detainees="kept", private_interview="not_kept"), visitors=["The Delegation"])

    (visit,) = holding.visits()
    (account,) = visit.accounts

    assert {rule: told.value for rule, told in account.rules.items()} == {
        "all_detainees": "kept",
        "all_premises": "not_said",
        "private_interview": "not_kept",
        "repeat_visits": "not_said",
        "registration": "not_said",
    }
    assert [each.words for each in account.visitors] == ["The Delegation"]
    assert (account.place, account.statement.speaker and account.statement.speaker.name) == (
        "The old mill", "An envoy of Westland",
    )  # fmt: skip


def test_a_visit_of_which_no_rule_is_told_is_recorded_and_that_is_told(holding: Holding) -> None:
    assert [each.code for each in holding.visited().warnings] == ["no-rule"]
    assert holding.visited(rules=Rules(registration="kept")).warnings == ()


def test_what_two_voices_say_of_one_visit_stays_apart(holding: Holding) -> None:
    first = holding.visited(rules=Rules(private_interview="kept"))
    holding.visited(
        visit=first.about, rules=Rules(private_interview="not_kept"), voice=voice("Southland", said="5 Jan 2026")
    )

    (visit,) = holding.visits()

    assert [each.rules["private_interview"].value for each in visit.accounts] == ["kept", "not_kept"]


def test_a_visit_is_told_for_a_population_without_a_place(holding: Holding) -> None:
    holding.visited(place="", population="the held travellers", holder="Northland")

    (account,) = holding.visits()[0].accounts

    assert (account.place, account.population) == ("", "the held travellers")
    assert [each.words for each in account.holder] == ["Northland"]


def test_a_visit_stands_beside_the_obligation_that_owes_it(holding: Holding) -> None:
    agreement, obligation = owed(holding)
    holding.visited(obligation=obligation.ref)
    holding.visited(place="Another mill")

    (visit,) = holding.visits(obligation=obligation.about)

    assert visit.obligation
    assert visit.agreement
    assert (visit.obligation.id, visit.obligation.words) == (obligation.about, "the held")
    assert (visit.agreement.id, visit.agreement.words) == (agreement, "The four days")


def test_as_of_a_day_only_visits_that_had_begun_are_there(holding: Holding) -> None:
    holding.visited()

    assert holding.visits(as_of="2026-01-02") == ()
    assert len(holding.visits(as_of="2026-01-04")) == 1
    assert holding.visits(known_at="2026-01-01") == ()


def test_the_same_form_is_one_visit_and_another_of_its_key_is_refused(holding: Holding) -> None:
    once = uuid4()
    first = holding.visited(once=once)

    assert holding.visited(once=once).statement == first.statement
    with pytest.raises(RecordedOtherwise):
        holding.visited(once=once, place="Another mill")
    assert len(holding.visits()) == 1


@pytest.mark.parametrize(
    ("told", "where", "code"),
    [
        ({"begins": ""}, "begins", "empty"),
        ({"begins": "someday"}, "begins", "unread-time"),
        ({"begins": "3 Jan 2036"}, "begins", "in-the-future"),
        ({"ends": "3 Jan 2036"}, "ends", "in-the-future"),
        ({"ends": "1 Jan 2026"}, "ends", "ends-before"),
        ({"place": " "}, "place", "empty"),
        ({"rules": Rules(registration="perhaps")}, "registration", "unknown-word"),
        ({"voice": voice(said="1 Jan 2026")}, "said", "before-the-visit"),
        ({"obligation": "w234567"}, "obligation", "no-such-obligation"),
        ({"agreement": "w234567"}, "agreement", "no-such-agreement"),
        ({"visit": uuid4()}, "visit", "no-such-visit"),
        ({"visitors": [f"Visitor {n}" for n in range(51)]}, "visitors", "too-many"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    holding: Holding, told: dict[str, Any], where: str, code: str
) -> None:
    assert (where, code) in faults(holding, **told)
    assert holding.visits() == ()


def test_every_fault_is_told_at_once(holding: Holding) -> None:
    found = faults(holding, begins="", place="", rules=Rules(all_premises="x"), voice=voice("", said=""))

    assert {where for where, _ in found} == {"begins", "place", "all_premises", "speaker", "said"}


def test_who_may_not_see_the_compartment_sees_no_visit(holding: Holding) -> None:
    quiet = holding.table.narrower()
    other = holding.table.desk.person("Rita Reader", may="write")
    holding.visited(room=quiet.id)

    assert len(holding.visits()) == 1
    assert holding.visits(other) == ()


def test_a_visit_that_an_obligation_owed_counts_once_for_it_whoever_tells_of_it(holding: Holding) -> None:
    agreement = holding.table.does(actions.enter_agreement, title="The four days", voice=MEDIATOR).about
    with holding.table.desk.acting() as by:
        act: dict[str, Any] = {"case": holding.table.case(), "once": uuid4(), "by": by, "at": holding.table.desk.now}
        access = actions.say_obligation(
            agreement=agreement, action="give access", bearer="Northland", object="visits to the held",
            many=actions.Many(op="eq", lo="4"), voice=MEDIATOR, **act,
        )  # fmt: skip
    first = holding.visited(obligation=access.ref, rules=Rules(private_interview="not_kept"))
    holding.visited(
        visit=first.about, rules=Rules(private_interview="kept"), voice=voice("Southland", said="5 Jan 2026")
    )
    holding.visited(place="The new mill")

    with holding.table.desk.acting():
        (view,) = queries.obligations(holding.table.asked())
    (stage,) = view.stages
    assert (stage.delivered.lo, stage.delivered.hi, stage.delivered.unit) == (1, 1, "visit")
    assert view.words.startswith("1 visit told of 4 (25 %); open 3")
    assert len(stage.delivered.statements) == 2
