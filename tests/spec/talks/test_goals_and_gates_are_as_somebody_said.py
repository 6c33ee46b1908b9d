"""Goals take over conditions only along what somebody stated; gates stand as they were said, by whom they were said."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.talks.core.values import Value
from homeward.talks.queries import NoSuchCondition, NoSuchGoal, SeveralGoals
from tests.cast import Desk
from tests.spec.talks.talking import Talk, condition, figure

ALL, EIGHT = "release of captives", "release of the eight"


@pytest.fixture
def talk(desk: Desk) -> Talk:
    return Talk.of(
        desk,
        condition("c1", ALL),
        condition("c2", ALL, by="MED"),
        condition("c3", EIGHT),
        condition("c4", EIGHT, by="SUD", of="NOR"),
        condition("a1", EIGHT, note="alleged by an official of the South", by="SUD", of="NOR"),
        statements=(figure("f1", "captives", 40), figure("f2", "eight", 8)),
    )


def test_words_of_a_goal_are_taken_by_meaning(talk: Talk) -> None:
    assert talk.blockers("The Release of EIGHT").goal == EIGHT
    assert talk.blockers("eight").goal == EIGHT
    with pytest.raises(SeveralGoals) as several:
        talk.blockers("release")
    assert ALL in several.value.instead
    assert EIGHT in several.value.instead
    with pytest.raises(NoSuchGoal) as missing:
        talk.blockers("exit of the wounded")
    assert EIGHT in missing.value.instead


def test_nothing_is_taken_over_where_nobody_stated_a_part(talk: Talk) -> None:
    view = talk.blockers(EIGHT)
    assert {leaf.ref for leaf in view.conditions} == {"c3", "c4"}
    assert view.wider == (ALL,)
    assert [(each.ref, each.gates) for each in view.allegations] == [("a1", EIGHT)]
    assert "8" in view.people


def test_what_stands_before_a_wider_goal_is_taken_over_along_a_stated_part(talk: Talk) -> None:
    talk.settle(EIGHT, "release", "eight", part_of="captives")
    view = talk.blockers(EIGHT)
    assert {leaf.ref: leaf.inherited_from for leaf in view.conditions} == {"c1": ALL, "c2": ALL, "c3": "", "c4": ""}
    assert {edge.inherited for edge in view.edges} == {True, False}
    assert view.wider == ()
    assert {leaf.ref for leaf in talk.blockers(ALL).conditions} == {"c1", "c2"}


def test_each_party_has_its_own_view(talk: Talk) -> None:
    view = talk.blockers(EIGHT)
    names = {whom.words: whom.source for leaf in view.conditions for whom in leaf.demanded_by}
    own = talk.blockers(EIGHT, viewpoint=names["South"])
    assert [leaf.ref for leaf in own.conditions] == ["c4"]
    assert own.viewpoint is not None
    assert own.viewpoint.words == "South"


def test_any_of_ones_own_demands_is_enough_where_one_says_so(talk: Talk) -> None:
    talk.gate("any", "c1", "c2", gates=ALL, by="North")
    # What the mediator asks for stands by itself: the North cannot wave it.
    assert talk.sets(ALL) == {frozenset({"c2"})}
    assert "stands-by-itself" in [finding.code for finding in talk.blockers(ALL).findings]


def test_two_of_three_stand_as_they_were_said(desk: Desk) -> None:
    talk = Talk.of(desk, *(condition(f"c{n}", ALL) for n in (1, 2, 3)))
    talk.gate("k_of_n", "c1", "c2", "c3", gates=ALL, least=2)
    assert talk.sets(ALL) == {frozenset(each) for each in (("c1", "c2"), ("c1", "c3"), ("c2", "c3"))}
    talk.status("c1", "met")
    assert talk.sets(ALL) == {frozenset({"c2"}), frozenset({"c3"})}


def test_an_offer_opens_a_way_beside_the_demands_of_the_same_voice(desk: Desk) -> None:
    talk = Talk.of(desk, condition("c1", ALL), condition("c2", "an exchange"))
    talk.gate("all", "c2", gates=ALL, edge="offer")
    assert talk.sets(ALL) == {frozenset({"c1"}), frozenset({"c2"})}


def test_an_alleged_gate_stands_in_nobodys_way(desk: Desk) -> None:
    talk = Talk.of(desk, condition("c1", ALL), condition("c2", "an exchange"))
    told = talk.gate("all", "c2", gates=ALL, edge="allegation")
    assert talk.sets(ALL) == {frozenset({"c1"})}
    assert [each.ref for each in talk.blockers(ALL).allegations] == [told.ref]


def test_a_condition_comes_only_after_what_is_said_to_stand_before_it(desk: Desk) -> None:
    talk = Talk.of(desk, condition("c1", ALL), condition("c2", "an exchange"))
    talk.gate("all", "c2", before="c1", by="South")
    view = talk.blockers(ALL)
    assert talk.sets(ALL) == {frozenset({"c1", "c2"})}
    names = {leaf.id: leaf.ref for leaf in view.conditions}
    assert [names[id] for id in view.order] == ["c2", "c1"]


def test_each_first_is_a_deadlock_with_ways_out_and_no_error(desk: Desk) -> None:
    talk = Talk.of(desk, condition("c1", ALL), condition("c2", ALL, by="SUD", of="NOR"))
    talk.gate("seq", "c1", "c2", gates=ALL, by="North")
    assert talk.blockers(ALL).cycles == ()
    talk.gate("seq", "c2", "c1", gates=ALL, by="South")
    view = talk.blockers(ALL)
    (circle,) = view.cycles
    assert "c1 waits for c2" in circle.words
    assert "c2 waits for c1" in circle.words
    assert len(circle.ways_out) == 5
    assert (view.order_exists, talk.sets(ALL)) == (False, {frozenset({"c1", "c2"})})


def test_two_goals_that_wait_for_each_other_are_a_deadlock(desk: Desk) -> None:
    exit = "exit of the wounded"
    talk = Talk.of(
        desk, condition("c1", ALL, text="the wounded leave"), condition("c2", exit, text="the captives come")
    )
    talk.gate("all", before="c1", goals=(exit,))
    talk.gate("all", before="c2", goals=(ALL,), by="South")
    view = talk.blockers(ALL)
    assert len(view.cycles) == 1
    assert talk.sets(ALL) == {frozenset({"c1", "c2"})}


def test_a_condition_cannot_be_met_outside_its_time(desk: Desk) -> None:
    talk = Talk.of(desk, condition("c1", ALL))
    talk.gate("within", "c1", gates=ALL, within="4 Jan 2026")
    talk.status("c1", "met", said="3 Jan 2026")
    assert talk.blockers(ALL, as_of="2026-01-03").value is Value.UNKNOWN
    assert (talk.blockers(ALL).value, talk.sets(ALL)) == (Value.UNMET, set())
    talk.status("c1", "met", by="South", said="4 Jan 2026 10:00")


def test_lockstep_tells_when_one_side_is_ahead(desk: Desk) -> None:
    talk = Talk.of(desk, condition("c1", ALL), condition("c2", ALL))
    talk.gate("lockstep", "c1", "c2", gates=ALL, batches=("1,250", "1250"))
    talk.status("c1", "met")
    view = talk.blockers(ALL)
    assert "out-of-step" in [finding.code for finding in view.findings]
    assert [str(each) for gate in view.gates for each in gate.batches] == ["1250", "1250"]


def test_a_what_if_sheet_touches_no_record(talk: Talk) -> None:
    before = _everything()
    view = talk.blockers(EIGHT)
    supposed = {leaf.id: Value.MET for leaf in view.conditions}
    sheet = talk.blockers(EIGHT, supposed=supposed)
    assert (sheet.value, [freed.goal for freed in sheet.freed]) == (Value.MET, [EIGHT])
    assert all("supposed met" in leaf.why for leaf in sheet.conditions)
    assert _everything() == before
    with pytest.raises(NoSuchCondition):
        talk.blockers(EIGHT, supposed={uuid4(): Value.MET})


def _everything() -> dict[str, Any]:
    """Every table that holds what was said, row by row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE 'ledger_%' ORDER BY 1")
        names = [row[0] for row in cursor.fetchall()]
        found = {}
        for name in names:
            cursor.execute(
                f"SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')), count(*) FROM {name} t"
            )
            found[name] = cursor.fetchone()
    assert found["ledger_statement"][1] > 0
    return found


