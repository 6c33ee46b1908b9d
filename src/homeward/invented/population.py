"""A population from a seed: the same one in every process, and a smaller one is the beginning of a larger one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from homeward.invented import families, papers
from homeward.invented.families import HELD, House, Member
from homeward.invented.person import Document, Flaw, Person
from homeward.invented.rates import USUAL, Rates
from homeward.invented.written import Name

DAY = date(2023, 11, 1)
"""The day for which ages hold when no other is given."""


def people(seed: int, size: int, *, rates: Rates = USUAL, day: date = DAY) -> tuple[Person, ...]:
    """So many invented people in households; `rates` say how often papers are flawed."""
    return tuple(stream(seed, size, rates=rates, day=day))


def stream(seed: int, size: int, *, rates: Rates = USUAL, day: date = DAY) -> Iterator[Person]:
    """The same people one after another, with only two households in memory."""
    origins = families.deck(Random(f"{seed}/origins"))
    start = Random(f"{seed}/numbers").randrange(10**6)
    before: House | None = None
    number = made = 0
    while made < size:
        number += 1
        new = families.house(number, next(origins), Random(f"{seed}/{number}"), day, before)
        families.placed(new, made + 1)
        if made + len(new.members) > size:
            families.cut(new, size - made)
        made += len(new.members)
        if before:
            yield from _members(before, start, rates, day)
        before = new
    if before:
        yield from _members(before, start, rates, day)


def _members(house: House, start: int, rates: Rates, day: date) -> Iterator[Person]:
    for at, member in enumerate(house.members):
        yield _person(house, member, house.first + at, start, rates, day)


def _person(house: House, member: Member, number: int, start: int, rates: Rates, day: date) -> Person:
    chance = house.chance
    flaws = _flaws(rates, chance)
    birth = date(member.birth.year, 1, 1) if Flaw.FIRST_OF_JANUARY in flaws else member.birth
    held = _papers(member, birth, number, start, chance, day)
    for flaw in (Flaw.UNDEFINED_DOCUMENT, Flaw.BAD_DOCUMENT, Flaw.NO_DOCUMENT):
        if flaw in flaws:
            held = papers.flawed(held, flaw, chance)
    return Person(
        families.identifier(number),
        f"h{house.number:07}",
        house.origin,
        member.sex,
        member.birth,
        _lacking(member.name, flaws),
        member.nationalities,
        held,
        tuple(member.relations),
        tuple(member.needs),
        house.place,
        house.origin in HELD,
        flaws,
    )


def _papers(member: Member, written: date, number: int, start: int, chance: Random, day: date) -> tuple[Document, ...]:
    holder = papers.Holder(member.name, member.sex, member.birth, written)
    made = [
        papers.passport(country, papers.number(country, number, start), holder, chance, day)
        for country in member.nationalities
    ]
    if "PSE" in member.nationalities:
        made.append(Document("identity card", "PSE", papers.identity_number(number, start)))
    return tuple(made)


def _flaws(rates: Rates, chance: Random) -> tuple[Flaw, ...]:
    shares = (
        (Flaw.NO_GIVEN_NAME, rates.no_given_name),
        (Flaw.NO_FAMILY_NAME, rates.no_family_name),
        (Flaw.FIRST_OF_JANUARY, rates.first_of_january),
        (Flaw.NO_DOCUMENT, rates.no_document),
        (Flaw.BAD_DOCUMENT, rates.bad_document),
        (Flaw.UNDEFINED_DOCUMENT, rates.undefined_document),
    )
    found = [flaw for flaw, share in shares if chance.random() < share]
    if Flaw.NO_GIVEN_NAME in found and Flaw.NO_FAMILY_NAME in found:
        found.remove(Flaw.NO_FAMILY_NAME)
    documents = [flaw for flaw in found if flaw.value.endswith("document") or "document" in flaw.value]
    return tuple(flaw for flaw in found if flaw not in documents[1:])


def _lacking(name: Name, flaws: tuple[Flaw, ...]) -> Name:
    if Flaw.NO_GIVEN_NAME in flaws:
        return Name(None, name.family, name.fathers, name.patronymic, name.own, name.house)
    if Flaw.NO_FAMILY_NAME in flaws:
        return Name(name.given, None, (), name.patronymic, name.own, name.house)
    return name
