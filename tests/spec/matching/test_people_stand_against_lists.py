"""People against lists, one by one and in numbers: in, out, never, or a question; each reader by what they may see."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from homeward.lists.queries import NoSuchList, NoSuchVersion
from homeward.matching import queries
from homeward.matching.core.funnel import Step
from homeward.matching.queries import FunnelView, MatrixView, known
from homeward.matching.queries.views import PARTS
from homeward.people.queries import NoSuchPerson, register
from tests.spec.matching.rooms import KARIM, LENA, NOOR, OMAR, SALMA, SAMI, Room, told


def matrix(room: Room, **asked: object) -> MatrixView:
    with room.desk.acting():
        return queries.matrix(room.register.asked(), **asked)  # type: ignore[arg-type]


def funnel(room: Room, counting: tuple[UUID, ...] = (), **when: str) -> FunnelView:
    with room.desk.acting():
        return queries.funnel(room.register.asked(**when), counting)


def cells(view: MatrixView, on: UUID) -> dict[str, tuple[str, int | None]]:
    return {line.person.names[0]: (str(line.cells[on].stand), line.cells[on].since) for line in view.lines}


def test_each_list_says_in_out_never_or_perhaps_of_each_and_since_which_version(room: Room) -> None:
    room.takes(SALMA, KARIM, OMAR)
    room.takes(SALMA, OMAR)
    last = room.takes(SALMA, OMAR, KARIM)
    other = room.takes(("Selma Derwisch", "", "", ""), title="Another list")
    salma, lena = room.on(last, "Salma Darvish"), room.tells("Lena Vogel")
    room.near(salma, room.on(other, "Selma Derwisch"))

    view = matrix(room, people_asked=(salma, room.on(last, "Karim Darvish"), lena))

    assert cells(view, last.list) == {
        "Salma Darvish": ("in", 1),
        "Karim Darvish": ("in", 3),
        "Lena Vogel": ("never", None),
    }
    assert cells(view, other.list)["Salma Darvish"] == ("doubtful", None)
    assert [version.number for version in view.lists] == [1, 3]


def test_without_a_choice_those_are_shown_whose_family_is_taken_apart(room: Room) -> None:
    room.takes(SALMA, KARIM, OMAR)
    room.takes(SALMA, OMAR)

    view = matrix(room)

    assert {line.person.names[0] for line in view.lines} == {"Salma Darvish", "Karim Darvish"}
    assert (view.chosen, view.count) == ("families", 2)
    assert {line.person.names[0] for line in matrix(room, words="Omar Haddad").lines} == {"Omar Haddad"}


def test_the_people_of_one_list_come_page_by_page(room: Room) -> None:
    version = room.takes(SALMA, KARIM, OMAR, LENA)

    first, second = (matrix(room, list_id=version.list, page=page, size=3) for page in (1, 2))

    assert (len(first.lines), len(second.lines), first.count) == (3, 1, 4)
    assert set(first.people).isdisjoint(second.people)


def test_a_list_or_a_person_that_is_not_there_is_refused(room: Room) -> None:
    with pytest.raises(NoSuchList):
        matrix(room, list_id=uuid4())
    with pytest.raises(NoSuchPerson):
        matrix(room, people_asked=(uuid4(),))
    with pytest.raises(NoSuchList):
        funnel(room, (uuid4(),))


def test_the_funnel_counts_everybody_once_on_any_list_on_each_and_on_all(room: Room) -> None:
    room.takes(SALMA, KARIM, OMAR)
    first = room.takes(SALMA, OMAR)
    other = room.takes(("Salma D.", "", "", ""), ("Lena Fogel", "", "", ""), title="Another list")
    lena = room.tells("Lena Vogel")
    room.same(room.on(first, "Salma Darvish"), room.on(other, "Salma D."))
    room.near(lena, room.on(other, "Lena Fogel"))

    view = funnel(room)

    # Salma twice, Karim who went, Omar, Lena, and the entry that may be hers.
    assert view.numbers.people == 5
    assert view.numbers.on_any == Step(inside=3, doubtful=1, gone=1)
    assert view.numbers.on_each[first.list] == Step(inside=2, gone=1, never=2)
    assert view.numbers.on_each[other.list] == Step(inside=2, doubtful=1, never=2)
    assert view.numbers.on_all == Step(inside=1, never=4)
    assert funnel(room, (first.list,)).numbers.on_all == view.numbers.on_each[first.list]
    with room.desk.acting():
        assert register(room.register.asked()).people == view.numbers.people


def test_whoever_was_forgotten_is_counted_nowhere(room: Room) -> None:
    version = room.takes(SALMA, OMAR)
    room.register.forgets(room.on(version, "Salma Darvish"))

    assert funnel(room).numbers.on_any == Step(inside=1)
    assert [line.person.names for line in matrix(room, list_id=version.list).lines] == [("Omar Haddad",)]


def test_what_came_later_counts_in_no_earlier_answer(lasting_room: Room) -> None:
    room = lasting_room
    first = room.takes(SALMA, KARIM)
    before = room.sees(first).asked.known_at.isoformat()
    room.takes(SALMA)
    room.tells("Lena Vogel")

    then, now = (funnel(room, known_at=when, clock="recorded").numbers for when in (before, ""))

    assert (then.people, then.on_any) == (2, Step(inside=2))
    assert (now.people, now.on_any) == (3, Step(inside=1, gone=1, never=1))


def test_a_version_of_a_later_day_does_not_count_as_of_an_earlier_one(room: Room) -> None:
    room.takes(SALMA, KARIM, declared="2026-01-02")
    room.takes(SALMA, declared="2026-01-04")

    assert funnel(room, as_of="2026-01-03").numbers.on_any == Step(inside=2)
    assert funnel(room, as_of="2026-01-04").numbers.on_any == Step(inside=1, gone=1)


def test_who_sees_one_compartment_learns_nothing_of_another(room: Room) -> None:
    narrow = room.register.room("narrow")
    reader = room.desk.person("reader", may="read")
    hidden = room.tells("Salma Hidden", room=narrow)
    child = room.tells("Adam Hidden", birth="3 Mar 2023", room=narrow)
    room.kin(hidden, "parent_of", child)
    version = room.takes(SALMA, OMAR)
    salma, omar = room.on(version, "Salma Darvish"), room.on(version, "Omar Haddad")
    room.judging.same(hidden, salma, room=narrow.id)
    room.near(child, omar, rooms=(narrow.id, room.desk.compartment.id))

    assert told(room.sees(version)) == {"matched": 1, "doubtful": 1}
    assert len(room.families(version)) == 1

    for part in PARTS:
        view = room.sees(version, part, by=reader)
        assert told(view) == {"new": 2}
        assert view.people == () or set(view.people) <= {salma, omar}
    assert room.families(version, by=reader) == []
    with room.desk.acting(reader):
        assert queries.funnel(room.register.asked()).numbers.people == 2
        assert {line.person.id for line in queries.matrix(room.register.asked(), list_id=version.list).lines} == {
            salma,
            omar,
        }


def test_whoever_sees_nothing_is_told_of_no_list(room: Room) -> None:
    version = room.takes(NOOR)
    with room.desk.acting():
        asked = room.register.asked()
    stranger = room.desk.person("stranger")

    with room.desk.acting(stranger):
        assert queries.funnel(asked).numbers.people == 0
    with room.desk.acting(stranger), pytest.raises(NoSuchVersion):
        queries.war_room(asked, version.id)


def test_of_many_people_the_same_is_told_as_of_few(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.takes(SALMA, KARIM, NOOR, OMAR)
    last = room.takes(SALMA, NOOR, LENA)
    other = room.takes(("Selma Derwisch", "4 May 1988", "", "7"), SAMI, title="Another list")
    sami, stranger = room.tells("Sami Darvish"), room.tells("Omar Hadad")
    room.kin(room.on(last, "Salma Darvish"), "parent_of", sami)
    room.near(sami, room.on(other, "Sami Darvish"))
    room.near(stranger, room.on(last, "Lena Vogel"))
    room.same(room.on(last, "Salma Darvish"), room.on(other, "Selma Derwisch"))
    with room.desk.acting():
        asked = room.register.asked()

        def looked() -> list[object]:
            parts = [
                queries.war_room(asked, last.id, part=part) for part in ("doubtful", "gone", "added", "duplicates")
            ]
            return [
                *parts,
                queries.split_families(asked, other.id),
                queries.matrix(asked),
                queries.matrix(asked, list_id=last.list),
            ]

        few = looked()
        monkeypatch.setattr(known, "MANY", 0)
        assert looked() == few
