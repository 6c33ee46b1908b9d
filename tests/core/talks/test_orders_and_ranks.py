"""In which order steps can come, what stands in a circle, and which condition to work on first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from homeward.moments import Interval, Precision
from homeward.talks.core import ranking
from homeward.talks.core.blocking import blocking
from homeward.talks.core.deadlocks import Precedence, steps
from homeward.talks.core.evaluating import values
from homeward.talks.core.goals import Goal, alike, named, near, read
from homeward.talks.core.graph import Gate, Graph, Leaf, Op
from homeward.talks.core.values import Value

UNMET, MET, UNKNOWN = Value.UNMET, Value.MET, Value.UNKNOWN
START = datetime(2026, 1, 1, tzinfo=UTC)


def day(number: int) -> Interval:
    start = START + timedelta(days=number)
    return Interval(start, start + timedelta(days=1), Precision.DAY, f"day {number}")


def graph(*nodes: Leaf | Gate) -> Graph:
    return Graph({node.id: node for node in nodes})


def circles(drawn: Graph) -> list[tuple[object, ...]]:
    return [circle.members for circle in Precedence(drawn, drawn.below(["goal"])).circles()]


def test_a_sequence_gives_its_order() -> None:
    drawn = graph(Leaf("a"), Leaf("b"), Leaf("c"), Gate("goal", Op.SEQ, ("c", "a", "b")))
    assert steps(drawn, drawn.below(["goal"]), ["a", "b", "c"]).order == ("c", "a", "b")


def test_what_hangs_under_a_later_gate_comes_later() -> None:
    drawn = graph(
        Leaf("a"), Leaf("b"), Leaf("z"), Gate("both", Op.ALL, ("a", "b")), Gate("goal", Op.SEQ, ("z", "both"))
    )
    assert steps(drawn, drawn.below(["goal"]), ["a", "b", "z"]).order == ("z", "a", "b")


def test_each_first_has_no_order_and_is_a_circle() -> None:
    drawn = graph(
        Leaf("a"),
        Leaf("b"),
        Gate("one", Op.SEQ, ("a", "b")),
        Gate("other", Op.SEQ, ("b", "a")),
        Gate("goal", Op.ALL, ("one", "other")),
    )
    assert circles(drawn) == [("a", "b")]
    found = steps(drawn, drawn.below(["goal"]), ["a", "b"])
    assert (found.exists, set(found.stuck)) == (False, {"a", "b"})


def test_a_circle_of_three_is_told_as_each_waits_for_the_next() -> None:
    drawn = graph(
        Leaf("a", waits_for=("b",)),
        Leaf("b", waits_for=("c",)),
        Leaf("c", waits_for=("a",)),
        Gate("goal", Op.ALL, ("a",)),
    )
    assert circles(drawn) == [("a", "b", "c")]


def test_a_circle_with_one_of_it_met_is_none() -> None:
    drawn = graph(Leaf("a", waits_for=("b",)), Leaf("b", MET, waits_for=("a",)), Gate("goal", Op.ALL, ("a",)))
    assert circles(drawn) == []


def test_in_lockstep_and_one_after_the_other_cannot_both_be() -> None:
    drawn = graph(
        Leaf("a"),
        Leaf("b"),
        Gate("together", Op.LOCKSTEP, ("a", "b"), batches=(Decimal(5),)),
        Gate("after", Op.SEQ, ("a", "b")),
        Gate("goal", Op.ALL, ("together", "after")),
    )
    assert len(circles(drawn)) == 1
    alone = graph(Leaf("a"), Leaf("b"), Gate("goal", Op.LOCKSTEP, ("a", "b"), batches=(Decimal(5),)))
    assert (circles(alone), steps(alone, ["goal", "a", "b"], ["a", "b"]).exists) == ([], True)


def test_what_came_before_what_it_was_to_follow_is_left_open() -> None:
    drawn = graph(Leaf("a", MET, day(5)), Leaf("b", MET, day(2)), Gate("goal", Op.SEQ, ("a", "b")))
    assert values(drawn, ["goal"])["goal"] is UNKNOWN
    assert [[want.id for want in wants] for wants in blocking(drawn, "goal").sets] == [["b"]]


def test_within_a_time_only_what_came_in_it_counts() -> None:
    def value(since: Interval | None, *, over: bool) -> Value:
        drawn = graph(Leaf("a", MET, since), Gate("goal", Op.WITHIN, ("a",), within=day(3), over=over))
        return values(drawn, ["goal"])["goal"]

    assert value(day(3), over=False) is MET
    assert value(day(2), over=False) is UNKNOWN
    assert value(day(2), over=True) is UNMET
    assert value(None, over=True) is UNKNOWN


def test_people_freed_alone_rank_before_people_freed_with_another() -> None:
    drawn = graph(
        *(Leaf(name, UNMET) for name in "abcd"),
        Gate("few", Op.ALL, ("a",)),
        Gate("many", Op.ALL, ("b", "c")),
        Gate("goal", Op.ALL, ("a", "b", "c", "d")),
    )
    frees = ranking.freed_by({goal: blocking(drawn, goal) for goal in ("few", "many", "goal")})
    listed = [(id, UNMET) for id in "dcba"]
    assert ranking.ranked(listed, frees, {"few": 2, "many": 50}, {}) == ["a", "c", "b", "d"]
    assert ranking.ranked(listed, frees, {"few": 2, "many": 50}, {"b": Decimal(1)})[:2] == ["a", "b"]


def test_the_share_of_sets_is_that_of_those_it_stands_in() -> None:
    assert ranking.shares([["a", "b"], ["a", "c"]]) == {"a": Decimal(1), "b": Decimal("0.5"), "c": Decimal("0.5")}


def test_goals_are_read_into_action_and_people() -> None:
    assert read("exit of Russian citizens") == Goal("exit", "russian citizens")
    assert read("further convoys from Aleppo") == Goal("convoys", "aleppo")
    assert read("The boarding") == Goal("boarding")
    assert read("выезд граждан России") == Goal("выезд", "граждан россии")
    assert read("إطلاق سراح") == Goal("إطلاق", "سراح")


def test_goals_are_named_by_parts_of_words_and_never_by_a_guess() -> None:
    goals = ["release of captives", "release of the eight", "exit of foreigners"]
    assert named("EIGHT", goals) == ["release of the eight"]
    assert named("release capt", goals) == ["release of captives"]
    assert named("release", goals) == goals[:2]
    assert named("re", goals) == []
    assert near("relaese of captives", goals)[0] == "release of captives"
    assert alike("The Exit, of FOREIGNERS") == "exit foreigners"
