"""Of a list that came in, every entry is one thing: somebody whom others told of, a question, nobody of ours, or closed."""

from __future__ import annotations

import pytest

from homeward.lists import actions as lists
from homeward.lists import queries as list_queries
from homeward.lists.queries import NoSuchVersion
from homeward.matching import queries
from tests.spec.matching.rooms import KARIM, LENA, NOOR, OMAR, SALMA, Room, told


def test_an_entry_is_ours_when_it_is_judged_to_be_somebody_whom_others_told_of(room: Room) -> None:
    salma = room.tells("سلمى درويش")
    version = room.takes(SALMA, OMAR)
    ref = room.same(salma, room.on(version, "Salma Darvish"))

    view = room.sees(version, "matched")

    assert told(view) == {"matched": 1, "new": 1}
    (line,) = view.lines
    assert (line.sheet, line.row, line.ours) == (1, 2, True)
    assert set(line.person.names) == {"Salma Darvish", "سلمى درويش"}
    assert [each.ref for each in line.judgements] == [ref]
    assert line.told == (room.register.person(salma).fields[0].values[0].given[0].ref,)


def test_a_judgement_taken_back_makes_the_entry_new_again(room: Room) -> None:
    salma = room.tells("Salma Darvish")
    version = room.takes(SALMA)
    ref = room.same(salma, room.on(version, "Salma Darvish"))
    room.judging.take_back(ref)

    assert told(room.sees(version)) == {"new": 1}


def test_what_several_lists_give_is_ours_for_each_of_them(room: Room) -> None:
    version, other = room.takes(SALMA), room.takes((*SALMA[:3], "7"), title="Another list")
    room.same(room.on(version, "Salma Darvish"), room.on(other, "Salma Darvish"))

    assert told(room.sees(version)) == {"matched": 1}
    assert told(room.sees(other)) == {"matched": 1}


def test_an_earlier_version_of_the_same_list_makes_nobody_ours(room: Room) -> None:
    room.takes(SALMA, OMAR)

    assert told(room.sees(room.takes(SALMA, OMAR, LENA))) == {"new": 3, "added": 1}


def test_an_open_pair_is_a_question_until_somebody_judges(room: Room) -> None:
    salma = room.tells("Selma Derwisch")
    version = room.takes(SALMA)
    entry = room.on(version, "Salma Darvish")
    room.near(salma, entry, 600)

    view = room.sees(version, "doubtful")
    assert told(view) == {"doubtful": 1}
    (near,) = view.lines[0].near
    assert (near.other.names, near.per_mille, near.unsure) == (("Selma Derwisch",), 600, False)

    room.judging.not_same(salma, entry)
    assert told(room.sees(version)) == {"new": 1}


def test_a_pair_that_is_too_unlikely_is_no_question(room: Room) -> None:
    version = room.takes(SALMA)
    room.near(room.tells("Selma Derwisch"), room.on(version, "Salma Darvish"), 49)

    assert told(room.sees(version)) == {"new": 1}


def test_what_nobody_can_tell_stays_a_question_and_says_so(room: Room) -> None:
    salma = room.tells("Selma Derwisch")
    version = room.takes(SALMA)
    entry = room.on(version, "Salma Darvish")
    room.near(salma, entry)
    room.judging.judge("unsure", (salma, entry))  # type: ignore[arg-type]

    (line,) = room.sees(version, "doubtful").lines
    assert [near.unsure for near in line.near] == [True]


def test_entries_of_which_judgements_contradict_each_other_are_questions(room: Room) -> None:
    one, two = room.tells("Salma D."), room.tells("Selma D.")
    version = room.takes(SALMA)
    entry = room.on(version, "Salma Darvish")
    first = room.same(one, entry)
    back = room.judging.take_back(first)
    room.same(one, two)
    room.judging.not_same(two, entry)
    room.judging.uphold(back)

    (line,) = room.sees(version, "doubtful").lines
    assert line.contested and not line.judgements


