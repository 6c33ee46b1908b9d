"""A list takes a family apart when it names some of them and not the others; a near miss is told as one, not as missing."""

from __future__ import annotations

from uuid import UUID

import pytest

from homeward.ledger import actions as ledger
from homeward.lists import actions as lists
from homeward.lists.core.answers import Answers
from homeward.matching.queries import SplitView
from homeward.people import actions
from tests.spec.matching.rooms import KARIM, LENA, NOOR, OMAR, SALMA, SAMI, Room, stands


def told_of(room: Room) -> dict[str, UUID]:
    """A mother with children of 2, 10 and 13 years, told of by their relatives, on no list yet."""
    people = {
        "Salma": room.tells("Salma Darvish", birth="4 May 1988"),
        "Adam": room.tells("Adam Darvish", birth="3 Mar 2023"),
        "Ines": room.tells("Ines Darvish", birth="2 Feb 2015", papers=("N4410029",)),
        "Yusuf": room.tells("Yusuf Darvish", birth="1 Nov 2012"),
    }
    for child in ("Adam", "Ines", "Yusuf"):
        room.kin(people["Salma"], "parent_of", people[child])
    return people


def test_children_of_2_10_and_13_who_are_not_on_the_list_of_their_mother_come_first(room: Room) -> None:
    people = told_of(room)
    version = room.takes(SALMA, OMAR, LENA)
    brother = room.tells("Marwan Haddad", birth="1 May 1960")
    omar = room.tells("Omar Haddad", birth="30 Jan 1962")
    room.kin(brother, "household_with", omar)
    room.same(omar, room.on(version, "Omar Haddad"))
    room.same(people["Salma"], room.on(version, "Salma Darvish"))

    first, second = room.families(version, as_of="2026-01-05")

    assert stands(first) == {
        "Salma Darvish": "in",
        "Yusuf Darvish": "never",
        "Ines Darvish": "never",
        "Adam Darvish": "never",
    }
    assert first.separated and set(first.children_left) == {people["Adam"], people["Ines"], people["Yusuf"]}
    assert [member.age.least for member in first.members if member.age] == [37, 13, 10, 2]
    assert [member.child_of for member in first.members][1:] == [(people["Salma"],)] * 3
    assert stands(second) == {"Omar Haddad": "in", "Marwan Haddad": "never"}
    assert not second.separated


def test_children_on_the_list_without_their_parents_come_first_too(room: Room) -> None:
    people = told_of(room)
    version = room.takes(("Ines Darvish", "2 Feb 2015", "N1", "12"))
    room.same(people["Ines"], room.on(version, "Ines Darvish"))

    (family,) = room.families(version)

    assert family.children_alone == (people["Ines"],)
    assert family.children_left == () and len(family.missing) == 3


def test_whoever_stood_on_the_list_says_since_when_they_do_not(room: Room) -> None:
    room.takes(SALMA, KARIM, NOOR, SAMI, OMAR)
    room.takes(SALMA, KARIM, NOOR, OMAR)
    version = room.takes(SALMA, KARIM, OMAR)

    (family,) = room.families(version)

    assert {member.person.names[0]: (str(member.stand), member.since) for member in family.members} == {
        "Karim Darvish": ("in", 1),
        "Salma Darvish": ("in", 1),
        "Noor Darvish": ("out", 3),
        "Sami Darvish": ("out", 2),
    }


def test_the_families_of_a_list_stay_those_they_were_when_it_is_numbered_anew(room: Room) -> None:
    room.takes(SALMA, KARIM, NOOR, OMAR)
    version = room.takes(*((*row[:3], number) for row, number in ((SALMA, "1"), (KARIM, "1"), (OMAR, "12"))))

    (family,) = room.families(version)

    assert set(stands(family)) == {"Salma Darvish", "Karim Darvish", "Noor Darvish"}


def test_one_number_on_two_lists_makes_no_family(room: Room) -> None:
    version = room.takes(SALMA)
    room.takes(("Olga Petrova", "1 May 1971", "N90", "12"), title="Another list")

    assert room.families(version) == []


