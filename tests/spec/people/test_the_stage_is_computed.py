"""How far somebody is follows from what voices say, by when it was; nobody types it, and each stage says who says so."""

from __future__ import annotations

import pytest

from homeward.ledger import actions as ledger
from homeward.people import queries
from tests.apps.people.registers import Register, named
from tests.cast import once

CHAIN = """
    occurred    | state       | by
    2 Jan 2026  | missing     | The family's lawyer
    3 Jan 2026  | held        | A captor
    4 Jan 2026  | moved       | A captor
    5 Jan 2026  | released    | The mediator
    6 Jan 2026  | at_crossing | The neutral body
    7 Jan 2026  | crossed     | The neutral body
    8 Jan 2026  | home        | The ministry of Northland
"""


def rows(table: str) -> list[list[str]]:
    lines = [line for line in table.strip().splitlines()[1:] if line.strip()]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize("day", range(2, 9))
def test_the_latest_word_by_when_it_was_is_the_stage(register: Register, day: int) -> None:
    register.desk.now = register.desk.now.replace(day=20)
    person = register.enter(named("Lamia Darvish"), said="1 Jan 2026")
    for occurred, state, by in reversed(rows(CHAIN)):
        register.whereabouts(person, state, by, occurred=occurred, said="9 Jan 2026")

    stage = register.person(person, as_of=f"2026-01-0{day}").stage

    _, state, by = rows(CHAIN)[day - 2]
    assert (stage.state, [view.given.speaker for view in stage.said_by], stage.contested) == (state, [by], False)


def test_while_nobody_has_said_there_is_no_stage(register: Register) -> None:
    assert register.person(register.enter(named("Lamia Darvish"))).stage.state == ""


def test_the_chain_tells_where_by_whom_and_in_whose_hands_in_order(register: Register) -> None:
    person = register.enter(named("Lamia Darvish"))
    register.whereabouts(person, "moved", "B", occurred="4 Jan 2026", place="the quarry", holder="the second brigade")
    register.whereabouts(person, "held", "A", occurred="3 Jan 2026", place="the mill")

    chain = register.person(person).whereabouts

    assert [(view.state, view.place, view.holder, view.given.speaker) for view in chain] == [
        ("held", "the mill", "", "A"),
        ("moved", "the quarry", "the second brigade", "B"),
    ]


@pytest.mark.parametrize("modality", ["promised", "expected", "possible", "offered", "demanded", "conditional"])
def test_what_is_promised_or_possible_moves_nobody(register: Register, modality: str) -> None:
    person = register.enter(named("Lamia Darvish"))
    register.whereabouts(person, "held", occurred="2 Jan 2026")
    register.whereabouts(person, "released", "The mediator", occurred="3 Jan 2026", modality=modality)

    assert register.person(person).stage.state == "held"


def test_two_voices_about_the_same_time_contest_each_other(register: Register) -> None:
    person = register.enter(named("Lamia Darvish"))
    register.whereabouts(person, "held", "A captor", occurred="3 Jan 2026")
    register.whereabouts(person, "released", "Northland's envoy", occurred="3 Jan 2026")

    stage = register.person(person).stage

    assert stage.contested
    assert {stage.state, *(view.state for view in stage.against)} == {"held", "released"}


def test_who_denies_it_is_told_beside_it(register: Register) -> None:
    person = register.enter(named("Lamia Darvish"))
    register.whereabouts(person, "held", "A neighbour's group", occurred="2 Jan 2026", modality="alleged")
    register.whereabouts(person, "held", "A captor", occurred="3 Jan 2026", modality="denied")

    stage = register.person(person).stage

    assert (stage.state, [view.given.speaker for view in stage.against]) == ("held", ["A captor"])


def test_a_withdrawn_word_counts_no_more(register: Register) -> None:
    person = register.enter(named("Lamia Darvish"))
    register.whereabouts(person, "held", occurred="2 Jan 2026")
    wrong = register.whereabouts(person, "home", occurred="3 Jan 2026")
    with register.desk.acting() as actor:
        ledger.withdraw(
            case=register.case(), ref=wrong.ref, reason="Another family.", once=once(), by=actor, at=register.desk.now
        )

    assert register.person(person).stage.state == "held"


def test_the_register_is_counted_by_stage(register: Register) -> None:
    one, two, _ = (register.enter(named(name)) for name in ("Lamia Darvish", "Omar Tell", "Ivan Third"))
    register.whereabouts(one, "held")
    register.whereabouts(two, "home")

    with register.desk.acting():
        counted = queries.register(register.asked())

    assert (counted.people, counted.stages, counted.contested) == (3, {"": 1, "held": 1, "home": 1}, 0)
