"""Registers and rooms to judge in; and two people held against each other, among the people of a town whom nobody asks about."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from homeward.invented import Style, people
from homeward.matching.core.fields import FIELDS
from homeward.matching.core.record import Birth, Number, Record
from homeward.matching.core.said import reasons
from homeward.matching.core.verdict import verdict
from homeward.matching.engines import ENGINES, Pair, link
from tests.apps.people.registers import Register
from tests.cast import Desk
from tests.spec.matching.rooms import Room
from tests.spec.names.tables import rows

TOWN = 200
Held = Callable[[str, str], Pair | None]


def person(words: str, id: str) -> Record:
    """A record out of words: "name; 1985-03-07; A1234567; M; RUS; family: name, name"; whatever is left out is not known."""
    name, *more = (part.strip() for part in words.split(";"))
    births: tuple[Birth, ...] = ()
    numbers: tuple[Number, ...] = ()
    sex, nationalities, family = "", (), ()
    for part in more:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", part):
            day = date.fromisoformat(part)
            births = (Birth(day, day + timedelta(1)),)
        elif re.fullmatch(r"\d{4}", part):
            births = (Birth(date(int(part), 1, 1), date(int(part) + 1, 1, 1)),)
        elif part.startswith("family:"):
            family = tuple(each.strip() for each in part.removeprefix("family:").split(","))
        elif part in ("M", "F"):
            sex = part
        elif re.fullmatch(r"[A-Z]{3}", part):
            nationalities = (part,)
        elif part:
            numbers = (Number(part),)
    house = "house" if family else ""
    return Record(id, (name,) if name else (), births, numbers, sex, nationalities, house, family)


@pytest.fixture(scope="session")
def town() -> tuple[list[Record], list[Record]]:
    """Others on either list, some of them on both, so that one pair is judged as in a long list."""
    sides: tuple[list[Record], list[Record]] = ([], [])
    for at, each in enumerate(people(77, 2 * TOWN)):
        born = (Birth(each.birth, each.birth + timedelta(1)),)
        for side, style in enumerate((Style.ENGLISH, Style.ARABIC)):
            if at % 4 in (0, 1 + side):
                name = each.name.written(style)
                sides[side].append(Record(f"town {at}", (name,), born, sex=each.sex.value))
    return sides


@pytest.fixture(scope="session", params=sorted(ENGINES))
def held(request: pytest.FixtureRequest, town: tuple[list[Record], list[Record]]) -> Held:
    """What one engine says of two people; None where it does not tell the pair at all."""
    known: dict[tuple[str, str], Pair | None] = {}

    def hold(one: str, other: str) -> Pair | None:
        if (one, other) not in known:
            few = (4, TOWN) if request.param == "plain" else (TOWN, TOWN)
            left, right = (
                [*side[:size], person(words, "asked")]
                for side, size, words in zip(town, few, (one, other), strict=True)
            )
            found = link(left, right, engine=request.param)
            known[one, other] = next((p for p in found.pairs if p.left == p.right == "asked"), None)
        return known[one, other]

    return hold


@pytest.fixture
def is_told(held: Held) -> Callable[[str], None]:
    """Rows of one, other and verdict; a pair that is not told is told as "different"."""

    def check(table: str) -> None:
        for row in rows(table):
            pair = held(row["one"], row["other"])
            said = verdict(pair.probability, pair.levels).value if pair else "different"
            assert said == row["verdict"], (row, pair)

    return check


@pytest.fixture
def speaks(held: Held) -> Callable[[str], None]:
    """Rows of one, other, field, level and how much it says."""

    def check(table: str) -> None:
        for row in rows(table):
            pair = held(row["one"], row["other"])
            assert pair is not None, row
            assert pair.levels[FIELDS.index(row["field"])] == row["level"], (row, pair.levels)
            found = {each.field: each.strength for each in reasons(pair.levels, pair.bits)}
            assert row["says"] in found.get(row["field"], "nothing"), (row, found)

    return check


@pytest.fixture
def register(desk: Desk) -> Register:
    return Register.of(desk)


@pytest.fixture
def lasting_register(lasting_desk: Desk) -> Register:
    return Register.of(lasting_desk)


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room.of(desk)


@pytest.fixture
def lasting_room(lasting_desk: Desk) -> Room:
    return Room.of(lasting_desk)