def test_whoever_is_forgotten_is_counted_and_not_shown(room: Room) -> None:
    version = room.takes(SALMA, OMAR)
    room.register.forgets(room.on(version, "Salma Darvish"))

    view = room.sees(version, "closed")

    assert told(view) == {"closed": 1, "new": 1}
    assert (view.entries, view.version.stored) == (2, 2)
    assert view.lines[0].person.names == () and view.people == ()


def test_who_went_who_came_and_whose_row_says_something_else_is_told_beside(room: Room) -> None:
    salma = room.tells("Salma Darvish")
    before = room.takes(SALMA, OMAR, KARIM)
    room.same(salma, room.on(before, "Salma Darvish"))
    version = room.takes(OMAR, (*KARIM[:3], "15"), LENA)

    view = room.sees(version, "gone")

    assert view.before == before
    assert told(view) == {"new": 3, "gone": 1, "added": 1, "changed": 1}
    assert view.gone_ours == 1
    assert [(line.person.names[0], line.ours) for line in view.lines] == [("Salma Darvish", True)]
    assert [line.person.names[0] for line in room.sees(version, "changed").lines] == ["Karim Darvish"]


def test_somebody_who_came_back_under_another_spelling_is_not_gone_once_it_is_judged(room: Room) -> None:
    before = room.takes(SALMA, OMAR)
    version = room.takes(("Selma Derwisch", "5 May 1988", "", "12"), OMAR)
    old, new = room.on(before, "Salma Darvish"), room.on(version, "Selma Derwisch")
    room.near(old, new, 700)

    view = room.sees(version, "gone")
    assert told(view) == {"doubtful": 1, "new": 1, "gone": 1, "added": 1}
    assert [near.rows for line in view.lines for near in line.near] == [((1, 2),)]

    room.same(old, new)
    assert told(room.sees(version)) == {"new": 2, "changed": 1}


def test_two_entries_of_one_list_that_may_be_one_are_told_apart_from_the_rest(room: Room) -> None:
    version = room.takes(SALMA, ("Selma Derwisch", "4 May 1988", "", "12"), OMAR)
    one, other = room.on(version, "Salma Darvish"), room.on(version, "Selma Derwisch")
    room.near(one, other, 900)

    view = room.sees(version, "duplicates")
    assert told(view) == {"new": 3, "duplicates": 1}
    (line,) = view.duplicates
    assert {line.rows, line.other_rows} == {((1, 2),), ((1, 3),)} and line.per_mille == 900

    ref = room.same(one, other)
    (line,) = room.sees(version, "duplicates").duplicates
    assert line.per_mille is None and [each.ref for each in line.judgements] == [ref]


def test_a_line_that_waits_and_one_that_was_put_right_are_counted_beside_the_rows(room: Room) -> None:
    version = room.takes(SALMA, ("", "1 Jan 1999", "N4410029", "40"))
    assert (room.sees(version).entries, room.sees(version).open_lines) == (1, 1)

    with room.desk.acting() as by:
        (line,) = list_queries.set_aside(room.case)
        lists.settle_row(case=room.case, line=line.id, typed={"name": "Ines Roth"}, by=by, at=room.desk.now)
    view = room.sees(version, "new")

    assert (view.entries, view.version.stored, view.settled, view.open_lines) == (2, 1, 1, 0)
    assert told(view)["new"] == 2


def test_a_version_that_was_taken_back_is_none_to_compare_with(room: Room) -> None:
    first = room.takes(SALMA, OMAR)
    second = room.takes(OMAR)
    with room.desk.acting() as by:
        lists.withdraw_version(
            case=room.case, version=second.id, reason="The wrong file.", once=room.case.id, by=by, at=room.desk.now
        )
    third = room.takes(SALMA, OMAR, LENA)

    view = room.sees(third)

    assert view.before is not None and view.before.id == first.id
    assert told(view) == {"new": 3, "added": 1}
    assert room.sees(second).version.withdrawn


def test_a_version_or_a_part_that_is_not_there_is_refused(room: Room) -> None:
    version = room.takes(NOOR)

    with room.desk.acting(), pytest.raises(NoSuchVersion):
        queries.war_room(room.register.asked(), room.case.id)
    with room.desk.acting(), pytest.raises(queries.NoSuchPart):
        queries.war_room(room.register.asked(), version.id, part="others")