@pytest.mark.parametrize(
    ("op", "members", "more", "where"),
    [
        ("all", (), {}, "members"),
        ("k_of_n", ("c1", "c2"), {"least": 3}, "least"),
        ("k_of_n", ("c1", "c2"), {"least": -1}, "least"),
        ("k_of_n", ("c1", "c2"), {}, "least"),
        ("all", ("c1",), {"least": 1}, "least"),
        ("not", ("c1", "c2"), {}, "members"),
        ("seq", ("c1",), {}, "members"),
        ("lockstep", ("c1", "c2"), {}, "batches"),
        ("lockstep", ("c1", "c2"), {"batches": ("many",)}, "batches.0"),
        ("lockstep", ("c1", "c2"), {"batches": ("0",)}, "batches.0"),
        ("within", ("c1",), {}, "within"),
        ("within", ("c1",), {"within": "someday soon"}, "within"),
        ("any", ("c1", "c1"), {}, "members"),
        ("any", ("c1", "nobody"), {}, "members"),
        ("some", ("c1", "c2"), {}, "op"),
        ("any", ("c1", "c2"), {"edge": "rumour"}, "edge"),
        ("any", ("c1", "c2"), {"gates": ""}, "gates"),
        ("any", ("c1", "c2"), {"before": "c1"}, "gates"),
        ("all", ("c1",), {"gates": "", "before": "c1"}, "before"),
        ("all", ("c1",), {"gates": "", "before": "c9"}, "before"),
    ],
)
def test_a_gate_that_cannot_be_is_refused_with_its_field(
    talk: Talk, op: str, members: tuple[str, ...], more: dict[str, Any], where: str
) -> None:
    before = _everything()
    with pytest.raises(CannotBeRecorded) as refused:
        talk.gate(op, *members, **{"gates": ALL, **more})
    assert where in [finding.where for finding in refused.value.findings]
    assert _everything() == before


def test_a_gate_counts_once_by_its_key(talk: Talk) -> None:
    once = uuid4()
    first = talk.gate("any", "c1", "c2", gates=ALL, once=once)
    assert talk.gate("any", "c1", "c2", gates=ALL, once=once).ref == first.ref
    with pytest.raises(RecordedOtherwise):
        talk.gate("all", "c1", "c2", gates=ALL, once=once)


def test_goals_are_settled_with_a_reason_or_not_at_all(talk: Talk) -> None:
    with pytest.raises(CannotBeRecorded) as refused:
        talk.settle(" ", " ", "", part_of="captives")
    assert {finding.where for finding in refused.value.findings} == {"goal", "action", "population"}
