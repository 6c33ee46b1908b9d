"""Whoever comes into the register is held against everybody who is there; nobody has to think of it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

from homeward.access.models import Compartment
from homeward.matching.actions import Found, search_as_the_desk
from homeward.matching.models import Pair
from homeward.people import actions
from homeward.people.core.values import CodeGiven, NameGiven, Values
from tests.apps.people.judging import Judging
from tests.apps.people.registers import Register, born, citizen, paper

BIRTH = born("2 May 1991", "1991-05-02", "1991-05-03")
PAPER = paper("N8401733", key="N8401733")


def woman(*names: str, **more: object) -> Values:
    return Values(names=tuple(map(NameGiven, names)), sex=CodeGiven("F", "F"), **more)  # type: ignore[arg-type]


def searched(register: Register, room: Compartment | None = None) -> list[Found]:
    case = register.desk.acting
    with case():
        found = register.case()
    return search_as_the_desk(
        case=found.id, compartment=(room or register.desk.compartment).id, at=datetime(2026, 1, 6, tzinfo=UTC)
    )


def pairs(register: Register) -> dict[frozenset[UUID], int]:
    with register.desk.acting():
        return {frozenset((row.one_id, row.other_id)): row.per_mille for row in Pair.objects.all()}


def test_two_spellings_with_one_birth_day_are_found_to_be_likely_one(register: Register) -> None:
    one = register.enter(woman("Lamia Darvish", birth=BIRTH))
    register.enter(woman("Fatma Haddad", birth=born("3 June 1970", "1970-06-03", "1970-06-04")))
    searched(register)

    other = register.enter(woman("لمياء درويش", birth=BIRTH))
    (found,) = searched(register)

    assert (found.people, found.against, found.joined) == (1, 3, 0)
    assert pairs(register)[frozenset((one, other))] > 500


def test_where_nothing_changed_nothing_is_searched_again(register: Register) -> None:
    register.enter(woman("Lamia Darvish"))

    assert len(searched(register)) == 1
    assert searched(register) == []


def test_the_same_paper_name_and_birth_on_two_lists_join_by_rule(register: Register) -> None:
    one, other = uuid4(), uuid4()
    register.takes((one, woman("Fatma Nasser", birth=BIRTH, documents=(PAPER,))))
    register.takes((other, woman("فاطمة ناصر", birth=BIRTH, documents=(PAPER,))), authority="Another office")

    (found,) = searched(register)

    assert found.joined == 1
    judging = Judging(register)
    assert judging.one_with(one) == {one, other}
    (judged,) = judging.known(one).judgements
    assert (judged.rule, judged.by) == ("same paper, same name, same birth", "system")


def test_two_entries_of_one_list_are_left_to_a_person(register: Register) -> None:
    one, other = uuid4(), uuid4()
    said = woman("Lamia Darvish", birth=BIRTH, documents=(PAPER,))
    register.takes((one, said), (other, said))

    searched(register)

    assert Judging(register).one_with(one) == {one}
    assert frozenset((one, other)) in pairs(register)


def test_who_reads_otherwise_now_is_searched_anew(register: Register) -> None:
    one = register.enter(woman("Lamia Darvish", birth=BIRTH))
    other = register.enter(woman("Rosa Ortega", birth=born("1950")))
    searched(register)
    assert frozenset((one, other)) not in pairs(register)

    register.does(actions.say, person=other, values=woman("Lamia Darwish", birth=BIRTH, nationalities=citizen("RUS")))
    searched(register)

    assert frozenset((one, other)) in pairs(register)


def test_pairs_across_compartments_are_seen_by_readers_of_both(register: Register) -> None:
    room = register.room("channel-two")
    one = register.enter(woman("Lamia Darvish", birth=BIRTH))
    hidden = register.enter(woman("Lamia Darvish", birth=BIRTH), room=room)
    reader = register.desk.person("Rita Reader", may="read")
    searched(register)
    searched(register, room)

    assert frozenset((one, hidden)) in pairs(register)
    with register.desk.acting(reader):
        assert not Pair.objects.exists()


def test_no_value_of_anybody_stands_in_what_a_search_keeps(register: Register) -> None:
    register.enter(woman("Lamia Darvish", birth=BIRTH, documents=(PAPER,)))
    register.enter(woman("Lamia Darwish", birth=BIRTH, documents=(PAPER,)))
    searched(register)

    with register.desk.acting():
        (row,) = Pair.objects.values()
    written = str(row).casefold()
    assert not any(word in written for word in ("lamia", "darv", "1991", "8401733"))


def test_of_somebody_who_was_forgotten_no_pair_is_kept_or_found(register: Register) -> None:
    one = register.enter(woman("Lamia Darvish", birth=BIRTH))
    other = register.enter(woman("Lamia Darwish", birth=BIRTH))
    searched(register)
    assert frozenset((one, other)) in pairs(register)

    register.forgets(other)

    assert pairs(register) == {}
    register.does(actions.say, person=one, values=woman("Lamia D. Darvish", birth=BIRTH))
    searched(register)
    assert pairs(register) == {}
