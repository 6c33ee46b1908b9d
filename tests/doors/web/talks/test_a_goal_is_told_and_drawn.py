"""A goal becomes an outline and a drawing: every condition told in full once, nothing left out, nothing in two places."""

from __future__ import annotations

from dataclasses import replace

from homeward.talks.queries.views import BlockersView
from homeward.web.design.invented import number
from homeward.web.drawing.conditions import Shape, Stroke
from homeward.web.talks.drawn import MOST_DRAWN, picture
from homeward.web.talks.outline import DEEPEST, Branch, outline
from homeward.web.talks.why import why
from tests.doors.web.talks.graphs import GOAL, alleged, blocked, forty, gate, leaf


def names(branches: tuple[Branch, ...]) -> list[str]:
    """The outline as lines, each as deep as it stands; what is told elsewhere has a mark."""
    lines: list[str] = []
    for branch in branches:
        told = (
            branch.leaf.ref
            if branch.leaf
            else branch.gate.statement.ref
            if branch.gate and branch.gate.statement
            else "?"
        )
        lines += [told + ("*" if branch.again else ""), *(f"  {line}" for line in names(branch.members))]
    return lines


def two_gates() -> BlockersView:
    return blocked(
        [leaf("a"), leaf("b"), leaf("c")],
        [gate(GOAL, "all", "g", "h"), gate("g", "all", "a", "b"), gate("h", "any", "b", "c")],
    )


def test_members_stand_under_their_gate_in_the_order_in_which_they_were_told():
    assert names(outline(two_gates()).members) == ["g", "  a", "  b", "h", "  b*", "  c"]


def test_what_a_condition_waits_for_stands_under_it():
    view = blocked(
        [leaf("a"), leaf("b")], [gate(GOAL, "all", "a"), gate("g", "all", "b")], edges=[("g", "a", "demand")]
    )

    assert names(outline(view).members) == ["a", "  g", "    b"]


def test_a_deadlock_closes_where_it_comes_round():
    edges = [("a", "b", "demand"), ("b", "a", "demand")]
    view = blocked([leaf("a"), leaf("b")], [gate(GOAL, "all", "a", "b")], edges=edges, loops=[("a", "b")])
    told = outline(view)

    assert names(told.members) == ["a", "  b", "    a*", "b*"]
    assert told.members[0].loops == (1,)


def test_what_comes_from_another_goal_stands_apart():
    wider = leaf("w", inherited_from="release of captives")
    view = blocked([leaf("a"), wider], [gate(GOAL, "all", "a", "w")], inherited=("w",))
    told = outline(view)

    assert names(told.members) == ["a"]
    assert [(other.goal, names(other.members)) for other in told.others] == [("release of captives", ["w"])]


def test_an_allegation_stands_under_nothing():
    view = blocked([leaf("a")], [gate(GOAL, "all", "a")], allegations=[alleged("x", "weapons in bags")])

    assert names(outline(view).members) == ["a"]


def test_deeper_than_anybody_follows_is_told_on_from_the_margin():
    chain = [leaf(f"c{n}") for n in range(DEEPEST + 4)]
    edges = [(f"c{n + 1}", f"c{n}", "demand") for n in range(DEEPEST + 3)]
    told = outline(blocked(chain, [gate(GOAL, "all", "c0")], edges=edges))

    everything = names(told.members) + names(told.further)
    assert max(len(line) - len(line.lstrip()) for line in everything) <= 2 * (DEEPEST + 1)
    assert {line.strip(" *") for line in everything} == {each.ref for each in chain}


def test_all_that_the_answer_holds_is_told_in_full_once():
    view = forty()
    told = outline(view)

    def in_full(branches: tuple[Branch, ...]) -> list[str]:
        return [each for b in branches for each in ([str(b.id)] if not b.again else []) + in_full(b.members)]

    found = in_full(told.members) + in_full(told.further) + [id for o in told.others for id in in_full(o.members)]
    everything = {str(each.id) for each in (*view.conditions, *view.gates)} - {str(view.id)}
    assert sorted(found) == sorted(everything)


def test_shapes_and_strokes_say_what_stands_together_and_how_it_was_put():
    view = blocked(
        [leaf("a"), leaf("b"), leaf("c")],
        [gate(GOAL, "all", "g"), gate("g", "k_of_n", "a", "b", "c", least=2), gate("o", "all", "c")],
        edges=[("o", GOAL, "offer")],
        allegations=[alleged("x", "weapons in bags")],
    )
    made = picture(view, right_to_left=False)

    assert made is not None
    shapes = {box.key: box.shape for box in made.drawn.boxes}
    assert shapes[str(number("g"))] is Shape.SOME
    assert shapes[str(number("x"))] is Shape.ALLEGED
    strokes = {way.edge.source: way.edge.stroke for way in made.drawn.ways}
    assert strokes[str(number("o"))] is Stroke.OFFERED
    assert strokes[str(number("x"))] is Stroke.ALLEGED


def test_forty_boxes_are_drawn_with_all_their_words_and_fewer_crossings():
    view = forty()
    made = picture(view, right_to_left=False)

    assert made is not None
    labels = [label for sheet in made.sheets for label in sheet.labels]
    assert len(labels) == len(made.drawn.boxes) == len(view.conditions) + len(view.gates) + len(view.allegations) == 40
    assert {label.text for label in labels} >= {each.text for each in view.conditions}
    assert made.drawn.crossings < made.drawn.crossings_before


def test_for_readers_from_right_to_left_the_goal_stands_at_the_left():
    there, turned = picture(two_gates(), right_to_left=False), picture(two_gates(), right_to_left=True)
    goal = str(number(GOAL))

    assert there is not None and turned is not None
    assert max(there.drawn.boxes, key=lambda box: box.x).key == goal
    assert min(turned.drawn.boxes, key=lambda box: box.x).key == goal


def test_a_goal_with_nothing_before_it_and_one_with_far_too_much_are_not_drawn():
    many = [leaf(f"c{n}") for n in range(MOST_DRAWN + 1)]

    assert picture(blocked([], [gate(GOAL, "all")]), right_to_left=False) is None
    assert picture(blocked(many, [gate(GOAL, "all", *(each.ref for each in many))]), right_to_left=False) is None


def test_a_sentence_says_who_asks_what_is_said_and_what_hangs_on_it():
    said = leaf("a", value="contested", reports={"An envoy": "met", "A delegate": "unmet"})
    view = blocked(
        [said, leaf("b"), leaf("v", vague=True)], [gate(GOAL, "all", "a", "b", "v")], sets=[("a", "b"), ("a", "v")]
    )

    assert why(said, view) == (
        "Northland asks for it; that it is met: An envoy (ar0); that it is not: A delegate (ar1); no way leads round it."
    )
    assert why(view.conditions[1], view) == (
        "Northland asks for it; nobody has said whether it is met; it is part of 1 of 2 ways."
    )
    assert "its words name nothing that could be seen to be met" in why(view.conditions[2], view)
    alone = replace(view, sets=((said.id,),))
    assert why(said, alone).endswith("it alone would be enough.")


def test_a_report_that_does_not_count_decides_nothing_in_the_sentence():
    said = leaf("a", value="met", reports={"An envoy": "met", "A delegate": "unmet"})
    old = replace(said, reports=(said.reports[0], replace(said.reports[1], counts=False)))

    assert "A delegate" not in why(old, blocked([old], [gate(GOAL, "all", "a")]))
