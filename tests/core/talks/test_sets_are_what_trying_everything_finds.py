"""The smallest sets that would open a goal, against trying everything; what passes the bounds is told and not cut silently."""

from __future__ import annotations

import os

import pytest

from homeward.talks.core.blocking import CAP, Want, blocking
from homeward.talks.core.evaluating import values
from homeward.talks.core.graph import Gate, Graph, Leaf, Op
from homeward.talks.core.values import Value
from tests.core.talks.drawn import by_trying, drawn, wants_by_trying

GRAPHS = int(os.environ.get("BLOCKERS", "300"))
UNMET, MET = Value.UNMET, Value.MET


def sets(graph: Graph) -> set[frozenset[object]]:
    return {frozenset(want.id for want in each) for each in blocking(graph, "goal").sets}


def test_sets_of_random_graphs_are_those_of_trying_everything() -> None:
    for seed in range(GRAPHS):
        graph = drawn(seed)
        found, expected = blocking(graph, "goal"), by_trying(graph)
        if not found.complete:
            assert len(expected) > CAP / 4, f"seed {seed} was given up too soon"
            expected = {each for each in expected if len(each) <= 2}
        assert {frozenset(want.id for want in each) for each in found.sets} == expected, f"seed {seed}"


def test_with_nots_they_are_those_of_trying_each_assignment() -> None:
    for seed in range(max(60, GRAPHS // 5)):
        graph = drawn(seed, most=5, nots=True)
        found = {frozenset((want.id, want.value) for want in each) for each in blocking(graph, "goal").sets}
        assert found == wants_by_trying(graph), f"seed {seed}"


def test_what_a_set_wants_makes_the_goal_met_and_no_part_of_it_does() -> None:
    for seed in range(120):
        graph = drawn(seed, most=9, nots=seed % 2 == 1)
        for wants in blocking(graph, "goal").sets:
            chosen = {want.id: want.value for want in wants}
            assert values(graph.supposing(chosen), ["goal"])["goal"] is MET
            for left in chosen:
                fewer = {id: value for id, value in chosen.items() if id != left}
                assert values(graph.supposing(fewer), ["goal"])["goal"] is not MET


def two_of_three() -> Graph:
    leaves = {name: Leaf(name, UNMET) for name in "abc"}
    return Graph({**leaves, "goal": Gate("goal", Op.K_OF_N, ("a", "b", "c"), 2)})


def test_two_of_three_is_each_pair() -> None:
    assert sets(two_of_three()) == {frozenset("ab"), frozenset("ac"), frozenset("bc")}


def test_what_is_met_already_asks_nothing_more() -> None:
    graph = two_of_three().supposing({"a": MET})
    assert sets(graph) == {frozenset("b"), frozenset("c")}


def test_a_not_wants_its_condition_unmet() -> None:
    graph = Graph({"a": Leaf("a", MET), "no": Gate("no", Op.NOT, ("a",)), "goal": Gate("goal", Op.ALL, ("no",))})
    assert blocking(graph, "goal").sets == ((Want("a", UNMET),),)


def test_what_is_wanted_both_met_and_unmet_is_no_way_and_is_found() -> None:
    graph = Graph(
        {
            "a": Leaf("a", UNMET),
            "b": Leaf("b", UNMET),
            "no": Gate("no", Op.NOT, ("a",)),
            "torn": Gate("torn", Op.ALL, ("a", "no")),
            "goal": Gate("goal", Op.ANY, ("torn", "b")),
        }
    )
    found = blocking(graph, "goal")
    assert (found.sets, found.both) == (((Want("b"),),), ("a",))


def test_a_condition_that_waits_brings_what_it_waits_for() -> None:
    graph = Graph(
        {
            "first": Leaf("first", UNMET),
            "then": Leaf("then", UNMET, waits_for=("first",)),
            "goal": Gate("goal", Op.ALL, ("then",)),
        }
    )
    assert sets(graph) == {frozenset({"first", "then"})}
    assert sets(graph.supposing({"then": MET})) == {frozenset()}


def test_two_that_wait_for_each_other_must_be_turned_together() -> None:
    graph = Graph(
        {
            "a": Leaf("a", UNMET, waits_for=("b",)),
            "b": Leaf("b", UNMET, waits_for=("a",)),
            "goal": Gate("goal", Op.ANY, ("a",)),
        }
    )
    assert sets(graph) == {frozenset("ab")}


@pytest.mark.parametrize(
    "gate",
    [
        Gate("odd", Op.ALL, ()),
        Gate("odd", Op.K_OF_N, ("a",), 2),
        Gate("odd", Op.K_OF_N, ("a",), -1),
        Gate("odd", Op.NOT, ("a", "b")),
        Gate("odd", Op.ALL, ("odd", "a")),
        Gate("odd", Op.WITHIN, ("a",)),
        Gate("odd", Op.ALL, ("a", "somebody hidden")),
    ],
    ids=["empty", "more than all", "fewer than none", "not of two", "itself", "no time", "unseen member"],
)
def test_a_gate_that_nobody_can_decide_is_never_met_and_is_found(gate: Gate) -> None:
    graph = Graph({"a": Leaf("a", MET), "b": Leaf("b", MET), "odd": gate, "goal": Gate("goal", Op.ALL, ("odd",))})
    assert values(graph, ["goal"])["goal"] is Value.UNKNOWN
    assert blocking(graph, "goal").sets == ()
    assert [fault.about[0] for fault in graph.faults] == ["odd"]


def test_past_the_cap_single_ones_and_pairs_are_told_and_that_they_are_not_all() -> None:
    nodes: dict[object, Leaf | Gate] = {number: Leaf(number, UNMET) for number in range(32)}
    threes = [Gate(f"any{n}", Op.ANY, tuple(range(3 * n, 3 * n + 3))) for n in range(10)]
    nodes |= {gate.id: gate for gate in threes}
    nodes["many"] = Gate("many", Op.ALL, tuple(gate.id for gate in threes))
    nodes["pair"] = Gate("pair", Op.ALL, (30, 31))
    nodes["goal"] = Gate("goal", Op.ANY, ("many", "pair"))
    found = blocking(Graph(nodes), "goal")
    assert (found.complete, found.cut) == (False, False)
    assert found.sets == ((Want(30), Want(31)),)