def test_a_word_that_a_whole_column_repeats_is_no_household(room: Room) -> None:
    many = [(f"Person {number} Haddad", "", f"N77{number:04}", "yes") for number in range(41)]
    room.takes(*many)
    version = room.takes(*many[:40])

    assert room.families(version) == []


def test_a_child_who_came_back_under_another_spelling_is_a_near_miss_and_not_missing(room: Room) -> None:
    first = room.takes(SALMA, NOOR)
    version = room.takes(SALMA, ("Nour Darwich", "3 Mar 2018", "", "12"), LENA)
    old, new = room.on(first, "Noor Darvish"), room.on(version, "Nour Darwich")
    room.near(old, new, 700)

    (family,) = room.families(version)
    (member,) = [each for each in family.members if each.person.names[0] == "Noor Darvish"]
    assert (str(member.stand), member.since, family.missing) == ("doubtful", 2, ())
    assert [(near.other.names, near.rows) for near in member.may_be] == [(("Nour Darwich",), ((1, 3),))]

    room.same(old, new)
    assert room.families(version) == []


def test_a_pair_judged_to_be_two_is_no_near_miss(room: Room) -> None:
    first = room.takes(SALMA, NOOR)
    version = room.takes(SALMA, ("Nour Darwich", "3 Mar 2018", "", "15"))
    room.near(room.on(first, "Noor Darvish"), room.on(version, "Nour Darwich"), 700)
    room.judging.not_same(room.on(first, "Noor Darvish"), room.on(version, "Nour Darwich"))

    (family,) = room.families(version)

    assert [member.person.names[0] for member in family.members if member.person.id in family.missing] == [
        "Noor Darvish"
    ]


def test_a_line_that_was_set_aside_and_may_name_a_child_is_said_beside_them(room: Room) -> None:
    people = told_of(room)
    version = room.takes(SALMA, ("", "2 Feb 2015", "N4410029", "12"))
    room.same(people["Salma"], room.on(version, "Salma Darvish"))
    assert version.set_aside == 1

    (family,) = room.families(version)

    found = {each.person.names[0]: (str(each.stand), each.lines) for each in family.members}
    assert found["Ines Darvish"] == ("doubtful", ((1, 3),))
    assert found["Yusuf Darvish"] == ("never", ())


def away(room: Room, state: str, **more: str) -> list[SplitView]:
    first = room.takes(SALMA, KARIM, NOOR)
    version = room.takes(KARIM, NOOR)
    room.register.whereabouts(room.on(first, "Salma Darvish"), state, **more)
    return room.families(version)


def test_whoever_is_said_to_have_crossed_is_not_missing(room: Room) -> None:
    assert away(room, "crossed", occurred="2 Jan 2026") == []


def test_whoever_is_said_to_be_dead_is_not_missing(room: Room) -> None:
    assert away(room, "dead", occurred="2 Jan 2026") == []


def test_where_voices_contradict_each_other_about_it_the_family_is_told(room: Room) -> None:
    first = room.takes(SALMA, KARIM)
    version = room.takes(KARIM)
    salma = room.on(first, "Salma Darvish")
    room.register.whereabouts(salma, "dead", occurred="2 Jan 2026")
    room.register.whereabouts(salma, "dead", by="A relative", modality="denied", said="3 Jan 2026")

    (family,) = room.families(version)

    assert [(member.away, member.stage.contested) for member in family.members if member.person.id == salma] == [
        (False, True)
    ]


def test_whoever_was_forgotten_is_told_nowhere(room: Room) -> None:
    first = room.takes(SALMA, KARIM, NOOR)
    version = room.takes(KARIM)
    room.register.forgets(room.on(first, "Noor Darvish"))

    (family,) = room.families(version)
    assert set(stands(family)) == {"Salma Darvish", "Karim Darvish"}

    room.register.forgets(room.on(first, "Salma Darvish"))
    assert room.families(version) == []


