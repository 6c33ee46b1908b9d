"""Households, the board of what is lacking, the counts and what is found: as known at a moment, they are what they were then."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from homeward.ledger import actions as ledger
from homeward.ledger.queries.cases import ask, settled_at
from homeward.ledger.queries.views import Asked
from homeward.moments import Clock, point
from homeward.people import actions, queries
from homeward.people.core.quality import Mark
from homeward.people.queries import NoSuchPerson
from tests.apps.people.registers import Register, born, citizen, named, paper
from tests.cast import once

ACTS = 9
NAMES = ("Lamia Darvish", "Omar Tell", "Ivan Third", "Noor Fourth")


def as_known(register: Register, known_at: datetime | None) -> Asked:
    """The world as of a day long after, so that only what was known differs."""
    case = register.case()
    later = point("2027-01-01T00:00+00:00", case.zone)
    return ask(case, now=later, as_of=later, known_at=known_at, clock=Clock.RECORDED)


def everything(register: Register, known_at: datetime | None, people: list[UUID]) -> dict[str, Any]:
    asked = as_known(register, known_at)
    told: dict[str, Any] = {
        "board": queries.quality(asked),
        "households": queries.count_households(asked),
        "split": sorted(queries.split_households(asked), key=lambda view: str(sorted(view.people))),
        "counts": queries.register(asked),
    }
    told |= {f"with {mark}": queries.people_with(asked, mark) for mark in Mark}
    # How near other names come depends on the names beside them; who is called just so does not.
    for name in NAMES:
        found = [each for each in queries.found(asked, name, limit=50) if each.words == name]
        told[f"called {name}"] = sorted((each.person.id, each.person.names) for each in found)
    for person in people:
        try:
            told[f"household {person}"] = queries.household_of(asked, person)
        except NoSuchPerson:
            told[f"household {person}"] = None
    return told


def does_something(register: Register, chance: random.Random, people: list[UUID], refs: list[str]) -> None:
    act = chance.choice(["enter", "enter", "list", "say", "relate", "withdraw"])
    values = {"household": chance.choice(["", "3", "4"]), "nationalities": citizen(chance.choice(["PSE", "EGY"]))}
    if chance.random() < 0.5:
        values |= {"birth": born("3 May 1990", "1990-05-03", "1990-05-04"), "documents": (paper("ZQX998877"),)}
    if act == "list" and people:
        some = chance.sample(people, min(3, len(people)))
        register.takes(*((each, named(chance.choice(NAMES), **values)) for each in some))
    elif act == "say" and people:
        refs.append(register.does(actions.say, person=chance.choice(people), values=named("Lamia D.", **values)).ref)
    elif act == "relate" and len(people) > 1:
        one, other = chance.sample(people, 2)
        refs.append(register.does(actions.relate, person=one, relation="household_with", other=other).ref)
    elif act == "withdraw" and refs:
        ref = refs.pop(chance.randrange(len(refs)))
        with register.desk.acting() as by:
            shared = {"case": register.case(), "by": by, "at": register.desk.now}
            ledger.withdraw(ref=ref, reason="Meant for another.", once=once(), **shared)
    else:
        people.append(register.enter(named(chance.choice(NAMES), **values)))


@pytest.mark.parametrize("seed", [1])
def test_an_answer_as_known_at_a_moment_is_the_one_that_was_given_then(lasting_register: Register, seed: int) -> None:
    register, chance = lasting_register, random.Random(seed)
    people: list[UUID] = []
    refs: list[str] = []
    given: dict[datetime, tuple[list[UUID], dict[str, Any]]] = {}
    for _ in range(ACTS):
        does_something(register, chance, people, refs)
        with register.desk.acting():
            given[settled_at(register.case())] = [*people], everything(register, None, people)

    with register.desk.acting():
        for moment, (then, told) in given.items():
            assert everything(register, moment, then) == told
            for later in set(people) - set(then):
                with pytest.raises(NoSuchPerson):
                    queries.household_of(as_known(register, moment), later)
    assert len({str(told) for _, told in given.values()}) > ACTS / 2, "something was told"


def test_a_name_that_was_told_later_finds_nobody_of_the_past(lasting_register: Register) -> None:
    person = lasting_register.enter(named("Lamia Darvish"))
    with lasting_register.desk.acting():
        moment = settled_at(lasting_register.case())
    lasting_register.does(actions.say, person=person, values=named("Xanthippe Qzelinska"))

    with lasting_register.desk.acting():
        now, then = as_known(lasting_register, None), as_known(lasting_register, moment)
        assert [each.person.id for each in queries.found(now, "Xanthippe Qzelinska")] == [person]
        assert queries.found(then, "Xanthippe Qzelinska") == []
        assert [each.person.id for each in queries.found(then, "Lamia Darvish")] == [person]
