"""How many people a condition would free is counted in the register where a list is named for them, and is not linked otherwise."""

from __future__ import annotations

from homeward.access import actions as access
from homeward.ledger.queries import cases
from homeward.talks import queries
from homeward.talks.queries.written import blockers_json
from tests.cast import Desk
from tests.spec.lists.lists import AMAL, EVERYBODY, JONAS, LENA, taken
from tests.spec.talks.talking import SLUG, Talk, condition, figure


def talk_of(desk: Desk) -> Talk:
    return Talk.of(
        desk,
        condition("c1", "release of the eight"),
        condition("c2", "release of captives"),
        statements=(figure("f1", "captives", 40),),
    )


def put(desk: Desk, title: str, *people: tuple[str, ...]) -> None:
    with desk.acting():
        case = cases.case(SLUG)
    taken(desk, case, people, title=title)


def test_people_on_the_list_that_is_named_for_a_goal_are_counted_each_once(desk: Desk) -> None:
    talk = talk_of(desk)
    before = talk.blockers("release of the eight")
    put(desk, "List of the eight", *EVERYBODY)

    view = talk.blockers("release of the eight")
    (freed,) = talk.leaf("release of the eight", "c1").frees_alone
    assert (before.counted, before.counted_from) == (None, "")
    assert (view.counted, view.counted_from) == (6, "List of the eight, The embassy")
    assert (freed.counted, freed.counted_from) == (6, "List of the eight, The embassy")
    assert blockers_json(view)["conditions"][0]["frees"][0]["counted"] == 6


def test_a_goal_that_no_list_is_named_for_is_not_linked_however_near_its_name(desk: Desk) -> None:
    talk = talk_of(desk)
    put(desk, "The eight and their families", *EVERYBODY)
    put(desk, "Captives of the north", AMAL)

    for goal in ("release of the eight", "release of captives"):
        assert talk.blockers(goal).counted is None


def test_two_lists_of_one_name_give_no_number(desk: Desk) -> None:
    talk = talk_of(desk)
    put(desk, "The eight", AMAL, JONAS)
    with desk.acting():
        case = cases.case(SLUG)
    taken(desk, case, [LENA], title="Eight")

    assert talk.blockers("release of the eight").counted is None


def test_a_goal_is_linked_by_what_the_desk_settled_that_its_words_mean(desk: Desk) -> None:
    talk = talk_of(desk)
    put(desk, "Register of the hill", AMAL, JONAS)
    assert talk.blockers("release of the eight").counted is None

    talk.settle("release of the eight", "release", "Register of the hill")
    assert talk.blockers("release of the eight").counted == 2


def test_who_does_not_see_the_list_gets_no_number_and_no_sign_of_it(desk: Desk) -> None:
    talk = talk_of(desk)
    put(desk, "The eight", *EVERYBODY)
    assert talk.blockers("release of the eight").counted == 6
    with desk.acting() as by:
        desk.compartment = access.make_compartment(slug="annex", name="Annex", by=by, at=desk.now)
    talk_of(desk)
    reader = desk.person("reader", may="read")

    with desk.acting(reader):
        view = queries.blockers(desk.ask(SLUG, "2026-01-06"), "release of the eight")
    assert (view.counted, view.counted_from) == (None, "")
    assert "embassy" not in str(blockers_json(view))