def test_kin_that_is_denied_only_possible_or_taken_back_makes_no_family(room: Room) -> None:
    people = told_of(room)
    other = room.tells("Rania Saleh")
    version = room.takes(("Rania Saleh", "", "N5", ""))
    room.same(other, room.on(version, "Rania Saleh"))
    for modality in ("denied", "possible", "alleged"):
        room.kin(other, "parent_of", people["Adam"], speaking={"modality": modality})

    assert room.families(version) == []

    told = room.kin(other, "guardian_of", people["Adam"])
    assert len(room.families(version)) == 1
    with room.desk.acting() as by:
        ledger.withdraw(case=room.case, ref=told.ref, reason="A slip.", once=people["Adam"], by=by, at=room.desk.now)
    assert room.families(version) == []


def test_what_else_somebody_stands_on_is_told_beside(room: Room) -> None:
    people = told_of(room)
    version = room.takes(SALMA)
    other = room.takes(("Adam Darvish", "3 Mar 2023", "", ""), title="Another list")
    room.same(people["Salma"], room.on(version, "Salma Darvish"))
    room.same(people["Adam"], room.on(other, "Adam Darvish"))

    (family,) = room.families(version)

    elsewhere = {each.person.names[0]: str(each.elsewhere[other.list].stand) for each in family.members}
    assert elsewhere == {
        "Salma Darvish": "never",
        "Yusuf Darvish": "never",
        "Ines Darvish": "never",
        "Adam Darvish": "in",
    }


def test_a_version_that_was_taken_back_takes_nobody_apart(room: Room) -> None:
    first = room.takes(SALMA, NOOR)
    second = room.takes(SALMA, OMAR)
    assert len(room.families(second)) == 1
    with room.desk.acting() as by:
        lists.withdraw_version(
            case=room.case, version=second.id, reason="The wrong file.", once=room.case.id, by=by, at=room.desk.now
        )
    third = room.takes(SALMA, NOOR, OMAR)

    assert room.families(first) == [] and room.families(third) == []


def test_what_was_not_known_yet_is_not_told(lasting_room: Room) -> None:
    room = lasting_room
    first = room.takes(SALMA, KARIM, NOOR)
    second = room.takes(SALMA, KARIM)
    noor = room.on(first, "Noor Darvish")
    before = room.sees(second).asked.known_at.isoformat()
    room.register.does(actions.tell_whereabouts, person=noor, state="home")

    assert [set(stands(each)) for each in room.families(second, known_at=before, clock="recorded")] == [
        {"Salma Darvish", "Karim Darvish", "Noor Darvish"}
    ]
    assert room.families(second) == []


@pytest.mark.parametrize("answer", ["keep", "leave"])
def test_a_cell_that_names_two_people_may_name_a_child(room: Room, answer: str) -> None:
    people = told_of(room)
    version = room.takes(
        SALMA,
        ("Yusuf Darvish / Inès Darwich", "1 Nov 2012", "", ""),
        OMAR,
        answers=Answers().answered("several-people", answer, sheet=""),
    )
    room.same(people["Salma"], room.on(version, "Salma Darvish"))

    (family,) = room.families(version)

    found = {each.person.names[0]: (str(each.stand), each.lines) for each in family.members}
    assert found["Yusuf Darvish"] == found["Ines Darvish"] == ("doubtful", ((1, 3),))
    assert found["Adam Darvish"] == ("never", ())


def test_a_child_who_stands_there_by_the_name_of_its_mother_alone_is_asked_about(room: Room) -> None:
    nameless = ("Infant of Salma Darvish", "3 Mar 2017", "", "12")
    version = room.takes(SALMA, nameless)
    mother = room.on(version, "Salma Darvish")
    noor, sami = room.tells("Noor Darvish", birth="3 Mar 2017"), room.tells("Sami Darvish", birth="1 Sep 2020")
    for child in (noor, sami):
        room.kin(mother, "parent_of", child)

    (family,) = room.families(version)

    assert stands(family) == {
        "Salma Darvish": "in", "Infant of Salma Darvish": "in", "Noor Darvish": "doubtful", "Sami Darvish": "never",
    }  # fmt: skip
    assert next(each.lines for each in family.members if each.person.id == noor) == ((1, 3),)
