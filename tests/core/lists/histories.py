"""Invented versions of a list whose true difference is known: entries carry a number that only the test reads."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from homeward.lists.core.diff import How
from homeward.lists.core.entry import Entry
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven, NameGiven, Values

GIVEN = {
    "Layla": "Laila", "Yusuf": "Youssef", "Ahmad": "Ahmed", "Khaled": "Khalid", "Mohammad": "Muhammad", "Samir": "Sameer",
    "Omar": "Umar", "Hussein": "Husayn", "Nadia": "Nadya", "Dmitri": "Dmitry", "Anna": "Анна", "سمير": "Samir",
}  # fmt: skip
"""Given names and another spelling of each."""
FAMILY = "Haddad Nasser Khalil Saleh Sokolov Petrov Barakat Mansour Darwish Qasim Levin Aydin Farah Rizk Zaytsev Tamimi".split()
DECISIONS = ("", "pending", "approved", "refused")


@dataclass(frozen=True, slots=True)
class History:
    """Two versions, and what truly became of each entry by its number; of equal ones, any."""

    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    truth: dict[int, How]


def values(chance: random.Random, used: set[str]) -> Values:
    """An invented person with a document and a day of birth that no other one of the history has."""
    while True:
        given, family = chance.choice(sorted(GIVEN)), chance.choice(FAMILY)
        father = chance.choice(sorted(GIVEN))
        name = f"{given} {father} {family}"
        if name not in used:
            used.add(name)
            break
    day = f"{chance.randrange(1941, 2022)}-{chance.randrange(1, 13):02}-{chance.randrange(2, 29):02}"
    number = f"{chance.choice('ABCDEFGH')}{chance.randrange(10**7, 10**8)}"
    return Values(
        names=(NameGiven(name),),
        birth=DayGiven(day, day, day[:8] + f"{int(day[8:]) + 1:02}"),
        nationalities=(CodeGiven("France", "FRA"),),
        documents=(DocumentGiven(number, key=number),),
        place=chance.choice(("Esk", "Toll", "Marrow")),
        decision=chance.choice(DECISIONS),
    )


def history(seed: int) -> History:
    """One invented history of five to thirty entries."""
    chance = random.Random(seed)
    used: set[str] = set()
    before = [Entry(at, values(chance, used)) for at in range(chance.randrange(5, 30))]
    truth: dict[int, How] = {}
    after: list[Entry] = []
    for entry in before:
        what = chance.choices(list(_CHANGES), [weight for weight, _, _ in _CHANGES.values()])[0]
        _, how, change = _CHANGES[what]
        truth[entry.number] = how
        if how is not How.OUT:
            after.append(replace(entry, values=change(chance, entry.values)))
    for number in range(1_000, 1_000 + chance.randrange(4)):
        truth[number] = How.IN
        after.insert(chance.randrange(len(after) + 1), Entry(number, values(chance, used)))
    for number in range(2_000, 2_000 + chance.randrange(2)):
        if after:
            truth[number] = How.IN
            after.insert(chance.randrange(len(after) + 1), replace(chance.choice(after), number=number))
    if chance.random() < 0.5:
        chance.shuffle(after)
    elif len(after) > 2:
        one, other = chance.sample(range(len(after)), 2)
        after[one], after[other] = after[other], after[one]
    return History(tuple(before), tuple(after), truth)


def _same(chance: random.Random, given: Values) -> Values:
    return given


def _spelled(chance: random.Random, given: Values) -> Values:
    """The given name in another spelling, or one letter doubled."""
    first, rest = given.names[0].words.split(" ", 1)
    return replace(given, names=(NameGiven(f"{GIVEN[first]} {rest}"),))


def _slip(chance: random.Random, given: Values) -> Values:
    """One digit of the number was mistyped."""
    number = given.documents[0].number
    digit = str((int(number[-1]) + 1 + chance.randrange(8)) % 10)
    return replace(given, documents=(DocumentGiven(number[:-1] + digit, key=number[:-1] + digit),))


def _decided(chance: random.Random, given: Values) -> Values:
    return replace(given, decision=chance.choice([each for each in DECISIONS if each != given.decision]))


def _moved_on(chance: random.Random, given: Values) -> Values:
    return replace(given, place="Far Bridge")


def _new_paper(chance: random.Random, given: Values) -> Values:
    number = f"X{chance.randrange(10**7, 10**8)}"
    return replace(given, documents=(DocumentGiven(number, key=number),))


_CHANGES = {
    "same": (10, How.SAME, _same),
    "spelled": (2, How.CORRECTED, _spelled),
    "slip": (1, How.CORRECTED, _slip),
    "decided": (2, How.CHANGED, _decided),
    "moved on": (1, How.CHANGED, _moved_on),
    "new paper": (1, How.CHANGED, _new_paper),
    "dropped": (2, How.OUT, _same),
}
